//! Deletes rows and what points at them, as the `on_delete` of each foreign key says: Django's
//! `Collector`.
//!
//! What is to be deleted is found out first, level by level. Then rows that nothing else points at are
//! deleted by a condition, keys are set to `NULL` or to their default, and the rows that were found are
//! deleted by their keys, those that point at others before those.

use std::collections::HashSet;
use std::fmt;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use indexmap::{IndexMap, IndexSet};
use serde::ser::{Serialize, Serializer};

use crate::capability::Capability;
use crate::check::null_of;
use crate::compile;
use crate::db::{Compiled, Runner};
use crate::error::{Error, Referrer};
use crate::hooks::{Around, Registry};
use crate::instance::{self, fetch_values};
use crate::meta::{self, OnDelete, Pointer};
use crate::model::Model;
use crate::state::{Node, State};
use crate::value::Value;

/// What a `delete()` has deleted: the number of rows of each model, those that were pointing at the
/// deleted ones included.
///
/// Django: the pair that `delete()` returns.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let deleted = Blog::objects().delete(&db).await?;
/// assert_eq!((deleted.total(), deleted.of::<Entry>()), (3, 2));
/// # Ok(()) });
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Deleted {
    rows: IndexMap<&'static str, u64>,
}

impl Deleted {
    /// The number of all rows.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.rows.values().sum()
    }

    /// The number of rows of a model.
    #[must_use]
    pub fn of<M: Model>(&self) -> u64 {
        self.rows.get(M::META.label).copied().unwrap_or_default()
    }

    /// The number of rows of each model, by Django's label of it: `blog.Entry`. Models without deleted
    /// rows are left out.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, u64)> {
        self.rows.iter().map(|(label, rows)| (*label, *rows))
    }

    fn add(&mut self, model: &'static meta::Model, rows: u64) {
        if rows > 0 {
            *self.rows.entry(model.label).or_default() += rows;
        }
    }
}

/// As a map from Django's labels to numbers of rows.
impl Serialize for Deleted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl fmt::Debug for Deleted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// Deletes the rows of a query, and what points at them.
pub(crate) async fn delete(state: State, runner: Runner<'_>) -> Result<Deleted, Error> {
    if is_fast(state.model, None, runner.hooks()) {
        let mut deleted = Deleted::default();
        deleted.add(state.model, execute(compile::delete(&state, runner.dialect()), runner).await?);
        return Ok(deleted);
    }
    compile::refuse_distinct_on(&state, "delete()")?;
    if state.none {
        return Ok(Deleted::default());
    }
    runner.atomically(|runner| delete_collected(state, runner).boxed()).await
}

async fn delete_collected(mut state: State, mut runner: Runner<'_>) -> Result<Deleted, Error> {
    state.lock = None;
    let model = state.model;
    let rows = select(state, runner.again()).await?;
    delete_rows(model, rows, runner).await
}

/// Deletes the row with these values, and what points at it.
pub(crate) async fn delete_row(
    model: &'static meta::Model,
    values: Vec<Value>,
    runner: Runner<'_>,
) -> Result<Deleted, Error> {
    if is_fast(model, None, runner.hooks()) {
        return delete(instance::row(model, values[model.primary_key].clone()), runner).await;
    }
    let row = columns(model).iter().map(|column| values[column.position].clone()).collect();
    runner.atomically(|runner| delete_rows(model, vec![row], runner).boxed()).await
}

async fn delete_rows(
    model: &'static meta::Model,
    rows: Vec<Vec<Value>>,
    mut runner: Runner<'_>,
) -> Result<Deleted, Error> {
    let mut collector = Collector::default();
    collector.collect(model, rows, None, &mut runner).await?;
    collector.check_restricted(model, &mut runner).await?;
    collector.delete(runner).await
}

/// Whether rows of a model can be deleted by a condition, because nothing that points at them cares,
/// and no hook wants to see them. `from` is the foreign key by which they are reached.
fn is_fast(model: &'static meta::Model, from: Option<&'static meta::Column>, hooks: &Registry) -> bool {
    !hooks.has(model)
        && from.is_none_or(|from| on_delete(from) == OnDelete::Cascade)
        && model.pointers.iter().all(|pointer| on_delete(pointer.column()) == OnDelete::DoNothing)
}

