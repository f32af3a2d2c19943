//! [`New`]: a row that was not written yet, and what generated `create()` builders stand on.

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::mem::take;

use futures_util::FutureExt;

use crate::db::{Executor, Runner};
use crate::decode::{CellError, Cells};
use crate::error::Error;
use crate::link::Link;
use crate::literal::Input;
use crate::model::Model;
use crate::query_set::Fetch;
use crate::state::Related;
use crate::validate::{self, ValidationErrors};
use crate::value::{Value, ValueType};
use crate::{insert, instance, meta};

/// In the type of a builder: the required field `C` has no value yet.
pub struct Missing<C>(PhantomData<fn() -> C>);

/// In the type of a builder: the required field has a value.
pub struct Given;

/// Says that a required field has a value.
#[diagnostic::on_unimplemented(
    message = "a required field has no value yet: `{Self}`",
    label = "call the method of the field's name before this",
    note = "fields that are not `null` and have no default must be given",
    note = "Django raises IntegrityError: NOT NULL constraint failed, or stores an empty string"
)]
pub trait Provided {}

#[diagnostic::do_not_recommend]
impl Provided for Given {}

thread_local! {
    /// The memory of the last row that was taken apart, for the next one.
    static SPARE: Cell<Vec<Option<Value>>> = const { Cell::new(Vec::new()) };
}

/// Keeps the memory of a row without values.
pub(crate) fn spare(mut row: Vec<Option<Value>>) {
    row.clear();
    SPARE.with(|spare| spare.set(row));
}

/// A row of `M` that was not written yet: what `create()…build()` gives.
#[must_use = "the row is written by `save` or `bulk_create`"]
pub struct New<M> {
    pub(crate) values: Vec<Option<Value>>,
    /// What the row is paired with, by a many-to-many relation, as soon as it is written.
    pub(crate) pair: Option<Box<Related>>,
    model: PhantomData<fn() -> M>,
}

impl<M> Clone for New<M> {
    fn clone(&self) -> Self {
        Self { values: self.values.clone(), pair: self.pair.clone(), model: PhantomData }
    }
}

impl<M: Model> std::fmt::Debug for New<M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut row = f.debug_struct(M::META.name);
        for (column, value) in M::META.columns.iter().zip(&self.values) {
            if let Some(value) = value {
                row.field(column.name, value);
            }
        }
        row.finish_non_exhaustive()
    }
}

impl<M: Model> Default for New<M> {
    fn default() -> Self {
        Self::new()
    }
}

// Without a bound, which the compiler would prove at each call in generated code.
#[doc(hidden)]
impl<M> New<M> {
    /// Gives the column at position `at` a value.
    pub(crate) fn set(mut self, at: usize, value: Value) -> Self {
        self.values[at] = Some(value);
        self
    }

    /// Gives the column at position `at` what a caller gives.
    pub fn given<K, N>(self, at: usize, value: impl Input<K, N>) -> Self {
        self.set(at, value.into_input())
    }

    /// Gives the column at position `at` the value that an instance has at `position`.
    pub fn set_to(self, at: usize, instance: &impl Model, position: usize) -> Self {
        self.set(at, instance.value(position))
    }

    /// The same, or `NULL` without an instance.
    pub fn set_to_some<'i, I: Model>(
        self,
        at: usize,
        instance: impl Into<Option<&'i I>>,
        position: usize,
        value_type: ValueType,
    ) -> Self {
        self.set(at, instance.into().map_or(Value::Null(value_type), |instance| instance.value(position)))
    }
}

impl<M: Model> New<M> {
    /// No field has a value.
    #[doc(hidden)]
    #[allow(clippy::self_named_constructors, reason = "a new row is called `New`")]
    pub fn new() -> Self {
        let mut values = SPARE.with(Cell::take);
        values.extend(M::META.columns.iter().map(|_| None));
        Self { values, pair: None, model: PhantomData }
    }

    /// Pairs the row, when it is written, with another one.
    pub(crate) fn paired(mut self, pair: Related) -> Self {
        self.pair = Some(Box::new(pair));
        self
    }

