//! `update()` and `delete()`.

use std::marker::PhantomData;

use futures_util::TryFutureExt;
use futures_util::future::ready;

use super::{AllowedIn, Annotated, Fetch, Instances, IsOneQuery, IsWhole, PartialRows, QuerySet, Stages};
use crate::backend::RunsOn;
use crate::check::null_of;
use crate::compile;
use crate::context::{Closed, Context, Plain};
use crate::db::Executor;
use crate::deletion::{self, Deleted};
use crate::depth::{ForUpdate, PerRow};
use crate::expr::{At, Expr, Source};
use crate::field::{Base, FieldValue};
use crate::kind::{Comparable, Kind};
use crate::literal::{Literal, Takes};
use crate::meta;
use crate::model::{AllAre, Column, Just, Model, Reads};
use crate::path::{Hop, NotNull, Nullable, OwnsKey, Path, Root};
use crate::related::Related;
use crate::state::Node;
use crate::value::Value;

/// A column and its new value: what [`Expr::set`] makes and `update()` takes.
#[must_use = "an assignment does nothing until `update` takes it"]
pub struct Assignment<M> {
    pub(crate) column: &'static meta::Column,
    pub(crate) node: Node,
    model: PhantomData<fn() -> M>,
}

impl<M> Clone for Assignment<M> {
    fn clone(&self) -> Self {
        Self { column: self.column, node: self.node.clone(), model: PhantomData }
    }
}

/// What a column of `M`, of the kind `K` and nullable by `N`, can be set to.
#[diagnostic::on_unimplemented(
    message = "a `{K}` column of `{M}` cannot be set to a value of type `{Self}`",
    label = "not a `{K}` value, and not an expression of `{M}`",
    note = "`None` is for fields that are declared `null`; Django raises IntegrityError for it, and ValueError for a value of another kind, or stores it"
)]
pub trait SetOperand<M, K, N> {
    /// The model that it belongs to.
    type Model: Model;
    /// Its kind.
    type Kind: Kind;
    /// Whether it may be `NULL`.
    type Null;
    /// Whether it is a value of each row.
    type Depth;

    #[doc(hidden)]
    fn assigned(self) -> Node;
}

/// Says that a column which is nullable by `N` holds whatever an expression that is nullable by this
/// one can be.
#[diagnostic::on_unimplemented(
    message = "an expression that may be `NULL` cannot be set to a column that is not declared `null`",
    label = "may be `NULL`",
    note = "say what it is then: `entry::headline.set(entry::summary.coalesce(\"\"))`",
    note = "Django leaves it to the database: IntegrityError: NOT NULL constraint failed"
)]
pub trait FitsInto<N> {}

#[diagnostic::do_not_recommend]
impl FitsInto<NotNull> for NotNull {}
#[diagnostic::do_not_recommend]
impl<N> FitsInto<Nullable> for N {}

#[diagnostic::do_not_recommend]
impl<M: Model, K: Takes<L>, N, L: Literal> SetOperand<M, K, N> for L {
    type Model = M;
    type Kind = K;
    type Null = NotNull;
    type Depth = PerRow;

    fn assigned(self) -> Node {
        Node::Value(self.into_value())
    }
}

#[diagnostic::do_not_recommend]
impl<M: Model, K: Kind> SetOperand<M, K, Nullable> for Option<K::Value> {
    type Model = M;
    type Kind = K;
    type Null = Nullable;
    type Depth = PerRow;

    fn assigned(self) -> Node {
        let null = Value::Null(<<K::Value as FieldValue>::Base as Base>::VALUE_TYPE);
        Node::Value(self.map_or(null, Literal::into_value))
    }
}

#[diagnostic::do_not_recommend]
impl<M, K, N, E, L: Kind, O: 'static> SetOperand<M, K, N> for Expr<E, L, O>
where
    M: Reads<E::Model>,
    E: Source<Context = Plain>,
{
    type Model = E::Model;
    type Kind = L;
    type Null = O;
    type Depth = E::Depth;

    fn assigned(self) -> Node {
        self.node()
    }
}

#[diagnostic::do_not_recommend]
impl<M, K, N, E, L: Kind, O: 'static> SetOperand<M, K, N> for &Expr<E, L, O>
where
    M: Reads<E::Model>,
    E: Source<Context = Plain>,
{
    type Model = E::Model;
    type Kind = L;
    type Null = O;
    type Depth = E::Depth;

    fn assigned(self) -> Node {
        self.node()
    }
}

