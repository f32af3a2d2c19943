//! Aggregates that keep every value: `string_agg()`, `json_agg()`, `array_agg()`, and the order of those.

use std::sync::Arc;

use super::logic::AggregateOnPostgres;
use super::{Aggregate, AggregateOf, TakesDefault, TakesDistinct, over};
use crate::context::{Context, Merge, Merged, OnPostgres};
use crate::depth::Depth;
use crate::expr::{Computed, Expr, Source};
use crate::field::{ArrayItem, FieldValue};
use crate::kind::{Array, Json, Kind, Text};
use crate::model::{AllAre, Model};
use crate::order::OrderBy;
use crate::path::{NotNull, Nullability, Nullable};
use crate::state::{AggregateName, Argument, FunctionName, Node};

/// The function `STRING_AGG`, `GROUP_CONCAT`.
pub struct StringAgg;
/// The function `JSONB_AGG`, `JSON_GROUP_ARRAY`.
pub struct JsonAgg;
/// The function `ARRAY_AGG`.
pub struct ArrayAgg;

/// Says that an aggregate keeps its values in an order.
#[diagnostic::on_unimplemented(
    message = "`order_by()` does not exist for `{Self}`: it is the same in every order",
    label = "only `string_agg()`, `json_agg()` and `array_agg()` have it",
    note = "Django raises TypeError: Sum does not allow order_by, or got an unexpected keyword argument 'ordering'"
)]
pub trait TakesOrder {}

/// Says that an aggregate is a list, which can be empty.
#[diagnostic::on_unimplemented(
    message = "`or_empty()` does not exist for `{Self}`: it is no list",
    label = "only `json_agg()` and `array_agg()` have it",
    note = "another value instead of `NULL` is `default(…)`"
)]
pub trait IsList {
    /// The empty one, in SQL.
    #[doc(hidden)]
    const EMPTY: &'static str;
}

