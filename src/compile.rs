//! Query state to SQL: the one place that knows Django's semantics.
//!
//! Joins, their reuse and their types are in `compile/join.rs`, predicates in `compile/condition.rs`, what they
//! compare in `compile/lookup.rs`, negations in `compile/exclude.rs`, the ORDER BY clause in
//! `compile/order.rs`, filters on windows in `compile/qualify.rs`. How a database spells what is meant is [`dialect`](crate::dialect)'s business.

mod aggregate;
mod asked;
mod collection;
mod combine;
mod condition;
mod cte;
mod exclude;
mod expr;
mod filtered;
mod group;
mod join;
mod json;
mod lookup;
mod order;
mod partition;
mod plan;
mod qualify;
mod shape;
mod union;
mod window;
mod write;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use sea_query as sql;

use self::aggregate::Summary;
pub(crate) use self::aggregate::{Aggregated, aggregate, count};
use self::asked::Parts;
use self::condition::Cond;
use self::join::Level;
pub(crate) use self::order::schema_order;
use self::plan::{Origin, planned, rows};
use self::shape::Wanted;
use self::union::Query;
pub(crate) use self::write::{array_types, bulk_update, delete, insert, refuse_distinct_on, update};
use crate::capability::Capability;
use crate::check::check_parameter;
use crate::db::Compiled;
use crate::dialect::{Dialect, Writer, cast_to, in_text, placeholder, type_of_column, type_of_value};
use crate::driver::Statement;
use crate::error::Error;
use crate::explain::ExplainOptions;
use crate::meta;
use crate::state::{ColumnRef, Cte, Distinct, LockWait, Node, State};
use crate::value::Value;
use crate::zone::Zone;

/// The statement that gives the rows of a query; `None` when there can be none.
pub(crate) fn select(state: &State, dialect: Dialect) -> Compiled {
    planned(
        Wanted::Rows,
        dialect,
        |shape| shape.state(state),
        |compiler| {
            let query = compiler.query(state, Purpose::Rows)?;
            query.map(|query| compiler.render(query)).transpose()
        },
    )
}

/// The statement that has a row when the query has one.
pub(crate) fn exists(state: &State, dialect: Dialect) -> Compiled {
    let mut state = state.clone();
    if !state.is_sliced() {
        state.distinct = Distinct::No;
    }
    state.slice(0, Some(1));
    state.clear_select_related();
    planned(
        Wanted::Exists,
        dialect,
        |shape| shape.state(&state),
        |compiler| {
            let query = compiler.query(&state, Purpose::Exists)?;
            query.map(|query| compiler.render(query)).transpose()
        },
    )
}

/// The statement that tells how the database would run a query.
pub(crate) fn explain(state: &State, options: ExplainOptions, dialect: Dialect) -> Compiled {
    options.check(dialect)?;
    let prefix = dialect.explain(options);
    let Some(mut statement) = select(state, dialect)? else { return Ok(None) };
    statement.sql = format!("{prefix}{}", statement.sql).into();
    Ok(Some(statement))
}

/// What a query is compiled for: decides what it selects, and whether its order matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// To give its rows.
    Rows,
    /// To stand on the right of `IN`.
    In,
    /// To give one value to the query around it.
    Value,
    /// To find out whether it has one.
    Exists,
    /// To be put together with others: its columns go by their places.
    Part,
}

impl Purpose {
    /// Whether it is enough to know that there is a row. Rows that are the same count as one only where
    /// others are cut off.
    fn asks_existence(self, state: &State) -> bool {
        self == Self::Exists && !(state.is_sliced() && state.is_distinct())
    }

    /// Whether it has a slice where the database takes none.
    fn cuts(self, state: &State, dialect: Dialect) -> bool {
        self == Self::In && state.is_sliced() && !dialect.has(Capability::LimitInSubquery)
    }
}

