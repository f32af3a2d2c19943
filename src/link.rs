//! What binds rows to an instance: a foreign key of theirs, or pairs in a table between.

use std::collections::{HashMap, HashSet};

use crate::check::null_of;
use crate::db::{Compiled, Runner};
use crate::error::Error;
use crate::hooks::{AroundPairs, Change, M2mAction};
use crate::insert::{self, NewRows, Row};
use crate::instance::fetch_values;
use crate::meta::{self, Join};
use crate::model::Model;
use crate::state::{Call, LookupName, Node, Related, Right, State};
use crate::value::Value;
use crate::{compile, deletion};

/// What binds rows to one row.
#[derive(Clone)]
pub(crate) enum Link {
    Key(ForeignKey),
    Pairs(Pairs),
}

/// A foreign key of the rows.
#[derive(Clone)]
pub(crate) struct ForeignKey {
    model: &'static meta::Model,
    column: &'static meta::Column,
    /// What it holds in the rows that are bound.
    from: Value,
}

/// Rows of a table between, with a key to each side.
#[derive(Clone)]
pub(crate) struct Pairs {
    /// The model of the rows.
    model: &'static meta::Model,
    through: &'static meta::Model,
    /// The key that points at the one row.
    source: &'static meta::Column,
    /// The key that points at the rows.
    target: &'static meta::Column,
    /// What it points at.
    key: &'static meta::Column,
    symmetrical: bool,
    from: Value,
    /// What new pairs get beside their two keys.
    template: Row,
}

impl Link {
    pub(crate) fn of(related: &Related) -> Self {
        let Related { relation, from, pair, .. } = related.clone();
        let model = relation.target;
        match relation.join {
            Join::Direct { to, .. } => Self::Key(ForeignKey { model, column: model.by_column(to), from }),
            Join::Through { through, through_from, through_to, to, .. } => Self::Pairs(Pairs {
                model,
                through,
                source: through.by_column(through_from),
                target: through.by_column(through_to),
                key: model.by_column(to),
                symmetrical: relation.symmetrical,
                from,
                template: pair,
            }),
        }
    }

    /// The column of the rows that they are named by in the calls below.
    pub(crate) fn key(&self) -> &'static meta::Column {
        match self {
            Self::Key(key) => key.model.pk(),
            Self::Pairs(pairs) => pairs.key,
        }
    }

    /// The model of the rows.
    pub(crate) fn model(&self) -> &'static meta::Model {
        match self {
            Self::Key(key) => key.model,
            Self::Pairs(pairs) => pairs.model,
        }
    }

    pub(crate) fn foreign_key(&self) -> Option<&ForeignKey> {
        match self {
            Self::Key(key) => Some(key),
            Self::Pairs(_) => None,
        }
    }

    /// Whether one statement adds so many rows.
    pub(crate) fn adds_at_once(&self, rows: usize, runner: &Runner<'_>) -> bool {
        let is_bare = match self {
            Self::Key(_) => true,
            Self::Pairs(pairs) => pairs.through.auto_created && !pairs.symmetrical,
        };
        is_bare && self.removes_at_once(rows, runner)
    }

    /// Whether one statement removes so many rows.
    pub(crate) fn removes_at_once(&self, rows: usize, runner: &Runner<'_>) -> bool {
        let has_hooks = match self {
            Self::Key(_) => false,
            Self::Pairs(pairs) => runner.hooks().of_pairs(pairs.through).is_some(),
        };
        rows <= chunk(runner) && !has_hooks
    }

    /// Binds the rows with these keys, but those that are bound already.
    pub(crate) async fn add(&self, keys: &[Value], runner: Runner<'_>) -> Result<(), Error> {
        match self {
            Self::Key(key) => key.write(keys, &[], key.from.clone(), runner).await,
            Self::Pairs(pairs) => pairs.add(keys, runner).await,
        }
    }

    /// Unbinds the rows with these keys.
    pub(crate) async fn remove(&self, keys: &[Value], runner: Runner<'_>) -> Result<(), Error> {
        match self {
            Self::Key(key) => {
                let bound = [Node::exact(key.column, key.from.clone())];
                key.write(keys, &bound, null_of(key.column), runner).await
            }
            Self::Pairs(pairs) => pairs.remove(keys, runner).await,
        }
    }

    /// Binds the rows with these keys, and unbinds the others of `state`.
    pub(crate) async fn set(
        &self,
        state: State,
        keys: &[Value],
        mut runner: Runner<'_>,
    ) -> Result<(), Error> {
        let bound = select(state, self.key(), runner.again()).await?;
        self.remove(&without(&bound, keys), runner.again()).await?;
        self.add(&without(keys, &bound), runner).await
    }

    /// Unbinds the rows of `state`.
    pub(crate) async fn clear(&self, mut state: State, mut runner: Runner<'_>) -> Result<(), Error> {
        if state.none {
            return Ok(());
        }
        match self {
            Self::Key(key) => {
                let null = vec![(key.column, Node::Value(null_of(key.column)))];
                execute(compile::update(&state, null, runner.dialect()), runner).await
            }
            Self::Pairs(pairs) => {
                // The first call asks that they are bound, and perhaps for more.
                let is_whole = matches!(&state.calls[..], [Call::Filter(Node::Lookup(_))]);
                match (is_whole, runner.hooks().of_pairs(pairs.through)) {
                    (true, Some(hooks)) => pairs.clear(&hooks, runner).await,
                    (false, Some(_)) => {
                        let keys = select(state, pairs.key, runner.again()).await?;
                        pairs.remove(&keys, runner).await
                    }
                    (is_whole, None) => {
                        let keys = (!is_whole).then(|| {
                            state.select_columns(vec![pairs.key]);
                            Right::Query(Box::new(state))
                        });
                        deletion::delete(pairs.with(keys), runner).await.map(drop)
                    }
                }
            }
        }
    }
}

