//! `union()`, `intersection()`, `difference()`: Django's `SQLCompiler.get_combinator_sql`.
//!
//! sea-query has no parentheses for the first of several queries, so they are put together as text.

use std::borrow::Cow;

use sea_query as sql;
use sea_query::ExprTrait;

use super::{Compiler, Purpose, order, place_name};
use crate::capability::Capability;
use crate::dialect::{Dialect, Writer};
use crate::error::Error;
use crate::state::{Combined, Node, Select, SetOperator, State};

/// A query that was compiled.
pub(super) enum Query {
    Select(Box<sql::SelectStatement>),
    /// SQL text, with marks for its values.
    Text(String),
}

impl From<sql::SelectStatement> for Query {
    fn from(select: sql::SelectStatement) -> Self {
        Self::Select(Box::new(select))
    }
}

impl Query {
    /// As a statement.
    pub(super) fn render(self, dialect: Dialect) -> Writer {
        match self {
            Self::Select(select) => dialect.render_select(&select),
            Self::Text(text) => dialect.render_text(&text),
        }
    }

    /// As text that can stand inside of other text.
    pub(super) fn into_text(self, dialect: Dialect) -> String {
        match self {
            Self::Select(select) => dialect.select_text(&select),
            Self::Text(text) => text,
        }
    }

    /// Whether it has a row.
    pub(super) fn exists(self) -> sql::Expr {
        match self {
            Self::Select(select) => sql::Expr::exists(*select),
            Self::Text(text) => sql::Expr::Custom(format!("EXISTS({text})").into()),
        }
    }

    /// Its value.
    pub(super) fn value(self) -> sql::Expr {
        match self {
            Self::Select(select) => sql::Expr::SubQuery(None, Box::new((*select).into())),
            Self::Text(text) => sql::Expr::Custom(format!("({text})").into()),
        }
    }

    /// Whether one of its rows is `value`.
    pub(super) fn contains(self, value: sql::Expr) -> sql::Expr {
        match self {
            Self::Select(select) => value.in_subquery(*select),
            Self::Text(text) => value.binary(sql::BinOper::In, sql::Expr::Custom(text.into())),
        }
    }

    /// Makes it what `query` reads.
    pub(super) fn below(self, query: &mut sql::SelectStatement, name: &'static str) {
        match self {
            Self::Select(select) => query.from_subquery(*select, name),
            // A function without a name is its argument in parentheses.
            Self::Text(text) => {
                query.from_function(sql::Func::cust("").arg(sql::Expr::Custom(text.into())), name)
            }
        };
    }
}

impl Compiler {
    /// The rows of several queries, put together; `None` when there can be none.
    pub(super) fn combined(
        &mut self,
        state: &State,
        combined: &Combined,
        purpose: Purpose,
    ) -> Result<Option<Query>, Error> {
        if purpose == Purpose::Exists && combined.of_model && !matches!(state.select, Select::Values(_)) {
            // The keys tell as much as whole rows.
            let mut keys = state.clone();
            keys.select_values(vec![state.key()]);
            let combined = keys.combined.take().expect("it was there");
            return self.put_together(&keys, &combined, purpose);
        }
        self.put_together(state, combined, purpose)
    }

    fn put_together(
        &mut self,
        state: &State,
        combined: &Combined,
        purpose: Purpose,
    ) -> Result<Option<Query>, Error> {
        let unites = matches!(combined.operator, SetOperator::Union | SetOperator::UnionAll);
        // A union has a row when one of its queries has one.
        let asks = purpose == Purpose::Exists && unites && state.offset == 0;
        let ordered = match purpose {
            Purpose::Rows | Purpose::Value => true,
            Purpose::In | Purpose::Part => state.is_sliced(),
            Purpose::Exists => false,
        };
        let (order, more) = if ordered { self.order_of_all(state, combined)? } else { Default::default() };
        let read = if asks { Purpose::Exists } else { Purpose::Part };
        let columns = if asks { 0 } else { state.selected().len() + more.len() };
        let mut parts = Vec::with_capacity(combined.parts.len());
        for (at, part) in combined.parts.iter().enumerate() {
            // The values of a query are known by where they are, so it is copied only to be changed.
            let mut part = Cow::Borrowed(part);
            if !more.is_empty() {
                part.to_mut().select_more(&more);
            }
            match self.query(&part, read)? {
                Some(query) => parts.push((part, query)),
                None if unites || (combined.operator == SetOperator::Difference && at > 0) => {}
                None => return Ok(None),
            }
        }
        if let [(part, _)] = &parts[..]
            && order.is_empty()
            && !state.is_sliced()
        {
            return self.query(part, purpose);
        }
        let is_alone = parts.len() == 1;
        let texts = parts.into_iter().map(|(part, query)| self.between(&part, query, columns, is_alone));
        let mut text = texts.collect::<Vec<_>>().join(self.dialect.set_operator(combined.operator));
        if text.is_empty() {
            return Ok(None);
        }
        text.push_str(&self.tail(order, state));
        Ok(Some(self.one_column(state, purpose, Query::Text(text), !more.is_empty())))
    }

