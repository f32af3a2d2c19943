//! `dates()`, `datetimes()`.

use std::sync::Arc;

use super::annotate::decode_tuple;
use super::{Flat, IsOneQuery, IsWhole, Ordered, QuerySet, Stages};
use crate::context::{Context, Merge, Merged};
use crate::expr::{DateUnit, Expr, Source, Unit};
use crate::field::FieldValue;
use crate::kind::{Date, DateTime};
use crate::model::{AllAre, Just, Model};
use crate::path::Nullability;
use crate::record::Slot;
use crate::state::{Distinct, Lookup, LookupName, Node, OrderTerm, Right, State, Transform};
use crate::zone::{AtZone, Zone};

/// What `dates()` takes: a date, or a datetime, which is taken by the date that it has in UTC or in the
/// zone of `at_zone()`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no dates",
    label = "neither a date nor a datetime",
    note = "`dates()` takes a field of the kind `Date` or `DateTime`: `dates(entry::pub_date, DateUnit::Month)`",
    note = "Django raises TypeError: 'headline' isn't a DateField, TimeField, or DateTimeField."
)]
pub trait HasDates {
    /// The model that it belongs to, as a list.
    type Models;
    /// What it needs from around it.
    type Context: Context;
    /// The Rust type of the dates.
    type Value: Slot;

    #[doc(hidden)]
    fn source(&self) -> Dated;
}

/// What `datetimes()` takes: a datetime, by the clocks of UTC or of the zone of `at_zone()`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no datetimes",
    label = "not a datetime",
    note = "`datetimes()` takes a field of the kind `DateTime`, `dates()` also one of the kind `Date`",
    note = "Django raises ValueError: Cannot truncate DateField 'pub_date' to DateTimeField."
)]
pub trait HasDateTimes {
    /// The model that it belongs to, as a list.
    type Models;
    /// What it needs from around it.
    type Context: Context;
    /// The kind of it.
    type Kind;
    /// The Rust type of the datetimes.
    type Value: Slot;

    #[doc(hidden)]
    fn source(&self) -> Dated;
}

/// An expression, how it is read, and by the clocks of which zone.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Dated {
    node: Node,
    zone: Option<Zone>,
    as_date: bool,
}

impl Dated {
    fn new(node: Node, as_date: bool) -> Self {
        match node {
            Node::AtZone(zone, node) => Self { node: *node, zone: Some(zone), as_date },
            node => Self { node, zone: None, as_date },
        }
    }
}

#[diagnostic::do_not_recommend]
impl<E: Source, T: FieldValue, N: Nullability> HasDates for Expr<E, Date<T>, N> {
    type Models = Just<E::Model>;
    type Context = E::Context;
    type Value = T;

    fn source(&self) -> Dated {
        Dated::new(self.node(), false)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Source, T: FieldValue, N: Nullability> HasDates for Expr<E, DateTime<T>, N> {
    type Models = Just<E::Model>;
    type Context = E::Context;
    type Value = jiff::civil::Date;

    fn source(&self) -> Dated {
        Dated::new(self.node(), true)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Source, T: FieldValue, N: Nullability> HasDates for AtZone<E, N, T> {
    type Models = Just<E::Model>;
    type Context = E::Context;
    type Value = jiff::civil::Date;

    fn source(&self) -> Dated {
        Dated::new(self.node().clone(), true)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Source, T: FieldValue, N: Nullability> HasDateTimes for Expr<E, DateTime<T>, N> {
    type Models = Just<E::Model>;
    type Context = E::Context;
    type Kind = DateTime<T>;
    type Value = T;

    fn source(&self) -> Dated {
        Dated::new(self.node(), false)
    }
}

#[diagnostic::do_not_recommend]
impl<E: Source, T: FieldValue, N: Nullability> HasDateTimes for AtZone<E, N, T> {
    type Models = Just<E::Model>;
    type Context = E::Context;
    type Kind = DateTime<T>;
    type Value = T;

    fn source(&self) -> Dated {
        Dated::new(self.node().clone(), false)
    }
}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// The dates of a field, cut to a unit: each of them once, in their order, without `NULL`.
    ///
    /// A datetime is taken by its date in UTC, or in the zone of `at_zone()`. The latest come first by
    /// [`reverse()`](Self::reverse).
    ///
    /// Django: `dates("pub_date", "month")`; `order="DESC"` is `reverse()`. SQL: `SELECT DISTINCT`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let months: Vec<jiff::civil::Date> =
    ///     Entry::objects().dates(entry::pub_date, DateUnit::Month).reverse().all(&db).await?;
    /// assert!(months.iter().all(|month| month.day() == 1));
    /// # Ok(()) });
    /// ```
    pub fn dates<F: HasDates<Models: AllAre<M>>>(
        self,
        field: F,
        unit: DateUnit,
    ) -> QuerySet<M, Flat<F::Value>, S::WithOrder<Ordered>, Merged<X, F::Context>>
    where
        S::Origin: IsOneQuery,
        S::Slice: IsWhole,
        X: Merge<F::Context>,
    {
        self.cut(field.source(), |node| Unit::<Date>::unit(unit).of(node))
    }

    /// The datetimes of a field, cut to a unit by the clocks of UTC or of the zone of `at_zone()`: each
    /// of them once, in their order, without `NULL`.
    ///
    /// The latest come first by [`reverse()`](Self::reverse).
    ///
    /// Django: `datetimes("published_at", "hour", tzinfo=zone)`; `order="DESC"` is `reverse()`. SQL:
    /// `SELECT DISTINCT`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let oslo = queryset::Zone::new("Europe/Oslo")?;
    /// let days: Vec<jiff::Timestamp> =
    ///     Entry::objects().datetimes(entry::published_at.at_zone(&oslo), DateUnit::Day).all(&db).await?;
    /// # let _ = days;
    /// # Ok(()) });
    /// ```
    pub fn datetimes<F: HasDateTimes<Models: AllAre<M>>, U: Unit<F::Kind>>(
        self,
        field: F,
        unit: U,
    ) -> QuerySet<M, Flat<F::Value>, S::WithOrder<Ordered>, Merged<X, F::Context>>
    where
        S::Origin: IsOneQuery,
        S::Slice: IsWhole,
        X: Merge<F::Context>,
    {
        self.cut(field.source(), |node| unit.unit().of(node))
    }

    /// The field is annotated first, so that what is selected and what is not `NULL` are the same, over
    /// relations as well.
    fn cut<V: Slot, T, Y>(
        mut self,
        source: Dated,
        unit: impl FnOnce(Node) -> Node,
    ) -> QuerySet<M, Flat<V>, T, Y> {
        let field = Node::Shared(Arc::new(source.node));
        self.state.alias(field.clone());
        let local = match source.zone {
            Some(zone) => Node::AtZone(zone, Box::new(field.clone())),
            None => field.clone(),
        };
        let read = if source.as_date { Node::Transform(Transform::Date, Box::new(local)) } else { local };
        select_once(&mut self.state, Node::Shared(Arc::new(unit(read))));
        let right = Right::Flag(false);
        self.state.filter(Node::Lookup(Box::new(Lookup { name: LookupName::IsNull, left: field, right })));
        let Self { state, .. } = self;
        QuerySet { state, rows: Flat { decode: decode_tuple }, stage: std::marker::PhantomData }
    }
}

/// Selects an expression, each value of it once, in their order.
fn select_once(state: &mut State, node: Node) {
    state.select_values(vec![node.clone()]);
    state.distinct = Distinct::Rows;
    state.order = Some(vec![OrderTerm { node, descending: false, nulls: None }]);
}
