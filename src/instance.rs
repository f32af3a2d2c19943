//! What an instance can do, without its type: it is saved and read again as a row of values.
//!
//! The methods are those of [`Model`] and [`Partial`](crate::Partial).

use futures_util::FutureExt;

use crate::compile;
use crate::db::{Compiled, Runner};
use crate::decode::{Cells, RowSink, TakeRow};
use crate::driver::Access;
use crate::error::Error;
use crate::field::read_value;
use crate::fields_of::RowValues;
use crate::hooks::Around;
use crate::insert::{self, now_of};
use crate::meta::{self, AutoNow};
use crate::model::Model;
use crate::query_set::Fetch;
use crate::state::{Node, State};
use crate::value::Value;

/// The values of all columns of an instance.
pub(crate) fn values_of<M: Model>(instance: &M) -> Vec<Value> {
    M::META.columns.iter().map(|column| instance.value(column.position)).collect()
}

/// The instance with these values.
pub(crate) fn of_values<M: Model>(values: Vec<Value>) -> Result<M, Error> {
    M::of_values(&mut RowValues::new(&mut values.into_iter()))
}

/// Writes columns of an instance to its row, which must be there.
pub(crate) fn saved<'d, M: Model>(
    instance: &'d mut M,
    columns: Vec<&'static meta::Column>,
    runner: Runner<'d>,
) -> Fetch<'d, ()> {
    let mut values = values_of(instance);
    Fetch::new(M::META, async move {
        save_columns(M::META, &columns, &mut values, Known::All, runner).await?;
        *instance = of_values(values)?;
        Ok(())
    })
}

/// Writes values as a new row, which the instance then is.
pub(crate) fn inserted<'d, M: Model>(
    instance: &'d mut M,
    values: Vec<Option<Value>>,
    runner: Runner<'d>,
) -> Fetch<'d, ()> {
    Fetch::new(M::META, async move {
        *instance = of_values(insert::row(M::META, values, runner).await?)?;
        Ok(())
    })
}

/// Reads columns of an instance again.
pub(crate) fn refreshed<'d, M: Model>(
    instance: &'d mut M,
    columns: Vec<&'static meta::Column>,
    runner: Runner<'d>,
) -> Fetch<'d, ()> {
    let mut values = values_of(instance);
    Fetch::new(M::META, async move {
        let read = read(M::META, columns.clone(), instance.pk(), runner).await?;
        for (column, value) in columns.iter().zip(read) {
            values[column.position] = value;
        }
        *instance = of_values(values)?;
        Ok(())
    })
}

/// The query of the row with a key.
pub(crate) fn row(model: &'static meta::Model, key: Value) -> State {
    let mut state = State::new(model);
    state.filter(Node::exact(model.pk(), key));
    state.order = Some(Vec::new());
    state
}

/// Writes the row as Django's `save()` does: an `UPDATE`, and where there is no such row an `INSERT`.
/// Gives the values that it has then.
pub(crate) async fn save(
    model: &'static meta::Model,
    values: Vec<Value>,
    runner: Runner<'_>,
) -> Result<Vec<Value>, Error> {
    match runner.hooks().of(model) {
        None => Ok(save_bare(model, values, runner).await?.0),
        Some(hooks) => runner.atomically(|runner| save_hooked(model, values, hooks, runner).boxed()).await,
    }
}

async fn save_hooked(
    model: &'static meta::Model,
    mut values: Vec<Value>,
    hooks: Around,
    mut runner: Runner<'_>,
) -> Result<Vec<Value>, Error> {
    hooks.pre_save(&mut values, &mut runner).await?;
    let (values, created) = save_bare(model, values, runner.again()).await?;
    hooks.post_save(&values, created, &mut runner).await?;
    Ok(values)
}

/// The second of the pair says whether the row is new.
async fn save_bare(
    model: &'static meta::Model,
    mut values: Vec<Value>,
    mut runner: Runner<'_>,
) -> Result<(Vec<Value>, bool), Error> {
    let columns: Vec<&'static meta::Column> =
        model.columns.iter().filter(|column| !column.primary_key).collect();
    let found = match columns.is_empty() {
        // There is nothing to write, so the row is only looked for.
        true => {
            let exists = compile::exists(&row(model, values[model.primary_key].clone()), runner.dialect());
            !runner.again().fetch(exists, |_| Ok(())).await?.is_empty()
        }
        false => update(model, &columns, &mut values, runner.again()).await?,
    };
    match found {
        true => Ok((values, false)),
        false => {
            let row = values.into_iter().map(Some).collect();
            Ok((insert::bare_row(model, row, runner).await?, true))
        }
    }
}

/// Which columns of an instance are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    All,
    /// Those that are written, and the key.
    Written,
}

