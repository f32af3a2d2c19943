//! Aggregates of truth and of bits: `bool_and()`, `bit_or()` and the like, which PostgreSQL has.

use super::{Aggregate, HasWindows, TakesDefault, over};
use crate::context::{Merge, Merged, OnPostgres};
use crate::depth::Depth;
use crate::expr::{Expr, Source};
use crate::kind::{HasBits, HasTruth, Kind};
use crate::path::Nullable;
use crate::state::AggregateName;

/// The function `BOOL_AND`.
pub struct BoolAnd;
/// The function `BOOL_OR`.
pub struct BoolOr;
/// The function `BIT_AND`.
pub struct BitAnd;
/// The function `BIT_OR`.
pub struct BitOr;
/// The function `BIT_XOR`.
pub struct BitXor;

/// The aggregate of the function `F` over an expression of the source `E`, on PostgreSQL.
pub(super) type AggregateOnPostgres<F, E> = Aggregate<
    F,
    <E as Source>::Model,
    Merged<<E as Source>::Context, OnPostgres>,
    <<E as Source>::Depth as Depth>::Aggregated,
>;

macro_rules! rules {
    ($($function:ident)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl TakesDefault for $function {}
            #[diagnostic::do_not_recommend]
            impl HasWindows for $function {}
        )*
    };
}

rules! { BoolAnd BoolOr BitAnd BitOr BitXor }

impl<E: Source, K: Kind, N> Expr<E, K, N>
where
    E::Context: Merge<OnPostgres>,
{
    /// Whether it is true in every row: `None` when there are none. `NULL` is left out.
    ///
    /// A predicate is one of them by [`expr()`](crate::Q::expr).
    ///
    /// Django: `BoolAnd("is_active")`. SQL: `BOOL_AND`. Databases: PostgreSQL.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let all_good = blog::entry().rating.gte(4).expr().bool_and();
    /// let query = Blog::objects().values_list(blog::id).annotate(&all_good);
    /// assert_eq!(
    ///     query.sql::<Postgres>().unwrap(),
    ///     r#"SELECT "blog_blog"."id", BOOL_AND("blog_entry"."rating" >= $1) FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" GROUP BY "blog_blog"."id""#
    /// );
    /// ```
    #[doc(alias = "BoolAnd")]
    #[doc(alias = "EVERY")]
    pub fn bool_and<O: Kind>(&self) -> Expr<AggregateOnPostgres<BoolAnd, E>, O, Nullable>
    where
        K: HasTruth<Out = O>,
    {
        Expr::aggregate(over::<E, K, O, N>(AggregateName::BoolAnd, self))
    }

    /// Whether it is true in a row: `None` when there are none. `NULL` is left out.
    ///
    /// Django: `BoolOr("is_active")`. SQL: `BOOL_OR`. Databases: PostgreSQL.
    #[doc(alias = "BoolOr")]
    pub fn bool_or<O: Kind>(&self) -> Expr<AggregateOnPostgres<BoolOr, E>, O, Nullable>
    where
        K: HasTruth<Out = O>,
    {
        Expr::aggregate(over::<E, K, O, N>(AggregateName::BoolOr, self))
    }

    /// The bits that are set in every value: `None` when there are none. `NULL` is left out.
    ///
    /// Django: `BitAnd("flags")`. SQL: `BIT_AND`. Databases: PostgreSQL.
    #[doc(alias = "BitAnd")]
    pub fn bit_and<O: Kind>(&self) -> Expr<AggregateOnPostgres<BitAnd, E>, O, Nullable>
    where
        K: HasBits<Out = O>,
    {
        Expr::aggregate(over::<E, K, O, N>(AggregateName::BitAnd, self))
    }

    /// The bits that are set in one of the values: `None` when there are none. `NULL` is left out.
    ///
    /// Django: `BitOr("flags")`. SQL: `BIT_OR`. Databases: PostgreSQL.
    #[doc(alias = "BitOr")]
    pub fn bit_or<O: Kind>(&self) -> Expr<AggregateOnPostgres<BitOr, E>, O, Nullable>
    where
        K: HasBits<Out = O>,
    {
        Expr::aggregate(over::<E, K, O, N>(AggregateName::BitOr, self))
    }

    /// The bits that are set in an odd number of values: `None` when there are none. `NULL` is left out.
    ///
    /// Django: `BitXor("flags")`. SQL: `BIT_XOR`. Databases: PostgreSQL, since its version 14.
    #[doc(alias = "BitXor")]
    pub fn bit_xor<O: Kind>(&self) -> Expr<AggregateOnPostgres<BitXor, E>, O, Nullable>
    where
        K: HasBits<Out = O>,
    {
        Expr::aggregate(over::<E, K, O, N>(AggregateName::BitXor, self))
    }
}
