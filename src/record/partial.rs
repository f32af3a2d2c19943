//! [`Partial`]: the rows of `only()` and `defer()`.

use std::fmt;
use std::marker::PhantomData;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Cons, FieldList, Find, Key, Nil, SerializeList, SerializeSlot, Slot};
use crate::check::null_of;
use crate::create::ValueCells;
use crate::db::Executor;
use crate::decode::Cells;
use crate::deletion::{self, Deleted};
use crate::error::Error;
use crate::expr::{At, Field};
use crate::field::{Base, CellOf, FieldValue, value_of};
use crate::instance::{self, Known};
use crate::meta;
use crate::model::{Column, Model};
use crate::own_fields::NotKey;
use crate::query_set::Fetch;
use crate::value::Value;

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
    fn read(cells: &dyn Cells, at: &mut usize, of: impl Fn() -> CellOf) -> Result<Self, Error> {
        V::read(cells, at, of).map(Self)
    }
}

impl<V: Clone + 'static> Slot for Deferred<V> {
    fn read(_: &dyn Cells, _: &mut usize, _: impl Fn() -> CellOf) -> Result<Self, Error> {
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
    #[doc(hidden)]
    fn value_mut(&mut self) -> &mut Self::Value;
}

#[diagnostic::do_not_recommend]
impl<Key, V> LoadedField<Key> for Loaded<V> {
    type Value = V;

    fn value(&self) -> &V {
        &self.0
    }

    fn value_mut(&mut self) -> &mut V {
        &mut self.0
    }
}

/// The value of a loaded field, as it is bound.
pub trait Stored: Slot {
    #[doc(hidden)]
    fn stored(&self) -> Value;
}

impl<V: FieldValue> Stored for V {
    fn stored(&self) -> Value {
        value_of(self)
    }
}

impl<V: FieldValue> Stored for Option<V> {
    fn stored(&self) -> Value {
        self.as_ref().map_or(Value::Null(<V::Base as Base>::VALUE_TYPE), value_of)
    }
}

/// A list of all fields of a model, each [`Loaded`] or [`Deferred`].
pub trait PartialList: FieldList {
    /// The positions of the loaded ones.
    #[doc(hidden)]
    fn loaded(at: usize, positions: &mut Vec<usize>);

    /// How many of those before a position are loaded.
    #[doc(hidden)]
    fn loaded_before(at: usize, position: usize) -> usize;

    /// The values of the loaded ones.
    #[doc(hidden)]
    fn values(&self, values: &mut Vec<Value>);
}

impl PartialList for Nil {
    fn loaded(_at: usize, _positions: &mut Vec<usize>) {}

    fn loaded_before(_at: usize, _position: usize) -> usize {
        0
    }

    fn values(&self, _values: &mut Vec<Value>) {}
}

impl<K: Key, V: Stored, T: PartialList> PartialList for Cons<K, Loaded<V>, T> {
    fn loaded(at: usize, positions: &mut Vec<usize>) {
        positions.push(at);
        T::loaded(at + 1, positions);
    }

    fn loaded_before(at: usize, position: usize) -> usize {
        usize::from(at < position) + T::loaded_before(at + 1, position)
    }

    fn values(&self, values: &mut Vec<Value>) {
        values.push(self.value.0.stored());
        self.tail.values(values);
    }
}

