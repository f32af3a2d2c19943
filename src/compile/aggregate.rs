//! `aggregate()` and `count()`: Django's `Query.get_aggregation`.

use sea_query as sql;

use super::join::summarized;
use super::plan::planned;
use super::qualify::Below;
use super::shape::Wanted;
use super::{Compiler, Purpose, place_name};
use crate::db::Compiled;
use crate::dialect::Dialect;
use crate::driver::Statement;
use crate::error::Error;
use crate::state::{Aggregate, AggregateName, ColumnRef, Distinct, FunctionName, Group, Node, Select, State};
use crate::value::{Value, ValueType};

/// What gives the row of `aggregate()`.
pub(crate) enum Aggregated {
    /// It is known without asking, because there can be no rows.
    Known(Vec<Value>),
    Asked(Statement),
}

/// What is asked of the rows of the query at `level`, which is put together below the one that asks.
pub(super) struct Summary {
    level: usize,
    /// What is selected of each row for it as a whole.
    selected: Vec<Node>,
    /// What the rows have anyway.
    rows: Vec<Node>,
    /// Whether more can be selected of them.
    grows: bool,
}

/// The statement that computes aggregates over the rows of a query.
pub(crate) fn aggregate(state: &State, nodes: &[Node], dialect: Dialect) -> Result<Aggregated, Error> {
    let mut state = state.clone();
    state.clear_select_related();
    for node in nodes {
        know_inner(&mut state, node);
    }
    if nodes.iter().any(|node| reads_row(&state, node)) {
        let message = "`aggregate()` gives one row: a field and what was annotated stand inside of an \
                       aggregate there, as in `n.sum()`";
        return Err(Error::InvalidQuery { message: message.to_owned() });
    }
    let known = || nodes.iter().map(of_no_rows).collect::<Option<Vec<Value>>>();
    let statement = planned(
        Wanted::Aggregates,
        dialect,
        |shape| {
            shape.nodes(nodes)?;
            shape.state(&state)
        },
        |compiler| {
            let query = match compiler.aggregated(&state, nodes)? {
                Some(query) => query,
                None if known().is_some() => return Ok(None),
                None => compiler.of_nothing(&state, nodes)?,
            };
            compiler.render(query.into()).map(Some)
        },
    )?;
    Ok(match statement {
        Some(statement) => Aggregated::Asked(statement),
        None => Aggregated::Known(known().expect("a query that is not asked has a known answer")),
    })
}

/// The statement that counts the rows of a query; `None` when there can be none.
pub(crate) fn count(state: &State, dialect: Dialect) -> Compiled {
    let rows = Aggregate::new(AggregateName::Count, None, ValueType::Int);
    Ok(match aggregate(state, &[Node::Aggregate(Box::new(rows))], dialect)? {
        Aggregated::Known(_) => None,
        Aggregated::Asked(statement) => Some(statement),
    })
}

/// An aggregate inside of one that was not annotated acts as an alias.
fn know_inner(state: &mut State, node: &Node) {
    match node {
        Node::Aggregate(_) => node.parts().into_iter().for_each(|part| state.know_aggregates(part)),
        node => node.parts().into_iter().for_each(|part| know_inner(state, part)),
    }
}

/// Whether it has a value of each row outside of its aggregates.
fn reads_row(state: &State, node: &Node) -> bool {
    match node {
        Node::Column(_) | Node::Related(_) => true,
        Node::Shared(shared) if state.is_annotated(shared) => true,
        Node::Aggregate(_) => false,
        node => node.parts().into_iter().any(|part| reads_row(state, part)),
    }
}

/// Whether it reads of each row outside of its aggregates and windows.
fn reads_row_beside(node: &Node) -> bool {
    match node {
        Node::Column(_) | Node::Related(_) | Node::Joined(_) | Node::Cte(_) => true,
        Node::Aggregate(_) => false,
        Node::Window(window) => window.over.parts().any(reads_row_beside),
        node => node.parts().into_iter().any(reads_row_beside),
    }
}

/// The value of an aggregate over no rows, where it does not take the database to tell.
fn of_no_rows(node: &Node) -> Option<Value> {
    match node {
        Node::Shared(node) => of_no_rows(node),
        Node::Value(value) => Some(value.clone()),
        Node::Aggregate(aggregate) => Some(match aggregate.name {
            AggregateName::Count => Value::Int(0),
            _ => Value::Null(aggregate.kind),
        }),
        Node::Function(function) if function.name == FunctionName::Coalesce => {
            let values = function.arguments.iter().map(|argument| of_no_rows(&argument.node));
            let values = values.collect::<Option<Vec<_>>>()?;
            values.into_iter().find(|value| !value.is_null()).or(Some(Value::Null(function.kind)))
        }
        _ => None,
    }
}