/// One statement in the making: its values, and the queries that are open, outermost first.
struct Compiler {
    dialect: Dialect,
    values: Vec<Value>,
    /// Where each of them comes from.
    origins: Vec<Origin>,
    /// The places of the values of the query, in the order of its shape.
    places: Vec<usize>,
    /// The places of the values that were bound, and their indexes.
    bound: HashMap<usize, usize, foldhash::fast::RandomState>,
    /// Those of places from which other values were bound before.
    bound_again: Vec<(usize, usize)>,
    /// The values that are bound once, however often they are used.
    once: Vec<usize>,
    levels: Vec<Level>,
    /// The common table expressions that it reads.
    ctes: Vec<Arc<Cte>>,
    /// The tables that it reads.
    read_tables: Vec<&'static str>,
    /// Whether an aggregate was written since this was last unset: one of no rows is a value.
    aggregates: bool,
    /// Whether it has a query inside.
    nested: bool,
    /// The time zones that it uses.
    zones: Vec<Zone>,
    /// What is asked of the rows of a query below, while that is put together.
    summary: Option<Summary>,
}

impl Compiler {
    fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            values: Vec::new(),
            origins: Vec::new(),
            places: Vec::new(),
            bound: HashMap::default(),
            bound_again: Vec::new(),
            once: Vec::new(),
            levels: Vec::new(),
            ctes: Vec::new(),
            read_tables: Vec::new(),
            aggregates: false,
            nested: false,
            zones: Vec::new(),
            summary: None,
        }
    }

    /// Binds a value of the query.
    fn bind(&mut self, value: &Value) -> sql::Expr {
        let bound = placeholder(self.bind_index(value));
        match value.value_type() {
            value_type if value_type.is_collection() => cast_to(bound, type_of_value(value_type)),
            _ => bound,
        }
    }

    /// Binds a value of the query for a column.
    fn bind_for(&mut self, column: &meta::Column, value: &Value) -> sql::Expr {
        let bound = placeholder(self.bind_index(value));
        match column.field_type {
            of if of.value_type().is_collection() => cast_to(bound, type_of_column(of)),
            _ => bound,
        }
    }

    /// A value that was bound already is the same one: PostgreSQL takes expressions with other values for
    /// other ones, and what is grouped by stands in other clauses, too.
    fn bind_index(&mut self, value: &Value) -> usize {
        let origin = self.slot_of(value).map_or(Origin::Unknown, Origin::Slot);
        self.bind_at(value, value.clone(), origin)
    }

    /// Binds what is made of the value at a place of the query, unless it was bound.
    fn bind_at<T>(&mut self, at: &T, value: Value, origin: Origin) -> usize {
        let place = std::ptr::from_ref(at).addr();
        let is_same = |index: usize| self.values[index] == value;
        let bound = match self.bound.get(&place) {
            None => None,
            Some(first) if is_same(*first) => Some(*first),
            Some(_) => {
                let others = self.bound_again.iter().filter(|(other, _)| *other == place);
                others.map(|(_, index)| *index).find(|index| is_same(*index))
            }
        };
        if let Some(index) = bound {
            return index;
        }
        let index = self.bind_made(value, origin);
        match self.bound.entry(place) {
            Entry::Vacant(entry) => drop(entry.insert(index)),
            Entry::Occupied(_) => self.bound_again.push((place, index)),
        }
        index
    }

    /// Binds a value that was made for the query.
    fn bind_made(&mut self, value: Value, origin: Origin) -> usize {
        self.values.push(value);
        self.origins.push(origin);
        self.values.len() - 1
    }

    /// Forgets the values that were bound after the first `left`.
    fn unbind(&mut self, left: usize) {
        self.values.truncate(left);
        self.once.retain(|index| *index < left);
        self.origins.truncate(left);
        self.bound.retain(|_, index| *index < left);
        self.bound_again.retain(|(_, index)| *index < left);
    }

    /// Binds a number of rows of the query.
    fn bind_rows(&mut self, number: &u64) -> u64 {
        let origin = match self.slot_of(number) {
            Some(slot) => Origin::Slot(slot),
            None if is_few(*number) => Origin::Fixed(*number as i64),
            None => Origin::Unknown,
        };
        self.bind_at(number, rows(*number), origin) as u64
    }

    /// Which value of the query it is, where that is known.
    fn slot_of<T>(&self, value: &T) -> Option<usize> {
        let place = std::ptr::from_ref(value).addr();
        self.places.iter().position(|other| *other == place)
    }

    fn finish(self, writer: Writer) -> Result<Statement, Error> {
        self.finish_traced(writer).map(|(statement, _)| statement)
    }

    /// Puts the values in the order of their placeholders, and says where they come from.
    fn finish_traced(self, writer: Writer) -> Result<(Statement, Vec<Origin>), Error> {
        if let Some(cte) = self.ctes.first() {
            let message = format!("`{}` is read in what is written; filter by it instead", cte.model.name);
            return Err(Error::InvalidQuery { message });
        }
        let (sql, indexes) = writer.into_parts();
        let origins = indexes.iter().map(|index| self.origins[*index]).collect();
        let mut slots: Vec<Option<Value>> = self.values.into_iter().map(Some).collect();
        let mut uses = vec![0_usize; slots.len()];
        for index in &indexes {
            uses[*index] += 1;
        }
        let mut values = Vec::with_capacity(indexes.len());
        for index in indexes {
            uses[index] -= 1;
            let value = match uses[index] {
                0 => slots[index].take(),
                _ => slots[index].clone(),
            };
            values.push(value.expect("each index is one of a bound value"));
        }
        values.iter().try_for_each(check_parameter)?;
        let most = self.dialect.max_values();
        if values.len() > most {
            let (bound, database) = (values.len(), self.dialect.name());
            let message = format!(
                "the query binds {bound} values, and {database} takes {most} at most; compare with a query set instead of a list"
            );
            return Err(Error::InvalidQuery { message });
        }
        Ok((Statement { zones: self.zones, ..Statement::new(sql, values) }, origins))
    }

    /// Compiles a query inside the ones that are open; `None` when it can have no rows.
    fn query(&mut self, state: &State, purpose: Purpose) -> Result<Option<Query>, Error> {
        state.check()?;
        if state.none || state.limit == Some(0) {
            return Ok(None);
        }
        if let Some(combined) = &state.combined {
            return self.combined(state, combined, purpose);
        }
        if let Some(cte) = &state.cte {
            self.read_cte(cte);
        }
        self.open(state.model);
        let query = self.open_query(state, purpose);
        self.levels.pop();
        Ok(query?.map(Query::from))
    }

    /// Opens a query on `model` inside the ones that are open, and gives its level.
    fn open(&mut self, model: &'static meta::Model) -> usize {
        self.nested |= !self.levels.is_empty();
        self.levels.push(Level::new(model, self.levels.len()));
        self.levels.len() - 1
    }

    fn open_query(&mut self, state: &State, purpose: Purpose) -> Result<Option<sql::SelectStatement>, Error> {
        let level = self.levels.len() - 1;
        let Some(clauses) = self.clauses(level, state, purpose)? else { return Ok(None) };
        if let Some(per) = state.slice_per.as_ref().filter(|_| state.is_sliced()) {
            return self.slice_each(level, state, per, clauses).map(Some);
        }
        let Clauses { selected, mut conditions, mut order, group } = clauses;
        if let Some(windows) = conditions.windows.take() {
            let clauses = Clauses { selected, conditions, order, group };
            let query = self.qualified(level, state, purpose, clauses, windows)?;
            return Ok(Some(if purpose.cuts(state, self.dialect) { around(query, 1) } else { query }));
        }
        let mut query = sql::Query::select();
        let exists = purpose.asks_existence(state);
        let mut wraps = None;
        match exists {
            true => {
                query.expr(sql::Expr::Constant(1.into()));
                self.group_by(&mut query, group, &[]);
            }
            false => {
                let list = self.select_list(state, selected, &mut order);
                self.group_by(&mut query, group, &list.exprs);
                wraps = list.wraps(purpose, state, self.dialect).then_some(list.wanted);
                list.write(&mut query, wraps.is_some() || purpose == Purpose::Part);
            }
        }
        if let Distinct::On(nodes) = &state.distinct
            && !exists
        {
            let columns = self.distinct_columns(level, nodes)?;
            query.distinct_on(columns);
        }
        self.write_from(level, &mut query);
        conditions.write(&mut query);
        for term in order {
            term.write(&mut query);
        }
        self.slice(&mut query, state);
        self.lock(level, &mut query, state, purpose)?;
        Ok(Some(match wraps {
            Some(wanted) => around(query, wanted),
            None => query,
        }))
    }

    /// What a query is put together from; `None` when it can have no rows.
    fn clauses(&mut self, level: usize, state: &State, purpose: Purpose) -> Result<Option<Clauses>, Error> {
        self.levels[level].grouped = state.group.is_some();
        // Joins are made in the order of the calls: a filter on a to-many relation joins again,
        // what is selected and ordered by takes the joins that are there.
        let parts = self.calls(level, &state.calls)?.into_parts();
        let Some((conditions, read)) = Conditions::new(parts) else { return Ok(None) };
        let nodes = state.selected();
        let selected = nodes.iter().map(|node| match purpose {
            Purpose::In => self.compared_expr(level, node),
            Purpose::Rows | Purpose::Value | Purpose::Exists | Purpose::Part => {
                self.selected_expr(level, node)
            }
        });
        let selected = selected.collect::<Result<Vec<_>, _>>()?;
        // Rows are locked also where none of their columns are read.
        if let Some(lock) = state.lock.as_ref().filter(|_| self.locks(purpose)) {
            for of in &lock.of {
                self.selected_expr(level, &Node::Joined(*of))?;
            }
        }
        let ordered = match purpose {
            Purpose::Rows | Purpose::Value => state.order.is_some() || state.group.is_none(),
            Purpose::In | Purpose::Part => state.is_sliced() || matches!(state.distinct, Distinct::On(_)),
            Purpose::Exists => false,
        };
        let order = if ordered { self.order(level, state)? } else { Vec::new() };
        let group = self.grouping(level, state, (&nodes, &[]), &order, read)?;
        Ok(Some(Clauses { selected, conditions, order, group }))
    }

    fn distinct_columns(&mut self, level: usize, nodes: &[Node]) -> Result<Vec<sql::ColumnRef>, Error> {
        self.dialect.demand(Capability::DistinctOn, "`distinct_on()`")?;
        let column = |node| match self.expr(level, node)? {
            sql::Expr::Column(column) => Ok(column),
            _ => Err(Error::InvalidQuery { message: "`distinct_on()` takes columns".to_owned() }),
        };
        nodes.iter().map(column).collect()
    }

    /// The select list. With `DISTINCT` what the rows are ordered by is selected too, behind the rest,
    /// as Django does.
    fn select_list(&self, state: &State, selected: Vec<sql::Expr>, order: &mut [order::Term]) -> List {
        let wanted = selected.len();
        let mut exprs = selected;
        let distinct = matches!(state.distinct, Distinct::Rows);
        for term in order {
            if distinct && !exprs.contains(&term.expr) {
                exprs.push(term.expr.clone());
            }
            if let Some(place) = place_in(&exprs, &term.expr) {
                term.expr = place;
            }
        }
        List { exprs, wanted, distinct }
    }

    /// Writes the GROUP BY clause.
    fn group_by(&self, query: &mut sql::SelectStatement, group: Option<Vec<sql::Expr>>, list: &[sql::Expr]) {
        for term in group.into_iter().flatten() {
            query.add_group_by([place_in(list, &term).unwrap_or(term)]);
        }
    }

    fn slice(&mut self, query: &mut sql::SelectStatement, state: &State) {
        if let Some(limit) = &state.limit {
            let number = if is_few(*limit) { in_text(*limit) } else { self.bind_rows(limit) };
            query.limit(number);
        } else if state.offset > 0 && !self.dialect.has(Capability::OffsetAlone) {
            query.limit(self.bind_made(rows(u64::MAX), Origin::Fixed(i64::MAX)) as u64);
        }
        if state.offset > 0 {
            query.offset(self.bind_rows(&state.offset));
        }
    }

    /// SQLite needs no lock, as Django has it: a write transaction has the whole database to itself.
    fn locks(&self, purpose: Purpose) -> bool {
        purpose == Purpose::Rows && self.dialect.has(Capability::RowLocks)
    }

    fn lock(
        &mut self,
        level: usize,
        query: &mut sql::SelectStatement,
        state: &State,
        purpose: Purpose,
    ) -> Result<(), Error> {
        let Some(lock) = state.lock.as_ref().filter(|_| self.locks(purpose)) else { return Ok(()) };
        if lock.no_key {
            self.dialect.demand(Capability::LockNoKey, "`no_key()`")?;
        }
        if let Some(of) = lock.of.first() {
            let feature = if of.steps.is_some() { "`of()`" } else { "`of_self()`" };
            self.dialect.demand(Capability::LockOf, feature)?;
        }
        let kind = if lock.no_key { sql::LockType::NoKeyUpdate } else { sql::LockType::Update };
        let level = &mut self.levels[level];
        let table = |of: &ColumnRef| Ok(sql::Alias::new(level.row(of.steps).map(|at| level.alias_of(at))?));
        let tables = lock.of.iter().map(table).collect::<Result<Vec<_>, Error>>()?;
        match lock.wait {
            LockWait::Wait => query.lock_with_tables(kind, tables),
            LockWait::NoWait => query.lock_with_tables_behavior(kind, tables, sql::LockBehavior::Nowait),
            LockWait::SkipLocked => {
                query.lock_with_tables_behavior(kind, tables, sql::LockBehavior::SkipLocked)
            }
        };
        Ok(())
    }
}

