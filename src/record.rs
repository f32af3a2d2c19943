//! [`Record`]: the rows of `values()`, and the lists of types behind them.

mod partial;

use std::fmt;
use std::marker::PhantomData;

use serde::ser::{Serialize, SerializeMap, Serializer};

pub(crate) use self::partial::loaded_columns;
pub use self::partial::{
    Becomes, ColumnKey, Defer, Deferred, Load, Loaded, LoadedField, Mark, Marked, Marking, Partial,
    PartialList, Stored,
};
use crate::decode::Cells;
use crate::error::Error;
use crate::expr::{At, Expr, Field, Source};
use crate::field::{self, CellOf, FieldValue};
use crate::kind::Kind;
use crate::model::Column;
use crate::path::{self, Nullability, Path, Root};
use crate::related::Related;

/// What a field of a row is known by: its model, path and column.
#[diagnostic::on_unimplemented(
    message = "this expression has no name, and a row of `values()` knows its fields by name",
    label = "`{Self}` is not a field",
    note = "give it a name: `named!(n: entry::id.count());`, then `.annotate(&n)`; the tuples of `values_list()` need none",
    note = "Django raises TypeError: Complex annotations require an alias"
)]
pub trait Key: 'static {
    /// The model that has the column.
    fn model() -> &'static str;
    /// The name of the column.
    fn name() -> &'static str;
    /// Django's name of it in `values()`: `blog__name`.
    fn key() -> String;
    /// What is read for it.
    #[doc(hidden)]
    fn cell() -> CellOf {
        CellOf::value(Self::model(), Self::name())
    }
}

#[diagnostic::do_not_recommend]
impl<P: Path, C: Column> Key for At<P, C> {
    fn model() -> &'static str {
        C::meta().model
    }

    fn name() -> &'static str {
        C::meta().name
    }

    fn key() -> String {
        path::key(P::STEPS, Some(C::meta().name))
    }

    fn cell() -> CellOf {
        CellOf::column(C::meta())
    }
}

#[diagnostic::do_not_recommend]
impl<P: Path> Key for Related<P> {
    fn model() -> &'static str {
        P::Key::meta().model
    }

    fn name() -> &'static str {
        P::Key::meta().name
    }

    fn key() -> String {
        path::key(P::STEPS, None)
    }
}

/// The end of a list of types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Nil;

/// A field of the key `K` with the value `V`, and the fields after it.
pub struct Cons<K, V, T> {
    value: V,
    tail: T,
    key: PhantomData<fn() -> K>,
}

/// A model's own field, and the ones after it. Generated code writes lists of a model's fields so.
pub type Own<M, C, V, T> = Cons<At<Root<M>, C>, V, T>;

impl<K, V: Clone, T: Clone> Clone for Cons<K, V, T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), tail: self.tail.clone(), key: PhantomData }
    }
}

impl<K, V: PartialEq, T: PartialEq> PartialEq for Cons<K, V, T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value && self.tail == other.tail
    }
}

/// What stands in a list for one field: a value, an optional one, or one that was not loaded.
pub trait Slot: fmt::Debug + Clone + Send + Sync + Sized + 'static {
    /// Reads it from the cell at `at`, and moves on.
    #[doc(hidden)]
    fn read(cells: &dyn Cells, at: &mut usize, of: impl Fn() -> CellOf) -> Result<Self, Error>;
}

impl<V: FieldValue> Slot for V {
    #[inline]
    fn read(cells: &dyn Cells, at: &mut usize, of: impl Fn() -> CellOf) -> Result<Self, Error> {
        match <Option<V> as Slot>::read(cells, at, &of)? {
            Some(value) => Ok(value),
            None => {
                let CellOf { model, field, .. } = of();
                Err(Error::UnexpectedNull { model, field })
            }
        }
    }
}

impl<V: FieldValue> Slot for Option<V> {
    #[inline]
    fn read(cells: &dyn Cells, at: &mut usize, of: impl Fn() -> CellOf) -> Result<Self, Error> {
        let value = field::read_cell(cells, *at, of)?;
        *at += 1;
        Ok(value)
    }
}

/// A list of fields: [`Cons`] and [`Nil`].
pub trait FieldList: Clone + Send + Sync + Sized + 'static {
    /// Reads the fields from the cells that begin at `at`.
    #[doc(hidden)]
    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self, Error>;

    /// Shows each field to `visit`.
    #[doc(hidden)]
    fn each(&self, visit: &mut dyn FnMut(&str, &dyn fmt::Debug));
}

impl FieldList for Nil {
    fn read(_cells: &dyn Cells, _at: &mut usize) -> Result<Self, Error> {
        Ok(Self)
    }

    fn each(&self, _visit: &mut dyn FnMut(&str, &dyn fmt::Debug)) {}
}

impl<K: Key, V: Slot, T: FieldList> FieldList for Cons<K, V, T> {
    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self, Error> {
        let value = V::read(cells, at, K::cell)?;
        Ok(Self { value, tail: T::read(cells, at)?, key: PhantomData })
    }

    fn each(&self, visit: &mut dyn FnMut(&str, &dyn fmt::Debug)) {
        visit(&K::key(), &self.value);
        self.tail.each(visit);
    }
}

