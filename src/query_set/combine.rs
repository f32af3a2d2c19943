//! `&`, `|` and `^` of two query sets.

use std::ops::{BitAnd, BitOr, BitXor};

use super::{Direct, Either, Of, QuerySet, Stages, Whole};
use crate::context::{Context, Merge, Merged};
use crate::model::Model;
use crate::state::Connector;

/// Says that two query sets were not sliced, so that they can be combined.
#[diagnostic::on_unimplemented(
    message = "a query set that is sliced cannot be combined by `&`, `|` or `^`",
    label = "one of these two query sets is sliced",
    note = "slice the outcome, or ask for the keys of the slice: `Entry::objects().filter(entry::id.in_(slice.values_list(entry::id)))`",
    note = "Django raises TypeError: Cannot combine queries once a slice has been taken."
)]
pub trait IsUncutBeside<L> {}

#[diagnostic::do_not_recommend]
impl IsUncutBeside<Whole> for Whole {}

/// Says that neither of two query sets was put together of others.
#[diagnostic::on_unimplemented(
    message = "a query set that is put together by `union()`, `intersection()` or `difference()` cannot be combined by `&`, `|` or `^`",
    label = "one of these two query sets is put together of others",
    note = "put it together with the other one: `union(other)`, `intersection(other)`",
    note = "Django raises TypeError: Cannot use | operator with combined queryset."
)]
pub trait IsOneBeside<C> {}

#[diagnostic::do_not_recommend]
impl IsOneBeside<Direct> for Direct {}
#[diagnostic::do_not_recommend]
impl<R, D> IsOneBeside<Of<R, D>> for Direct {}
#[diagnostic::do_not_recommend]
impl<R, D> IsOneBeside<Direct> for Of<R, D> {}
#[diagnostic::do_not_recommend]
impl<R, D, L, E> IsOneBeside<Of<L, E>> for Of<R, D> {}

/// Says that two query sets are on the same model.
#[diagnostic::on_unimplemented(
    message = "`&`, `|` and `^` combine two query sets on the same model, and these are on `{M}` and `{Self}`",
    label = "the model is `{M}` on the left, and `{Self}` on the right",
    note = "Django raises TypeError: Cannot combine queries on two different base models."
)]
pub trait IsModelOf<M> {}

#[diagnostic::do_not_recommend]
impl<M: Model> IsModelOf<M> for M {}

/// Says that two query sets have rows of the same shape.
#[diagnostic::on_unimplemented(
    message = "`&`, `|` and `^` combine two query sets with the same rows, and these are `{R}` and `{Self}`",
    label = "the rows on the right have another shape",
    note = "combine the query sets first, and call `values()`, `values_list()`, `only()` or `defer()` on the outcome",
    note = "Django raises TypeError: Merging 'QuerySet' classes must involve the same values in each case."
)]
pub trait AreRowsOf<R> {}

#[diagnostic::do_not_recommend]
impl<R> AreRowsOf<R> for R {}

macro_rules! operators {
    ($($(#[$doc:meta])* $trait:ident $method:ident $connector:ident;)*) => {
        $(
            $(#[$doc])*
            impl<M, R, S, X, N, Q, T, Y> $trait<QuerySet<N, Q, T, Y>> for QuerySet<M, R, S, X>
            where
                M: Model,
                N: IsModelOf<M>,
                Q: AreRowsOf<R>,
                S: Stages,
                T: Stages<Slice: IsUncutBeside<S::Slice>, Origin: IsOneBeside<S::Origin>>,
                X: Context + Merge<Y>,
                Y: Context,
            {
                type Output = QuerySet<M, R, S::WithOrder<<S::Order as Either>::Or<T::Order>>, Merged<X, Y>>;

                fn $method(self, right: QuerySet<N, Q, T, Y>) -> Self::Output {
                    let state = self.state.combine(Connector::$connector, right.state);
                    QuerySet { state, rows: self.rows, stage: std::marker::PhantomData }
                }
            }
        )*
    };
}

operators! {
    /// The rows that both give. Predicates on a to-many relation may hold for two related rows, as
    /// in two calls of `filter()`.
    ///
    /// The order is that of the right one where it has one of its own. Both must be
    /// [`distinct()`](QuerySet::distinct) or neither, and select the same fields.
    ///
    /// Django: `queryset & queryset`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let hot = Entry::objects().filter(entry::rating.gte(4));
    /// let new = Entry::objects().filter(entry::pub_date.year().exact(2025));
    /// assert_sql!(
    ///     hot & new,
    ///     r#"SELECT … FROM "blog_entry" WHERE "blog_entry"."rating" >= ? AND ("blog_entry"."pub_date" BETWEEN ? AND ?)"#
    /// );
    /// ```
    BitAnd bitand And;
    /// The rows that one of them gives. They share their joins.
    ///
    /// The order is that of the right one where it has one of its own. Both must be
    /// [`distinct()`](QuerySet::distinct) or neither, and select the same fields.
    ///
    /// Django: `queryset | queryset`.
    BitOr bitor Or;
    /// The rows that one of them gives, and not the other.
    ///
    /// The order is that of the right one where it has one of its own. Both must be
    /// [`distinct()`](QuerySet::distinct) or neither, and select the same fields.
    ///
    /// Django: `queryset ^ queryset`.
    BitXor bitxor Xor;
}