impl Compiler {
    /// The query that computes aggregates; `None` when there can be no rows.
    fn aggregated(&mut self, state: &State, nodes: &[Node]) -> Result<Option<sql::SelectStatement>, Error> {
        state.check()?;
        if state.none || state.limit == Some(0) {
            return Ok(None);
        }
        if state.combined.is_some() {
            return self.aggregated_over(state, nodes);
        }
        if let Some(cte) = &state.cte {
            self.read_cte(cte);
        }
        let level = self.open(state.model);
        let query = match is_wrapped(state, nodes) {
            true => self.aggregated_around(level, state, nodes),
            false => self.aggregated_at_once(level, state, nodes),
        };
        self.levels.pop();
        query
    }

    fn aggregated_at_once(
        &mut self,
        level: usize,
        state: &State,
        nodes: &[Node],
    ) -> Result<Option<sql::SelectStatement>, Error> {
        let parts = self.calls(level, &state.calls)?.into_parts();
        let Some((conditions, _)) = super::Conditions::new(parts) else { return Ok(None) };
        let mut query = sql::Query::select();
        query.exprs(self.computed(level, nodes)?);
        if !self.aggregates {
            return Ok(None);
        }
        self.write_from(level, &mut query);
        conditions.write(&mut query);
        Ok(Some(query))
    }

    /// Of groups, slices and the like the aggregates are asked by a query around theirs.
    fn aggregated_around(
        &mut self,
        level: usize,
        state: &State,
        nodes: &[Node],
    ) -> Result<Option<sql::SelectStatement>, Error> {
        self.levels[level].grouped = state.group.is_some();
        let parts = self.calls(level, &state.calls)?.into_parts();
        let Some((mut conditions, read)) = super::Conditions::new(parts) else { return Ok(None) };
        let mut state = below(state);
        let mut selected = state.selected();
        self.summary = Some(Summary { level, selected: Vec::new(), rows: selected.clone(), grows: true });
        self.levels[level].set_summarizing(true);
        let asked = self.computed(level, nodes);
        self.levels[level].set_summarizing(false);
        let summary = self.summary.take().expect("it was put there above");
        if asked.is_ok() && !self.aggregates {
            return Ok(None);
        }
        let mut outer = sql::Query::select();
        outer.exprs(asked?);

        let mut exprs =
            selected.iter().map(|node| self.selected_expr(level, node)).collect::<Result<Vec<_>, _>>()?;
        let mut names: Vec<String> = (0..exprs.len()).map(place_name).collect();
        let more = self.levels[level].summarized();
        names.extend((0..more.len()).map(summarized));
        let is_column = |expr: &&sql::Expr| self.levels[level].table_of(expr).is_some();
        let columns: Vec<sql::Expr> = more.iter().filter(is_column).cloned().collect();
        selected.extend(summary.selected);
        exprs.extend(more);
        if exprs.is_empty() {
            // Of groups there is nothing to select that would not be one more to group by.
            let (node, expr) = match state.group {
                Some(_) => (Node::Value(Value::Int(1)), sql::Expr::Constant(1.into())),
                None => (key(&state), self.expr(level, &key(&state))?),
            };
            selected.push(node);
            exprs.push(expr);
            names.push(place_name(0));
        }
        let ordered = state.is_sliced() || matches!(state.distinct, Distinct::On(_));
        let order = if ordered { self.order(level, &state)? } else { Vec::new() };
        let group = self.grouping(level, &state, (&selected, &columns), &order, read)?;
        state.lock = None;
        let inner = match conditions.windows.take() {
            Some(windows) if state.is_sliced() => {
                let below = Below::named("qualify", exprs, names);
                self.sliced_below(level, &state, below, (conditions, order, group), windows)?
            }
            windows => {
                let mut below = Below::named("subquery", exprs, names);
                if let Some(windows) = windows {
                    outer.and_where(below.read(windows));
                }
                let mut inner = self.query_below(level, &state, below, conditions, order, group)?;
                self.slice(&mut inner, &state);
                inner
            }
        };
        outer.from_subquery(inner, "subquery");
        Ok(Some(outer))
    }

    /// Aggregates of the rows of several queries, which are computed from what those have.
    fn aggregated_over(
        &mut self,
        state: &State,
        nodes: &[Node],
    ) -> Result<Option<sql::SelectStatement>, Error> {
        let level = self.open(state.model);
        self.summary = Some(Summary { level, selected: Vec::new(), rows: state.selected(), grows: false });
        let asked = self.computed(level, nodes);
        self.summary = None;
        self.levels.pop();
        if asked.is_ok() && !self.aggregates {
            return Ok(None);
        }
        let mut outer = sql::Query::select();
        outer.exprs(asked?);
        let Some(inner) = self.query(state, Purpose::Part)? else { return Ok(None) };
        inner.below(&mut outer, "subquery");
        Ok(Some(outer))
    }