/// Whether so few rows are asked for that their number stands in the text, as that of `get()`, `first()` and
/// `exists()` does. SQLite prepares a statement again whenever a value is bound for its `LIMIT`.
fn is_few(rows: u64) -> bool {
    matches!(rows, 1 | 2)
}

/// The query of the first columns of a query.
fn around(query: sql::SelectStatement, wanted: usize) -> sql::SelectStatement {
    let mut first = sql::Query::select();
    first.columns((0..wanted).map(place_name)).from_subquery(query, "subquery");
    first
}

/// The place of what is computed in the select list, which stands for it in other clauses: so that it
/// is computed, and its values bound, once.
fn place_in(list: &[sql::Expr], expr: &sql::Expr) -> Option<sql::Expr> {
    if matches!(expr, sql::Expr::Column(_)) {
        return None;
    }
    let place = list.iter().position(|other| other == expr)?;
    i32::try_from(place + 1).ok().map(|place| sql::Expr::Constant(place.into()))
}

/// The name of a column of a query below another, by its place.
fn place_name(at: usize) -> String {
    format!("col{}", at + 1)
}

/// What a query is put together from.
struct Clauses {
    selected: Vec<sql::Expr>,
    conditions: Conditions,
    order: Vec<order::Term>,
    group: Option<Vec<sql::Expr>>,
}