/// Says that a path stays where it is, so that its columns are those of the model itself.
#[diagnostic::on_unimplemented(
    message = "`update()` sets columns of its own model, and this one is reached over a relation",
    label = "a field of a related model",
    note = "update the related model: `Blog::objects().filter(…).update(blog::name.set(…), &db)`",
    note = "Django raises FieldDoesNotExist: Entry has no field named 'blog__name'"
)]
pub trait IsRoot {}

#[diagnostic::do_not_recommend]
impl<M> IsRoot for Root<M> {}

impl<P: Path, C: Column, K: Kind, N> Expr<At<P, C>, K, N> {
    /// Sets the column to a value or to an expression of the row, in `update()`.
    ///
    /// Django: `update(rating=F("rating") + 1)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let changed = Entry::objects()
    ///     .filter(entry::rating.lt(3))
    ///     .update((entry::rating.set(entry::rating + 1), entry::summary.set("better")), &db)
    ///     .await?;
    /// # let _ = changed;
    /// # Ok(()) });
    /// ```
    pub fn set<V, O, D>(&self, value: V) -> Assignment<P::Root>
    where
        P: IsRoot,
        V: SetOperand<P::Root, K, N, Kind: Comparable<K>, Null = O, Depth = D>,
        O: FitsInto<N>,
        D: ForUpdate,
    {
        Assignment { column: C::meta(), node: value.assigned(), model: PhantomData }
    }
}

/// Says that a path is one foreign key of the model itself.
#[diagnostic::on_unimplemented(
    message = "`update()` sets foreign keys of its own model, and this one is reached over a relation",
    label = "a relation of a related model",
    note = "update the related model: `Blog::objects().filter(…).update(blog::theme().set(&theme), &db)`",
    note = "Django raises FieldDoesNotExist: Entry has no field named 'blog__theme'"
)]
pub trait IsOwnKey: Path {
    /// The column.
    type Column: Column<Model = Self::Root>;
}

impl<M: Model, R: OwnsKey<Model = M>> IsOwnKey for Hop<Root<M>, R> {
    type Column = R::Column;
}

/// What a foreign key that leads to a `T`, nullable by `N`, can be set to.
#[diagnostic::on_unimplemented(
    message = "a foreign key to `{T}` cannot be set to a value of type `{Self}`",
    label = "not a reference to an instance of `{T}`",
    note = "`None` is for keys that are declared `null`; a key by its value is set as `entry::blog_id.set(1)`",
    note = "Django raises ValueError: Cannot assign …: must be a \"{T}\" instance, or writes the key of the other model"
)]
pub trait SetInstance<T, N> {
    #[doc(hidden)]
    fn key(self, position: usize) -> Option<Value>;
}

#[diagnostic::do_not_recommend]
impl<T: Model, N> SetInstance<T, N> for &T {
    fn key(self, position: usize) -> Option<Value> {
        Some(self.value(position))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Model> SetInstance<T, Nullable> for Option<&T> {
    fn key(self, position: usize) -> Option<Value> {
        self.map(|instance| instance.value(position))
    }
}

impl<P: Path> Related<P> {
    /// Sets the foreign key to the key of an instance, in `update()`; one that may be `NULL` also to
    /// `None`.
    ///
    /// Django: `update(blog=blog)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let blog = Blog::create().name("News").tagline("").save(&db).await?;
    /// Entry::objects().filter(entry::rating.lt(3)).update(entry::blog().set(&blog), &db).await?;
    /// Blog::objects().update(blog::theme().set(None), &db).await?;
    /// # Ok(()) });
    /// ```
    pub fn set<I>(&self, instance: I) -> Assignment<P::Root>
    where
        P: IsOwnKey,
        I: SetInstance<P::Target, <P::Column as Column>::Null>,
    {
        let column = P::Column::meta();
        let value = instance.key(P::Key::meta().position).unwrap_or_else(|| null_of(column));
        Assignment { column, node: Node::Value(value), model: PhantomData }
    }
}

/// What `update()` takes: an [`Assignment`], or a tuple or `Vec` of them.
#[diagnostic::on_unimplemented(
    message = "`update()` does not take `{Self}`",
    label = "not an assignment",
    note = "write `entry::rating.set(…)`, or a tuple of up to 16 of them; Django raises TypeError: update() takes 1 positional argument"
)]
pub trait Assignments {
    /// The models whose fields it sets, as a list.
    type Models;