impl ForeignKey {
    /// Whether it is that of the instance.
    pub(crate) fn binds<M: Model>(&self, instance: &M) -> bool {
        instance.value(self.column.position) == self.from
    }

    /// Sets the foreign key of the rows with these keys that meet the conditions.
    async fn write(
        &self,
        keys: &[Value],
        conditions: &[Node],
        value: Value,
        mut runner: Runner<'_>,
    ) -> Result<(), Error> {
        for keys in keys.chunks(chunk(&runner)) {
            let mut rows = State::new(self.model);
            let conditions = conditions.iter().cloned().chain([Node::among(self.model.pk(), keys)]);
            rows.filter(conditions.reduce(Node::all).expect("there is one"));
            let assignment = vec![(self.column, Node::Value(value.clone()))];
            execute(compile::update(&rows, assignment, runner.dialect()), runner.again()).await?;
        }
        Ok(())
    }
}

impl Pairs {
    /// The key that points at the one row, and that which points at the others: once, and for a
    /// symmetrical relation the other way round as well.
    fn ways(&self) -> Vec<(&'static meta::Column, &'static meta::Column)> {
        let mut ways = vec![(self.source, self.target)];
        if self.symmetrical {
            ways.push((self.target, self.source));
        }
        ways
    }

    async fn add(&self, keys: &[Value], mut runner: Runner<'_>) -> Result<(), Error> {
        let keys = without(keys, &[]);
        if keys.is_empty() {
            return Ok(());
        }
        let mut hooks = runner.hooks().of_pairs(self.through);
        for (source, target) in self.ways() {
            // A table of pairs alone has one unique key, so that a conflict is a pair that is there. A
            // model of the schema may have others, whose conflicts are to be told; and hooks see pairs
            // that are new.
            let new = match self.through.auto_created && hooks.is_none() {
                true => keys.clone(),
                false => without(&keys, &self.there(source, target, &keys, runner.again()).await?),
            };
            // They are told once of a pair that counts both ways.
            let told = self.told(hooks.take(), Some(&new), &mut runner).await?;
            tell(&told, M2mAction::PreAdd, &mut runner).await?;
            let pair = |key: &Value| {
                let mut row = self.template.clone();
                row[source.position] = Some(self.from.clone());
                row[target.position] = Some(key.clone());
                row
            };
            let rows = NewRows::of(self.through, new.iter().map(pair));
            match self.through.auto_created {
                true => insert::rows_without_conflict(rows, None, runner.again()).await.map(drop)?,
                false => insert::rows(rows, None, runner.again()).await.map(drop)?,
            }
            tell(&told, M2mAction::PostAdd, &mut runner).await?;
        }
        Ok(())
    }

    async fn remove(&self, keys: &[Value], mut runner: Runner<'_>) -> Result<(), Error> {
        if keys.is_empty() {
            return Ok(());
        }
        let (keys, hooks) = (without(keys, &[]), runner.hooks().of_pairs(self.through));
        let told = self.told(hooks, Some(&keys), &mut runner).await?;
        tell(&told, M2mAction::PreRemove, &mut runner).await?;
        for keys in keys.chunks(chunk(&runner)) {
            let keys = Right::values(keys.iter().cloned());
            deletion::delete(self.with(Some(keys)), runner.again()).await?;
        }
        tell(&told, M2mAction::PostRemove, &mut runner).await
    }

    /// Removes all pairs of the row.
    async fn clear(&self, hooks: &AroundPairs, mut runner: Runner<'_>) -> Result<(), Error> {
        let told = self.told(Some(hooks.clone()), None, &mut runner).await?;
        tell(&told, M2mAction::PreClear, &mut runner).await?;
        deletion::delete(self.with(None), runner.again()).await?;
        tell(&told, M2mAction::PostClear, &mut runner).await
    }

