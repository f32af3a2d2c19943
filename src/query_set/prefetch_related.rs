//! `prefetch_related()`: related rows by one more query for each relation.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use super::prefetch::{Prefetched, attach};
use super::row::{BesideInstances, HasRoom, IsRow, Part};
use super::run::Rows;
use super::select_related::{AllFetched, Clears, several};
use super::{Fetched, Instances, IsOneQuery, IsWhole, QuerySet, Stages, Unlocked};
use crate::backend::{BackendSet, Everywhere};
use crate::context::{Closed, Context, Merge, Merged, Plain};
use crate::keys::Groups;
use crate::model::{AllAre, Just, Model};
use crate::path::{Cardinality, Hop, Many, Nullability, Nullable, One, Path};
use crate::related::Follows;
use crate::selection::Name;
use crate::state::State;

/// What `prefetch_related()` takes for rows of the shape `R`: a relation, one with a query set by
/// [`prefetch()`], or a tuple of up to 8.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a relation that `prefetch_related()` can load",
    label = "neither a relation nor a tuple of up to 8 relations",
    note = "write `prefetch_related(blog::entry())`, or with a query set `prefetch(blog::entry(), Entry::objects()…)`",
    note = "Django raises ValueError: … does not resolve to an item that supports prefetching"
)]
pub trait PrefetchRelated<R> {
    /// The models that the relations begin at, as a list.
    type Models;
    /// The relations, as a list of paths.
    type Paths;
    /// The databases that can run it.
    type Backends: BackendSet;
    /// The rows with the related ones.
    type Out;

    #[doc(hidden)]
    fn add_to(self, state: &mut State, rows: R) -> Self::Out;
}

/// What `prefetch_related()` adds for the path `P` and rows `T`, where a row may be missing by `N`.
type RowsOf<P, T, N> = <<P as Path>::Card as Cardinality>::Rows<T, N>;

#[diagnostic::do_not_recommend]
impl<F: Follows, R> PrefetchRelated<R> for F
where
    R: HasRoom<Fetched<RowsOf<F::Path, <F::Path as Path>::Target, <F::Path as Path>::Null>>>,
{
    type Models = Just<<F::Path as Path>::Root>;
    type Paths = Just<F::Path>;
    type Backends = Everywhere;
    type Out = R::Out;

    fn add_to(self, _state: &mut State, rows: R) -> Self::Out {
        let model = <F::Path as Path>::Target::META;
        let leads_to_many = F::Path::STEPS.is_some_and(|step| step.relation().many);
        let state = if leads_to_many { State::objects(model) } else { State::new(model) };
        rows.take(part::<F::Path, <F::Path as Path>::Null, _>(state, Instances, None))
    }
}

/// A relation with the query set that loads its rows: see [`prefetch()`].
pub struct Prefetch<P, R, X = Plain> {
    state: State,
    rows: R,
    name: Option<&'static str>,
    path: PhantomData<fn() -> (P, X)>,
}

impl<P, R, X> Prefetch<P, R, X> {
    /// Gives it a name for rows that have names: see [`nested()`](QuerySet::nested).
    ///
    /// Django: `Prefetch(…, to_attr="latest")`.
    #[must_use]
    pub fn to_attr(mut self, name: &'static str) -> Self {
        self.name = Some(name);
        self
    }
}

#[diagnostic::do_not_recommend]
impl<P, Q, X, R> PrefetchRelated<R> for Prefetch<P, Q, X>
where
    P: Path,
    Q: Rows<P::Target, Row: Clone>,
    X: Context,
    R: HasRoom<Fetched<RowsOf<P, Q::Row, Nullable>>>,
{
    type Models = Just<P::Root>;
    type Paths = Just<P>;
    type Backends = X::Backends;
    type Out = R::Out;

    fn add_to(self, _state: &mut State, rows: R) -> Self::Out {
        rows.take(part::<P, Nullable, Q>(self.state, self.rows, self.name))
    }
}

several! { PrefetchRelated: A B C D E F G H }

fn part<P, N, Q>(state: State, rows: Q, name: Option<&'static str>) -> Part
where
    P: Path,
    N: Nullability,
    Q: Rows<P::Target, Row: Clone>,
{
    fn attached<P: Path, N: Nullability, T: Clone + Send + 'static>(
        groups: Groups,
        rows: Vec<T>,
    ) -> Option<Box<dyn Any + Send>> {
        let attached = attach(groups, rows, <P::Card as Cardinality>::rows::<T, N>)?;
        Some(Box::new(attached.into_iter()))
    }
    let name = name.map_or(Name::Of(P::STEPS, None), Name::Given);
    let step = P::STEPS.expect("a relation is a step at least");
    let owner = <P::Way as Path>::Target::META;
    let load = Prefetched::<P::Target, Q>::new(step, owner, state, rows, attached::<P, N, Q::Row>);
    Part { name, load: Some(Arc::new(load)) }
}