    /// What the rows are ordered by: columns that they have, and of instances also what is selected
    /// behind them for it.
    fn order_of_all(
        &self,
        state: &State,
        combined: &Combined,
    ) -> Result<(Vec<order::Term>, Vec<Node>), Error> {
        let rows = state.selected();
        let mut more: Vec<Node> = Vec::new();
        let mut placed = Vec::new();
        for term in state.order.iter().flatten() {
            let at = match rows.iter().chain(&more).position(|node| node.is(&term.node)) {
                Some(at) => at,
                None if combined.of_model && can_be_added(&term.node, &rows) => {
                    more.push(term.node.clone());
                    rows.len() + more.len() - 1
                }
                None => {
                    let message = "the rows of `union()`, `intersection()` and `difference()` are ordered by \
                                   what they hold: select in each query what the order names";
                    return Err(Error::InvalidQuery { message: message.to_owned() });
                }
            };
            placed.push((sql::Expr::col(sql::Alias::new(place_name(at))), Vec::new(), term.clone()));
        }
        Ok((self.directed(placed, state.reversed), more))
    }

    /// One of several queries, as it stands between the others: what has an order or a slice of its own
    /// is in parentheses, or below another query. So it is where no others are left.
    pub(super) fn between(&self, part: &State, query: Query, columns: usize, is_alone: bool) -> String {
        let is_compound = part.combined.is_some() || part.is_sliced();
        match (self.dialect.has(Capability::ParenthesesInCompound) && !is_alone, is_compound) {
            (true, _) => format!("({})", query.into_text(self.dialect)),
            (false, false) => query.into_text(self.dialect),
            (false, true) => {
                let mut around = sql::Query::select();
                match columns {
                    0 => around.expr(sql::Expr::Constant(1.into())),
                    _ => around.columns((0..columns).map(place_name)),
                };
                query.below(&mut around, "part");
                self.dialect.select_text(&around)
            }
        }
    }

    /// The order and the slice, as text.
    fn tail(&mut self, order: Vec<order::Term>, state: &State) -> String {
        let mut query = sql::Query::select();
        for term in order {
            term.write(&mut query);
        }
        self.slice(&mut query, state);
        let text = self.dialect.select_text(&query);
        text.strip_prefix("SELECT ").expect("it is a select without a list").to_owned()
    }

    /// Wraps it where it has to give one column and has more, or is cut off where a database does not
    /// take that.
    fn one_column(&self, state: &State, purpose: Purpose, query: Query, has_more: bool) -> Query {
        if !matches!(purpose, Purpose::In | Purpose::Value) {
            return query;
        }
        let wanted = if state.selected().len() == 1 { Some(0) } else { state.place_of_key() };
        let cuts = purpose == Purpose::In && !self.dialect.has(Capability::LimitInSubquery) && is_cut(state);
        if state.selected().len() == 1 && !has_more && !cuts {
            return query;
        }
        let mut one = sql::Query::select();
        one.column(sql::Alias::new(place_name(wanted.unwrap_or(0))));
        query.below(&mut one, "subquery");
        one.into()
    }
}

/// Whether some of the rows are cut off, here or in one of the queries.
fn is_cut(state: &State) -> bool {
    state.is_sliced() || state.combined.iter().flat_map(|combined| &combined.parts).any(is_cut)
}

/// Whether it means the same in each query on the model, whose rows hold `rows` so far: what was annotated is one query's own, and a
/// random number would make all rows different.
fn can_be_added(node: &Node, rows: &[Node]) -> bool {
    match node {
        Node::Column(_) | Node::Related(_) | Node::Value(_) => true,
        Node::Aggregate(_) | Node::Window(_) | Node::Random | Node::Outer(_) => false,
        Node::Shared(_) if rows.iter().any(|row| row.is(node)) => false,
        node => node.parts().into_iter().all(|part| can_be_added(part, rows)),
    }
}