    /// Checks the values that were given by the rules of the schema, and tells all that is wrong at once:
    /// see [`Model::validate`].
    ///
    /// Django: `clean_fields()`.
    ///
    /// # Errors
    ///
    /// What is wrong, by field.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let new = Author::create().name("a".repeat(201)).email("nobody").build();
    /// let errors = new.validate().expect_err("both are wrong");
    /// let codes: Vec<_> = errors.iter().map(|(field, errors)| (field, errors[0].code())).collect();
    /// assert_eq!(codes, [("name", "max_length"), ("email", "invalid")]);
    /// ```
    pub fn validate(&self) -> Result<(), ValidationErrors> {
        validate::validate(M::META, &self.values)
    }

    /// Checks the row as [`validate`](Self::validate) does, with defaults for what was not given, and asks
    /// the database whether it could be written: see [`Model::full_clean`].
    ///
    /// Django: `full_clean()` of a new instance.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with what is wrong; any other of the database.
    pub fn full_clean<'d, D: Executor<'d>>(&self, db: D) -> Fetch<'d, ()> {
        let (row, runner) = (insert::filled(M::META, self.values.clone()), db.runner());
        Fetch::new(M::META, validate::full_clean(M::META, row, None, runner))
    }

    /// Writes the row as [`save`](Self::save) does, when [`full_clean`](Self::full_clean) finds nothing
    /// wrong.
    ///
    /// Django: `full_clean()`, then `save()`.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with what is wrong, before anything is written; those of [`save`](Self::save).
    pub fn save_valid<'d, D: Executor<'d>>(self, db: D) -> Fetch<'d, M> {
        let mut runner = db.runner();
        Fetch::new(M::META, async move {
            // What is checked is what is written, also where a default is another one each time.
            let row = insert::filled(M::META, self.values);
            validate::full_clean(M::META, row.clone(), None, runner.again()).await?;
            instance::of_values(save(M::META, row, self.pair, runner).await?)
        })
    }

    /// Writes the row, and gives the instance with its key.
    ///
    /// Django: `create()`, `save()`. SQL: `INSERT … RETURNING`; on MySQL without `RETURNING`.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidValue`] naming field and value, before anything is sent;
    /// [`Error::Integrity`]; any other of the database. Nothing is written.
    pub fn save<'d, D: Executor<'d>>(self, db: D) -> Fetch<'d, M> {
        let runner = db.runner();
        if self.pair.is_none() && runner.hooks().of(M::META).is_none() {
            return Fetch::new(M::META, insert::instance(self.values, runner));
        }
        let saved = save(M::META, self.values, self.pair, runner);
        Fetch::new(M::META, saved.map(|values| instance::of_values(values?)))
    }
}

/// Writes a new row, and what pairs it with another one. Gives its values.
pub(crate) fn save<'d>(
    model: &'static meta::Model,
    values: Vec<Option<Value>>,
    pair: Option<Box<Related>>,
    runner: Runner<'d>,
) -> impl Future<Output = Result<Vec<Value>, Error>> + Send + use<'d> {
    match pair {
        None => insert::row(model, values, runner).left_future(),
        Some(pair) => {
            runner.atomically(move |runner| save_paired(model, values, pair, runner).boxed()).right_future()
        }
    }
}

async fn save_paired(
    model: &'static meta::Model,
    values: Vec<Option<Value>>,
    pair: Box<Related>,
    mut runner: Runner<'_>,
) -> Result<Vec<Value>, Error> {
    let values = insert::row(model, values, runner.again()).await?;
    let link = Link::of(&pair);
    link.add(&[values[link.key().position].clone()], runner).await?;
    Ok(values)
}

/// A new row with a value for each field that needs one: a builder, or what its `build()` gives.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a new row",
    label = "not begun by `create()`",
    note = "write `Theme::create().name(\"Spring\").order(1)`; an instance is written by its own `save(&db)`"
)]
pub trait NewRow {
    /// The model that it is a row of.
    type Model: Model;

    #[doc(hidden)]
    fn row(self) -> New<Self::Model>;
}

#[diagnostic::do_not_recommend]
impl<M: Model> NewRow for New<M> {
    type Model = M;

    fn row(self) -> New<M> {
        self
    }
}

/// Says that new rows are of the model `M`.
#[diagnostic::on_unimplemented(
    message = "a query set on `{M}` does not write new rows of `{Self}`",
    label = "rows of `{Self}`, not of `{M}`",
    note = "begin them by `{M}::create()`",
    note = "Django raises AttributeError or TypeError"
)]
pub trait IsRowOf<M> {}

#[diagnostic::do_not_recommend]
impl<M: Model> IsRowOf<M> for M {}

