//! The ORDER BY clause.

use sea_query as sql;
use sea_query::ExprTrait;

use super::Compiler;
use crate::error::Error;
use crate::meta;
use crate::state::{ColumnRef, Node, Nulls, OrderTerm, State};

/// One part of the ORDER BY clause.
pub(super) struct Term {
    pub(super) expr: sql::Expr,
    pub(super) order: sql::Order,
    pub(super) nulls: Option<sql::NullOrdering>,
}

impl Compiler {
    /// What the rows of the query at `level` are ordered by.
    pub(super) fn order(&mut self, level: usize, state: &State) -> Result<Vec<Term>, Error> {
        let terms = match &state.order {
            Some(terms) => terms.clone(),
            None => default_order(state.model, state.model.ordering)?,
        };
        let mut order = Vec::with_capacity(terms.len());
        for term in terms {
            let expr = self.expr(level, &term.node)?;
            let descending = term.descending ^ state.reversed;
            let nulls = term.nulls.map(|nulls| match (nulls, state.reversed) {
                (Nulls::First, false) | (Nulls::Last, true) => sql::NullOrdering::First,
                (Nulls::Last, false) | (Nulls::First, true) => sql::NullOrdering::Last,
            });
            let direction = if descending { sql::Order::Desc } else { sql::Order::Asc };
            match nulls {
                Some(nulls) if !self.dialect.orders_nulls() => {
                    let nulls_order = match nulls {
                        sql::NullOrdering::First => sql::Order::Desc,
                        sql::NullOrdering::Last => sql::Order::Asc,
                    };
                    order.push(Term { expr: expr.clone().is_null(), order: nulls_order, nulls: None });
                    order.push(Term { expr, order: direction, nulls: None });
                }
                nulls => order.push(Term { expr, order: direction, nulls }),
            }
        }
        Ok(order)
    }
}

/// The ordering that a schema gives a model.
fn default_order(model: &'static meta::Model, ordering: &[meta::Ordering]) -> Result<Vec<OrderTerm>, Error> {
    let mut terms = Vec::new();
    for part in ordering {
        if part.path == "?" {
            terms.push(OrderTerm { node: Node::Random, descending: part.descending, nulls: None });
            continue;
        }
        let column = resolve(model, part.path).ok_or_else(|| Error::InvalidQuery {
            message: format!(
                "the ordering of `{}` names `{}`, which leads to no column",
                model.name, part.path
            ),
        })?;
        terms.push(OrderTerm { node: Node::Column(column), descending: part.descending, nulls: None });
    }
    Ok(terms)
}

/// The column at the end of a path that a schema names.
fn resolve(model: &'static meta::Model, path: &str) -> Option<ColumnRef> {
    let mut steps = None;
    let mut model = model;
    let mut parts = path.split("__").peekable();
    while let Some(part) = parts.next() {
        match (parts.peek(), model.relation(part)) {
            (None, _) => return model.column(part).map(|column| ColumnRef { steps, column }),
            (Some(_), Some(relation)) => {
                let step = crate::path::Step { parent: steps, relation };
                steps = Some(crate::path::intern(step));
                model = relation.target;
            }
            (Some(_), None) => return None,
        }
    }
    None
}
