//! How a column is reached: from the root model, over any number of relations.

use std::any::TypeId;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::{LazyLock, Mutex, PoisonError};

use crate::field::FieldValue;
use crate::meta;
use crate::model::{Column, Model};
use crate::record::Slot;

/// The value is never `NULL`.
#[derive(Clone, Copy, Debug)]
pub struct NotNull;

/// The value may be `NULL`: the column may be, or a relation on the way may lead to no row.
#[derive(Clone, Copy, Debug)]
pub struct Nullable;

/// [`NotNull`] or [`Nullable`].
pub trait Nullability: Copy + Send + Sync + 'static {
    /// The Rust type of a value of type `T`: `T` or `Option<T>`.
    type Of<T: FieldValue>: Slot;
    /// The Rust type of a related row of type `T`: `T` or `Option<T>`.
    type Row<T: Send + 'static>: Send + 'static;
    /// Nullable when either is.
    type Or<N: Nullability>: Nullability;
    /// Nullable when both are.
    type And<N: Nullability>: Nullability;

    /// A related row, where there may be none; `None` when there is none, and there must be one.
    #[doc(hidden)]
    fn row<T: Send + 'static>(row: Option<T>) -> Option<Self::Row<T>>;
}

impl Nullability for NotNull {
    type Of<T: FieldValue> = T;
    type Row<T: Send + 'static> = T;
    type Or<N: Nullability> = N;
    type And<N: Nullability> = NotNull;

    fn row<T: Send + 'static>(row: Option<T>) -> Option<T> {
        row
    }
}

impl Nullability for Nullable {
    type Of<T: FieldValue> = Option<T>;
    type Row<T: Send + 'static> = Option<T>;
    type Or<N: Nullability> = Nullable;
    type And<N: Nullability> = N;

    fn row<T: Send + 'static>(row: Option<T>) -> Option<Option<T>> {
        Some(row)
    }
}

/// A path that leads to one row at most.
#[derive(Clone, Copy, Debug)]
pub struct One;

/// A path that may lead to several rows.
#[derive(Clone, Copy, Debug)]
pub struct Many;

/// [`One`] or [`Many`].
pub trait Cardinality: Copy + 'static {
    /// Many when either is.
    type Or<C: Cardinality>: Cardinality;
    /// The rows at the end of a path, each a `T`: a `Vec` of them, or the one that may be missing by `N`.
    type Rows<T: Send + 'static, N: Nullability>: Send + 'static;

    /// Makes them from the rows that were found; `None` when one is missing that must be there.
    #[doc(hidden)]
    fn rows<T: Send + 'static, N: Nullability>(found: Vec<T>) -> Option<Self::Rows<T, N>>;
}

impl Cardinality for One {
    type Or<C: Cardinality> = C;
    type Rows<T: Send + 'static, N: Nullability> = N::Row<T>;

    fn rows<T: Send + 'static, N: Nullability>(found: Vec<T>) -> Option<N::Row<T>> {
        N::row(found.into_iter().next())
    }
}

impl Cardinality for Many {
    type Or<C: Cardinality> = Many;
    type Rows<T: Send + 'static, N: Nullability> = Vec<T>;

    fn rows<T: Send + 'static, N: Nullability>(found: Vec<T>) -> Option<Vec<T>> {
        Some(found)
    }
}

/// A relation of a model, in one direction, as a type.
pub trait Relation: 'static {
    /// The model that has it.
    type Model: Model;
    /// The model that it leads to.
    type Target: Model;
    /// The column that the rows it leads to are told apart by: what a foreign key points at, or else
    /// the primary key.
    type Key: Column<Model = Self::Target>;
    /// Whether there may be no row at the other end.
    type Null: Nullability;
    /// Whether there may be several.
    type Card: Cardinality;
    /// Its place among the relations of the model.
    const AT: usize;
    /// What the schema says about it.
    #[must_use]
    fn meta() -> &'static meta::Relation {
        &Self::Model::META.relations[Self::AT]
    }
}

/// Says that a relation is by a key of its own model: a foreign key, or a one-to-one relation that the
/// model declares. Implemented by generated code.
#[diagnostic::on_unimplemented(
    message = "only a foreign key of the model itself can be set, and `{Self}` is none",
    label = "its rows are bound by keys that stand elsewhere",
    note = "bind them by an instance: `entry.authors().set(&authors, &db)`, or set the key on their own model",
    note = "Django raises FieldError: Cannot update model field … (only non-relations and foreign keys permitted)"
)]
pub trait OwnsKey: Relation {
    /// The key.
    type Column: Column<Model = Self::Model>;
}

/// A way from a model over relations to a model.
pub trait Path: Copy + Send + Sync + 'static {
    /// Where it begins.
    type Root: Model;
    /// Where it ends.
    type Target: Model;
    /// The column that the rows at its end are told apart by.
    type Key: Column<Model = Self::Target>;
    /// Whether there may be no row at its end.
    type Null: Nullability;
    /// Whether there may be several.
    type Card: Cardinality;
    /// The way to its last relation; that of the root is the root.
    type Way: Path;
    /// The relations, last first; `None` is the root itself.
    const STEPS: Option<&'static Step>;
}

/// One relation of a path, with the way to it.
#[derive(Debug)]
pub struct Step {
    /// The steps before it.
    pub parent: Option<&'static Step>,
    /// The relation that is followed.
    pub relation: Followed,
    /// What leaves some of its rows out.
    pub filter: Option<StepFilter>,
}