impl<K: Key, V: Clone + 'static, T: PartialList> PartialList for Cons<K, Deferred<V>, T> {
    fn loaded(at: usize, positions: &mut Vec<usize>) {
        T::loaded(at + 1, positions);
    }

    fn loaded_before(at: usize, position: usize) -> usize {
        T::loaded_before(at + 1, position)
    }

    fn values(&self, values: &mut Vec<Value>) {
        self.tail.values(values);
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

impl<K: Key, V: Stored, T: Marked> Marked for Cons<K, V, T> {
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
    note = "`only()` and `defer()` take the model's own columns",
    note = "a related row has its own: `select_related(entry::blog().only(blog::name))`"
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
    /// Gives a loaded field another value, which [`save`](Self::save) then writes.
    ///
    /// Django: `row.headline = "New"`.
    pub fn set<F: Field, I, V>(&mut self, _field: F, value: V)
    where
        F::Key: ColumnKey<IsKey: NotKey>,
        L: Find<F::Key, I>,
        <L as Find<F::Key, I>>::Slot: LoadedField<F::Key>,
        V: Becomes<<<L as Find<F::Key, I>>::Slot as LoadedField<F::Key>>::Value>,
    {
        *self.fields.find_mut().value_mut() = value.become_value();
    }

    /// Writes the loaded fields to the row with the instance's key, which must be there.
    ///
    /// Loaded fields with `auto_now` get the current time, in the instance too.
    ///
    /// Django: `save()` of an instance with deferred fields. SQL: `UPDATE`.
    ///
    /// # Errors
    ///
    /// [`Error::NotUpdated`] when there is no such row; [`Error::InvalidValue`] naming field and
    /// value, before anything is sent; [`Error::Integrity`]; any other of the database. Nothing is
    /// written.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let mut entry = Entry::objects().only(entry::headline).nth(0, &db).await?;
    /// entry.set(entry::headline, "Tomorrow");
    /// entry.save(&db).await?;
    /// # Ok(()) });
    /// ```
    pub fn save<'d, D: Executor<'d>>(&'d mut self, db: D) -> Fetch<'d, ()> {
        let runner = db.runner();
        let columns = loaded_columns::<L>(M::META);
        let mut values = self.row();
        Fetch::new(M::META, async move {
            let written: Vec<_> = columns.iter().filter(|column| !column.primary_key).copied().collect();
            instance::save_columns(M::META, &written, &mut values, Known::Written, runner).await?;
            let mut saved: Vec<_> = columns.iter().map(|column| values[column.position].clone()).collect();
            *self = Self::read(&ValueCells::new(&mut saved))?;
            Ok(())
        })
    }

    /// Reads the loaded fields again.
    ///
    /// Django: `refresh_from_db()`. SQL: `SELECT`.
    ///
    /// # Errors
    ///
    /// [`Error::DoesNotExist`] when the row is gone; any other of the database.
    #[doc(alias = "refresh_from_db")]
    pub fn refresh<'d, D: Executor<'d>>(&'d mut self, db: D) -> Fetch<'d, ()> {
        let runner = db.runner();
        let key = self.row().swap_remove(M::META.primary_key);
        Fetch::new(M::META, async move {
            let mut read = instance::read(M::META, loaded_columns::<L>(M::META), key, runner).await?;
            *self = Self::read(&ValueCells::new(&mut read))?;
            Ok(())
        })
    }

    /// Deletes the row of the instance, and what points at it: see [`Model::delete`].
    ///
    /// Django: `delete()`.
    ///
    /// # Errors
    ///
    /// Those of [`QuerySet::delete`](crate::QuerySet::delete).
    pub fn delete<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, Deleted> {
        let runner = db.runner();
        let key = self.row().swap_remove(M::META.primary_key);
        Fetch::new(M::META, async move { deletion::delete(instance::row(M::META, key), runner).await })
    }

    /// A value for each column of the model, `NULL` where it was not loaded.
    pub(crate) fn row(&self) -> Vec<Value> {
        let mut loaded = Vec::new();
        self.fields.values(&mut loaded);
        let mut row: Vec<_> = M::META.columns.iter().map(null_of).collect();
        for (column, value) in loaded_columns::<L>(M::META).iter().zip(loaded) {
            row[column.position] = value;
        }
        row
    }

    pub(crate) fn read(cells: &dyn Cells) -> Result<Self, Error> {
        Self::read_at(cells, &mut 0)
    }

    pub(crate) fn read_at(cells: &dyn Cells, at: &mut usize) -> Result<Self, Error> {
        Ok(Self { fields: L::read(cells, at)?, model: PhantomData })
    }
}

/// The columns that a list has loaded.
pub(crate) fn loaded_columns<L: PartialList>(model: &'static meta::Model) -> Vec<&'static meta::Column> {
    let mut positions = Vec::new();
    L::loaded(0, &mut positions);
    positions.into_iter().map(|position| &model.columns[position]).collect()
}

/// What a column is known by.
#[doc(hidden)]
pub trait ColumnKey {
    type IsKey;
}

impl<P, C: Column> ColumnKey for At<P, C> {
    type IsKey = C::IsKey;
}

/// What a field of the type `T` can be given.
#[diagnostic::on_unimplemented(
    message = "a field of the type `{T}` cannot be given a value of the type `{Self}`",
    label = "not a value of this field",
    note = "Django raises ValueError or IntegrityError when the instance is saved, or stores it"
)]
pub trait Becomes<T> {
    #[doc(hidden)]
    fn become_value(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T: FieldValue> Becomes<T> for T {
    fn become_value(self) -> T {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: FieldValue> Becomes<Option<T>> for T {
    fn become_value(self) -> Option<T> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: FieldValue> Becomes<Option<T>> for Option<T> {
    fn become_value(self) -> Option<T> {
        self
    }
}

#[diagnostic::do_not_recommend]
impl Becomes<String> for &str {
    fn become_value(self) -> String {
        self.to_owned()
    }
}

#[diagnostic::do_not_recommend]
impl Becomes<Option<String>> for &str {
    fn become_value(self) -> Option<String> {
        Some(self.to_owned())
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
