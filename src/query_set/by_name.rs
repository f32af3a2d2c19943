//! `filter_by()`, `exclude_by()`, `order_by_name()`, `values_by()`: names that are known at run time.

use super::{Instances, IsOneQuery, IsWhole, Ordered, QuerySet, Stages};
use crate::context::{Closed, Context};
use crate::dynamic::{Allowed, DynamicQuerySet, IntoArgument, NamedBy, Names, Scope, lookup, order_terms};
use crate::error::Error;
use crate::filter_set::FilterSet;
use crate::model::{Is, Model};
use crate::predicate::{Predicate, Q};
use crate::state::{Call, Node};

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Keeps the rows for which the lookup that `path` names is true of `argument`.
    ///
    /// A path is made of fields, relations, transforms and a lookup, as in Django. Text is read as the
    /// kind of the field demands: a number, a date, a list with commas for `in` and `range`. A path
    /// that comes from outside goes through [`filter_by_query()`](Self::filter_by_query), which knows
    /// what is allowed.
    ///
    /// Django: `filter(**{path: argument})`.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`] when the path leads nowhere, [`Error::UnfitValue`] when its lookup does
    /// not take `argument`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Entry::objects().filter_by("pub_date__year__gte", "2005")?.values_list(entry::id);
    /// assert_sql!(query, r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."pub_date" >= ?"#);
    ///
    /// let wrong = Entry::objects().filter_by("blog__name__icontain", "x").unwrap_err();
    /// assert_eq!(
    ///     wrong.to_string(),
    ///     "`blog__name__icontain`: the text field `Blog.name` has no lookup `icontain`; did you mean `icontains`?"
    /// );
    /// # Ok::<(), Error>(())
    /// ```
    pub fn filter_by(self, path: &str, argument: impl IntoArgument) -> Result<Self, Error>
    where
        S::Origin: IsOneQuery,
        S::Slice: IsWhole,
    {
        let node = lookup(&Scope::of(M::META, NamedBy::Caller), path, argument.into_argument())?;
        Ok(self.named_call(Call::Filter, node))
    }

    /// Drops the rows for which the lookup that `path` names is true of `argument`.
    ///
    /// Django: `exclude(**{path: argument})`.
    ///
    /// # Errors
    ///
    /// As [`filter_by()`](Self::filter_by).
    pub fn exclude_by(self, path: &str, argument: impl IntoArgument) -> Result<Self, Error>
    where
        S::Origin: IsOneQuery,
        S::Slice: IsWhole,
    {
        let node = lookup(&Scope::of(M::META, NamedBy::Caller), path, argument.into_argument())?;
        Ok(self.named_call(Call::Exclude, node))
    }

    /// Filters and orders by the pairs of a query string: `?rating__gte=4&ordering=-pub_date,id`.
    ///
    /// All filters hold together, over a to-many relation for the same related row, as those of one
    /// `filter()` call. A value that is empty is no filter, as in django-filter. `ordering` orders; a
    /// field of this name is called `ordering__exact`. A name that is not in `allowed` is refused, and
    /// so is one that is there twice.
    ///
    /// Django: `filter(**query)`, or a `FilterSet` of django-filter.
    ///
    /// # Errors
    ///
    /// [`Error::NotAllowed`], [`Error::UnknownName`], [`Error::UnfitValue`], and
    /// [`Error::InvalidQuery`] for a name that is there twice: all are the caller's mistakes.
    ///
    /// # Example
    ///
    /// See [`Allowed`].
    pub fn filter_by_query<K: AsRef<str>, V: AsRef<str>>(
        mut self,
        pairs: impl IntoIterator<Item = (K, V)>,
        allowed: &Allowed<M>,
    ) -> Result<Self, Error>
    where
        S::Origin: IsOneQuery,
        S::Slice: IsWhole,
    {
        let (filters, order) = allowed.read(pairs)?;
        if let Some(order) = order {
            self.state.order = Some(order);
        }
        Ok(self.named_call(Call::Filter, Predicate::<M>::predicate(Q::all(filters))))
    }

    /// Filters and orders by what is set in a filter set.
    ///
    /// All filters hold together, over a to-many relation for the same related row, as those of one
    /// `filter()` call. An order that is not set leaves the one of the query set.
    ///
    /// Django: a `FilterSet` of django-filter.
    ///
    /// # Example
    ///
    /// See [`FilterSet`].
    pub fn filter_set<F: FilterSet<Model: Is<M>>>(mut self, filters: &F) -> Self
    where
        S::Origin: IsOneQuery,
        S::Slice: IsWhole,
    {
        if let Some(order) = filters.ordering().filter(|order| !order.is_empty()) {
            self.state.order = Some(order.order_terms());
        }
        self.named_call(Call::Filter, Predicate::<F::Model>::predicate(filters.q()))
    }

    /// Orders the rows by names with their signs: `"-pub_date,id"`, `["blog", "?"]`; none clears the order.
    ///
    /// A relation stands for the ordering of the model that it leads to, and where that has none, for
    /// its key.
    ///
    /// Django: `order_by("-pub_date", "id")`.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`] when a name leads nowhere.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Entry::objects().order_by_name("-pub_date,id")?.values_list(entry::id);
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_entry"."id" FROM "blog_entry" ORDER BY "blog_entry"."pub_date" DESC, "blog_entry"."id" ASC"#
    /// );
    /// # Ok::<(), Error>(())
    /// ```
    pub fn order_by_name(
        mut self,
        names: impl Names,
    ) -> Result<QuerySet<M, R, S::WithOrder<Ordered>, X>, Error>
    where
        S::Slice: IsWhole,
    {
        self.state.order = Some(order_terms(&Scope::of(M::META, NamedBy::Caller), names)?);
        Ok(self.restage())
    }

    fn named_call(mut self, call: fn(Node) -> Call, node: Node) -> Self {
        self.state.call(call, node);
        self
    }
}

impl<M: Model, S: Stages, X: Context> QuerySet<M, Instances, S, X>
where
    X::Parent: Closed,
{
    /// Rows hold the fields of these names: `["headline", "blog__name", "pub_date__year"]`; without a name
    /// all fields of the model.
    ///
    /// They are [`DynamicRow`](crate::dynamic::DynamicRow)s, and serialize as maps.
    ///
    /// Django: `values("headline", "blog__name")`.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownName`] when a name leads nowhere.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let rows = Entry::objects().order_by(entry::id).values_by(["headline", "blog__name"])?.all(&db).await?;
    /// let json = serde_json::to_string(&rows[0]).unwrap();
    /// assert_eq!(json, r#"{"headline":"Yesterday","blog__name":"Beatles Blog"}"#);
    /// # Ok(()) });
    /// ```
    pub fn values_by(self, names: impl Names) -> Result<DynamicQuerySet, Error> {
        self.into_dynamic().values(names)
    }

    /// The same query, with rules that are checked when it is built, not when it is compiled.
    pub fn into_dynamic(self) -> DynamicQuerySet {
        DynamicQuerySet::of(self.into_state())
    }
}