/// The rows of a relation by a query set: filtered, ordered, sliced for each row that leads to them,
/// annotated, or with related rows of their own.
///
/// The query set is on the model that the relation leads to, and gives any rows. A relation to one row
/// gives an `Option` then, because the query set may leave it out.
///
/// Django: `Prefetch("entry_set", queryset=…)`. SQL: a slice numbers the rows of each owner by
/// `ROW_NUMBER()`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let entries = Entry::objects().order_by(entry::id.desc()).limit(1).prefetch_related(entry::authors());
/// let rows: Vec<(Blog, Vec<(Entry, Vec<Author>)>)> =
///     Blog::objects().prefetch_related(prefetch(blog::entry(), entries)).all(&db).await?;
/// let (blog, latest) = &rows[0];
/// assert_eq!((&*blog.name, &*latest[0].0.headline), ("Beatles Blog", "Help!"));
/// # Ok(()) });
/// ```
#[doc(alias = "Prefetch")]
pub fn prefetch<F, M, R, S, X>(_relation: F, mut query_set: QuerySet<M, R, S, X>) -> Prefetch<F::Path, R, X>
where
    F: Follows,
    M: EndOf<<F::Path as Path>::Target>,
    S: Stages,
    S::Origin: IsOneQuery,
    S::Slice: SlicesRows<<F::Path as Path>::Card>,
    S::Lock: IsUnlocked,
    X: Context,
    X::Parent: Closed,
{
    query_set.state.unstick();
    Prefetch { state: query_set.state, rows: query_set.rows, name: None, path: PhantomData }
}

/// Says that a query set gives the rows that a relation to `T` leads to.
#[diagnostic::on_unimplemented(
    message = "this relation leads to rows of `{T}`, and the query set gives rows of `{Self}`",
    label = "a query set on another model",
    note = "write `prefetch(blog::entry(), Entry::objects()…)`"
)]
pub trait EndOf<T> {}

#[diagnostic::do_not_recommend]
impl<T: Model> EndOf<T> for T {}

/// Says that the rows of a relation of the cardinality `C` can be sliced in this way.
#[diagnostic::on_unimplemented(
    message = "this relation leads to one row, so there is nothing to slice",
    label = "a relation to one row takes no `limit()`, `offset()` or `slice()`",
    note = "Django raises TypeError: Cannot filter a query once a slice has been taken."
)]
pub trait SlicesRows<C> {}

#[diagnostic::do_not_recommend]
impl<L> SlicesRows<Many> for L {}
#[diagnostic::do_not_recommend]
impl<L: IsWhole> SlicesRows<One> for L {}

/// Says that rows are not locked.
#[diagnostic::on_unimplemented(
    message = "the rows of a prefetch are not locked",
    label = "`select_for_update()` inside `prefetch(…)`",
    note = "lock them by a query of their own, in the same transaction"
)]
pub trait IsUnlocked {}

#[diagnostic::do_not_recommend]
impl IsUnlocked for Unlocked {}

/// Says that the ways to the last relations of a list of paths lead to one row each.
#[diagnostic::on_unimplemented(
    message = "only the last relation of a prefetch may lead to several rows",
    label = "a relation before the last leads to several rows",
    note = "nest them: `prefetch(blog::entry(), Entry::objects().prefetch_related(entry::authors()))`",
    note = "a filtered relation is loaded by a query set: `prefetch(blog::entry(), Entry::objects().filter(…))`"
)]
pub trait LeadByOne {}

#[diagnostic::do_not_recommend]
impl<P: Path<Card = One>, R> LeadByOne for Just<Hop<P, R>> {}
#[diagnostic::do_not_recommend]
impl<F: LeadByOne, T: LeadByOne> LeadByOne for (F, T) {}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Adds the rows that a relation leads to, or each of a tuple of relations: `Blog` becomes
    /// `(Blog, Vec<Entry>)`. A relation to one row adds the row, as an `Option` where there may be none.
    ///
    /// It takes one more query for each relation, however many rows there are; none when there are no
    /// rows. The queries run one after the other where the first one runs: in a transaction all of them
    /// see the same rows, as far as its isolation goes.
    ///
    /// A path may lead over relations to one row: `restaurant::best_pizza().toppings()` adds the
    /// toppings of the pizza. With a query set, and with related rows of the related rows, it is
    /// [`prefetch()`].
    ///
    /// Django: `prefetch_related("entry_set")`. SQL: `… WHERE blog_id IN (…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let blogs: Vec<(Blog, Vec<Entry>)> = Blog::objects().prefetch_related(blog::entry()).all(&db).await?;
    /// assert_eq!(blogs[0].1.len(), 2);
    ///
    /// let hot = Entry::objects().filter(entry::rating.gte(4)).order_by(entry::pub_date.desc());
    /// let blogs: Vec<(Blog, Vec<Entry>, Option<Theme>)> = Blog::objects()
    ///     .prefetch_related((prefetch(blog::entry(), hot), blog::theme()))
    ///     .all(&db)
    ///     .await?;
    /// # let _ = blogs;
    /// # Ok(()) });
    /// ```
    pub fn prefetch_related<F, O>(
        mut self,
        relations: F,
    ) -> QuerySet<M, O, S, Merged<X, <F::Backends as BackendSet>::Context>>
    where
        S::Origin: IsOneQuery,
        R: BesideInstances,
        F: PrefetchRelated<R, Models: AllAre<M>, Paths: LeadByOne, Out = O>,
        O: IsRow,
        X: Merge<<F::Backends as BackendSet>::Context>,
    {
        let rows = relations.add_to(&mut self.state, self.rows);
        self.state.unstick();
        QuerySet { state: self.state, rows, stage: PhantomData }
    }

    /// Takes back what [`prefetch_related()`](Self::prefetch_related) has added.
    ///
    /// Django: `prefetch_related(None)`.
    pub fn clear_prefetch_related(self) -> QuerySet<M, <R as Clears<AllFetched>>::Out, S, X>
    where
        R: Clears<AllFetched>,
    {
        QuerySet { state: self.state, rows: self.rows.clear(), stage: PhantomData }
    }
}
