//! What an expression needs from around it: outer queries, and the databases that can run it.

use std::marker::PhantomData;

use crate::backend::{BackendSet, Everywhere, PostgresOnly};
use crate::model::Model;

/// What an expression, predicate or query set needs from around it.
///
/// `P` is the model of the query around it that it refers to by [`outer()`](crate::outer), `G` the
/// one around that, `B` the databases that have all the SQL it uses. Operands merge theirs upwards.
pub struct Refers<P = NoOuter, G = NoOuter, B = Everywhere>(PhantomData<fn() -> (P, G, B)>);

/// Needs nothing: no outer query, and any database will do.
pub struct Plain;

/// Needs PostgreSQL, and no outer query.
pub type OnPostgres = Refers<NoOuter, NoOuter, PostgresOnly>;

/// In a [`Refers`]: no reference to that outer query.
pub struct NoOuter;

/// In a [`Refers`]: a reference to an outer query on the model `M`.
pub struct Outer<M>(PhantomData<fn() -> M>);

/// [`Plain`] or a [`Refers`], taken apart.
pub trait Context: 'static {
    /// The outer query, one level up.
    type Parent: OuterQuery;
    /// The outer query, two levels up.
    type Grandparent: OuterQuery;
    /// The databases that can run it.
    type Backends: BackendSet;
}

impl Context for Plain {
    type Parent = NoOuter;
    type Grandparent = NoOuter;
    type Backends = Everywhere;
}

impl<P: OuterQuery, G: OuterQuery, B: BackendSet> Context for Refers<P, G, B> {
    type Parent = P;
    type Grandparent = G;
    type Backends = B;
}

/// [`NoOuter`] or [`Outer`].
pub trait OuterQuery: 'static {
    /// What refers to this query and to none around it, and needs one of the databases `B`.
    type Context<B: BackendSet>: Context;
}

impl OuterQuery for NoOuter {
    type Context<B: BackendSet> = B::Context;
}

impl<M: Model> OuterQuery for Outer<M> {
    type Context<B: BackendSet> = Refers<Self, NoOuter, B>;
}

/// Puts two references to the same outer query together.
#[diagnostic::on_unimplemented(
    message = "two `outer()` references of one query point at different models",
    label = "the query around this one has one model",
    note = "for the query around that, write `outer(outer(…))`"
)]
pub trait MergeOuter<O: OuterQuery>: OuterQuery {
    /// The reference that stands for both.
    type Out: OuterQuery;
}

#[diagnostic::do_not_recommend]
impl MergeOuter<NoOuter> for NoOuter {
    type Out = NoOuter;
}

#[diagnostic::do_not_recommend]
impl<M: Model> MergeOuter<Outer<M>> for NoOuter {
    type Out = Outer<M>;
}

#[diagnostic::do_not_recommend]
impl<M: Model> MergeOuter<NoOuter> for Outer<M> {
    type Out = Outer<M>;
}

#[diagnostic::do_not_recommend]
impl<M: Model> MergeOuter<Outer<M>> for Outer<M> {
    type Out = Outer<M>;
}

/// Merges the contexts of two operands.
#[diagnostic::on_unimplemented(
    message = "two `outer()` references of one query point at different models",
    label = "the query around this one has one model",
    note = "for the query around that, write `outer(outer(…))`",
    note = "Django raises FieldError: Cannot resolve keyword into field."
)]
pub trait Merge<C: Context>: Context {
    /// What both need.
    type Out: Context;
}

#[diagnostic::do_not_recommend]
impl<C: Context> Merge<C> for Plain {
    type Out = C;
}

#[diagnostic::do_not_recommend]
impl<P, G, B, C> Merge<C> for Refers<P, G, B>
where
    C: Context,
    B: BackendSet,
    P: MergeOuter<C::Parent>,
    G: MergeOuter<C::Grandparent>,
{
    type Out = Refers<P::Out, G::Out, B::And<C::Backends>>;
}

/// What two operands need together.
pub type Merged<A, B> = <A as Merge<B>>::Out;

/// Says that a query refers to no query around it.
#[diagnostic::on_unimplemented(
    message = "this query still refers to an outer query on `{Self}`",
    label = "it cannot run by itself",
    note = "use it inside `exists(…)` or on the right of `in_(…)`, in a query on the model that `outer()` names",
    note = "Django raises ValueError: This queryset contains a reference to an outer query and may only be used in a subquery."
)]
pub trait Closed {}

#[diagnostic::do_not_recommend]
impl Closed for NoOuter {}

/// Says that a query may stand inside a query on `M`.
#[diagnostic::on_unimplemented(
    message = "this subquery refers to `{Self}`, but stands inside a query on `{M}`",
    label = "`outer()` names a field of another model"
)]
pub trait Inside<M> {}

#[diagnostic::do_not_recommend]
impl<M: Model> Inside<M> for NoOuter {}
#[diagnostic::do_not_recommend]
impl<M: Model> Inside<M> for Outer<M> {}

/// The context of a subquery, seen from the query around it: one level less deep.
pub type Shifted<C> = <<C as Context>::Grandparent as OuterQuery>::Context<<C as Context>::Backends>;