/// The relation of a [`Step`].
#[derive(Clone, Copy, Debug)]
pub enum Followed {
    /// That of a path in code, which is a constant: metadata is read when a program runs.
    Typed(fn() -> &'static meta::Relation),
    /// One that is known.
    Known(&'static meta::Relation),
}

/// The condition of a [filtered relation](crate::FilteredRelation), by its name and by the type that
/// stands for that.
#[derive(Clone, Copy, Debug)]
pub struct StepFilter {
    /// The name.
    pub name: &'static str,
    /// The type.
    pub id: fn() -> TypeId,
}

impl Step {
    /// The relation that is followed.
    pub(crate) fn relation(&self) -> &'static meta::Relation {
        match self.relation {
            Followed::Typed(meta) => meta(),
            Followed::Known(relation) => relation,
        }
    }

    /// Whether it follows the same relation to the same rows.
    fn is(&self, other: &Self) -> bool {
        let id = |filter: StepFilter| (filter.id)();
        self.relation() == other.relation() && self.filter.map(id) == other.filter.map(id)
    }
}

/// The path that stays where it is.
pub struct Root<M: ?Sized>(PhantomData<fn(&M)>);

impl<M> Clone for Root<M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M> Copy for Root<M> {}

impl<M: Model> Path for Root<M> {
    type Root = M;
    type Target = M;
    type Key = M::KeyColumn;
    type Null = NotNull;
    type Card = One;
    type Way = Self;
    const STEPS: Option<&'static Step> = None;
}

/// The path `P`, then the relation `R`.
pub struct Hop<P: ?Sized, R: ?Sized>(PhantomData<fn(&P, &R)>);

impl<P, R> Clone for Hop<P, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P, R> Copy for Hop<P, R> {}

impl<P: Path, R: Relation> Path for Hop<P, R> {
    type Root = P::Root;
    type Target = R::Target;
    type Key = R::Key;
    type Null = <P::Null as Nullability>::Or<R::Null>;
    type Card = <P::Card as Cardinality>::Or<R::Card>;
    type Way = P;
    const STEPS: Option<&'static Step> =
        Some(&Step { parent: P::STEPS, relation: Followed::Typed(R::meta), filter: None });
}

/// Steps on the way, first to last.
pub(crate) fn hops(steps: Option<&'static Step>) -> Vec<&'static Step> {
    let mut hops: Vec<_> = std::iter::successors(steps, |step| step.parent).collect();
    hops.reverse();
    hops
}

/// Whether two ways lead to the same rows.
pub(crate) fn same_way(left: Option<&'static Step>, right: Option<&'static Step>) -> bool {
    match (left, right) {
        (None, None) => true,
        (Some(left), Some(right)) => left.is(right) && same_way(left.parent, right.parent),
        _ => false,
    }
}

/// Django's name of a column, or without one of the row at the end of a path: `blog__name`, `blog`. The
/// name of a filtered relation stands for the whole way to it.
pub(crate) fn key(steps: Option<&'static Step>, column: Option<&'static str>) -> String {
    let mut names = Vec::new();
    for step in hops(steps) {
        match step.filter {
            Some(filter) => names = vec![filter.name],
            None => names.push(step.relation().name),
        }
    }
    names.extend(column);
    names.join("__")
}

/// A relation that lives as long as the program, for the direction that a schema does not show. Equal
/// relations are one.
pub(crate) fn intern_relation(relation: meta::Relation) -> &'static meta::Relation {
    static RELATIONS: Mutex<Vec<&'static meta::Relation>> = Mutex::new(Vec::new());
    let mut relations = RELATIONS.lock().unwrap_or_else(PoisonError::into_inner);
    let same = |other: &meta::Relation| {
        (other.target, &other.join) == (relation.target, &relation.join)
            && (other.model, other.name, other.null) == (relation.model, relation.name, relation.null)
    };
    match relations.iter().find(|other| same(other)) {
        Some(known) => known,
        None => {
            let relation: &'static meta::Relation = Box::leak(Box::new(relation));
            relations.push(relation);
            relation
        }
    }
}

/// A step that lives as long as the program. Equal steps are one.
///
/// Paths in code are constants; this is for those that a schema names by a string, of which there are
/// few.
pub(crate) fn intern(step: Step) -> &'static Step {
    intern_among(step, usize::MAX).expect("there is no limit")
}

/// A step of a path that a caller names by a string; `None` when there are too many different ones.
///
/// Steps are never freed, and relations can lead in circles for ever: without a limit, a caller who
/// makes up paths would take all memory. Short paths are as many as the schema has, and are not counted
/// out, so that nobody can use them up for the others.
pub(crate) fn intern_named(step: Step) -> Option<&'static Step> {
    let is_short = step.parent.is_none_or(|parent| parent.parent.is_none());
    intern_among(step, if is_short { usize::MAX } else { MOST_STEPS })
}

/// Steps that are kept before longer paths are refused. They are about a megabyte.
pub(crate) const MOST_STEPS: usize = 10_000;

fn intern_among(step: Step, most: usize) -> Option<&'static Step> {
    /// By the addresses of the step before and of the relation.
    type Steps = HashMap<(usize, usize), &'static Step>;
    static STEPS: LazyLock<Mutex<Steps>> = LazyLock::new(Mutex::default);
    let mut steps = STEPS.lock().unwrap_or_else(PoisonError::into_inner);
    let parent = step.parent.map_or(0, |parent| std::ptr::from_ref(parent).addr());
    let key = (parent, std::ptr::from_ref(step.relation()).addr());
    if let Some(known) = steps.get(&key) {
        return Some(known);
    }
    if steps.len() >= most {
        return None;
    }
    let step: &'static Step = Box::leak(Box::new(step));
    steps.insert(key, step);
    Some(step)
}
