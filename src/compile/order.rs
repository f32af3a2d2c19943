//! The ORDER BY clause.

use sea_query as sql;
use sea_query::ExprTrait;

use super::Compiler;
use crate::capability::Capability;
use crate::error::Error;
use crate::meta;
use crate::path::{Step, intern};
use crate::state::{ColumnRef, Node, Nulls, OrderTerm, Select, State};

/// One part of the ORDER BY clause.
pub(super) struct Term {
    pub(super) expr: sql::Expr,
    pub(super) order: sql::Order,
    pub(super) nulls: Option<sql::NullOrdering>,
}

impl Compiler {
    /// What the rows of the query at `level` are ordered by.
    ///
    /// A column that is selected, too, is the one that was selected, not one of another join.
    pub(super) fn order(
        &mut self,
        level: usize,
        state: &State,
        selected: &[sql::Expr],
    ) -> Result<Vec<Term>, Error> {
        let terms = match &state.order {
            Some(terms) => with_related_orders(terms)?,
            None => schema_order(state.model, state.model.ordering)?,
        };
        let mut order = Vec::with_capacity(terms.len());
        for term in terms {
            let expr = match place_of(&term.node, &state.select) {
                Some(place) => selected[place].clone(),
                None => self.expr(level, &term.node)?,
            };
            let descending = term.descending ^ state.reversed;
            let nulls = term.nulls.map(|nulls| match (nulls, state.reversed) {
                (Nulls::First, false) | (Nulls::Last, true) => sql::NullOrdering::First,
                (Nulls::Last, false) | (Nulls::First, true) => sql::NullOrdering::Last,
            });
            let direction = if descending { sql::Order::Desc } else { sql::Order::Asc };
            match nulls {
                Some(nulls) if !self.dialect.has(Capability::NullsOrder) => {
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

/// The place of a column among the ones that are selected.
fn place_of(node: &Node, select: &Select) -> Option<usize> {
    match (node, select) {
        (Node::Column(_) | Node::Related(_), Select::Values(selected)) => {
            selected.iter().position(|other| other.is(node))
        }
        _ => None,
    }
}

/// Replaces an order by a relation with the order of the model that it leads to, or by its key.
fn with_related_orders(terms: &[OrderTerm]) -> Result<Vec<OrderTerm>, Error> {
    let mut all = Vec::with_capacity(terms.len());
    for term in terms {
        let related = match &term.node {
            Node::Related(ColumnRef { steps: Some(step), .. }) => Some((step, step.relation.target)),
            _ => None,
        };
        match related.filter(|(_, target)| !target.ordering.is_empty()) {
            Some((step, target)) => {
                let first = all.len();
                let ordering = target.ordering;
                add_ordering(target, ordering, Some(step), term.descending, &mut vec![target], &mut all)?;
                all[first..].iter_mut().for_each(|added| added.nulls = term.nulls);
            }
            None => all.push(term.clone()),
        }
    }
    Ok(all)
}

/// An ordering that a schema gives a model: its own one, or the one of `latest()`.
pub(crate) fn schema_order(
    model: &'static meta::Model,
    ordering: &'static [meta::Ordering],
) -> Result<Vec<OrderTerm>, Error> {
    let mut terms = Vec::new();
    add_ordering(model, ordering, None, false, &mut vec![model], &mut terms)?;
    Ok(terms)
}

/// Adds an ordering of the model at the end of `steps`. A relation in it stands for the ordering of
/// the model that it leads to, as in Django.
fn add_ordering(
    model: &'static meta::Model,
    ordering: &'static [meta::Ordering],
    steps: Option<&'static Step>,
    flipped: bool,
    seen: &mut Vec<&'static meta::Model>,
    terms: &mut Vec<OrderTerm>,
) -> Result<(), Error> {
    for part in ordering {
        let invalid = |what: &str| Error::InvalidQuery {
            message: format!("the ordering of `{}` names `{}`, which {what}", model.name, part.path),
        };
        let descending = part.descending ^ flipped;
        if part.path == "?" {
            terms.push(OrderTerm { node: Node::Random, descending, nulls: None });
            continue;
        }
        match resolve(model, steps, part.path).ok_or_else(|| invalid("leads to no column"))? {
            End::Column(column) => {
                terms.push(OrderTerm { node: Node::Column(column), descending, nulls: None });
            }
            End::Model(step) => {
                let target = step.relation.target;
                if seen.contains(&target) {
                    return Err(invalid("leads back to itself"));
                }
                seen.push(target);
                add_ordering(target, target.ordering, Some(step), descending, seen, terms)?;
                seen.pop();
            }
        }
    }
    Ok(())
}

/// What a path of a schema leads to.
enum End {
    Column(ColumnRef),
    /// A model that has an ordering of its own.
    Model(&'static Step),
}

fn resolve(model: &'static meta::Model, steps: Option<&'static Step>, path: &str) -> Option<End> {
    let mut steps = steps;
    let mut model = model;
    let mut parts = path.split("__").peekable();
    while let Some(part) = parts.next() {
        match (parts.peek(), model.relation(part)) {
            (None, Some(relation)) if !relation.target.ordering.is_empty() => {
                return Some(End::Model(intern(Step { parent: steps, relation })));
            }
            (None, relation) => {
                let own = model.column(part).map(|column| ColumnRef { steps, column });
                let key = |relation: &'static meta::Relation| ColumnRef {
                    steps: Some(intern(Step { parent: steps, relation })),
                    column: relation.target.pk(),
                };
                return own.or(relation.map(key)).map(End::Column);
            }
            (Some(_), Some(relation)) => {
                steps = Some(intern(Step { parent: steps, relation }));
                model = relation.target;
            }
            (Some(_), None) => return None,
        }
    }
    None
}
