//! New rows: what was not given is filled in, what a column cannot hold is refused, and the rest is
//! inserted in as few statements as the database allows.

use std::sync::Arc;

use futures_util::FutureExt;

use crate::capability::Capability;
use crate::check::null_of;
use crate::compile;
use crate::db::Runner;
use crate::dialect::{Dialect, OnConflict};
use crate::driver::{Done, Statement};
use crate::error::Error;
use crate::hooks::Around;
use crate::instance::{fetch_written, in_rows};
use crate::meta::{self, AutoNow, FieldType};
use crate::value::Value;

/// A row: a value for each column of its model, or `None` where none was given.
pub(crate) type Row = Vec<Option<Value>>;

/// Inserts a row, and gives all its values.
pub(crate) async fn row(
    model: &'static meta::Model,
    row: Row,
    runner: Runner<'_>,
) -> Result<Vec<Value>, Error> {
    match runner.hooks().of(model) {
        None => bare_row(model, row, runner).await,
        Some(hooks) => runner.atomically(|runner| hooked_row(model, row, hooks, runner).boxed()).await,
    }
}

/// Inserts a row, whatever hooks there are.
pub(crate) async fn bare_row(
    model: &'static meta::Model,
    row: Row,
    runner: Runner<'_>,
) -> Result<Vec<Value>, Error> {
    let rows = rows(model, vec![row], None, runner).await?;
    Ok(rows.into_iter().next().expect("a row was inserted"))
}

async fn hooked_row(
    model: &'static meta::Model,
    row: Row,
    hooks: Around,
    mut runner: Runner<'_>,
) -> Result<Vec<Value>, Error> {
    let filled = filled(model, row);
    let is_counted = filled[model.primary_key].is_none();
    let no_key = Value::Int(0);
    let mut values: Vec<Value> =
        filled.into_iter().map(|value| value.unwrap_or_else(|| no_key.clone())).collect();
    hooks.pre_save(&mut values, &mut runner).await?;
    let mut row: Row = values.into_iter().map(Some).collect();
    if is_counted {
        row[model.primary_key].take_if(|key| *key == no_key);
    }
    let values = bare_row(model, row, runner.again()).await?;
    hooks.post_save(&values, true, &mut runner).await?;
    Ok(values)
}

/// Inserts rows, and gives all their values, keys included.
pub(crate) async fn rows(
    model: &'static meta::Model,
    rows: Vec<Row>,
    batch_size: Option<usize>,
    runner: Runner<'_>,
) -> Result<Vec<Vec<Value>>, Error> {
    let mut rows = fill(model, rows);
    let plan = plan(model, &mut rows, batch_size, &OnConflict::Fail, runner.dialect())?;
    for batch in run(plan, runner).await? {
        let Written { places, columns, values, returned, done } = batch;
        // The values go back to where they were taken from: only a driver that still ends has them, too.
        let mut values = Arc::unwrap_or_clone(values).into_iter();
        for place in &places {
            for (column, value) in columns.iter().zip(values.by_ref()) {
                rows[*place][column.position] = Some(value);
            }
        }
        let keys = returned.into_iter().chain(done.last_insert_id.map(Value::Int));
        for (place, key) in places.into_iter().zip(keys) {
            rows[place][model.primary_key].get_or_insert(key);
        }
    }
    let complete = |row: Row| row.into_iter().collect::<Option<Vec<Value>>>();
    rows.into_iter().map(|row| complete(row).ok_or_else(|| key_lost(model))).collect()
}

/// Inserts rows but those that meet a row with the same unique key, and gives the number of those
/// that were inserted.
pub(crate) async fn rows_without_conflict(
    model: &'static meta::Model,
    rows: Vec<Row>,
    batch_size: Option<usize>,
    runner: Runner<'_>,
) -> Result<u64, Error> {
    let mut rows = fill(model, rows);
    let plan = plan(model, &mut rows, batch_size, &OnConflict::Ignore, runner.dialect())?;
    Ok(run(plan, runner).await?.iter().map(|batch| batch.done.rows).sum())
}

