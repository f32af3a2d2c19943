//! [`Partial`]: the rows of `only()` and `defer()`.

use std::fmt;
use std::marker::PhantomData;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Cons, FieldList, Find, Key, Nil, SerializeList, SerializeSlot, Slot};
use crate::decode::Cells;
use crate::error::Error;
use crate::expr::Field;
use crate::model::Model;

/// In a list of fields: this one was loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded<V>(V);

/// In a list of fields: this one was not loaded.
#[derive(Clone, Copy, PartialEq)]
pub struct Deferred<V>(PhantomData<fn() -> V>);

impl<V> fmt::Debug for Deferred<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("deferred")
    }
}

impl<V: Slot> Slot for Loaded<V> {
    fn read(
        cells: &dyn Cells,
        at: &mut usize,
        model: &'static str,
        name: &'static str,
    ) -> Result<Self, Error> {
        V::read(cells, at, model, name).map(Self)
    }
}

impl<V: Clone + 'static> Slot for Deferred<V> {
    fn read(_: &dyn Cells, _: &mut usize, _: &'static str, _: &'static str) -> Result<Self, Error> {
        Ok(Self(PhantomData))
    }
}

impl<V: Serialize> SerializeSlot for Loaded<V> {
    fn serialize_entry<K: Key, S: SerializeMap>(&self, map: &mut S) -> Result<(), S::Error> {
        map.serialize_entry(&K::key(), &self.0)
    }
}

impl<V> SerializeSlot for Deferred<V> {
    fn serialize_entry<K: Key, S: SerializeMap>(&self, _map: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

/// Says that a field was loaded.
#[diagnostic::on_unimplemented(
    message = "`{Key}` was not loaded: the query deferred it",
    label = "not loaded by this query",
    note = "name the field in `only(…)`, or leave it out of `defer(…)`",
    note = "Django would run another query for each row here"
)]
pub trait LoadedField<Key> {
    /// The Rust type of its value.
    type Value;
    #[doc(hidden)]
    fn value(&self) -> &Self::Value;
}

#[diagnostic::do_not_recommend]
impl<Key, V> LoadedField<Key> for Loaded<V> {
    type Value = V;

    fn value(&self) -> &V {
        &self.0
    }
}

/// A list of all fields of a model, each [`Loaded`] or [`Deferred`].
pub trait PartialList: FieldList {
    /// The positions of the loaded ones.
    #[doc(hidden)]
    fn loaded(at: usize, positions: &mut Vec<usize>);
}

impl PartialList for Nil {
    fn loaded(_at: usize, _positions: &mut Vec<usize>) {}
}

impl<K: Key, V: Slot, T: PartialList> PartialList for Cons<K, Loaded<V>, T> {
    fn loaded(at: usize, positions: &mut Vec<usize>) {
        positions.push(at);
        T::loaded(at + 1, positions);
    }
}

impl<K: Key, V: Clone + 'static, T: PartialList> PartialList for Cons<K, Deferred<V>, T> {
    fn loaded(at: usize, positions: &mut Vec<usize>) {
        T::loaded(at + 1, positions);
    }
}

/// A list of a model's fields, with all loaded and with all deferred.
pub trait Marked: FieldList {
    /// All loaded.
    type AllLoaded: PartialList;
    /// All deferred.
    type AllDeferred: PartialList;
}

impl Marked for Nil {
    type AllLoaded = Nil;
    type AllDeferred = Nil;
}

impl<K: Key, V: Slot, T: Marked> Marked for Cons<K, V, T> {
    type AllLoaded = Cons<K, Loaded<V>, T::AllLoaded>;
    type AllDeferred = Cons<K, Deferred<V>, T::AllDeferred>;
}

/// How `only()` marks a field.
pub struct Load;

/// How `defer()` marks a field.
pub struct Defer;

/// [`Load`] or [`Defer`].
pub trait Marking {
    /// What stands for a field of the value `V` afterwards.
    type Of<V>;
}

impl Marking for Load {
    type Of<V> = Loaded<V>;
}

impl Marking for Defer {
    type Of<V> = Deferred<V>;
}

/// Marks the field `K` of a list in the way `D`.
#[diagnostic::on_unimplemented(
    message = "`{K}` is not a field of this model, so it cannot be loaded or deferred alone",
    label = "not a field of the model itself",
    note = "`only()` and `defer()` take the model's own columns"
)]
pub trait Mark<K, I, D> {
    /// The list with the field marked.
    type Out;
}

#[diagnostic::do_not_recommend]
impl<K, V, T, D: Marking> Mark<K, super::Here, D> for Cons<K, Loaded<V>, T> {
    type Out = Cons<K, D::Of<V>, T>;
}

#[diagnostic::do_not_recommend]
impl<K, V, T, D: Marking> Mark<K, super::Here, D> for Cons<K, Deferred<V>, T> {
    type Out = Cons<K, D::Of<V>, T>;
}

#[diagnostic::do_not_recommend]
impl<K, L, V, T: Mark<K, I, D>, I, D> Mark<K, super::There<I>, D> for Cons<L, V, T> {
    type Out = Cons<L, V, T::Out>;
}

/// A row of `only()` or `defer()`: an instance of which some fields were not loaded.
///
/// Reading one of those does not compile. The primary key is always there.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let rows = Entry::objects().only(entry::headline).order_by(entry::id).all(&db).await?;
/// let headline: &String = rows[0].get(entry::headline);
/// let id: &i64 = rows[0].get(entry::id);
/// # let _ = (headline, id);
/// # Ok(()) });
/// ```
pub struct Partial<M, L> {
    fields: L,
    model: PhantomData<fn() -> M>,
}

impl<M, L: Clone> Clone for Partial<M, L> {
    fn clone(&self) -> Self {
        Self { fields: self.fields.clone(), model: PhantomData }
    }
}

impl<M, L: PartialEq> PartialEq for Partial<M, L> {
    fn eq(&self, other: &Self) -> bool {
        self.fields == other.fields
    }
}

impl<M: Model, L> Partial<M, L> {
    /// The value of a field that the query loaded. Any other field does not compile.
    pub fn get<F: Field, I>(&self, _field: F) -> &<<L as Find<F::Key, I>>::Slot as LoadedField<F::Key>>::Value
    where
        L: Find<F::Key, I>,
        <L as Find<F::Key, I>>::Slot: LoadedField<F::Key>,
    {
        self.fields.find().value()
    }
}

impl<M: Model, L: PartialList> Partial<M, L> {
    pub(crate) fn read(cells: &dyn Cells) -> Result<Self, Error> {
        Ok(Self { fields: L::read(cells, &mut 0)?, model: PhantomData })
    }
}

impl<M: Model, L: FieldList> fmt::Debug for Partial<M, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_struct(M::META.name);
        self.fields.each(&mut |key, value| {
            fields.field(key, value);
        });
        fields.finish()
    }
}

/// A map of the loaded fields.
impl<M, L: SerializeList> Serialize for Partial<M, L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.fields.serialize_into(&mut map)?;
        map.end()
    }
}
