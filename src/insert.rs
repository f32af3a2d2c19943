//! New rows: what was not given is filled in, what a column cannot hold is refused, and the rest is
//! inserted in as few statements as the database allows.

use std::sync::Arc;

use futures_util::future::ready;
use futures_util::{FutureExt, TryFutureExt};

use crate::capability::Capability;
use crate::check::null_of;
use crate::compile;
use crate::create::spare;
use crate::db::Runner;
use crate::decode::{CellError, Cells, RowSink, Sink, TakeRow};
use crate::dialect::{Dialect, OnConflict, Returning};
use crate::driver::{Access, Done, Statement};
use crate::error::Error;
use crate::field::{CellOf, read_value, unread};
use crate::fields_of::RowValues;
use crate::hooks::Around;
use crate::instance::in_rows;
use crate::meta::{self, AutoNow, FieldType};
use crate::model::Model;
use crate::value::Value;

/// A row: a value for each column of its model, or `None` where none was given.
pub(crate) type Row = Vec<Option<Value>>;

/// Inserts a row, and gives all its values.
pub(crate) fn row<'d>(
    model: &'static meta::Model,
    row: Row,
    runner: Runner<'d>,
) -> impl Future<Output = Result<Vec<Value>, Error>> + Send + use<'d> {
    match runner.hooks().of(model) {
        None => bare_row(model, row, runner).left_future(),
        Some(hooks) => {
            runner.atomically(move |runner| hooked_row(model, row, hooks, runner).boxed()).right_future()
        }
    }
}

/// Inserts a row, whatever hooks there are.
pub(crate) fn bare_row<'d>(
    model: &'static meta::Model,
    row: Row,
    runner: Runner<'d>,
) -> impl Future<Output = Result<Vec<Value>, Error>> + Send + use<'d> {
    let rows = rows(NewRows::of(model, [row]), None, runner);
    rows.map(|inserted| inserted.and_then(Inserted::values).map(the_one))
}

/// Inserts a row for which there are no hooks, and gives its instance.
pub(crate) fn instance<'d, M: Model>(
    row: Row,
    runner: Runner<'d>,
) -> impl Future<Output = Result<M, Error>> + Send + use<'d, M> {
    let rows = rows(NewRows::of(M::META, [row]), None, runner);
    rows.map(|inserted| inserted.and_then(Inserted::instances).map(the_one))
}

fn the_one<T>(rows: Vec<T>) -> T {
    rows.into_iter().next().expect("a row was inserted")
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

/// Rows on their way, with defaults and times for what was not given.
pub(crate) struct NewRows {
    model: &'static meta::Model,
    now: jiff::Timestamp,
    /// How many are expected.
    capacity: usize,
    /// Whether the database gives a key to those without one.
    counts: bool,
    with_key: Group,
    /// Those that the database gives a key.
    without: Group,
}

/// New rows that have values for the same columns.
#[derive(Default)]
struct Group {
    /// Their places among all.
    places: Vec<usize>,
    /// Their values, one row after the other.
    values: Vec<Value>,
}

impl NewRows {
    pub(crate) fn with_capacity(model: &'static meta::Model, capacity: usize) -> Self {
        let key = model.pk();
        let counts = key.auto_now == AutoNow::Never && key.default.is_none() && is_counted(key);
        let (with_key, without) = Default::default();
        Self { model, now: jiff::Timestamp::now(), capacity, counts, with_key, without }
    }

    pub(crate) fn of(model: &'static meta::Model, rows: impl IntoIterator<Item = Row>) -> Self {
        let rows = rows.into_iter();
        let mut new = Self::with_capacity(model, rows.size_hint().0);
        rows.for_each(|row| new.push(row));
        new
    }

    pub(crate) fn model(&self) -> &'static meta::Model {
        self.model
    }

    /// The number of rows so far.
    pub(crate) fn len(&self) -> usize {
        self.with_key.places.len() + self.without.places.len()
    }

    pub(crate) fn push(&mut self, mut row: Row) {
        let (model, now, place) = (self.model, self.now, self.len());
        let key = &mut row[model.primary_key];
        let is_keyed = key.is_some()
            || !self.counts && {
                *key = filled_in(model.pk(), None, now);
                key.is_some()
            };
        let group = if is_keyed { &mut self.with_key } else { &mut self.without };
        if group.places.is_empty() {
            group.places.reserve(self.capacity);
            group.values.reserve(self.capacity * row.len());
        }
        group.places.push(place);
        for (column, slot) in model.columns.iter().zip(&mut row) {
            match slot.take() {
                Some(value) if column.auto_now == AutoNow::Never => group.values.push(value),
                // The database gives it one.
                None if column.primary_key => {}
                value => group.values.extend(filled_in(column, value, now)),
            }
        }
        spare(row);
    }
}

