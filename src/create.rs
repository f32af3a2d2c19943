//! [`New`]: a row that was not written yet, and what generated `create()` builders stand on.

use std::marker::PhantomData;

use crate::capability::Capability;
use crate::check::{check_value, null_of};
use crate::compile;
use crate::db::{Executor, Runner};
use crate::decode::{CellError, Cells};
use crate::driver::Statement;
use crate::error::Error;
use crate::field::read_named;
use crate::meta::{self, AutoNow, FieldType};
use crate::model::Model;
use crate::query_set::{Fetch, QuerySet};
use crate::value::Value;

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

/// A row of `M` that was not written yet: what `create()…build()` gives and `bulk_create` takes.
#[must_use = "the row is written by `save` or `bulk_create`"]
pub struct New<M> {
    values: Vec<Option<Value>>,
    model: PhantomData<fn() -> M>,
}

impl<M> Clone for New<M> {
    fn clone(&self) -> Self {
        Self { values: self.values.clone(), model: PhantomData }
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

impl<M: Model> New<M> {
    /// No field has a value.
    #[doc(hidden)]
    #[allow(clippy::self_named_constructors, reason = "a new row is called `New`")]
    pub fn new() -> Self {
        Self { values: vec![None; M::META.columns.len()], model: PhantomData }
    }

    /// Gives the column at position `at` a value.
    #[doc(hidden)]
    pub fn set(mut self, at: usize, value: Value) -> Self {
        self.values[at] = Some(value);
        self
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
        Fetch::new(M::META, async move {
            let rows = insert(M::META, vec![self.values], runner).await?;
            let row = rows.into_iter().next().ok_or_else(|| key_lost(M::META))?;
            M::decode(&ValueCells(row), 0)
        })
    }
}

impl<M: Model, S, X> QuerySet<M, crate::query_set::Instances, S, X> {
    /// Writes many rows in as few statements as the database allows, all or none, and gives the
    /// instances with their keys.
    ///
    /// The keys come back from every database but MySQL 8, where rows without a key of their own are
    /// refused: insert them one by one.
    ///
    /// Django: `bulk_create()`. SQL: `INSERT … VALUES (…), (…)`.
    ///
    /// # Errors
    ///
    /// As [`New::save`]. Nothing is written.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let new = ["Spring", "Summer"].map(|name| Theme::create().name(name).order(1).build());
    /// let themes: Vec<Theme> = Theme::objects().bulk_create(new, &db).await?;
    /// assert_eq!(themes[1].name, "Summer");
    /// # Ok(()) });
    /// ```
    pub fn bulk_create<'d, D: Executor<'d>>(
        &self,
        rows: impl IntoIterator<Item = New<M>>,
        db: D,
    ) -> Fetch<'d, Vec<M>> {
        let runner = db.runner();
        let rows: Vec<_> = rows.into_iter().map(|new| new.values).collect();
        Fetch::new(M::META, async move {
            let rows = insert(M::META, rows, runner).await?;
            rows.into_iter().map(|row| M::decode(&ValueCells(row), 0)).collect()
        })
    }
}

/// Writes rows, and gives all their values, keys included.
pub(crate) async fn insert(
    model: &'static meta::Model,
    rows: Vec<Vec<Option<Value>>>,
    runner: Runner<'_>,
) -> Result<Vec<Vec<Value>>, Error> {
    let dialect = runner.dialect();
    let now = jiff::Timestamp::now();
    let mut filled = Vec::with_capacity(rows.len());
    for row in rows {
        let row = fill(model, row, now);
        for (column, value) in model.columns.iter().zip(&row) {
            if let Some(value) = value {
                check_value(column, value, dialect)?;
            }
        }
        filled.push(row);
    }

    // Rows with a key and rows that the database gives one are two statements, as in Django.
    let key = model.primary_key;
    let counted = is_counted(model.pk().field_type);
    let (with_key, without): (Vec<_>, Vec<_>) =
        filled.iter().enumerate().partition(|(_, row)| row[key].is_some());
    let mut statements = Vec::new();
    for (rows, keyed) in [(with_key, true), (without, false)] {
        let columns: Vec<&'static meta::Column> =
            model.columns.iter().filter(|column| keyed || !(counted && column.position == key)).collect();
        let returning: &[&'static str] = if keyed { &[] } else { &[model.pk().column] };
        if !keyed && rows.len() > 1 {
            dialect.demand(Capability::ReturnsInserted, "`bulk_create` of rows without a key")?;
        }
        let chunk = (dialect.max_values() / columns.len().max(1)).max(1);
        let chunk = if columns.is_empty() { 1 } else { chunk };
        for rows in rows.chunks(chunk) {
            let places = rows.iter().map(|(place, _)| *place).collect::<Vec<_>>();
            let values = rows.iter().map(|(_, row)| pick(row, &columns)).collect();
            let returning = if dialect.has(Capability::ReturnsInserted) { returning } else { &[] };
            let statement = compile::insert(model, &columns, values, returning, dialect)?;
            statements.push((statement, places, keyed));
        }
    }

    let keys = run(statements, runner).await?;
    let mut rows: Vec<Vec<Option<Value>>> = filled;
    for (place, value) in keys {
        rows[place][key] = Some(value);
    }
    let complete = |row: Vec<Option<Value>>| row.into_iter().collect::<Option<Vec<Value>>>();
    rows.into_iter().map(|row| complete(row).ok_or_else(|| key_lost(model))).collect()
}

/// The database did not tell the key of a row that it inserted.
fn key_lost(model: &'static meta::Model) -> Error {
    Error::InvalidQuery { message: format!("the database did not give the key of a new `{}`", model.name) }
}

type Planned = (Statement, Vec<usize>, bool);

/// Runs inserts, and gives the keys that the database made, with the places of their rows.
async fn run(mut statements: Vec<Planned>, mut runner: Runner<'_>) -> Result<Vec<(usize, Value)>, Error> {
    match statements.len() {
        0 => Ok(Vec::new()),
        1 => {
            let planned = statements.remove(0);
            run_one(planned, runner.again()).await
        }
        _ => {
            let mut keys = Vec::new();
            let mut unit = runner.atomic().await?;
            for planned in statements {
                match run_one(planned, unit.runner()).await {
                    Ok(more) => keys.extend(more),
                    Err(error) => {
                        unit.rollback().await?;
                        return Err(error);
                    }
                }
            }
            unit.commit().await?;
            Ok(keys)
        }
    }
}

async fn run_one(
    (statement, places, keyed): Planned,
    runner: Runner<'_>,
) -> Result<Vec<(usize, Value)>, Error> {
    if keyed {
        runner.execute(statement).await?;
        return Ok(Vec::new());
    }
    let keys: Vec<i64> = if runner.dialect().has(Capability::ReturnsInserted) {
        let read = |cells: &dyn Cells| read_named::<i64>(cells, 0, "row", "key");
        let keys = runner.fetch_written(statement, read).await?;
        keys.into_iter().flatten().collect()
    } else {
        runner.execute(statement).await?.last_insert_id.into_iter().collect()
    };
    Ok(places.into_iter().zip(keys.into_iter().map(Value::Int)).collect())
}

/// Defaults and times for what was not given; `None` stays for a key that the database gives.
fn fill(model: &'static meta::Model, row: Vec<Option<Value>>, now: jiff::Timestamp) -> Vec<Option<Value>> {
    let mut filled = Vec::with_capacity(row.len());
    for (column, value) in model.columns.iter().zip(row) {
        let value = match (value, column.auto_now) {
            (_, AutoNow::Create | AutoNow::Save) => Some(now_of(column.field_type, now)),
            (Some(value), AutoNow::Never) => Some(value),
            (None, AutoNow::Never) => match column.default {
                Some(default) => Some(default()),
                None if column.primary_key && is_counted(column.field_type) => None,
                None => Some(null_of(column)),
            },
        };
        filled.push(value);
    }
    filled
}

/// The current time as a field of the type holds it: dates and times in UTC.
pub(crate) fn now_of(field_type: FieldType, now: jiff::Timestamp) -> Value {
    let now = jiff::tz::Offset::UTC.to_datetime(now);
    match field_type {
        FieldType::Date => Value::Date(now.date()),
        FieldType::Time => crate::field::value_of(&now.time()),
        _ => crate::field::value_of(&now),
    }
}

fn is_counted(field_type: FieldType) -> bool {
    matches!(field_type, FieldType::SmallAuto | FieldType::Auto | FieldType::BigAuto)
}

fn pick(row: &[Option<Value>], columns: &[&'static meta::Column]) -> Vec<Value> {
    columns.iter().map(|column| row[column.position].clone().unwrap_or_else(|| null_of(column))).collect()
}

/// The values of a row, read as if a database had sent them.
pub(crate) struct ValueCells(pub(crate) Vec<Value>);

impl ValueCells {
    fn unexpected<T>(&self, at: usize, expected: &'static str) -> Result<T, CellError> {
        Err(CellError::new(expected, self.0[at].to_string()))
    }
}

macro_rules! cells {
    ($($method:ident -> $ty:ty: $expected:literal, $pattern:pat => $value:expr;)*) => {
        $(
            fn $method(&self, at: usize) -> Result<Option<$ty>, CellError> {
                match &self.0[at] {
                    Value::Null(_) => Ok(None),
                    $pattern => Ok(Some($value)),
                    _ => self.unexpected(at, $expected),
                }
            }
        )*
    };
}

impl Cells for ValueCells {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn name(&self, _at: usize) -> Option<&str> {
        None
    }

    fn is_null(&self, at: usize) -> Result<bool, CellError> {
        Ok(self.0[at].is_null())
    }

    fn uint(&self, at: usize) -> Result<Option<u64>, CellError> {
        match &self.0[at] {
            Value::Null(_) => Ok(None),
            Value::UInt(value) => Ok(Some(*value)),
            Value::Int(value) if *value >= 0 => Ok(Some(value.unsigned_abs())),
            _ => self.unexpected(at, "an unsigned integer"),
        }
    }

    cells! {
        bool -> bool: "a boolean", Value::Bool(value) => *value;
        int -> i64: "an integer", Value::Int(value) => *value;
        float -> f64: "a float", Value::Float(value) => *value;
        decimal -> rust_decimal::Decimal: "a decimal", Value::Decimal(value) => *value;
        text -> String: "text", Value::Text(value) => value.clone();
        date -> jiff::civil::Date: "a date", Value::Date(value) => *value;
        datetime -> jiff::civil::DateTime: "a datetime", Value::DateTime(value) => *value;
        time -> jiff::civil::Time: "a time", Value::Time(value) => *value;
        duration -> jiff::SignedDuration: "a duration", Value::Duration(value) => *value;
        uuid -> uuid::Uuid: "a uuid", Value::Uuid(value) => *value;
        json -> serde_json::Value: "json", Value::Json(value) => value.clone();
        bytes -> Vec<u8>: "bytes", Value::Bytes(value) => value.clone();
        ip -> std::net::IpAddr: "an ip address", Value::Ip(value) => *value;
    }
}