fn on_delete(column: &'static meta::Column) -> OnDelete {
    reference(column).on_delete
}

fn reference(column: &'static meta::Column) -> &'static meta::Reference {
    column.references.as_ref().expect("a foreign key points at a column")
}

/// The columns of a model that say which row it is, the primary key first.
fn columns(model: &'static meta::Model) -> Vec<&'static meta::Column> {
    let pointed_at = model.pointers.iter().map(|pointer| reference(pointer.column()).target());
    let mut columns = vec![model.pk()];
    for column in pointed_at {
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    columns
}

/// The rows of a query, each with the values of [`columns`].
async fn select(mut state: State, runner: Runner<'_>) -> Result<Vec<Vec<Value>>, Error> {
    let columns = columns(state.model);
    state.annotations.clear();
    state.select_columns(columns.clone());
    let compiled = compile::select(&state, runner.dialect());
    fetch_values(compiled, columns, runner).await
}

async fn execute(compiled: Compiled, runner: Runner<'_>) -> Result<u64, Error> {
    match compiled? {
        Some(statement) => Ok(runner.execute(statement).await?.rows),
        None => Ok(0),
    }
}

/// Hooks of a model, and the rows that are deleted.
type Hooked = (Around, Vec<Vec<Value>>);

/// Rows that were found, by the text of their keys.
type Keys = IndexMap<String, Value>;

#[derive(Default)]
struct Collector {
    /// What is deleted by its keys, by the label of its model.
    found: IndexMap<&'static str, (&'static meta::Model, Keys)>,
    /// Which models are to be deleted before a model, by their labels.
    before: IndexMap<&'static str, IndexSet<&'static str>>,
    /// What is deleted by a condition.
    by_condition: Vec<State>,
    updates: Vec<Update>,
    restricted: Vec<Referrer>,
}

/// A foreign key that is set to another value.
struct Update {
    model: &'static meta::Model,
    column: &'static meta::Column,
    value: Value,
    /// The column by which the rows are found, and its values.
    by: &'static meta::Column,
    values: Vec<Value>,
}

impl Collector {
    /// Takes in rows of a model and what points at them. `source` is the foreign key by which they were
    /// reached.
    fn collect<'c>(
        &'c mut self,
        model: &'static meta::Model,
        rows: Vec<Vec<Value>>,
        source: Option<&'static Pointer>,
        runner: &'c mut Runner<'_>,
    ) -> BoxFuture<'c, Result<(), Error>> {
        async move {
            let rows = self.add(model, rows);
            if rows.is_empty() {
                return Ok(());
            }
            if let Some(source) = source.filter(|source| !source.column().null) {
                self.delete_before(reference(source.column()).model, source.model);
            }
            let mut by_condition: IndexMap<&'static str, Vec<&'static Pointer>> = IndexMap::new();
            let mut protected = Vec::new();
            for pointer in model.pointers {
                if on_delete(pointer.column()) == OnDelete::DoNothing {
                    continue;
                }
                if is_fast(pointer.model, Some(pointer.column()), runner.hooks()) {
                    by_condition.entry(pointer.model.label).or_default().push(pointer);
                    continue;
                }
                match self.follow(pointer, values(model, &rows, pointer), runner).await {
                    Err(Error::Protected { by, .. }) => protected.extend(by),
                    followed => followed?,
                }
            }
            if !protected.is_empty() {
                return Err(Error::Protected { model: model.name, by: protected });
            }
            for pointers in by_condition.into_values() {
                for rows in rows.chunks((most(runner) / pointers.len()).max(1)) {
                    let pointing = pointers
                        .iter()
                        .map(|pointer| Node::among(pointer.column(), &values(model, rows, pointer)));
                    let mut state = State::new(pointers[0].model);
                    state.filter(pointing.reduce(Node::any).expect("there is one foreign key at least"));
                    self.by_condition.push(state);
                }
            }
            Ok(())
        }
        .boxed()
    }

    /// Does what a foreign key asks for, when rows with these values are deleted.
    async fn follow(
        &mut self,
        pointer: &'static Pointer,
        values: Vec<Value>,
        runner: &mut Runner<'_>,
    ) -> Result<(), Error> {
        let (model, column) = (pointer.model, pointer.column());
        let update = |value| Update { model, column, value, by: column, values: values.clone() };
        match on_delete(column) {
            OnDelete::SetNull => self.update(update(null_of(column))),
            OnDelete::SetDefault => {
                let default = column.default.map_or_else(|| null_of(column), |default| default.value());
                self.update(update(default));
            }
            on_delete => {
                let mut rows = Vec::new();
                for values in values.chunks(most(runner)) {
                    let mut state = State::new(model);
                    state.filter(Node::among(column, values));
                    rows.extend(select(state, runner.again()).await?);
                }
                if !rows.is_empty() {
                    self.meet(pointer, on_delete, rows, runner).await?;
                }
            }
        }
        Ok(())
    }

    /// Does what a foreign key asks for with the rows that have it.
    async fn meet(
        &mut self,
        pointer: &'static Pointer,
        on_delete: OnDelete,
        rows: Vec<Vec<Value>>,
        runner: &mut Runner<'_>,
    ) -> Result<(), Error> {
        let (model, column) = (pointer.model, pointer.column());
        let keys: Vec<Value> = rows.iter().map(|row| row[0].clone()).collect();
        let referrer = |keys| Referrer { model: model.name, field: column.field, keys };
        match on_delete {
            OnDelete::Protect => {
                Err(Error::Protected { model: reference(column).model.name, by: vec![referrer(keys)] })
            }
            OnDelete::Restrict => {
                self.delete_before(reference(column).model, model);
                self.restricted.push(referrer(keys));
                Ok(())
            }
            _ => {
                self.collect(model, rows, Some(pointer), runner).await?;
                // The rows may point at each other in a circle, of which some must go first.
                if column.null && !runner.dialect().has(Capability::DefersForeignKeys) {
                    self.update(Update {
                        model,
                        column,
                        value: null_of(column),
                        by: model.pk(),
                        values: keys,
                    });
                }
                Ok(())
            }
        }
    }

    /// The rows that were not there yet, which are now.
    fn add(&mut self, model: &'static meta::Model, rows: Vec<Vec<Value>>) -> Vec<Vec<Value>> {
        let (_, keys) = self.found.entry(model.label).or_insert_with(|| (model, Keys::new()));
        let is_new = |row: &Vec<Value>| keys.insert(row[0].to_string(), row[0].clone()).is_none();
        rows.into_iter().filter(is_new).collect()
    }

    fn delete_before(&mut self, model: &'static meta::Model, before: &'static meta::Model) {
        self.before.entry(model.label).or_default().insert(before.label);
        self.found.entry(before.label).or_insert_with(|| (before, Keys::new()));
    }

    fn update(&mut self, update: Update) {
        let same = |other: &&mut Update| {
            (other.column, other.by) == (update.column, update.by) && other.value == update.value
        };
        match self.updates.iter_mut().find(same) {
            Some(known) => known.values.extend(update.values),
            None => self.updates.push(update),
        }
    }

    /// Refuses to delete when rows that would be left have a restricted foreign key.
    async fn check_restricted(
        &mut self,
        model: &'static meta::Model,
        runner: &mut Runner<'_>,
    ) -> Result<(), Error> {
        let mut left = Vec::new();
        for mut referrer in std::mem::take(&mut self.restricted) {
            if let Some((_, found)) = self.found.values().find(|(model, _)| model.name == referrer.model) {
                referrer.keys.retain(|key| !found.contains_key(&key.to_string()));
            }
            for state in self.by_condition.iter().filter(|state| state.model.name == referrer.model) {
                let mut state = state.clone();
                state.filter(Node::among(state.model.pk(), &referrer.keys));
                let gone: HashSet<String> =
                    select(state, runner.again()).await?.iter().map(|row| row[0].to_string()).collect();
                referrer.keys.retain(|key| !gone.contains(&key.to_string()));
            }
            if !referrer.keys.is_empty() {
                left.push(referrer);
            }
        }
        match left.is_empty() {
            true => Ok(()),
            false => Err(Error::Restricted { model: model.name, by: left }),
        }
    }

    async fn delete(mut self, mut runner: Runner<'_>) -> Result<Deleted, Error> {
        let mut deleted = Deleted::default();
        let mut hooked = self.hooked(&mut runner).await?;
        for state in &self.by_condition {
            let rows = execute(compile::delete(state, runner.dialect()), runner.again()).await?;
            deleted.add(state.model, rows);
        }
        for Update { model, column, value, by, values } in &self.updates {
            for values in values.chunks(most(&runner)) {
                let mut state = State::new(model);
                state.filter(Node::among(by, values));
                let assignment = vec![(*column, Node::Value(value.clone()))];
                execute(compile::update(&state, assignment, runner.dialect()), runner.again()).await?;
            }
        }
        for (model, keys) in self.in_order() {
            // What was found last points at what was found first.
            let keys: Vec<Value> = keys.into_values().rev().collect();
            for keys in keys.chunks(most(&runner)) {
                let mut state = State::new(model);
                state.filter(Node::among(model.pk(), keys));
                deleted.add(model, execute(compile::delete(&state, runner.dialect()), runner.again()).await?);
            }
            if let Some((hooks, rows)) = hooked.shift_remove(model.label) {
                for row in &rows {
                    hooks.post_delete(row, &mut runner).await?;
                }
            }
        }
        Ok(deleted)
    }

    /// Runs the hooks before the deletion, and gives those that run after it, with the rows for them.
    async fn hooked(&self, runner: &mut Runner<'_>) -> Result<IndexMap<&'static str, Hooked>, Error> {
        let mut hooked = IndexMap::new();
        for (label, (model, keys)) in &self.found {
            let Some(hooks) = runner.hooks().of(model) else { continue };
            let keys: Vec<Value> = keys.values().cloned().collect();
            let mut rows = Vec::new();
            for keys in keys.chunks(most(runner)) {
                let mut state = State::new(model);
                state.filter(Node::among(model.pk(), keys));
                state.order = Some(Vec::new());
                let columns = model.columns.iter().collect();
                let compiled = compile::select(&state, runner.dialect());
                rows.extend(fetch_values(compiled, columns, runner.again()).await?);
            }
            for row in &rows {
                hooks.pre_delete(row, runner).await?;
            }
            hooked.insert(*label, (hooks, rows));
        }
        Ok(hooked)
    }

    /// What was found, those that point at others before those. In a circle of models the order is that
    /// in which they were found.
    fn in_order(&mut self) -> Vec<(&'static meta::Model, Keys)> {
        let mut order: IndexSet<&'static str> = IndexSet::new();
        while order.len() < self.found.len() {
            let is_next = |label: &&&'static str| {
                let before = self.before.get(**label);
                !order.contains(**label) && before.is_none_or(|before| before.is_subset(&order))
            };
            match self.found.keys().find(is_next) {
                Some(label) => order.insert(label),
                None => return std::mem::take(&mut self.found).into_values().collect(),
            };
        }
        order.iter().filter_map(|label| self.found.shift_remove(label)).collect()
    }
}

/// The values by which a foreign key points at rows of a model.
fn values(model: &'static meta::Model, rows: &[Vec<Value>], pointer: &Pointer) -> Vec<Value> {
    let target = reference(&pointer.model.columns[pointer.position]).target();
    let place = columns(model).iter().position(|column| *column == target);
    let place = place.expect("the columns that are pointed at were read");
    rows.iter().map(|row| row[place].clone()).filter(|value| !value.is_null()).collect()
}

/// How many keys one statement names.
fn most(runner: &Runner<'_>) -> usize {
    runner.dialect().max_values() - 1
}