/// Rows that were inserted.
pub(crate) struct Inserted {
    model: &'static meta::Model,
    count: usize,
    batches: Vec<Written>,
}

impl Inserted {
    /// The instances, in the order in which the rows came.
    pub(crate) fn instances<M: Model>(self) -> Result<Vec<M>, Error> {
        let mut instances = Vec::with_capacity(self.count);
        let places = self.each(&mut |values| {
            instances.push(M::of_values(values)?);
            Ok(())
        })?;
        Ok(in_order(places, instances))
    }

    /// The values of each row, in the order in which the rows came.
    pub(crate) fn values(self) -> Result<Vec<Vec<Value>>, Error> {
        let columns = self.model.columns;
        let mut rows = Vec::with_capacity(self.count);
        let places = self.each(&mut |values| {
            rows.push(columns.iter().map(|_| values.take()).collect());
            Ok(())
        })?;
        Ok(in_order(places, rows))
    }

    /// Gives the values of each row to `read`, and says at which places the rows are among all.
    fn each(
        self,
        read: &mut dyn FnMut(&mut RowValues<'_>) -> Result<(), Error>,
    ) -> Result<Vec<usize>, Error> {
        let mut places = Vec::with_capacity(self.count);
        for batch in self.batches {
            // The values go back to where they came from: only a driver that still ends has them, too.
            let mut values = Arc::unwrap_or_clone(batch.values).into_iter();
            let is_keyed = batch.width == self.model.columns.len();
            let mut keys = batch.returned.keys.into_iter().chain(batch.done.last_insert_id);
            for _ in &batch.places {
                read(&mut if is_keyed {
                    RowValues::new(&mut values)
                } else {
                    let key = keys.next().ok_or_else(|| key_lost(self.model))?;
                    RowValues::with_key(&mut values, self.model.primary_key, key)
                })?;
            }
            places.extend(batch.places);
        }
        Ok(places)
    }
}

/// Rows by their places.
fn in_order<T>(places: Vec<usize>, rows: Vec<T>) -> Vec<T> {
    if places.is_sorted() {
        return rows;
    }
    let mut rows: Vec<(usize, T)> = places.into_iter().zip(rows).collect();
    rows.sort_unstable_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Inserts rows.
pub(crate) fn rows<'d>(
    new: NewRows,
    batch_size: Option<usize>,
    runner: Runner<'d>,
) -> impl Future<Output = Result<Inserted, Error>> + Send + use<'d> {
    let (model, count) = (new.model, new.len());
    let plan = plan(new, batch_size, &OnConflict::Fail, runner.dialect());
    run(plan, runner).map_ok(move |batches| Inserted { model, count, batches })
}

/// Inserts rows but those that meet a row with the same unique key, and gives the number of those
/// that were inserted.
pub(crate) fn rows_without_conflict<'d>(
    new: NewRows,
    batch_size: Option<usize>,
    runner: Runner<'d>,
) -> impl Future<Output = Result<u64, Error>> + Send + use<'d> {
    let plan = plan(new, batch_size, &OnConflict::Ignore, runner.dialect());
    run(plan, runner).map_ok(|batches| batches.iter().map(|batch| batch.done.rows).sum())
}

/// Inserts rows, and updates those with the same unique key instead. Gives all values of all.
pub(crate) async fn rows_or_update(
    new: NewRows,
    batch_size: Option<usize>,
    on_conflict: OnConflict,
    runner: Runner<'_>,
) -> Result<Vec<Vec<Value>>, Error> {
    let (width, count) = (new.model.columns.len(), new.len());
    let plan = plan(new, batch_size, &on_conflict, runner.dialect());
    let (mut places, mut rows) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for batch in run(plan, runner).await? {
        places.extend(batch.places);
        rows.extend(in_rows(batch.returned.rows, width));
    }
    Ok(in_order(places, rows))
}