    /// What `aggregate()` computes. Where nothing of it is an aggregate, because all are known to be of no
    /// rows, there is no row to be had from those of the model: `self.aggregates` tells.
    fn computed(&mut self, level: usize, nodes: &[Node]) -> Result<Vec<sql::Expr>, Error> {
        self.aggregates = false;
        nodes.iter().map(|node| self.expr(level, node)).collect()
    }

    /// Aggregates over no rows, where only the database knows what they are.
    fn of_nothing(&mut self, state: &State, nodes: &[Node]) -> Result<sql::SelectStatement, Error> {
        if let Some(cte) = &state.cte {
            self.read_cte(cte);
        }
        let level = self.open(state.model);
        let mut query = sql::Query::select();
        query.exprs(self.computed(level, nodes)?);
        if self.aggregates {
            self.write_from(level, &mut query);
            query.and_where(super::Cond::Never.into_expr());
        }
        self.levels.pop();
        Ok(query)
    }

    /// What stands for an expression while aggregates are asked of the rows of the query at `level`:
    /// each part of them that is a value of a row is selected by it, and named here.
    pub(super) fn summarize(&mut self, level: usize, node: &Node) -> Result<Option<sql::Expr>, Error> {
        let Some(summary) = self.summary.as_ref().filter(|summary| summary.level == level) else {
            return Ok(None);
        };
        let at = summary.rows.iter().position(|row| row.is(node));
        let is_row = match node {
            Node::Shared(shared) if self.levels[level].is_annotated(shared) => true,
            Node::Shared(_) if !summary.grows => at.is_some(),
            // Columns get their names by themselves: what is computed of them is computed around.
            Node::Window(_) | Node::Subquery(_) | Node::Exists(_) | Node::Raw(_) | Node::Random => true,
            Node::Value(_) => false,
            node => !summary.grows && !node.is_aggregate(),
        };
        match at {
            _ if !is_row => return Ok(None),
            Some(at) => return Ok(Some(sql::Expr::col(("subquery", sql::Alias::new(place_name(at)))))),
            None if summary.grows => {}
            None => {
                return Err(Error::InvalidQuery {
                    message: "aggregates of a `union()` and the like are computed from what its rows hold"
                        .to_owned(),
                });
            }
        }
        let mut summary = self.summary.take().expect("it is there, as seen above");
        self.levels[level].set_summarizing(false);
        let expr = self.expr(level, node);
        self.levels[level].set_summarizing(true);
        summary.selected.push(node.clone());
        self.summary = Some(summary);
        Ok(Some(self.levels[level].summarize(expr?)))
    }
}

/// Whether aggregates have to be asked by a query around.
fn is_wrapped(state: &State, nodes: &[Node]) -> bool {
    let wrapped = state.group.is_some() || state.is_sliced() || state.is_distinct();
    wrapped || state.filters_windows() || nodes.iter().any(|node| needs_rows(state, node))
}

/// Whether an aggregate is over what SQL does not take inside of one, or over a subquery that was
/// annotated: that is asked once for each row.
fn needs_rows(state: &State, node: &Node) -> bool {
    match node {
        Node::Shared(shared) if state.is_annotated(shared) => shared.is_windowed() || has_subquery(shared),
        node => node.is_windowed() || node.parts().into_iter().any(|part| needs_rows(state, part)),
    }
}

fn has_subquery(node: &Node) -> bool {
    matches!(node, Node::Subquery(_) | Node::Exists(_)) || node.parts().into_iter().any(has_subquery)
}

fn key(state: &State) -> Node {
    Node::Column(ColumnRef { steps: None, column: state.model.pk() })
}

/// The query below aggregates: it selects no more than decides which rows there are.
fn below(state: &State) -> State {
    let mut state = state.clone();
    if !state.is_sliced() && !matches!(state.distinct, Distinct::On(_)) {
        state.order = Some(Vec::new());
    }
    if state.is_distinct() {
        return state;
    }
    // What is of each row beside an aggregate decides what the groups are.
    let grouped = state.group.is_some();
    let kept =
        |node: &Node| grouped && (!(node.is_aggregate() || node.is_windowed()) || reads_row_beside(node));
    match &mut state.select {
        Select::Model | Select::Fields(_) => {
            let annotations = state.annotations.iter().cloned().map(Node::Shared).filter(kept).collect();
            if let Some(group @ Group::Rows) = &mut state.group {
                *group =
                    Group::By([Node::Column(ColumnRef { steps: None, column: state.model.pk() })].into());
            }
            state.select = Select::Values(annotations);
        }
        Select::Values(nodes) => *nodes = nodes.iter().filter(|node| kept(node)).cloned().collect(),
    }
    state
}