/// Writes some columns of a row that must be there, and sets the values that a save makes by itself.
pub(crate) async fn save_columns(
    model: &'static meta::Model,
    columns: &[&'static meta::Column],
    values: &mut Vec<Value>,
    loaded: Known,
    runner: Runner<'_>,
) -> Result<(), Error> {
    match runner.hooks().of(model) {
        _ if columns.is_empty() => Ok(()),
        None => save_columns_bare(model, columns, values, runner).await,
        Some(hooks) => {
            let (columns, row) = (columns.to_vec(), values.clone());
            let saved = runner
                .atomically(|runner| save_columns_hooked(model, columns, row, loaded, hooks, runner).boxed());
            *values = saved.await?;
            Ok(())
        }
    }
}

async fn save_columns_hooked(
    model: &'static meta::Model,
    columns: Vec<&'static meta::Column>,
    values: Vec<Value>,
    loaded: Known,
    hooks: Around,
    mut runner: Runner<'_>,
) -> Result<Vec<Value>, Error> {
    let mut row = match loaded {
        Known::All => values,
        // Hooks see whole rows.
        Known::Written => {
            let key = values[model.primary_key].clone();
            let mut row = read(model, model.columns.iter().collect(), key, runner.again()).await?;
            for column in &columns {
                row[column.position] = values[column.position].clone();
            }
            row
        }
    };
    hooks.pre_save(&mut row, &mut runner).await?;
    save_columns_bare(model, &columns, &mut row, runner.again()).await?;
    hooks.post_save(&row, false, &mut runner).await?;
    Ok(row)
}

async fn save_columns_bare(
    model: &'static meta::Model,
    columns: &[&'static meta::Column],
    values: &mut [Value],
    runner: Runner<'_>,
) -> Result<(), Error> {
    match update(model, columns, values, runner).await? {
        true => Ok(()),
        false => Err(Error::NotUpdated { model: model.name }),
    }
}

/// Whether there was a row to write. `values` has one for each column of the model.
async fn update(
    model: &'static meta::Model,
    columns: &[&'static meta::Column],
    values: &mut [Value],
    runner: Runner<'_>,
) -> Result<bool, Error> {
    let now = jiff::Timestamp::now();
    let mut assignments = Vec::with_capacity(columns.len());
    for column in columns {
        let value = &mut values[column.position];
        if column.auto_now == AutoNow::Save {
            *value = now_of(column.field_type, now);
        }
        assignments.push((*column, Node::Value(value.clone())));
    }
    let key = values[model.primary_key].clone();
    match compile::update(&row(model, key), assignments, runner.dialect())? {
        Some(statement) => Ok(runner.execute(statement).await?.rows > 0),
        None => Ok(false),
    }
}

/// The columns of the row with a key, as they are in the database.
pub(crate) async fn read(
    model: &'static meta::Model,
    columns: Vec<&'static meta::Column>,
    key: Value,
    runner: Runner<'_>,
) -> Result<Vec<Value>, Error> {
    let mut state = row(model, key);
    state.select_columns(columns.clone());
    let compiled = compile::select(&state, runner.dialect());
    let rows = fetch_values(compiled, columns, runner).await?;
    rows.into_iter().next().ok_or(Error::DoesNotExist { model: model.name })
}

/// The rows of a query that selects columns, as values.
pub(crate) async fn fetch_values(
    compiled: Compiled,
    columns: Vec<&'static meta::Column>,
    runner: Runner<'_>,
) -> Result<Vec<Vec<Value>>, Error> {
    let Some(statement) = compiled? else { return Ok(Vec::new()) };
    let width = columns.len();
    let sink = Box::new(RowSink(Values { columns, values: Vec::new(), rows: 0 }));
    let sink = runner.run(statement, Access::Read, sink).await?.into_any().downcast::<RowSink<Values>>();
    Ok(in_rows(sink.expect("the driver gives back the sink that it was given").0.values, width))
}

/// Values that are `width` for each row, as rows.
pub(crate) fn in_rows(values: Vec<Value>, width: usize) -> Vec<Vec<Value>> {
    let count = values.len().checked_div(width).unwrap_or_default();
    let mut values = values.into_iter();
    (0..count).map(|_| values.by_ref().take(width).collect()).collect()
}

/// Keeps rows as values of columns, one after the other.
struct Values {
    columns: Vec<&'static meta::Column>,
    values: Vec<Value>,
    rows: usize,
}

impl TakeRow for Values {
    fn take(&mut self, row: &dyn Cells) -> Result<(), Error> {
        for (at, column) in self.columns.iter().enumerate() {
            self.values.push(read_value(row, at, column)?);
        }
        self.rows += 1;
        Ok(())
    }

    fn taken(&self) -> usize {
        self.rows
    }
}