/// One statement.
struct Batch {
    statement: Statement,
    /// The places of its rows among all.
    places: Vec<usize>,
    /// The values of a row.
    width: usize,
    returning: Returning,
}

/// What a statement did.
struct Written {
    places: Vec<usize>,
    width: usize,
    /// What was written, the values of one row after the other.
    values: Arc<Vec<Value>>,
    returned: Returned,
    done: Done,
}

/// The statements that insert rows. Rows with a key and rows that the database gives one are written by
/// themselves, in this order, as in Django.
fn plan(
    new: NewRows,
    batch_size: Option<usize>,
    on_conflict: &OnConflict,
    dialect: Dialect,
) -> Result<Vec<Batch>, Error> {
    if batch_size == Some(0) {
        let message = "a batch of `bulk_create()` has one row at least".to_owned();
        return Err(Error::InvalidQuery { message });
    }
    let model = new.model;
    let mut plan = Vec::new();
    for (group, keyed) in [(new.with_key, true), (new.without, false)] {
        let Group { places, values } = group;
        if places.is_empty() {
            continue;
        }
        let columns: Vec<&'static meta::Column> =
            model.columns.iter().filter(|column| keyed || !column.primary_key).collect();
        let returning = returning(model, keyed, places.len(), on_conflict, dialect)?;
        let by_arrays = match places.len() {
            1 => None,
            _ => compile::array_types(&columns, &values, dialect),
        };
        let most = dialect.rows_at_once(columns.len(), by_arrays.is_some());
        let most = batch_size.map_or(most, |size| size.min(most));
        let mut batch = |places: Vec<usize>, values: Vec<Value>| {
            let types = by_arrays.as_deref().filter(|_| places.len() > 1);
            let returning = match returning {
                Returning::Keys(key) if types.is_some() && places.len() >= AT_ONCE => {
                    Returning::KeysAtOnce(key)
                }
                one_by_one => one_by_one,
            };
            let statement = compile::insert(model, &columns, values, types, on_conflict, returning, dialect)?;
            plan.push(Batch { statement, places, width: columns.len(), returning });
            Ok::<_, Error>(())
        };
        if places.len() <= most {
            batch(places, values)?;
            continue;
        }
        let mut values = values.into_iter();
        for places in places.chunks(most) {
            batch(places.to_vec(), values.by_ref().take(places.len() * columns.len()).collect())?;
        }
    }
    Ok(plan)
}

/// The number of rows from which on it takes longer to send the keys one by one than to put them together.
const AT_ONCE: usize = 64;

/// What is to be given back of each row.
fn returning(
    model: &'static meta::Model,
    keyed: bool,
    rows: usize,
    on_conflict: &OnConflict,
    dialect: Dialect,
) -> Result<Returning, Error> {
    match on_conflict {
        OnConflict::Ignore => Ok(Returning::Nothing),
        OnConflict::Fail if keyed => Ok(Returning::Nothing),
        // The key of one row is told by MySQL 8, too.
        OnConflict::Fail if rows == 1 && !dialect.has(Capability::ReturnsInserted) => Ok(Returning::Nothing),
        OnConflict::Fail => {
            dialect.demand(Capability::ReturnsInserted, "`bulk_create()` of rows without a key")?;
            Ok(Returning::Keys(model.pk()))
        }
        OnConflict::Update { unique, .. } => {
            match unique {
                Some(_) => dialect.demand(Capability::NamesConflicts, "`update_conflicts()`")?,
                None => dialect.demand(Capability::MeetsAnyConflict, "`update_any_conflicts()`")?,
            }
            dialect.demand(Capability::ReturnsInserted, "the rows of `update_any_conflicts()`")?;
            Ok(Returning::Rows(model.columns))
        }
    }
}