/// A list of fields that serde can write.
pub trait SerializeList {
    #[doc(hidden)]
    fn serialize_into<S: SerializeMap>(&self, map: &mut S) -> Result<(), S::Error>;
}

impl SerializeList for Nil {
    fn serialize_into<S: SerializeMap>(&self, _map: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

impl<K: Key, V: SerializeSlot, T: SerializeList> SerializeList for Cons<K, V, T> {
    fn serialize_into<S: SerializeMap>(&self, map: &mut S) -> Result<(), S::Error> {
        self.value.serialize_entry::<K, S>(map)?;
        self.tail.serialize_into(map)
    }
}

/// What stands in a list for one field, written by serde: nothing for a field that was not loaded.
pub trait SerializeSlot {
    #[doc(hidden)]
    fn serialize_entry<K: Key, S: SerializeMap>(&self, map: &mut S) -> Result<(), S::Error>;
}

impl<V: Serialize> SerializeSlot for V {
    fn serialize_entry<K: Key, S: SerializeMap>(&self, map: &mut S) -> Result<(), S::Error> {
        map.serialize_entry(&K::key(), self)
    }
}

/// A list of fields that can have one more at its end, for the expression `A`.
#[doc(hidden)]
pub trait PushBack<A> {
    type Out: FieldList;
}

impl<E: Source + Key, K: Kind, N: Nullability> PushBack<Expr<E, K, N>> for Nil {
    type Out = Cons<E, N::Of<K::Value>, Nil>;
}

impl<K: Key, V: Slot, T: PushBack<A>, A> PushBack<A> for Cons<K, V, T> {
    type Out = Cons<K, V, T::Out>;
}

/// The place of a field in a list: the first.
pub struct Here;

/// The place of a field in a list: after the first.
pub struct There<I>(PhantomData<fn() -> I>);

/// Finds the field of the key `Key` in a list.
#[diagnostic::on_unimplemented(
    message = "this row does not hold `{Key}`",
    label = "not among the fields that the query selected",
    note = "add the field to `values(…)`, or read one that is there",
    note = "Django raises KeyError"
)]
pub trait Find<Key, I> {
    /// What stands for it.
    type Slot: 'static;
    /// Its place, from 0.
    #[doc(hidden)]
    const PLACE: usize;
    #[doc(hidden)]
    fn find(&self) -> &Self::Slot;
    #[doc(hidden)]
    fn find_mut(&mut self) -> &mut Self::Slot;
}

#[diagnostic::do_not_recommend]
impl<K, V: 'static, T> Find<K, Here> for Cons<K, V, T> {
    type Slot = V;
    const PLACE: usize = 0;

    fn find(&self) -> &V {
        &self.value
    }

    fn find_mut(&mut self) -> &mut V {
        &mut self.value
    }
}

#[diagnostic::do_not_recommend]
impl<K, L, V, T: Find<K, I>, I> Find<K, There<I>> for Cons<L, V, T> {
    type Slot = T::Slot;
    const PLACE: usize = 1 + T::PLACE;

    fn find(&self) -> &T::Slot {
        self.tail.find()
    }

    fn find_mut(&mut self) -> &mut T::Slot {
        self.tail.find_mut()
    }
}

/// Keys that no field has. While the key that is asked for is not known yet, it might be one of them:
/// so a row of one field does not decide which field is asked for.
#[doc(hidden)]
pub trait Absent {}

impl Absent for Nil {}
impl Absent for Here {}

#[diagnostic::do_not_recommend]
impl<Key: Absent> Find<Key, Here> for Nil {
    type Slot = Nil;
    const PLACE: usize = 0;

    fn find(&self) -> &Nil {
        self
    }

    fn find_mut(&mut self) -> &mut Nil {
        self
    }
}

/// A row of `values()`: the selected fields, each of its own type.
///
/// It serializes as a map with Django's keys: `{"headline": …, "blog__name": …}`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let rows = Entry::objects().values((entry::headline, entry::blog().name)).order_by(entry::id).all(&db).await?;
/// let headline: &String = rows[0].get(entry::headline);
/// let blog: &String = rows[0].get(entry::blog().name);
/// # let _ = (headline, blog);
/// assert!(serde_json::to_value(&rows[0]).is_ok_and(|row| row["blog__name"].is_string()));
/// # Ok(()) });
/// ```
#[derive(Clone, PartialEq)]
pub struct Record<L> {
    fields: L,
}

impl<L> Record<L> {
    /// The value of a field that the query selected. Any other field does not compile.
    pub fn get<F: Field, I>(&self, _field: F) -> &<L as Find<F::Key, I>>::Slot
    where
        L: Find<F::Key, I>,
    {
        self.fields.find()
    }
}

impl<L: FieldList> Record<L> {
    pub(crate) fn read(cells: &dyn Cells) -> Result<Self, Error> {
        Ok(Self { fields: L::read(cells, &mut 0)? })
    }
}

impl<L: FieldList> fmt::Debug for Record<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        self.fields.each(&mut |key, value| {
            map.entry(&key, value);
        });
        map.finish()
    }
}

impl<L: SerializeList> Serialize for Record<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.fields.serialize_into(&mut map)?;
        map.end()
    }
}
