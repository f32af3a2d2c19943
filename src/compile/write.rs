//! `INSERT`, `UPDATE` and `DELETE`.

use sea_query as sql;
use sea_query::ExprTrait;

use super::condition::Cond;
use super::join::Level;
use super::plan::{planned, text};
use super::shape::{Shape, Wanted};
use super::{Compiler, Purpose};
use crate::capability::Capability;
use crate::check::{check_column, check_stored, check_value};
use crate::db::Compiled;
use crate::dialect::{Binding, Dialect, Insert, OnConflict, Returning, Writer};
use crate::driver::Statement;
use crate::error::Error;
use crate::meta;
use crate::state::{ColumnRef, Distinct, Node, OrderTerm, State};
use crate::value::{Value, ValueType};

/// The statement that changes the rows of a query; `None` when there can be none.
pub(crate) fn update(
    state: &State,
    assignments: Vec<(&'static meta::Column, Node)>,
    dialect: Dialect,
) -> Compiled {
    let model = state.model;
    if assignments.is_empty() {
        return Err(Error::InvalidQuery {
            message: format!("`update()` of `{}` has no assignment", model.name),
        });
    }
    refuse_distinct_on(state, "update()")?;
    for (column, node) in &assignments {
        check_own_columns(model, column, node)?;
        if let Node::Value(value) = node {
            check_value(column, value, dialect)?;
        }
    }
    planned(
        Wanted::Update,
        dialect,
        |shape| {
            for (column, node) in &assignments {
                shape.fixed(*column);
                shape.node(node)?;
            }
            shape.state(state)
        },
        |compiler| compiler.updated(state, &assignments),
    )
}

/// The statement that gives rows of a query values of their own: `rows` has all values of each of them.
pub(crate) fn bulk_update(
    state: &State,
    columns: &[&'static meta::Column],
    rows: &[Vec<Value>],
    dialect: Dialect,
) -> Compiled {
    let model = state.model;
    let mut compiler = Compiler::new(dialect);
    let mut statement = sql::Query::update();
    statement.table(model.table);
    for column in columns {
        let mut cases = sql::CaseStatement::new();
        for row in rows {
            let value = &row[column.position];
            check_value(column, value, dialect)?;
            let key = sql::Expr::col((sql::Alias::new(model.table), model.pk().column));
            let is_row = key.eq(compiler.bind(&row[model.primary_key]));
            cases = cases.case(is_row, compiler.bind_for(column, value));
        }
        statement.value(column.column, dialect.of_column(cases.into(), column)?);
    }
    let mut written = state.clone();
    let keys: Vec<Value> = rows.iter().map(|row| row[model.primary_key].clone()).collect();
    written.filter(Node::among(model.pk(), &keys));
    match compiler.changed_rows(&written)? {
        Cond::Never => return Ok(None),
        Cond::Always => {}
        Cond::Is(condition) => {
            statement.and_where(condition);
        }
    }
    compiler.finish(dialect.render_update(&statement)).map(Some)
}

/// The statement that deletes the rows of a query; `None` when there can be none.
pub(crate) fn delete(state: &State, dialect: Dialect) -> Compiled {
    refuse_distinct_on(state, "delete()")?;
    planned(Wanted::Delete, dialect, |shape| shape.state(state), |compiler| compiler.deleted(state))
}

/// Which rows `DISTINCT ON` keeps depends on an order, which these statements do not have.
pub(crate) fn refuse_distinct_on(state: &State, call: &str) -> Result<(), Error> {
    match state.distinct {
        Distinct::No | Distinct::Rows => Ok(()),
        Distinct::On(_) => Err(Error::InvalidQuery {
            message: format!(
                "`{call}` of `{}` cannot follow `distinct_on()`; filter by the keys",
                state.model.name
            ),
        }),
    }
}

/// The statement that inserts rows, whose values for `columns` come row after row, and gives back the
/// what `returning` says. Without columns it inserts one row. With `types`, which are those of the columns, it
/// takes each column as an array.
pub(crate) fn insert(
    model: &'static meta::Model,
    columns: &[&'static meta::Column],
    values: Vec<Value>,
    types: Option<&[ValueType]>,
    on_conflict: &OnConflict,
    returning: Returning,
    dialect: Dialect,
) -> Result<Statement, Error> {
    columns.iter().try_for_each(|column| check_column(column, dialect))?;
    for row in values.chunks(columns.len().max(1)) {
        for (column, value) in columns.iter().zip(row) {
            check_stored(column, value, dialect)?;
        }
    }
    let count = values.len().checked_div(columns.len()).unwrap_or(1);
    let rows = types.map_or(Binding::Values(count), Binding::Arrays);
    let insert = Insert { table: model.table, columns, rows, on_conflict, returning };
    let sql = match insert.rows {
        // One of so many texts for each number of rows.
        Binding::Values(2..) => dialect.insert(&insert).into(),
        _ => text(&Shape::insert(&insert, model, dialect), || dialect.insert(&insert)),
    };
    Ok(Statement { arrays: types.map(<[_]>::len), ..Statement::new(sql, values) })
}

/// The types of columns whose values, which come row after row, can be bound as arrays.
pub(crate) fn array_types(
    columns: &[&'static meta::Column],
    values: &[Value],
    dialect: Dialect,
) -> Option<Vec<ValueType>> {
    // There are no arrays of arrays, and those of ranges are of another type for each.
    let single = columns.iter().all(|column| !column.field_type.value_type().is_collection());
    if columns.is_empty() || !dialect.has(Capability::Arrays) || !single {
        return None;
    }
    let types: Vec<ValueType> = columns.iter().map(|column| column.field_type.value_type()).collect();
    // An integer may stand for a number of another type.
    let of_types = |row: &[Value]| row.iter().zip(&types).all(|(value, ty)| value.value_type() == *ty);
    values.chunks(types.len()).all(of_types).then_some(types)
}

impl Compiler {
    fn updated(
        &mut self,
        state: &State,
        assignments: &[(&'static meta::Column, Node)],
    ) -> Result<Option<Writer>, Error> {
        let mut statement = sql::Query::update();
        statement.table(state.model.table);
        self.levels.push(Level::new(state.model, 0));
        for (column, node) in assignments {
            let value = match node {
                Node::Value(value) => self.bind_for(column, value),
                node => self.expr(0, node)?,
            };
            statement.value(column.column, value);
        }
        self.levels.pop();
        match self.changed_rows(state)? {
            Cond::Never => return Ok(None),
            Cond::Always => {}
            Cond::Is(condition) => {
                statement.and_where(condition);
            }
        }
        self.order_changes(state, &mut statement)?;
        Ok(Some(self.dialect.render_update(&statement)))
    }

    fn deleted(&mut self, state: &State) -> Result<Option<Writer>, Error> {
        let mut statement = sql::Query::delete();
        statement.from_table(state.model.table);
        match self.changed_rows(state)? {
            Cond::Never => return Ok(None),
            Cond::Always => {}
            Cond::Is(condition) => {
                statement.and_where(condition);
            }
        }
        Ok(Some(self.dialect.render_delete(&statement)))
    }

    /// The WHERE clause of a statement that changes the rows of a query: its own where it uses one
    /// table only, else a subquery of their keys.
    fn changed_rows(&mut self, state: &State) -> Result<Cond, Error> {
        state.check()?;
        if state.none {
            return Ok(Cond::Never);
        }
        let values = self.values.len();
        let around = std::mem::take(&mut self.ctes);
        self.levels.push(Level::new(state.model, 0));
        self.nested = false;
        let called = self.calls(0, &state.calls);
        let level = self.levels.pop().expect("it was pushed above");
        let cond = called?.cond;
        // MySQL does not let a subquery read the table that a statement changes, unless it is wrapped.
        let may_read = self.dialect.has(Capability::ReadsWhatItChanges) || !self.nested;
        let reads_ctes = !self.ctes.is_empty();
        let of_rows = !state.is_distinct() && state.group.is_none() && !state.filters_windows();
        if of_rows && !level.has_joins() && may_read && !reads_ctes {
            self.ctes = around;
            return Ok(cond);
        }
        self.unbind(values);
        self.ctes.clear();

        let pk = state.model.pk();
        let mut keys = state.clone();
        keys.select_values(vec![Node::Column(ColumnRef { steps: None, column: pk })]);
        keys.order = Some(Vec::new());
        self.levels.push(Level::new(state.model, 0));
        let query = self.query(&keys, Purpose::In);
        self.levels.pop();
        let Some(query) = query? else { return Ok(Cond::Never) };
        // MariaDB has no WITH clause before an `UPDATE` or a `DELETE`, but one in a subquery.
        let mut query = self.with_ctes(query)?;
        self.ctes = around;
        if !self.dialect.has(Capability::ReadsWhatItChanges) {
            let mut wrapped = sql::Query::select();
            wrapped.column(sql::Asterisk);
            query.below(&mut wrapped, "changed");
            query = wrapped.into();
        }
        let key = sql::Expr::col((sql::Alias::new(state.model.table), pk.column));
        Ok(Cond::Is(query.contains(key)))
    }

    /// Writes the order that was asked for, where a database changes one row after the other: it
    /// decides whether a unique key is free when a row gets it. One by other tables or by windows does
    /// not count.
    fn order_changes(&mut self, state: &State, statement: &mut sql::UpdateStatement) -> Result<(), Error> {
        let of_rows = |order: &Vec<OrderTerm>| !order.iter().any(|term| term.node.is_windowed());
        let is_ordered = state.order.as_ref().is_some_and(|order| !order.is_empty() && of_rows(order));
        if !is_ordered || state.group.is_some() || !self.dialect.has(Capability::OrdersChanges) {
            return Ok(());
        }
        let values = self.values.len();
        self.levels.push(Level::new(state.model, 0));
        let order = self.order(0, state);
        let level = self.levels.pop().expect("it was pushed above");
        let order = order?;
        if level.has_joins() {
            self.unbind(values);
            return Ok(());
        }
        for term in order {
            statement.order_by_expr(term.expr, term.order);
        }
        Ok(())
    }
}

/// A new value is computed from the row itself.
fn check_own_columns(
    model: &'static meta::Model,
    column: &'static meta::Column,
    node: &Node,
) -> Result<(), Error> {
    let joined = |path: String| Error::InvalidQuery {
        message: format!(
            "`{}.{}` cannot be set from `{path}`: `update()` takes the model's own columns, not those of related rows",
            model.name, column.name
        ),
    };
    match node {
        Node::Window(_) | Node::Aggregate(_) => Err(Error::InvalidQuery {
            message: format!(
                "`{}.{}` cannot be set from what is computed from several rows; ask for it by `subquery(…)`",
                model.name, column.name
            ),
        }),
        Node::Column(other) if other.steps.is_some() => Err(joined(other.key())),
        Node::Cte(of) => Err(joined(of.column.key())),
        node => node.parts().into_iter().try_for_each(|node| check_own_columns(model, column, node)),
    }
}