/// A builder of new rows. Implemented by generated code.
pub trait Builder {
    /// The model of the rows.
    type Model: Model;

    #[doc(hidden)]
    fn of(new: New<Self::Model>) -> Self;
}

/// Rows of which nothing more is said than their values.
#[diagnostic::do_not_recommend]
impl<M: Model> Builder for New<M> {
    type Model = M;

    fn of(new: New<M>) -> Self {
        new
    }
}

/// The values of a row, read as if a database had sent them. A value is taken out by its reading.
pub(crate) struct ValueCells<'v> {
    values: RefCell<&'v mut [Value]>,
}

impl<'v> ValueCells<'v> {
    pub(crate) fn new(values: &'v mut [Value]) -> Self {
        Self { values: RefCell::new(values) }
    }

    #[inline]
    fn with<T>(&self, at: usize, read: impl FnOnce(&mut Value) -> T) -> T {
        read(&mut self.values.borrow_mut()[at])
    }
}

#[cold]
fn unexpected<T>(value: &Value, expected: &'static str) -> Result<T, CellError> {
    Err(CellError::new(expected, value.to_string()))
}

macro_rules! cells {
    ($($method:ident -> $ty:ty: $expected:literal, $($pattern:pat => $value:expr),+;)*) => {
        $(
            fn $method(&self, at: usize) -> Result<Option<$ty>, CellError> {
                self.with(at, |value| match value {
                    Value::Null(_) => Ok(None),
                    $($pattern => Ok(Some($value)),)+
                    other => unexpected(other, $expected),
                })
            }
        )*
    };
}

impl Cells for ValueCells<'_> {
    fn len(&self) -> usize {
        self.values.borrow().len()
    }

    fn name(&self, _at: usize) -> Option<&str> {
        None
    }

    fn is_null(&self, at: usize) -> Result<bool, CellError> {
        Ok(self.with(at, |value| value.is_null()))
    }

    fn items(
        &self,
        at: usize,
        read: &mut dyn FnMut(&dyn Cells) -> Result<(), CellError>,
    ) -> Result<bool, CellError> {
        self.with(at, |value| match value {
            Value::Null(_) => Ok(false),
            Value::Array(_, items) => read(&ValueCells::new(items)).map(|()| true),
            other => unexpected(other, "an array"),
        })
    }

    fn bounds(
        &self,
        at: usize,
        read: &mut dyn FnMut([bool; 2], &dyn Cells) -> Result<(), CellError>,
    ) -> Result<bool, CellError> {
        self.with(at, |value| match value {
            Value::Null(_) => Ok(false),
            Value::Range(_, range) if range.is_empty() => Ok(true),
            Value::Range(of, range) => {
                let bound = |bound: Option<&Value>| bound.cloned().unwrap_or(Value::Null(**of));
                let mut bounds = [bound(range.lower()), bound(range.upper())];
                let cells = ValueCells::new(&mut bounds);
                read([range.lower_inc(), range.upper_inc()], &cells).map(|()| true)
            }
            other => unexpected(other, "a range"),
        })
    }

    // An integer is a number of the other kinds, too: `price(1300)`.
    cells! {
        bool -> bool: "a boolean", Value::Bool(value) => *value;
        int -> i64: "an integer", Value::Int(value) => *value;
        uint -> u64: "an unsigned integer",
            Value::UInt(value) => *value,
            Value::Int(value @ 0..) => value.unsigned_abs();
        float -> f64: "a float", Value::Float(value) => *value, Value::Int(value) => *value as f64;
        decimal -> rust_decimal::Decimal: "a decimal",
            Value::Decimal(value) => *value,
            Value::Int(value) => (*value).into();
        text -> String: "text", Value::Text(value) => take(value);
        date -> jiff::civil::Date: "a date", Value::Date(value) => *value;
        datetime -> jiff::civil::DateTime: "a datetime", Value::DateTime(value) => *value;
        time -> jiff::civil::Time: "a time", Value::Time(value) => *value;
        duration -> jiff::SignedDuration: "a duration", Value::Duration(value) => *value;
        uuid -> uuid::Uuid: "a uuid", Value::Uuid(value) => *value;
        json -> serde_json::Value: "json", Value::Json(value) => value.take();
        bytes -> Vec<u8>: "bytes", Value::Bytes(value) => take(value);
        ip -> std::net::IpAddr: "an ip address", Value::Ip(value) => *value;
    }
}
