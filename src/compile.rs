//! Query state to SQL: the one place that knows Django's semantics.
//!
//! Joins, their reuse and their types are in `compile/join.rs`, predicates and `exclude()` in
//! `compile/condition.rs`, the ORDER BY clause in `compile/order.rs`. How a database spells what is
//! meant is [`dialect`](crate::dialect)'s business.

mod combine;
mod condition;
mod expr;
mod join;
mod order;
mod write;

use sea_query as sql;

use self::condition::Cond;
use self::join::{Level, Reached};
pub(crate) use self::order::schema_order;
pub(crate) use self::write::{bulk_update, delete, insert, update};
use crate::capability::Capability;
use crate::check::check_parameter;
use crate::db::Compiled;
use crate::dialect::{Dialect, Writer, placeholder};
use crate::driver::Statement;
use crate::error::Error;
use crate::explain::ExplainOptions;
use crate::meta;
use crate::state::{Distinct, LockWait, Select, State};
use crate::value::Value;
use crate::zone::Zone;

/// The statement that gives the rows of a query; `None` when there can be none.
pub(crate) fn select(state: &State, dialect: Dialect) -> Compiled {
    let mut compiler = Compiler::new(dialect);
    match compiler.query(state, Purpose::Rows)? {
        Some(query) => compiler.finish(dialect.render_select(&query)).map(Some),
        None => Ok(None),
    }
}

/// The statement that counts the rows of a query.
pub(crate) fn count(state: &State, dialect: Dialect) -> Compiled {
    let mut compiler = Compiler::new(dialect);
    let wraps = state.is_sliced() || state.is_distinct();
    let counted = if wraps {
        compiler.query(state, Purpose::Counted)?.map(|inner| {
            let mut outer = sql::Query::select();
            outer.expr(sql::Func::count(sql::Expr::col(sql::Asterisk))).from_subquery(inner, "subquery");
            outer
        })
    } else {
        compiler.query(state, Purpose::Count)?
    };
    counted.map(|query| compiler.finish(dialect.render_select(&query))).transpose()
}

/// The statement that has a row when the query has one.
pub(crate) fn exists(state: &State, dialect: Dialect) -> Compiled {
    let mut state = state.clone();
    state.slice(0, Some(1));
    let mut compiler = Compiler::new(dialect);
    let query = compiler.query(&state, Purpose::Exists)?;
    query.map(|query| compiler.finish(dialect.render_select(&query))).transpose()
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
    /// To stand below a `COUNT`, where every column needs a name of its own.
    Counted,
    /// To count its rows.
    Count,
    /// To find out whether it has one.
    Exists,
}

/// One statement in the making: its values, and the queries that are open, outermost first.
struct Compiler {
    dialect: Dialect,
    values: Vec<Value>,
    levels: Vec<Level>,
    /// Whether it has a query inside.
    nested: bool,
    /// The time zones that it uses.
    zones: Vec<Zone>,
}

impl Compiler {
    fn new(dialect: Dialect) -> Self {
        Self { dialect, values: Vec::new(), levels: Vec::new(), nested: false, zones: Vec::new() }
    }

    /// Binds a value.
    fn bind(&mut self, value: Value) -> sql::Expr {
        placeholder(self.bind_index(value))
    }

    fn bind_index(&mut self, value: Value) -> usize {
        self.values.push(value);
        self.values.len() - 1
    }

    /// Puts the values in the order of their placeholders.
    fn finish(self, writer: Writer) -> Result<Statement, Error> {
        let (sql, indexes) = writer.into_parts();
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
        Ok(Statement { sql: sql.into(), values, zones: self.zones })
    }

    /// Compiles a query inside the ones that are open; `None` when it can have no rows.
    fn query(&mut self, state: &State, purpose: Purpose) -> Result<Option<sql::SelectStatement>, Error> {
        state.check()?;
        if state.none || state.limit == Some(0) {
            return Ok(None);
        }
        self.open(state.model);
        let query = self.open_query(state, purpose);
        self.levels.pop();
        query
    }

    /// Opens a query on `model` inside the ones that are open, and gives its level.
    fn open(&mut self, model: &'static meta::Model) -> usize {
        self.nested |= !self.levels.is_empty();
        self.levels.push(Level::new(model, self.levels.len()));
        self.levels.len() - 1
    }