macro_rules! lists {
    ($($function:ident: $($rule:ident)*;)*) => {
        $($(#[diagnostic::do_not_recommend] impl $rule for $function {})*)*
    };
}

lists! {
    StringAgg: TakesDistinct TakesDefault TakesOrder;
    JsonAgg: TakesDistinct TakesDefault TakesOrder;
    ArrayAgg: TakesDistinct TakesOrder;
}

#[diagnostic::do_not_recommend]
impl IsList for JsonAgg {
    const EMPTY: &'static str = "[]";
}

#[diagnostic::do_not_recommend]
impl IsList for ArrayAgg {
    const EMPTY: &'static str = "{}";
}

impl<E: Source, T: FieldValue, N> Expr<E, Text<T>, N> {
    /// All values as one text, with `delimiter` between them: `None` when there are none. `NULL` is left
    /// out. The order is any, unless [`order_by()`](Self::order_by) says it.
    ///
    /// Django: `StringAgg("name", delimiter=", ")`, for PostgreSQL. SQL: `STRING_AGG`, on SQLite and MySQL
    /// `GROUP_CONCAT`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let headlines = blog::entry().headline.string_agg(", ").order_by(blog::entry().headline);
    /// let rows: Vec<(Blog, Option<String>)> = Blog::objects().annotate(&headlines).order_by(blog::id).all(&db).await?;
    /// assert_eq!(rows[0].1.as_deref(), Some("Help!, Yesterday"));
    /// # Ok(()) });
    /// ```
    #[doc(alias = "StringAgg")]
    #[doc(alias = "GROUP_CONCAT")]
    pub fn string_agg(&self, delimiter: &str) -> Expr<AggregateOf<StringAgg, E>, Text, Nullable> {
        let mut aggregate = over::<E, Text<T>, Text, N>(AggregateName::StringAgg, self);
        aggregate.delimiter = Some(Arc::from(delimiter));
        Expr::aggregate(aggregate)
    }
}

impl<E: Source, K: Kind, N> Expr<E, K, N> {
    /// All values as a JSON array: `None` when there are none. `NULL` is JSON's `null` in it. The order is
    /// any, unless [`order_by()`](Self::order_by) says it.
    ///
    /// Django: `JSONBAgg("name")`, for PostgreSQL. SQL: `JSONB_AGG`, on SQLite `JSON_GROUP_ARRAY`, on MySQL
    /// made by `GROUP_CONCAT`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let entry = json_object().field("id", blog::entry().id).field("rating", blog::entry().rating);
    /// let entries = entry.json_agg().order_by(blog::entry().id);
    /// let rows = Blog::objects().order_by(blog::id).values_list(blog::name).annotate(&entries).all(&db).await?;
    /// assert_eq!(rows[0].1, Some(serde_json::json!([{ "id": 1, "rating": 5 }, { "id": 2, "rating": 5 }])));
    /// # Ok(()) });
    /// ```
    #[doc(alias = "JSONBAgg")]
    pub fn json_agg(&self) -> Expr<AggregateOf<JsonAgg, E>, Json, Nullable> {
        Expr::aggregate(over::<E, K, Json, N>(AggregateName::JsonAgg, self))
    }
}

impl<E: Source, K: Kind, N: Nullability> Expr<E, K, N>
where
    N::Of<K::Value>: ArrayItem,
{
    /// All values as a `Vec`: `None` when there are none. A value that may be `NULL` is an `Option` in it.
    /// The order is any, unless [`order_by()`](Self::order_by) says it.
    ///
    /// Django: `ArrayAgg("rating")`. SQL: `ARRAY_AGG`. Databases: PostgreSQL.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let ratings = blog::entry().rating.array_agg().order_by(blog::entry().id).or_empty();
    /// let query = Blog::objects().values_list(blog::id).annotate(&ratings);
    /// assert_eq!(
    ///     query.sql::<Postgres>().unwrap(),
    ///     r#"SELECT "blog_blog"."id", COALESCE(ARRAY_AGG("blog_entry"."rating" ORDER BY "blog_entry"."id" ASC), '{}') FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" GROUP BY "blog_blog"."id""#
    /// );
    /// ```
    #[doc(alias = "ArrayAgg")]
    pub fn array_agg(&self) -> Expr<AggregateOnPostgres<ArrayAgg, E>, Array<Vec<N::Of<K::Value>>>, Nullable>
    where
        E::Context: Merge<OnPostgres>,
    {
        Expr::aggregate(over::<E, K, Array<Vec<N::Of<K::Value>>>, N>(AggregateName::ArrayAgg, self))
    }
}

impl<F: 'static, M: Model, X: Context, D: Depth, K: Kind, N> Expr<Aggregate<F, M, X, D>, K, N> {
    /// Keeps the values in an order, which is not the one of the rows. With [`distinct()`](Self::distinct)
    /// PostgreSQL takes only an order by the value itself.
    ///
    /// Django: `ArrayAgg("rating", ordering="-pub_date")`. SQL: `ORDER BY` inside of the aggregate.
    #[must_use]
    pub fn order_by<O: OrderBy<Models: AllAre<M>>>(
        self,
        order: O,
    ) -> Expr<Aggregate<F, M, Merged<X, O::Context>, D>, K, N>
    where
        F: TakesOrder,
        X: Merge<O::Context>,
    {
        self.changed(|aggregate| {
            let mut terms = Vec::new();
            order.terms(&mut terms);
            aggregate.order = terms;
        })
    }

    /// What it is when there are no values, instead of `NULL`: the empty list.
    ///
    /// Django: `ArrayAgg("rating", default=Value([]))`. SQL: `COALESCE`.
    #[must_use]
    pub fn or_empty(self) -> Expr<Computed<M, X, D>, K, NotNull>
    where
        F: IsList,
    {
        let of = Argument { node: self.node(), kind: K::TYPE };
        Expr::computed(Node::function(FunctionName::OrEmpty(F::EMPTY), vec![of], K::TYPE))
    }
}