/// Inserts rows, and updates those with the same unique key instead. Gives all values of all.
pub(crate) async fn rows_or_update(
    model: &'static meta::Model,
    rows: Vec<Row>,
    batch_size: Option<usize>,
    on_conflict: OnConflict,
    runner: Runner<'_>,
) -> Result<Vec<Vec<Value>>, Error> {
    let mut rows = fill(model, rows);
    let plan = plan(model, &mut rows, batch_size, &on_conflict, runner.dialect())?;
    let width = model.columns.len();
    let batches = run(plan, runner).await?.into_iter();
    let mut rows: Vec<_> =
        batches.flat_map(|batch| batch.places.into_iter().zip(in_rows(batch.returned, width))).collect();
    rows.sort_by_key(|(place, _)| *place);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// One statement.
struct Batch {
    statement: Statement,
    /// The places of its rows among all.
    places: Vec<usize>,
    columns: Arc<[&'static meta::Column]>,
    /// What it gives back of each row.
    returning: Vec<&'static meta::Column>,
}

/// What a statement did.
struct Written {
    places: Vec<usize>,
    columns: Arc<[&'static meta::Column]>,
    /// What was written to the columns, the values of one row after the other.
    values: Arc<Vec<Value>>,
    /// What it gave back, the values of one row after the other.
    returned: Vec<Value>,
    done: Done,
}

/// The statements that insert rows, whose values they take. Rows with a key and rows that the database gives one are written
/// by themselves, in this order, as in Django.
fn plan(
    model: &'static meta::Model,
    rows: &mut [Row],
    batch_size: Option<usize>,
    on_conflict: &OnConflict,
    dialect: Dialect,
) -> Result<Vec<Batch>, Error> {
    if batch_size == Some(0) {
        let message = "a batch of `bulk_create()` has one row at least".to_owned();
        return Err(Error::InvalidQuery { message });
    }
    let key = model.primary_key;
    let (with_key, without): (Vec<usize>, Vec<usize>) =
        (0..rows.len()).partition(|place| rows[*place][key].is_some());
    let mut plan = Vec::new();
    for (places, keyed) in [(with_key, true), (without, false)] {
        let columns: Arc<[&'static meta::Column]> =
            model.columns.iter().filter(|column| keyed || column.position != key).collect();
        let returning = returning(model, keyed, places.len(), on_conflict, dialect)?;
        let mut values = Vec::with_capacity(places.len() * columns.len());
        for place in &places {
            let row = &mut rows[*place];
            values.extend(
                columns.iter().map(|column| row[column.position].take().unwrap_or_else(|| null_of(column))),
            );
        }
        let by_arrays = compile::array_types(&columns, &values, dialect).is_some();
        let most = dialect.rows_at_once(columns.len(), by_arrays);
        let mut values = values.into_iter();
        for places in places.chunks(batch_size.map_or(most, |size| size.min(most))) {
            let values = values.by_ref().take(places.len() * columns.len()).collect();
            let statement = compile::insert(model, &columns, values, on_conflict, &returning, dialect)?;
            let (places, columns) = (places.to_vec(), Arc::clone(&columns));
            plan.push(Batch { statement, places, columns, returning: returning.clone() });
        }
    }
    Ok(plan)
}

/// What is to be given back of each row.
fn returning(
    model: &'static meta::Model,
    keyed: bool,
    rows: usize,
    on_conflict: &OnConflict,
    dialect: Dialect,
) -> Result<Vec<&'static meta::Column>, Error> {
    match on_conflict {
        OnConflict::Ignore => Ok(Vec::new()),
        OnConflict::Fail if keyed => Ok(Vec::new()),
        // The key of one row is told by MySQL 8, too.
        OnConflict::Fail if rows == 1 && !dialect.has(Capability::ReturnsInserted) => Ok(Vec::new()),
        OnConflict::Fail => {
            dialect.demand(Capability::ReturnsInserted, "`bulk_create()` of rows without a key")?;
            Ok(vec![model.pk()])
        }
        OnConflict::Update { unique, .. } => {
            match unique {
                Some(_) => dialect.demand(Capability::NamesConflicts, "`update_conflicts()`")?,
                None => dialect.demand(Capability::MeetsAnyConflict, "`update_any_conflicts()`")?,
            }
            dialect.demand(Capability::ReturnsInserted, "the rows of `update_any_conflicts()`")?;
            Ok(model.columns.iter().collect())
        }
    }
}

/// Runs each batch, all or none.
async fn run(mut plan: Vec<Batch>, runner: Runner<'_>) -> Result<Vec<Written>, Error> {
    match plan.len() {
        0 => Ok(Vec::new()),
        1 => Ok(vec![write(plan.remove(0), runner).await?]),
        _ => runner.atomically(|runner| write_all(plan, runner).boxed()).await,
    }
}

async fn write_all(plan: Vec<Batch>, mut runner: Runner<'_>) -> Result<Vec<Written>, Error> {
    let mut written = Vec::with_capacity(plan.len());
    for batch in plan {
        written.push(write(batch, runner.again()).await?);
    }
    Ok(written)
}

async fn write(batch: Batch, runner: Runner<'_>) -> Result<Written, Error> {
    let Batch { statement, places, columns, returning } = batch;
    let values = Arc::clone(&statement.values);
    let (returned, done) = match returning.is_empty() {
        true => (Vec::new(), runner.execute(statement).await?),
        false => (fetch_written(statement, returning, runner).await?, Done::default()),
    };
    Ok(Written { places, columns, values, returned, done })
}

/// The database did not tell the key of a row that it inserted.
fn key_lost(model: &'static meta::Model) -> Error {
    Error::InvalidQuery { message: format!("the database did not give the key of a new `{}`", model.name) }
}

/// Defaults and times for what was not given; `None` stays for a key that the database gives.
fn fill(model: &'static meta::Model, mut rows: Vec<Row>) -> Vec<Row> {
    let now = jiff::Timestamp::now();
    for row in &mut rows {
        for (column, value) in model.columns.iter().zip(row) {
            *value = filled_in(column, value.take(), now);
        }
    }
    rows
}

/// The row with defaults and times for what was not given.
pub(crate) fn filled(model: &'static meta::Model, row: Row) -> Row {
    let now = jiff::Timestamp::now();
    model.columns.iter().zip(row).map(|(column, value)| filled_in(column, value, now)).collect()
}

fn filled_in(column: &'static meta::Column, value: Option<Value>, now: jiff::Timestamp) -> Option<Value> {
    match (value, column.auto_now) {
        (_, AutoNow::Create | AutoNow::Save) => Some(now_of(column.field_type, now)),
        (Some(value), AutoNow::Never) => Some(value),
        (None, AutoNow::Never) => match column.default {
            Some(default) => Some(default()),
            None if column.primary_key && is_counted(column) => None,
            None => Some(null_of(column)),
        },
    }
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

fn is_counted(column: &'static meta::Column) -> bool {
    column.references.is_none()
        && matches!(column.field_type, FieldType::SmallAuto | FieldType::Auto | FieldType::BigAuto)
}
