//! `latest()`, `earliest()`, `latest_by()`, `earliest_by()`.

use super::{AllowedIn, Fetch, OfAllRows, Ordered, QuerySet, Rows, Stages};
use crate::backend::RunsOn;
use crate::compile;
use crate::context::{Closed, Context, Merge, Merged};
use crate::db::Executor;
use crate::error::Error;
use crate::model::{AllAre, HasLatest, Model};
use crate::order::OrderBy;
use crate::state::OrderTerm;

/// Says that an order names something to compare.
#[diagnostic::on_unimplemented(
    message = "`latest_by(())` and `earliest_by(())` name nothing to compare",
    label = "name a field: `latest_by(entry::pub_date, &db)`",
    note = "what the schema's `get_latest_by` names is compared by `latest(&db)` and `earliest(&db)`"
)]
pub trait Compares {}

#[diagnostic::do_not_recommend]
impl Compares for Ordered {}

impl<M: Model, R: Rows<M>, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// The last row in the order of the schema's `get_latest_by`, whatever the query set's own order.
    ///
    /// A model without one does not compile: see [`latest_by()`](Self::latest_by).
    ///
    /// Django: `latest()`. SQL: the order with every direction reversed, and `LIMIT 1`.
    ///
    /// # Errors
    ///
    /// [`Error::DoesNotExist`] when there is no row.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let entry = Entry::objects().filter(entry::blog_id.exact(1)).latest(&db).await?;
    /// assert_eq!(entry.headline, "Help!");
    /// # Ok(()) });
    /// ```
    pub fn latest<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, R::Row>
    where
        M: HasLatest,
        S::Slice: OfAllRows,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        self.extreme(compile::schema_order(M::META, M::META.get_latest_by), true, db)
    }

    /// The first row in the order of the schema's `get_latest_by`, whatever the query set's own order.
    ///
    /// Django: `earliest()`. SQL: the order, and `LIMIT 1`.
    ///
    /// # Errors
    ///
    /// As [`latest()`](Self::latest).
    pub fn earliest<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, R::Row>
    where
        M: HasLatest,
        S::Slice: OfAllRows,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        self.extreme(compile::schema_order(M::META, M::META.get_latest_by), false, db)
    }

    /// The last row in an order, which is anything that [`order_by()`](Self::order_by) takes.
    ///
    /// As in Django it is the first row of the order with every direction reversed, so that one by
    /// `entry::rating.desc()` is the row with the smallest rating; and a row where the field is `NULL`
    /// comes first on PostgreSQL, last on the others, unless `nulls_first()` or `nulls_last()` says.
    ///
    /// Django: `latest("pub_date", "rating")`. SQL: `ORDER BY … DESC LIMIT 1`.
    ///
    /// # Errors
    ///
    /// [`Error::DoesNotExist`] when there is no row; [`Error::InvalidQuery`] when the order is an
    /// empty `Vec`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let entry = Entry::objects().latest_by((entry::pub_date, entry::headline), &db).await?;
    /// assert_eq!(entry.headline, "Yesterday");
    /// # Ok(()) });
    /// ```
    pub fn latest_by<'d, O, D: Executor<'d>>(&self, order: O, db: D) -> Fetch<'d, R::Row>
    where
        O: OrderBy<Models: AllAre<M>>,
        O::Order: Compares,
        S::Slice: OfAllRows,
        X: Merge<O::Context>,
        <Merged<X, O::Context> as Context>::Parent: Closed,
        <Merged<X, O::Context> as Context>::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        self.extreme(named_order(order), true, db)
    }

    /// The first row in an order, which is anything that [`order_by()`](Self::order_by) takes.
    ///
    /// Django: `earliest("pub_date", "rating")`. SQL: `ORDER BY … LIMIT 1`.
    ///
    /// # Errors
    ///
    /// As [`latest_by()`](Self::latest_by).
    pub fn earliest_by<'d, O, D: Executor<'d>>(&self, order: O, db: D) -> Fetch<'d, R::Row>
    where
        O: OrderBy<Models: AllAre<M>>,
        O::Order: Compares,
        S::Slice: OfAllRows,
        X: Merge<O::Context>,
        <Merged<X, O::Context> as Context>::Parent: Closed,
        <Merged<X, O::Context> as Context>::Backends: RunsOn<D::Backend>,
        S::Lock: AllowedIn<D::Place>,
    {
        self.extreme(named_order(order), false, db)
    }

    /// The first row in an order, or in its reverse. `reverse()` before it counts too, as in Django.
    fn extreme<'d, D: Executor<'d>>(
        &self,
        order: Result<Vec<OrderTerm>, Error>,
        latest: bool,
        db: D,
    ) -> Fetch<'d, R::Row> {
        let mut state = self.state.clone();
        state.reversed ^= latest;
        state.slice(0, Some(1));
        let rows = order.map(|order| {
            state.order = Some(order);
            self.fetch(db.runner(), &state)
        });
        Fetch::new(M::META, async move {
            rows?.await?.into_iter().next().ok_or(Error::DoesNotExist { model: M::META.name })
        })
    }
}

fn named_order(order: impl OrderBy) -> Result<Vec<OrderTerm>, Error> {
    let mut terms = Vec::new();
    order.terms(&mut terms);
    match terms.is_empty() {
        true => Err(Error::InvalidQuery {
            message: "`latest_by()` and `earliest_by()` need an order, and the list of orders is empty"
                .to_owned(),
        }),
        false => Ok(terms),
    }
}
