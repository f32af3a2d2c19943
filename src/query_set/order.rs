//! `order_by()`, `reverse()`, `distinct()`, `distinct_on()`.

use super::{IsOneQuery, IsWhole, Ordered, QuerySet, Stages};
use crate::context::{Context, Merge, Merged, OnPostgres};
use crate::model::{AllAre, Model};
use crate::order::OrderBy;
use crate::selection::Selection;
use crate::state::Distinct;

/// Says that the rows have an order.
#[diagnostic::on_unimplemented(
    message = "`reverse()` needs an order, and this query set has none",
    label = "call `order_by(…)` first, or give the model an `ordering` in its schema",
    note = "Django ignores the call, and gives the rows in any order"
)]
pub trait IsOrdered {}

#[diagnostic::do_not_recommend]
impl IsOrdered for Ordered {}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Orders the rows by an expression, a relation, an order, or a tuple or `Vec` of them; `()` clears
    /// the order.
    ///
    /// It replaces any order that was set before, the model's own one included. Ordering over a
    /// to-many relation gives a row once for each related row.
    ///
    /// Django: `order_by()`. SQL: `ORDER BY`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Entry::objects().order_by((entry::blog().name, entry::pub_date.desc())).values_list(entry::id);
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" ORDER BY "blog_blog"."name" ASC, "blog_entry"."pub_date" DESC"#
    /// );
    /// ```
    #[doc(alias = "sort")]
    pub fn order_by<O: OrderBy<Models: AllAre<M>>, Y>(
        mut self,
        order: O,
    ) -> QuerySet<M, R, S::WithOrder<O::Order>, Y>
    where
        S::Slice: IsWhole,
        X: Merge<O::Context, Out = Y>,
    {
        let mut terms = Vec::new();
        order.terms(&mut terms);
        for term in &terms {
            self.state.know_aggregates(&term.node);
        }
        self.state.order = Some(terms);
        self.restage()
    }

    /// The same rows in an order: by primary key, where the query set has none.
    ///
    /// For a function that takes query sets with an order, and for an order that is set in an `if`.
    pub fn ordered(mut self) -> QuerySet<M, R, S::WithOrder<Ordered>, X>
    where
        S::Slice: IsWhole,
    {
        self.state.ordered();
        self.restage()
    }

    /// Reverses the order. It stays reversed when `order_by()` is called later, as in Django.
    ///
    /// Django: `reverse()`, which ignores the call when there is no order.
    pub fn reverse(mut self) -> Self
    where
        S::Slice: IsWhole,
        S::Order: IsOrdered,
    {
        self.state.reversed = !self.state.reversed;
        self.restage()
    }

    /// Gives rows that are the same in every selected column once.
    ///
    /// The columns of the order count as selected, as in Django.
    ///
    /// Django: `distinct()`. SQL: `SELECT DISTINCT`.
    pub fn distinct(mut self) -> Self
    where
        S::Origin: IsOneQuery,
        S::Slice: IsWhole,
    {
        self.state.distinct = Distinct::Rows;
        self.restage()
    }

    /// Gives the first row for each value of `fields`. The order must begin with the same fields.
    ///
    /// Databases: PostgreSQL. With another `Db` the query does not compile.
    ///
    /// Django: `distinct("blog", …)`. SQL: `SELECT DISTINCT ON (…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let newest = Entry::objects()
    ///     .order_by((entry::blog_id, entry::pub_date.desc()))
    ///     .distinct_on(entry::blog_id)
    ///     .values_list(entry::id);
    /// assert_eq!(
    ///     newest.sql::<Postgres>().unwrap(),
    ///     r#"SELECT DISTINCT ON ("blog_entry"."blog_id") "blog_entry"."id" FROM "blog_entry" ORDER BY "blog_entry"."blog_id" ASC, "blog_entry"."pub_date" DESC"#
    /// );
    /// ```
    pub fn distinct_on<F: Selection<Models: AllAre<M>>>(
        mut self,
        fields: F,
    ) -> QuerySet<M, R, S, Merged<Merged<X, F::Context>, OnPostgres>>
    where
        S::Origin: IsOneQuery,
        S::Slice: IsWhole,
        X: Merge<F::Context>,
        Merged<X, F::Context>: Merge<OnPostgres>,
    {
        self.state.distinct = Distinct::On(fields.nodes());
        self.restage()
    }
}