    /// What the hooks of the relation are told of a change, where there are such: primary keys, whatever
    /// the pairs hold.
    async fn told(
        &self,
        hooks: Option<AroundPairs>,
        keys: Option<&[Value]>,
        runner: &mut Runner<'_>,
    ) -> Result<Option<Told>, Error> {
        let Some(hooks) = hooks else { return Ok(None) };
        let owner = self.source.references.as_ref().expect("it points at the one row");
        let from = std::slice::from_ref(&self.from);
        let instance = primary_keys(owner.model, owner.target(), from, runner).await?.pop();
        let instance = instance.ok_or(Error::DoesNotExist { model: owner.model.name })?;
        let pk_set = match keys {
            Some(keys) => Some(primary_keys(self.model, self.key, keys, runner).await?),
            None => None,
        };
        Ok(Some(Told { hooks, source: self.source, instance, pk_set }))
    }

    /// Those of the keys with which there is a pair.
    async fn there(
        &self,
        source: &'static meta::Column,
        target: &'static meta::Column,
        keys: &[Value],
        mut runner: Runner<'_>,
    ) -> Result<Vec<Value>, Error> {
        let mut there = Vec::new();
        for keys in keys.chunks(chunk(&runner)) {
            let mut pairs = State::new(self.through);
            pairs.filter(Node::all(Node::exact(source, self.from.clone()), Node::among(target, keys)));
            there.extend(select(pairs, target, runner.again()).await?);
        }
        Ok(there)
    }

    /// The query of the pairs with some keys, or else of all pairs of the row.
    fn with(&self, keys: Option<Right>) -> State {
        let ways = self.ways().into_iter().map(|(source, target)| {
            let of_row = Node::exact(source, self.from.clone());
            match keys.clone() {
                Some(keys) => Node::all(of_row, Node::on(target, LookupName::In, keys)),
                None => of_row,
            }
        });
        let mut pairs = State::new(self.through);
        pairs.filter(ways.reduce(Node::any).expect("there is one way at least"));
        pairs
    }
}

/// What hooks are told before and after a change.
struct Told {
    hooks: AroundPairs,
    source: &'static meta::Column,
    instance: Value,
    pk_set: Option<Vec<Value>>,
}

/// Runs the hooks of a relation, where there are such.
async fn tell(told: &Option<Told>, action: M2mAction, runner: &mut Runner<'_>) -> Result<(), Error> {
    let Some(Told { hooks, source, instance, pk_set }) = told else { return Ok(()) };
    hooks.changed(Change { action, source, instance, pk_set: pk_set.as_deref() }, runner).await
}

/// The primary keys of the rows with these values of a unique column, in the order of the values.
async fn primary_keys(
    model: &'static meta::Model,
    column: &'static meta::Column,
    values: &[Value],
    runner: &mut Runner<'_>,
) -> Result<Vec<Value>, Error> {
    let key = model.pk();
    if column == key {
        return Ok(values.to_vec());
    }
    let mut found = HashMap::new();
    for values in values.chunks(chunk(runner)) {
        let mut rows = State::new(model);
        rows.filter(Node::among(column, values));
        rows.select_columns(vec![column, key]);
        let compiled = compile::select(&rows, runner.dialect());
        let rows = fetch_values(compiled, vec![column, key], runner.again()).await?;
        found.extend(rows.into_iter().filter_map(|row| {
            let [value, key] = <[Value; 2]>::try_from(row).ok()?;
            Some((value.to_string(), key))
        }));
    }
    Ok(values.iter().filter_map(|value| found.get(&value.to_string()).cloned()).collect())
}

/// How many keys fit a statement that names them twice.
fn chunk(runner: &Runner<'_>) -> usize {
    runner.dialect().max_values() / 2 - 1
}

async fn execute(compiled: Compiled, runner: Runner<'_>) -> Result<(), Error> {
    if let Some(statement) = compiled? {
        runner.execute(statement).await?;
    }
    Ok(())
}

/// The values of a column in the rows of a query.
async fn select(
    mut state: State,
    column: &'static meta::Column,
    runner: Runner<'_>,
) -> Result<Vec<Value>, Error> {
    state.select_columns(vec![column]);
    let compiled = compile::select(&state, runner.dialect());
    Ok(fetch_values(compiled, vec![column], runner).await?.into_iter().flatten().collect())
}

/// The values that are not among the others, each once.
fn without(values: &[Value], others: &[Value]) -> Vec<Value> {
    let mut seen: HashSet<String> = others.iter().map(Value::to_string).collect();
    values.iter().filter(|value| seen.insert(value.to_string())).cloned().collect()
}
