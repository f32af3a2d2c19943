//! `prefetch_related_objects()`: related rows for rows that were read already.

use std::borrow::Cow;
use std::collections::HashMap;

use super::bulk::statements_of_keys;
use super::prefetch::Plan;
use super::row::{Annotated, Fetched, Loaded};
use super::run::Rows;
use super::{Fetch, Instances, PartialRows, PrefetchRelated};
use crate::backend::{No, RunsOn, Yes};
use crate::check::null_of;
use crate::create::New;
use crate::db::{Executor, Reader, Runner};
use crate::error::Error;
use crate::instance::fetch_values;
use crate::keys::Keys;
use crate::meta::{self, Column};
use crate::model::{AllAre, Just, Model};
use crate::path::{Hop, Root};
use crate::record::{Partial, PartialList, loaded_columns};
use crate::state::{Node, State};
use crate::value::Value;

/// Adds the rows that relations lead to, to rows that were read already, as by
/// [`QuerySet::prefetch_related`](crate::QuerySet::prefetch_related): an instance becomes a tuple, and a
/// tuple that begins with an instance a longer one.
///
/// Instances of [`only()`](crate::QuerySet::only) are taken too. A foreign key that was not loaded is read by
/// one more query for all of them.
///
/// Django: `prefetch_related_objects(blogs, "entry_set")`, where such a key is read by one more query for
/// each row.
///
/// # Errors
///
/// Any [`Error`](crate::Error) of the database.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let blogs = Blog::objects().all(&db).await?;
/// let blogs: Vec<(Blog, Vec<Entry>)> = prefetch_related_objects(blogs, blog::entry(), &db).await?;
/// assert_eq!(blogs[0].1.len(), 2);
///
/// let entries = Entry::objects().select_related(entry::blog()).all(&db).await?;
/// let entries: Vec<(Entry, Blog, Vec<Author>)> =
///     prefetch_related_objects(entries, entry::authors(), &db).await?;
/// # let _ = entries;
/// # Ok(()) });
/// ```
pub fn prefetch_related_objects<'d, I, F, O, E, D>(rows: I, relations: F, db: D) -> Fetch<'d, Vec<O::Row>>
where
    I: LoadedRows,
    I::HaveKeys: HaveKeys,
    F: PrefetchRelated<I::Shape, Models: AllAre<I::Model>, Paths: AreNear, Out = O>,
    O: Rows<I::Model, Raw = (I::Base, E)>,
    E: Default,
    D: Executor<'d>,
    F::Backends: RunsOn<D::Backend>,
{
    let model = I::Model::META;
    let (rows, shape, beside) = rows.take_apart();
    let mut state: Cow<'_, State> = Cow::Owned(State::new(model));
    let shape = relations.add_to(state.to_mut(), shape);
    let loads = shape.parts().iter().filter_map(|part| part.load.as_ref());
    let columns: Vec<&'static Column> = loads.map(|load| load.key().column).collect();
    let values = |column: &Column| rows.iter().map(|row| I::value(row, column.position)).collect();
    let mut keys: Vec<Vec<Value>> = columns.iter().map(|column| values(column)).collect();
    let own_keys: Vec<Value> = values(model.pk());
    let plan = Plan::new(&mut state, shape.parts());
    let mut runner = db.runner();
    Fetch::new(model, async move {
        let missing = columns.iter().zip(&mut keys).filter(|(column, _)| !I::loads(column.position));
        fill_in(model, missing.collect(), &own_keys, runner.again()).await?;
        let mut loaded = beside
            .and(plan.load(keys.into_iter().map(Keys::from_iter).collect(), Reader::After(runner)).await?);
        Ok(rows.into_iter().map(|row| shape.finish((row, E::default()), &mut loaded)).collect())
    })
}

/// Reads columns of the rows with these keys; what is not there is `NULL`.
async fn fill_in(
    model: &'static meta::Model,
    missing: Vec<(&&'static Column, &mut Vec<Value>)>,
    keys: &[Value],
    mut runner: Runner<'_>,
) -> Result<(), Error> {
    if missing.is_empty() || keys.is_empty() {
        return Ok(());
    }
    let columns: Vec<&'static Column> =
        std::iter::once(model.pk()).chain(missing.iter().map(|(column, _)| **column)).collect();
    let mut state = State::new(model);
    state.select_columns(columns.clone());
    let filter = |keys: &[Value]| Node::among(model.pk(), keys);
    let mut read: HashMap<String, Vec<Value>> = HashMap::new();
    for statement in statements_of_keys(&state, keys, &filter, runner.dialect())? {
        for row in fetch_values(Ok(Some(statement)), columns.clone(), runner.again()).await? {
            read.insert(row[0].to_string(), row);
        }
    }
    for (at, (column, values)) in missing.into_iter().enumerate() {
        let value =
            |key: &Value| read.get(&key.to_string()).map_or(null_of(column), |row| row[at + 1].clone());
        *values = keys.iter().map(value).collect();
    }
    Ok(())
}

/// Says that the paths of a list have one relation each.
#[diagnostic::on_unimplemented(
    message = "`prefetch_related_objects()` follows relations of the instances that it is given, and no longer paths",
    label = "a relation of a related row",
    note = "nest them: `prefetch(blog::entry(), Entry::objects().prefetch_related(entry::authors()))`"
)]
pub trait AreNear {}

#[diagnostic::do_not_recommend]
impl<M, R> AreNear for Just<Hop<Root<M>, R>> {}
#[diagnostic::do_not_recommend]
impl<F: AreNear, T: AreNear> AreNear for (F, T) {}

