//! [`Allowed`]: the names that an endpoint takes.

use std::marker::PhantomData;

use super::Names;
use super::resolve::{self, Expression, MOST_NAMES, order_terms, signed};
use super::scope::{NamedBy, Scope};
use crate::error::{Error, cut};
use crate::meta;
use crate::model::Model;
use crate::predicate::Q;
use crate::state::OrderTerm;

/// The names that an endpoint takes in a query string: filters, and fields to order by.
///
/// Give every endpoint one, made once: names that come from outside reach any field of any related
/// model otherwise.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::dynamic::Allowed;
///
/// let allowed = Allowed::<Entry>::new(["headline__icontains", "rating__*", "blog__name"])?
///     .ordering(["pub_date", "blog"])?;
/// let pairs = [("rating__gte", "4"), ("blog__name", "Beatles Blog"), ("ordering", "-pub_date")];
/// let query = Entry::objects().filter_by_query(pairs, &allowed)?.values_list(entry::id);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" WHERE "blog_entry"."rating" >= ? AND "blog_blog"."name" = ? ORDER BY "blog_entry"."pub_date" DESC"#
/// );
///
/// let refused = Entry::objects().filter_by_query([("body_text__regex", "(a+)+")], &allowed);
/// assert_eq!(
///     refused.unwrap_err().to_string(),
///     "`body_text__regex` is not allowed; allowed are `headline__icontains`, `rating__*`, `blog__name`"
/// );
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Allowed<M> {
    patterns: Vec<Pattern>,
    ordering: Vec<String>,
    model: PhantomData<fn() -> M>,
}

#[derive(Clone, Debug)]
struct Pattern {
    /// As it was written.
    text: String,
    /// The expression whose lookups and transforms are all allowed: `rating__*`.
    any_of: Option<Expression>,
}

impl Pattern {
    fn new(model: &'static meta::Model, text: &str) -> Result<Self, Error> {
        let scope = Scope::of(model, NamedBy::Program);
        let any_of = match text.strip_suffix("__*") {
            Some(field) => Some(resolve::expression(&scope, field)?),
            None => {
                resolve::lookup(&scope, text)?;
                None
            }
        };
        Ok(Self { text: text.to_owned(), any_of })
    }

    /// Whether `path` is of this pattern; an error when it begins as it does, and goes wrong after.
    fn allows(&self, path: &str) -> Result<bool, Error> {
        let Some(expression) = &self.any_of else { return Ok(plain(path) == plain(&self.text)) };
        let field = self.text.trim_end_matches("__*");
        let rest: Vec<&str> = match path.strip_prefix(field) {
            Some("") => return Ok(true),
            Some(rest) if rest.starts_with("__") => rest[2..].split("__").take(MOST_NAMES).collect(),
            _ => return Ok(false),
        };
        match expression.clone().finish(path, &rest) {
            // Another pattern may speak of the fields behind it.
            Err(_) if expression.is_relation() => Ok(false),
            finished => finished.map(|_| true),
        }
    }
}

/// `headline__exact` is `headline`.
fn plain(path: &str) -> &str {
    path.strip_suffix("__exact").unwrap_or(path)
}

impl<M: Model> Allowed<M> {
    /// Filters that are allowed: `rating__gte`, or `rating__*` for every lookup and transform of a
    /// field.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`] when `M` has no such thing.
    pub fn new(filters: impl Names) -> Result<Self, Error> {
        let patterns = filters.names().map(|text| Pattern::new(M::META, text)).collect::<Result<_, _>>()?;
        Ok(Self { patterns, ordering: Vec::new(), model: PhantomData })
    }

    /// Names that the rows can be ordered by, in either direction.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`] when `M` has no such thing.
    pub fn ordering(mut self, names: impl Names) -> Result<Self, Error> {
        for name in names.names() {
            let (path, _) = signed(name);
            order_terms(&Scope::of(M::META, NamedBy::Program), [path])?;
            self.ordering.push(path.to_owned());
        }
        Ok(self)
    }

    /// The filters of a query string, and the order, where it has one.
    pub(crate) fn read<K: AsRef<str>, V: AsRef<str>>(
        &self,
        pairs: impl IntoIterator<Item = (K, V)>,
    ) -> Result<(Vec<Q<M>>, Option<Vec<OrderTerm>>), Error> {
        let mut seen = Vec::new();
        let mut filters = Vec::new();
        let mut order = None;
        for (key, value) in pairs {
            let (key, value) = (key.as_ref(), value.as_ref());
            if seen.iter().any(|seen| seen == key) {
                return Err(Error::InvalidQuery { message: format!("`{}` is given twice", cut(key)) });
            }
            seen.push(key.to_owned());
            match key {
                // A form sends its empty fields, too.
                _ if value.is_empty() => {}
                "ordering" => order = Some(self.order(value)?),
                _ => filters.push(self.filter(key, value)?),
            }
        }
        Ok((filters, order))
    }

    fn filter(&self, path: &str, value: &str) -> Result<Q<M>, Error> {
        let mut wrong = None;
        for pattern in &self.patterns {
            match pattern.allows(path) {
                Ok(true) => return Q::by_name(path, value),
                Ok(false) => {}
                Err(error) => wrong = Some(error),
            }
        }
        let allowed = || self.patterns.iter().map(|pattern| pattern.text.clone()).collect();
        Err(wrong.unwrap_or_else(|| Error::NotAllowed { path: cut(path), allowed: allowed() }))
    }

    fn order(&self, names: &str) -> Result<Vec<OrderTerm>, Error> {
        for name in names.names() {
            let (path, _) = signed(name);
            if !self.ordering.iter().any(|allowed| allowed == path) {
                let path = format!("ordering={}", cut(name));
                return Err(Error::NotAllowed { path, allowed: self.ordering.clone() });
            }
        }
        order_terms(&Scope::of(M::META, NamedBy::Program), names)
    }
}