/// The WHERE and HAVING clauses, and what a query around asks of windows.
struct Conditions {
    rows: Option<sql::Expr>,
    groups: Option<sql::Expr>,
    windows: Option<sql::Expr>,
}

impl Conditions {
    /// The clauses, and what is read of each row by those of groups and windows; `None` when no row can
    /// meet them.
    fn new(parts: Parts) -> Option<(Self, Vec<sql::Expr>)> {
        let expr = |cond: Option<Cond>| match cond {
            Some(Cond::Never) => None,
            Some(Cond::Always) | None => Some(None),
            Some(Cond::Is(expr)) => Some(Some(expr)),
        };
        let (rows, groups, windows) = (expr(parts.rows)?, expr(parts.groups)?, expr(parts.windows)?);
        Some((Self { rows, groups, windows }, parts.columns))
    }

    fn write(self, query: &mut sql::SelectStatement) {
        if let Some(rows) = self.rows {
            query.and_where(rows);
        }
        if let Some(groups) = self.groups {
            query.and_having(groups);
        }
    }
}

/// A select list: the first `wanted` are what the rows have.
struct List {
    exprs: Vec<sql::Expr>,
    wanted: usize,
    distinct: bool,
}

impl List {
    /// Whether the query has to be wrapped to give one column, or for its `LIMIT` where there is none
    /// inside `IN`.
    fn wraps(&self, purpose: Purpose, state: &State, dialect: Dialect) -> bool {
        match purpose {
            Purpose::In | Purpose::Value | Purpose::Part => {
                self.exprs.len() > self.wanted || purpose.cuts(state, dialect)
            }
            Purpose::Rows | Purpose::Exists => false,
        }
    }

    /// Writes it, with a name for each column where the query is below another.
    fn write(self, query: &mut sql::SelectStatement, named: bool) {
        if self.distinct {
            query.distinct();
        }
        for (at, expr) in self.exprs.into_iter().enumerate() {
            match named {
                true => query.expr_as(expr, place_name(at)),
                false => query.expr(expr),
            };
        }
    }
}