/// Says that rows have keys.
#[diagnostic::on_unimplemented(
    message = "new rows have no keys yet, so nothing can lead to them",
    label = "rows that were not written",
    note = "write them first: `save(&db)` and `bulk_create(rows, &db)` give the instances",
    note = "Django raises ValueError: instance needs to have a primary key value before this relationship can be used."
)]
pub trait HaveKeys {}

#[diagnostic::do_not_recommend]
impl HaveKeys for Yes {}

/// Rows that begin with an instance, which may be new.
#[diagnostic::on_unimplemented(
    message = "`prefetch_related_objects()` takes rows as a `Vec`, not `{Self}`",
    label = "not a `Vec`"
)]
pub trait LoadedRows {
    /// The model of the instances.
    type Model: Model;
    /// The instances.
    type Base: Send + 'static;
    /// [`Yes`] when they were read or written.
    type HaveKeys;
    /// The shape of the rows.
    #[doc(hidden)]
    type Shape;

    #[doc(hidden)]
    fn take_apart(self) -> (Vec<Self::Base>, Self::Shape, Loaded);

    /// The value of a column, which may not be loaded.
    #[doc(hidden)]
    fn value(base: &Self::Base, position: usize) -> Value;

    /// Whether the instances hold a column.
    #[doc(hidden)]
    fn loads(position: usize) -> bool;
}

impl<T: LoadedRow> LoadedRows for Vec<T> {
    type Model = <T::Base as LoadedInstance>::Model;
    type Base = T::Base;
    type HaveKeys = T::HaveKeys;
    type Shape = T::Shape;

    fn take_apart(self) -> (Vec<T::Base>, T::Shape, Loaded) {
        T::take_apart(self)
    }

    fn value(base: &T::Base, position: usize) -> Value {
        base.value_at(position)
    }

    fn loads(position: usize) -> bool {
        T::Base::loads(position)
    }
}

/// An instance that was read, whole or in part.
#[doc(hidden)]
pub trait LoadedInstance: Send + Sized + 'static {
    type Model: Model;
    type Shape;

    fn shape() -> Self::Shape;
    fn value_at(&self, position: usize) -> Value;
    fn loads(position: usize) -> bool;
}

#[diagnostic::do_not_recommend]
impl<M: Model> LoadedInstance for M {
    type Model = M;
    type Shape = Instances;

    fn shape() -> Instances {
        Instances
    }

    fn value_at(&self, position: usize) -> Value {
        self.value(position)
    }

    fn loads(_position: usize) -> bool {
        true
    }
}

#[diagnostic::do_not_recommend]
impl<M: Model, L: PartialList> LoadedInstance for Partial<M, L> {
    type Model = M;
    type Shape = PartialRows<L>;

    fn shape() -> PartialRows<L> {
        PartialRows::new()
    }

    fn value_at(&self, position: usize) -> Value {
        self.row().swap_remove(position)
    }

    fn loads(position: usize) -> bool {
        loaded_columns::<L>(M::META).iter().any(|column| column.position == position)
    }
}

/// A row that begins with an instance.
#[diagnostic::on_unimplemented(
    message = "`prefetch_related_objects()` takes instances, or tuples that begin with one, and `{Self}` is neither",
    label = "rows without an instance",
    note = "rows of `only()` are instances with some of their fields",
    note = "Django raises AttributeError: … object has no attribute '_prefetched_objects_cache'"
)]
#[doc(hidden)]
pub trait LoadedRow: Sized {
    type Base: LoadedInstance;
    type HaveKeys;
    type Shape;

    fn take_apart(rows: Vec<Self>) -> (Vec<Self::Base>, Self::Shape, Loaded);
}

#[diagnostic::do_not_recommend]
impl<B: LoadedInstance> LoadedRow for B {
    type Base = B;
    type HaveKeys = Yes;
    type Shape = B::Shape;

    fn take_apart(rows: Vec<B>) -> (Vec<B>, B::Shape, Loaded) {
        (rows, B::shape(), Loaded::default())
    }
}

#[diagnostic::do_not_recommend]
impl<M: Model> LoadedRow for New<M> {
    type Base = M;
    type HaveKeys = No;
    type Shape = Instances;

    fn take_apart(_rows: Vec<Self>) -> (Vec<M>, Instances, Loaded) {
        unreachable!("rows without keys do not compile here")
    }
}

/// What stands beside an instance is put aside, and given back as if it had been loaded with the rest.
macro_rules! tuples {
    (@each [$($done:tt)*] $next:tt $($rest:tt)*) => {
        tuples! { @one $($done)* $next }
        tuples! { @each [$($done)* $next] $($rest)* }
    };
    (@each [$($done:tt)*]) => {};
    (@one $([$name:ident $value:ident])+) => {
        #[diagnostic::do_not_recommend]
        impl<Base: LoadedInstance, $($name: Send + 'static),+> LoadedRow for (Base, $($name),+) {
            type Base = Base;
            type HaveKeys = Yes;
            type Shape = Annotated<Base::Shape, ($(Fetched<$name>,)+)>;

            #[allow(non_snake_case, reason = "one name for a type and its values")]
            fn take_apart(rows: Vec<Self>) -> (Vec<Base>, Self::Shape, Loaded) {
                let mut bases = Vec::with_capacity(rows.len());
                $(let mut $name = Vec::with_capacity(rows.len());)+
                for (base, $($value),+) in rows {
                    bases.push(base);
                    $($name.push($value);)+
                }
                let mut loaded = Loaded::default();
                $(loaded.push(Box::new($name.into_iter()));)+
                (bases, Annotated::beside(Base::shape(), [$(stringify!($name)),+].len()), loaded)
            }
        }
    };
    ($($names:tt)+) => { tuples! { @each [] $($names)+ } };
}

tuples! {
    [A a] [B b] [C c] [D d] [E e] [F f] [G g] [H h] [I i] [J j] [K k] [L l] [M m] [N n] [O o]
}