/// Runs each batch, all or none.
fn run<'d>(
    plan: Result<Vec<Batch>, Error>,
    runner: Runner<'d>,
) -> impl Future<Output = Result<Vec<Written>, Error>> + Send + use<'d> {
    match plan {
        Err(error) => ready(Err(error)).left_future(),
        Ok(plan) if plan.is_empty() => ready(Ok(Vec::new())).left_future(),
        Ok(plan) if plan.len() > 1 => {
            let written = runner.atomically(|runner| write_all(plan, runner).boxed());
            written.left_future().right_future()
        }
        Ok(mut plan) => {
            let written = write(plan.remove(0), runner);
            written.map_ok(|written| vec![written]).right_future().right_future()
        }
    }
}

async fn write_all(plan: Vec<Batch>, mut runner: Runner<'_>) -> Result<Vec<Written>, Error> {
    let mut written = Vec::with_capacity(plan.len());
    for batch in plan {
        written.push(write(batch, runner.again()).await?);
    }
    Ok(written)
}

fn write<'d>(
    batch: Batch,
    runner: Runner<'d>,
) -> impl Future<Output = Result<Written, Error>> + Send + use<'d> {
    let Batch { mut statement, places, width, returning } = batch;
    let values = statement.values.share();
    let outcome = match returning {
        Returning::Nothing => {
            runner.execute(statement).map_ok(|done| (Returned::default(), done)).left_future()
        }
        _ => {
            let sink = Box::new(RowSink(Returned::with_capacity(returning, places.len())));
            let returned = runner.run(statement, Access::Write, sink);
            returned.map_ok(|sink| (Returned::of(sink), Done::default())).right_future()
        }
    };
    outcome.map_ok(move |(returned, done)| Written { places, width, values, returned, done })
}

/// What a statement gave back of the rows that it wrote.
struct Returned {
    returning: Returning,
    /// The keys that the database gave.
    keys: Vec<i64>,
    /// Whole rows, the values of one after the other.
    rows: Vec<Value>,
    count: usize,
}

impl Default for Returned {
    fn default() -> Self {
        Self { returning: Returning::Nothing, keys: Vec::new(), rows: Vec::new(), count: 0 }
    }
}

impl Returned {
    fn with_capacity(returning: Returning, rows: usize) -> Self {
        match returning {
            Returning::Nothing => Self::default(),
            Returning::Keys(_) | Returning::KeysAtOnce(_) => {
                Self { returning, keys: Vec::with_capacity(rows), ..Self::default() }
            }
            Returning::Rows(columns) => {
                Self { returning, rows: Vec::with_capacity(rows * columns.len()), ..Self::default() }
            }
        }
    }

    fn of(sink: Box<dyn Sink>) -> Self {
        let sink = sink.into_any().downcast::<RowSink<Self>>();
        sink.expect("the driver gives back the sink that it was given").0
    }
}

impl TakeRow for Returned {
    fn take(&mut self, row: &dyn Cells) -> Result<(), Error> {
        match self.returning {
            Returning::Nothing => {}
            Returning::Keys(key) => {
                self.keys.push(read_key(row, 0).map_err(|source| unread(CellOf::column(key), source))?)
            }
            Returning::KeysAtOnce(key) => {
                let keys = &mut self.keys;
                let mut read = |items: &dyn Cells| {
                    for at in 0..items.len() {
                        keys.push(read_key(items, at)?);
                    }
                    Ok(())
                };
                row.items(0, &mut read).map_err(|source| unread(CellOf::column(key), source))?;
            }
            Returning::Rows(columns) => {
                for (at, column) in columns.iter().enumerate() {
                    self.rows.push(read_value(row, at, column)?);
                }
            }
        }
        self.count += 1;
        Ok(())
    }

    fn taken(&self) -> usize {
        self.count
    }
}

fn read_key(cells: &dyn Cells, at: usize) -> Result<i64, CellError> {
    cells.int(at)?.ok_or_else(|| CellError::new("a key", "NULL"))
}

/// The database did not tell the key of a row that it inserted.
fn key_lost(model: &'static meta::Model) -> Error {
    Error::InvalidQuery { message: format!("the database did not give the key of a new `{}`", model.name) }
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
            Some(default) => Some(default.value()),
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
