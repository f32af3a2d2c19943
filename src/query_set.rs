//! [`QuerySet`]: a query, from the model it begins with to the rows it gives.

mod annotate;
mod bulk;
mod bulk_create;
mod bulk_update;
mod by_name;
mod combine;
mod dates;
mod filter;
mod filterable;
mod filtered_relation;
mod get_or_create;
mod latest;
mod lock;
mod mapped;
mod nested;
mod order;
mod prefetch;
mod prefetch_objects;
mod prefetch_related;
mod related_set;
mod row;
mod run;
mod select_related;
mod slice;
mod stage;
mod union;
mod values;
mod write;

use std::fmt;
use std::marker::PhantomData;

pub use self::annotate::{Annotates, Append};
pub use self::bulk::{BulkKeys, HoldsInstances, InstanceOf, IsOwn};
pub use self::bulk_create::{
    BulkCreate, Fails, Ignores, IsUndecided, MeetsAnyConflict, NamesConflicts, UniqueFields, UniqueIn,
    UniqueTogether, Updates,
};
pub use self::bulk_update::BulkUpdate;
pub use self::combine::{AreRowsOf, IsModelOf, IsOneBeside, IsUncutBeside};
pub use self::dates::{HasDateTimes, HasDates};
pub use self::filterable::Filterable;
pub use self::latest::Compares;
pub use self::lock::{AllowedIn, Beside, HasRelations, IsJoined, IsLocked, IsRelation, WaitFor};
pub use self::mapped::Mapped;
pub use self::nested::{HasElements, Nested, NestedRows};
pub use self::order::IsOrdered;
pub use self::prefetch_objects::{
    AreNear, HaveKeys, LoadedInstance, LoadedRow, LoadedRows, prefetch_related_objects,
};
pub use self::prefetch_related::{
    EndOf, IsUnlocked, LeadByOne, Prefetch, PrefetchRelated, SlicesRows, prefetch,
};
pub use self::related_set::{
    Binds, BindsKeys, ByKey, ByPairs, CanBeCut, HasPairs, InstanceList, RelatedSet, ToMany, related_row,
    related_set, sure_related_row,
};
pub use self::row::{
    Annotated, BesideInstances, Element, Fetched, HasRoom, IsRow, Joined, JoinedRow, RowBase, StreamsRows,
};
pub(crate) use self::row::{Behind, Loaded, Part};
pub use self::run::{Fetch, RowStream, Rows};
pub(crate) use self::run::{counted, found};
pub use self::select_related::{LeadToOne, RelatedPart, SelectRelated};
pub use self::slice::{CutLimit, CutOffset, SliceRange};
pub use self::stage::{
    Combined, Direct, Either, IsOneQuery, IsWhole, Limited, Locked, NoWait, Of, OfAllRows, Offset, Ordered,
    Reselects, SkipLocked, Sliced, Stage, Stages, ThroughDefaults, Unlocked, Unordered, Wait, Whole,
};
pub use self::union::{FitsAll, HoldsNoLock, Others, StandsBeside, Together};
pub use self::values::{
    Flat, Instances, ModelLists, ModelRows, Named, NamedRow, PartialRows, SingleField, TupleRows, Values,
    ValuesList,
};
pub use self::write::{Assignment, Assignments, Changeable, FitsInto, IsOwnKey, SetInstance, SetOperand};
use crate::context::Plain;
use crate::model::Model;
use crate::state::State;

/// A query on the model `M`: lazy, immutable, and cheap to clone.
///
/// `R` is the shape of its rows, `S` how far it is built (ordered, sliced, locked), and `X` what it
/// needs from around it. `filter()` changes none of them, so a condition can be added in an `if`.
///
/// Nothing is sent to the database before a method is called that takes a database: `all`, `get`,
/// `first`, `count`, …
///
/// Methods of your own stand on [`Filterable`]; which rows `objects()` leaves out is said in the schema,
/// by `objects = { deleted_at__isnull = true }`, and `all_objects()` gives them, too.
///
/// Django: `QuerySet`.
#[must_use = "a query set does nothing until it is run, by `all(&db)` and the like"]
pub struct QuerySet<M, R = Instances, S = Stage, X = Plain> {
    state: State,
    rows: R,
    stage: PhantomData<fn() -> (M, S, X)>,
}

impl<M, R: Clone, S, X> Clone for QuerySet<M, R, S, X> {
    fn clone(&self) -> Self {
        Self { state: self.state.clone(), rows: self.rows.clone(), stage: PhantomData }
    }
}

impl<M, R, S, X> fmt::Debug for QuerySet<M, R, S, X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.state, f)
    }
}

impl<M: Model, S, X> QuerySet<M, Instances, S, X> {
    /// The rows that the schema calls the model's objects: mostly all. Generated code calls it for
    /// `Model::objects()`.
    #[doc(hidden)]
    pub fn new() -> Self {
        Self { state: State::objects(M::META), rows: Instances, stage: PhantomData }
    }

    /// Every row. Generated code calls it for `Model::all_objects()`.
    #[doc(hidden)]
    pub fn all_objects() -> Self {
        Self { state: State::new(M::META), rows: Instances, stage: PhantomData }
    }
}

impl<M, R, S, X> QuerySet<M, R, S, X> {
    pub(crate) fn of_state(state: State, rows: R) -> Self {
        Self { state, rows, stage: PhantomData }
    }

    pub(crate) fn state_mut(&mut self) -> &mut State {
        &mut self.state
    }

    pub(crate) fn into_state(self) -> State {
        self.state
    }

    /// The same query with another stage and context.
    pub(crate) fn restage<T, Y>(mut self) -> QuerySet<M, R, T, Y> {
        self.state.unstick();
        QuerySet { state: self.state, rows: self.rows, stage: PhantomData }
    }

    /// The same query with other rows.
    fn reshape<Q, Y>(mut self, rows: Q) -> QuerySet<M, Q, S, Y> {
        self.state.unstick();
        QuerySet { state: self.state, rows, stage: PhantomData }
    }
}
