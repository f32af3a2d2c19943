//! Lookups: the step from an expression to a predicate, as methods of [`Expr`].
//!
//! The ones here every kind has, or every kind with an order; text lookups are in `lookup/text.rs`,
//! those of JSON in `lookup/json.rs`, of arrays and ranges in `lookup/array.rs` and `lookup/range.rs`, those of
//! a user's own in `lookup/own.rs`.

mod array;
mod json;
mod own;
mod range;
pub(crate) mod table;
mod text;

pub use self::array::ArrayOperand;
pub use self::json::KeyName;
pub use self::own::Lookup;
pub use self::range::{InRange, IsIn};
use crate::context::{Context, Inside, Merge};
use crate::depth::Depth;
use crate::expr::{Expr, Source};
use crate::kind::{Comparable, HasOrder, Kind};
use crate::literal::Fits;
use crate::model::{AllAre, Model};
use crate::operand::{InOperand, Operand, Seen};
use crate::predicate::Q;
use crate::state::{LookupName, Right};

impl<M: Model, X: Context, E: Source<Model = M, Context = X>, K: Kind, N> Expr<E, K, N> {
    /// True where it equals `value`.
    ///
    /// `exact(None)` does not compile: write [`isnull(true)`](Self::isnull).
    ///
    /// Django: `field=value`, `field__exact=value`. SQL: `=`.
    #[doc(alias = "eq")]
    #[doc(alias = "=")]
    pub fn exact<V, C, D, Y>(&self, value: V) -> Q<M, Y, Seen<E, D>>
    where
        V: Operand<M, K, Models: AllAre<M>, Kind: Comparable<K>, Context = C, Depth = D>,
        X: Merge<C, Out = Y>,
        C: Context,
        D: Depth,
    {
        Q::lookup(LookupName::Exact, self.node(), Right::One(value.operand()))
    }

    /// True where it is greater than `value`.
    ///
    /// Django: `field__gt=value`. SQL: `>`.
    #[doc(alias = ">")]
    pub fn gt<V, C, D, Y>(&self, value: V) -> Q<M, Y, Seen<E, D>>
    where
        K: HasOrder,
        V: Operand<M, K, Models: AllAre<M>, Kind: Comparable<K>, Context = C, Depth = D>,
        X: Merge<C, Out = Y>,
        C: Context,
        D: Depth,
    {
        Q::lookup(LookupName::Gt, self.node(), Right::One(value.operand()))
    }

    /// True where it is `value` or greater.
    ///
    /// Django: `field__gte=value`. SQL: `>=`.
    #[doc(alias = "ge")]
    #[doc(alias = ">=")]
    pub fn gte<V, C, D, Y>(&self, value: V) -> Q<M, Y, Seen<E, D>>
    where
        K: HasOrder,
        V: Operand<M, K, Models: AllAre<M>, Kind: Comparable<K>, Context = C, Depth = D>,
        X: Merge<C, Out = Y>,
        C: Context,
        D: Depth,
    {
        Q::lookup(LookupName::Gte, self.node(), Right::One(value.operand()))
    }

    /// True where it is less than `value`.
    ///
    /// Django: `field__lt=value`. SQL: `<`.
    #[doc(alias = "<")]
    pub fn lt<V, C, D, Y>(&self, value: V) -> Q<M, Y, Seen<E, D>>
    where
        K: HasOrder,
        V: Operand<M, K, Models: AllAre<M>, Kind: Comparable<K>, Context = C, Depth = D>,
        X: Merge<C, Out = Y>,
        C: Context,
        D: Depth,
    {
        Q::lookup(LookupName::Lt, self.node(), Right::One(value.operand()))
    }

    /// True where it is `value` or less.
    ///
    /// Django: `field__lte=value`. SQL: `<=`.
    #[doc(alias = "le")]
    #[doc(alias = "<=")]
    pub fn lte<V, C, D, Y>(&self, value: V) -> Q<M, Y, Seen<E, D>>
    where
        K: HasOrder,
        V: Operand<M, K, Models: AllAre<M>, Kind: Comparable<K>, Context = C, Depth = D>,
        X: Merge<C, Out = Y>,
        C: Context,
        D: Depth,
    {
        Q::lookup(LookupName::Lte, self.node(), Right::One(value.operand()))
    }

    /// True where it is between `low` and `high`, both included.
    ///
    /// Django: `field__range=(low, high)`. SQL: `BETWEEN low AND high`.
    #[doc(alias = "between")]
    pub fn range<A, B, C, D, Y>(&self, low: A, high: B) -> Q<M, Y, Seen<E, D>>
    where
        K: HasOrder,
        A: Operand<M, K, Models: AllAre<M>, Kind: Comparable<K>, Context = C, Depth = D>,
        B: Operand<M, K, Models: AllAre<M>, Kind: Comparable<K>, Context = C, Depth = D>,
        X: Merge<C, Out = Y>,
        C: Context,
        D: Depth,
    {
        Q::lookup(LookupName::Range, self.node(), Right::Two(low.operand(), high.operand()))
    }

    /// True where it is one of `items`: a list of values, a tuple of up to eight values and
    /// expressions, or a query set of one column.
    ///
    /// A `None` in a list matches no row, as in Django. An empty list matches no row, and a query
    /// that can match no row is not sent to the database. A list of integers, texts or UUIDs can be
    /// longer than a statement can bind.
    ///
    /// Django: `field__in=[…]`, `field__in=[F("other"), 3]`, `field__in=queryset`. SQL: `IN (…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Entry::objects().filter(entry::rating.in_([4, 5])).values_list(entry::id);
    /// assert_sql!(query, r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."rating" IN (?, ?)"#);
    ///
    /// let counts = (entry::number_of_comments, entry::number_of_pingbacks, 0);
    /// let query = Entry::objects().filter(entry::rating.in_(counts)).values_list(entry::id);
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."rating" IN ("blog_entry"."number_of_comments", "blog_entry"."number_of_pingbacks", ?)"#
    /// );
    ///
    /// let beatles = Blog::objects().filter(blog::name.icontains("beatles")).values_list(blog::id).flat();
    /// let query = Entry::objects().filter(entry::blog_id.in_(beatles)).values_list(entry::id);
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN (SELECT "U0"."id" FROM "blog_blog" AS "U0" WHERE "U0"."name" LIKE ? ESCAPE '!')"#
    /// );
    /// ```
    #[doc(alias = "in")]
    #[doc(alias = "is_in")]
    #[doc(alias = "eq_any")]
    pub fn in_<V, C, Y>(&self, items: V) -> Q<M, Y, Seen<E>>
    where
        V: InOperand<M, K, Value: Fits<K>, Parent: Inside<M>, Context = C>,
        X: Merge<C, Out = Y>,
        C: Context,
    {
        Q::lookup(LookupName::In, self.node(), items.items())
    }

    /// True where it is `NULL`, or with `false` where it is not.
    ///
    /// Django: `field__isnull=True`. SQL: `IS NULL`, `IS NOT NULL`.
    #[doc(alias = "is_null")]
    #[doc(alias = "None")]
    pub fn isnull(&self, null: bool) -> Q<M, X, Seen<E>> {
        Q::lookup(LookupName::IsNull, self.node(), Right::Flag(null))
    }
}