    fn open_query(&mut self, state: &State, purpose: Purpose) -> Result<Option<sql::SelectStatement>, Error> {
        let level = self.levels.len() - 1;
        let mut query = sql::Query::select();

        // Joins are made in the order of the calls: a filter on a to-many relation joins again,
        // what is selected and ordered by takes the joins that are there.
        let (cond, selected) = self.calls(level, &state.calls)?;
        let condition = match cond {
            Cond::Never => return Ok(None),
            Cond::Always => None,
            Cond::Is(condition) => Some(condition),
        };
        let selected = match selected {
            Some(selected) => selected,
            None => self.own_columns(level, state),
        };
        let ordered = match purpose {
            Purpose::Rows => true,
            Purpose::In | Purpose::Counted => state.is_sliced() || matches!(state.distinct, Distinct::On(_)),
            Purpose::Count | Purpose::Exists => false,
        };
        let order = if ordered { self.order(level, state, &selected)? } else { Vec::new() };

        // Rows that are the same count as one only where others are cut off.
        let exists = purpose == Purpose::Exists && !(state.is_sliced() && state.is_distinct());
        let mut wraps = false;
        match purpose {
            Purpose::Count => {
                query.expr(sql::Func::count(sql::Expr::col(sql::Asterisk)));
            }
            Purpose::Exists if exists => {
                query.expr(sql::Expr::Constant(1.into()));
            }
            _ => wraps = self.select_list(&mut query, state, selected, &order, purpose),
        }
        if let Distinct::On(nodes) = &state.distinct
            && !exists
        {
            self.dialect.demand(Capability::DistinctOn, "`distinct_on()`")?;
            let mut columns = Vec::new();
            for node in nodes {
                match self.expr(level, node)? {
                    sql::Expr::Column(column) => columns.push(column),
                    _ => {
                        return Err(Error::InvalidQuery {
                            message: "`distinct_on()` takes columns".to_owned(),
                        });
                    }
                }
            }
            query.distinct_on(columns);
        }
        self.levels[level].write_from(&mut query);
        if let Some(condition) = condition {
            query.and_where(condition);
        }
        for term in order {
            match term.nulls {
                Some(nulls) => query.order_by_expr_with_nulls(term.expr, term.order, nulls),
                None => query.order_by_expr(term.expr, term.order),
            };
        }
        self.slice(&mut query, state);
        self.lock(&mut query, state, purpose)?;
        if wraps {
            let mut first = sql::Query::select();
            first.column("col1").from_subquery(query, "subquery");
            query = first;
        }
        Ok(Some(query))
    }

    /// The columns of the model that are read.
    fn own_columns(&mut self, level: usize, state: &State) -> Vec<sql::Expr> {
        let columns = match &state.select {
            Select::Fields(columns) => columns.clone(),
            Select::Model | Select::Values(_) => state.model.columns.iter().collect(),
        };
        let level = &self.levels[level];
        columns.into_iter().map(|column| level.column(Reached { table: 0, column })).collect()
    }

    /// Writes the select list. With `DISTINCT` what the rows are ordered by is selected too, behind
    /// the rest, as Django does. Gives whether the query must be wrapped to be right of `IN`: where
    /// more than the one column is selected, and where there is no `LIMIT` inside `IN`.
    fn select_list(
        &self,
        query: &mut sql::SelectStatement,
        state: &State,
        selected: Vec<sql::Expr>,
        order: &[order::Term],
        purpose: Purpose,
    ) -> bool {
        let mut all = selected;
        let wanted = all.len();
        if matches!(state.distinct, Distinct::Rows) {
            query.distinct();
            for term in order {
                if !all.contains(&term.expr) {
                    all.push(term.expr.clone());
                }
            }
        }
        let wraps = purpose == Purpose::In
            && (all.len() > wanted || state.is_sliced() && !self.dialect.has(Capability::LimitInSubquery));
        for (at, expr) in all.into_iter().enumerate() {
            match wraps || purpose == Purpose::Counted {
                true => query.expr_as(expr, format!("col{}", at + 1)),
                false => query.expr(expr),
            };
        }
        wraps
    }

    fn slice(&mut self, query: &mut sql::SelectStatement, state: &State) {
        if let Some(limit) = state.limit {
            query.limit(self.bind_index(Value::Int(limit.try_into().unwrap_or(i64::MAX))) as u64);
        } else if state.offset > 0 && !self.dialect.has(Capability::OffsetAlone) {
            query.limit(self.bind_index(Value::Int(i64::MAX)) as u64);
        }
        if state.offset > 0 {
            query.offset(self.bind_index(Value::Int(state.offset.try_into().unwrap_or(i64::MAX))) as u64);
        }
    }

    fn lock(&self, query: &mut sql::SelectStatement, state: &State, purpose: Purpose) -> Result<(), Error> {
        let Some(lock) = state.lock else { return Ok(()) };
        // SQLite needs none, as Django has it: a write transaction has the whole database to itself.
        if purpose != Purpose::Rows || !self.dialect.has(Capability::RowLocks) {
            return Ok(());
        }
        if lock.no_key {
            self.dialect.demand(Capability::LockNoKey, "`no_key()`")?;
        }
        if lock.of_self {
            self.dialect.demand(Capability::LockOf, "`of_self()`")?;
        }
        let kind = if lock.no_key { sql::LockType::NoKeyUpdate } else { sql::LockType::Update };
        let tables = lock.of_self.then_some(state.model.table);
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