    #[doc(hidden)]
    fn assignments(self, all: &mut Vec<(&'static meta::Column, Node)>);
}

#[diagnostic::do_not_recommend]
impl<M: Model> Assignments for Assignment<M> {
    type Models = Just<M>;

    fn assignments(self, all: &mut Vec<(&'static meta::Column, Node)>) {
        all.push((self.column, self.node));
    }
}

#[diagnostic::do_not_recommend]
impl<M: Model> Assignments for Vec<Assignment<M>> {
    type Models = Just<M>;

    fn assignments(self, all: &mut Vec<(&'static meta::Column, Node)>) {
        all.extend(self.into_iter().map(|assignment| (assignment.column, assignment.node)));
    }
}

#[doc(hidden)]
impl Assignments for () {
    type Models = ();

    fn assignments(self, _all: &mut Vec<(&'static meta::Column, Node)>) {}
}

/// The columns that are assigned to, and their new values.
pub(super) fn assigned(assignments: impl Assignments) -> Vec<(&'static meta::Column, Node)> {
    let mut all = Vec::new();
    assignments.assignments(&mut all);
    all
}

macro_rules! tuples {
    ($($first:ident $($rest:ident)*;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$first: Assignments, $($rest: Assignments),*> Assignments for ($first, $($rest,)*)
            where
                ($($rest,)*): Assignments,
            {
                type Models = ($first::Models, <($($rest,)*) as Assignments>::Models);

                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn assignments(self, all: &mut Vec<(&'static meta::Column, Node)>) {
                    let ($first, $($rest,)*) = self;
                    $first.assignments(all);
                    $($rest.assignments(all);)*
                }
            }
        )*
    };
}

tuples! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H I;
    A B C D E F G H I J;
    A B C D E F G H I J K;
    A B C D E F G H I J K L;
    A B C D E F G H I J K L N;
    A B C D E F G H I J K L N O;
    A B C D E F G H I J K L N O P;
    A B C D E F G H I J K L N O P R;
}

/// Says that rows are instances of the model, whole or in part, so that they can be changed.
#[diagnostic::on_unimplemented(
    message = "the rows of this query set are no instances of the model, so they cannot be changed",
    label = "call this before `values()` or `values_list()`",
    note = "Django ignores values() in update(), and raises TypeError in delete(): Cannot call delete() after .values() or .values_list()"
)]
pub trait Changeable {}

#[diagnostic::do_not_recommend]
impl Changeable for Instances {}
#[diagnostic::do_not_recommend]
impl<L> Changeable for PartialRows<L> {}
#[diagnostic::do_not_recommend]
impl<B: Changeable, T> Changeable for Annotated<B, T> {}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Changes all rows of the query set in one statement, and gives their number.
    ///
    /// A row that has the new values already counts too. Values that a column cannot hold are
    /// refused before anything is sent.
    ///
    /// Django: `update()`. SQL: `UPDATE`.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidValue`](crate::Error::InvalidValue) naming field and value;
    /// [`Error::Integrity`](crate::Error::Integrity); any other of the database. Nothing is changed.
    pub fn update<'d, A: Assignments<Models: AllAre<M>>, D: Executor<'d>>(
        &self,
        assignments: A,
        db: D,
    ) -> Fetch<'d, u64>
    where
        S::Origin: IsOneQuery,
        R: Changeable,
        S::Slice: IsWhole,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
    {
        let runner = db.runner();
        match compile::update(&self.state, assigned(assignments), runner.dialect()) {
            Ok(Some(statement)) => Fetch::new(M::META, runner.execute(statement).map_ok(|done| done.rows)),
            Ok(None) => Fetch::new(M::META, ready(Ok(0))),
            Err(error) => Fetch::new(M::META, ready(Err(error))),
        }
    }

    /// Deletes all rows of the query set, and what points at them as the `on_delete` of each foreign
    /// key says: all or nothing. Gives the number of rows of each model.
    ///
    /// Where nothing that points at the model cares, one statement deletes them.
    ///
    /// Django: `delete()`. SQL: `DELETE`, where rows are pointed at after a `SELECT` of them and of what
    /// points at them.
    ///
    /// # Errors
    ///
    /// [`Error::Protected`](crate::Error::Protected) and [`Error::Restricted`](crate::Error::Restricted),
    /// naming what points at the rows; [`Error::Integrity`](crate::Error::Integrity), any other of the
    /// database. Nothing is deleted.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let deleted = Blog::objects().filter(blog::name.startswith("Beatles")).delete(&db).await?;
    /// assert_eq!((deleted.of::<Blog>(), deleted.of::<Entry>()), (1, 2));
    /// # Ok(()) });
    /// ```
    pub fn delete<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, Deleted>
    where
        S::Origin: IsOneQuery,
        R: Changeable,
        S::Slice: IsWhole,
        S::Lock: AllowedIn<D::Place>,
        X::Parent: Closed,
        X::Backends: RunsOn<D::Backend>,
    {
        let (state, runner) = (self.state.clone(), db.runner());
        Fetch::new(M::META, async move { deletion::delete(state, runner).await })
    }
}
