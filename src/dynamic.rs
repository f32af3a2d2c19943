//! Queries from names that are known at run time only: `filter_by("blog__name__icontains", value)`.
//!
//! Names are looked up in the metadata of the models, and what is found is the same query state that
//! the typed API makes. No SQL here, and nothing that the typed API could not ask.
//!
//! Names are Django's: fields, relations, transforms and at last a lookup, joined by `__`. Without a
//! lookup it is `exact`; `pk` is the primary key; a relation by itself stands for the key of the row
//! that it leads to.
//!
//! | Where | What |
//! | --- | --- |
//! | [`QuerySet::filter_by`](crate::QuerySet::filter_by), `exclude_by`, `order_by_name`, `values_by` | one name on a typed query set |
//! | [`QuerySet::filter_by_query`](crate::QuerySet::filter_by_query), [`Allowed`] | a whole query string, with what an endpoint allows |
//! | [`Q::by_name`](crate::Q::by_name), [`DynamicQ`] | predicates to be joined by `&`, <code>\|</code>, `^` and `!` |
//! | [`DynamicQuerySet`] | a query on a model that is chosen at run time |
//! | [`DynamicExpr`], [`DynamicAggregate`], [`DynamicCase`], [`DynamicWindow`] | what it is annotated with: functions, aggregates, subqueries and so on, by Django's names |

mod aggregate;
mod allowed;
mod argument;
mod case;
mod depth;
mod expr;
mod function;
mod predicate;
mod query_set;
mod resolve;
mod row;
mod scope;
mod step;
pub(crate) mod text;
mod window;

pub use self::aggregate::DynamicAggregate;
pub use self::allowed::Allowed;
pub(crate) use self::argument::shown;
pub use self::argument::{Argument, IntoArgument};
pub use self::case::DynamicCase;
pub use self::expr::{DynamicArguments, DynamicExpr, F, OuterRef};
pub use self::predicate::DynamicQ;
pub(crate) use self::predicate::{lookup, right};
pub use self::query_set::DynamicQuerySet;
pub(crate) use self::resolve::{order_terms, signed};
pub use self::row::DynamicRow;
pub(crate) use self::scope::{NamedBy, Scope};
pub(crate) use self::text::{expected, parse};
pub use self::window::DynamicWindow;

/// Names for `order_by_name` and `values_by`: a list, or one text with commas.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of names",
    label = "neither an array or a `Vec` of names, nor text with commas",
    note = "fields themselves are for `order_by(…)` and `values(…)`"
)]
pub trait Names {
    /// Each of them.
    fn names(&self) -> impl Iterator<Item = &str>;
}

#[diagnostic::do_not_recommend]
impl Names for str {
    fn names(&self) -> impl Iterator<Item = &str> {
        self.split(',').filter(|name| !name.is_empty())
    }
}

#[diagnostic::do_not_recommend]
impl Names for String {
    fn names(&self) -> impl Iterator<Item = &str> {
        self.as_str().names()
    }
}

#[diagnostic::do_not_recommend]
impl<S: AsRef<str>> Names for [S] {
    fn names(&self) -> impl Iterator<Item = &str> {
        self.iter().map(AsRef::as_ref)
    }
}

#[diagnostic::do_not_recommend]
impl<S: AsRef<str>> Names for Vec<S> {
    fn names(&self) -> impl Iterator<Item = &str> {
        self.iter().map(AsRef::as_ref)
    }
}

#[diagnostic::do_not_recommend]
impl<S: AsRef<str>, const LENGTH: usize> Names for [S; LENGTH] {
    fn names(&self) -> impl Iterator<Item = &str> {
        self.iter().map(AsRef::as_ref)
    }
}

#[diagnostic::do_not_recommend]
impl<N: Names + ?Sized> Names for &N {
    fn names(&self) -> impl Iterator<Item = &str> {
        (**self).names()
    }
}
