//! How far a query set is built: what may follow depends on it.

use std::marker::PhantomData;

use super::{Annotated, Instances, PartialRows};

/// How far a query set is built: ordered by `O`, sliced by `L`, of the origin `C`, locked by `K`.
pub struct Stage<O = Unordered, L = Whole, C = Direct, K = Unlocked>(PhantomData<fn() -> (O, L, C, K)>);

/// No order was asked for.
pub struct Unordered;

/// The rows have an order: asked for, or the model's own.
pub struct Ordered;

/// All rows that match.
pub struct Whole;

/// A limit was set.
pub struct Limited;

/// An offset was set.
pub struct Offset;

/// A limit and an offset were set, or a slice was taken.
pub struct Sliced;

/// The query reads one model.
pub struct Direct;

/// The rows are those of several query sets: see [`QuerySet::union`](crate::QuerySet::union).
pub struct Combined;

/// The query reads the rows that one row leads to by the relation `R`: see
/// [`RelatedSet`](crate::RelatedSet). `D` is [`ThroughDefaults`] when new pairs get more than their keys.
pub struct Of<R, D = ()>(PhantomData<fn() -> (R, D)>);

/// New pairs of a many-to-many relation get more than their two keys.
pub struct ThroughDefaults;

/// No row lock was asked for.
pub struct Unlocked;

/// The rows are locked until the transaction ends; `W` says what is done about rows that are locked.
pub struct Locked<W = Wait>(PhantomData<fn() -> W>);

/// Waits for rows that another transaction has locked.
pub struct Wait;

/// Fails when another transaction has locked a row.
pub struct NoWait;

/// Leaves out the rows that another transaction has locked.
pub struct SkipLocked;

/// [`Unordered`] or [`Ordered`].
pub trait Either: 'static {
    /// Ordered when either is.
    type Or<O: Either>: Either;
}

impl Either for Unordered {
    type Or<O: Either> = O;
}

impl Either for Ordered {
    type Or<O: Either> = Ordered;
}

/// The parts of a [`Stage`].
pub trait Stages: 'static {
    /// [`Unordered`] or [`Ordered`].
    type Order: Either;
    /// [`Whole`], [`Limited`], [`Offset`] or [`Sliced`].
    type Slice;
    /// [`Direct`], [`Of`] or [`Combined`].
    type Origin;
    /// [`Unlocked`] or [`Locked`].
    type Lock;
    /// The stage with another order.
    type WithOrder<O: Either>: Stages;
    /// The stage with another slice.
    type WithSlice<L: 'static>: Stages;
    /// The stage with another lock.
    type WithLock<K: 'static>: Stages;
}

impl<O: Either, L: 'static, C: 'static, K: 'static> Stages for Stage<O, L, C, K> {
    type Order = O;
    type Slice = L;
    type Origin = C;
    type Lock = K;
    type WithOrder<P: Either> = Stage<P, L, C, K>;
    type WithSlice<P: 'static> = Stage<O, P, C, K>;
    type WithLock<P: 'static> = Stage<O, L, C, P>;
}

/// Says that no slice was taken.
#[diagnostic::on_unimplemented(
    message = "this query set is sliced, so it can no longer be filtered, ordered or changed",
    label = "call this before `limit()`, `offset()`, `slice()` and `nth()`",
    note = "Django raises TypeError: Cannot filter (reorder, reverse, update) a query once a slice has been taken."
)]
pub trait IsWhole {}

#[diagnostic::do_not_recommend]
impl IsWhole for Whole {}

/// Says that the rows are those of one query.
#[diagnostic::on_unimplemented(
    message = "this query set is put together by `union()`, `intersection()` or `difference()`, and this method does not work on such a one",
    label = "call this on each query set before they are put together",
    note = "or ask for the rows by their keys: `Entry::objects().filter(entry::id.in_(united.values_list(entry::id)))`",
    note = "Django raises NotSupportedError: Calling QuerySet.filter() after union() is not supported."
)]
pub trait IsOneQuery {}

#[diagnostic::do_not_recommend]
impl IsOneQuery for Direct {}
#[diagnostic::do_not_recommend]
impl<R, D> IsOneQuery for Of<R, D> {}

/// Says that what the rows `R` hold can be chosen anew.
#[diagnostic::on_unimplemented(
    message = "the rows of these query sets were values before they were put together, so they stay as they are",
    label = "select the fields in each query set before `union()`, `intersection()` or `difference()`",
    note = "Django ignores the call, and gives the rows that the query sets have"
)]
pub trait Reselects<R> {}

#[diagnostic::do_not_recommend]
impl<R> Reselects<R> for Direct {}
#[diagnostic::do_not_recommend]
impl<R, L, D> Reselects<R> for Of<L, D> {}
#[diagnostic::do_not_recommend]
impl Reselects<Instances> for Combined {}
#[diagnostic::do_not_recommend]
impl<L> Reselects<PartialRows<L>> for Combined {}
#[diagnostic::do_not_recommend]
impl<B, T> Reselects<Annotated<B, T>> for Combined {}

/// Says that no slice was taken, so that a row can be searched for among all rows that match.
#[diagnostic::on_unimplemented(
    message = "this query set is sliced, and this method searches all of its rows",
    label = "not after `limit()`, `offset()` or `slice()`",
    note = "to search the rows of a slice, write `filter(entry::id.in_(slice.values_list(entry::id)))`",
    note = "Django raises TypeError: Cannot change (filter, reverse) a query once a slice has been taken, or Cannot use 'limit' or 'offset' with in_bulk()."
)]
pub trait OfAllRows {}

#[diagnostic::do_not_recommend]
impl OfAllRows for Whole {}
