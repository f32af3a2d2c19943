//! The ORDER BY clause.

use sea_query as sql;

use super::Compiler;
use crate::dialect::OrderSql;
use crate::error::Error;
use crate::meta;
use crate::path::{Followed, Step, intern};
use crate::state::{ColumnRef, Node, Nulls, OrderTerm, Select, State};

/// One part of the ORDER BY clause.
#[derive(Clone)]
pub(super) struct Term {
    pub(super) expr: sql::Expr,
    pub(super) order: sql::Order,
    pub(super) nulls: Option<sql::NullOrdering>,
    /// What has to be grouped by for it.
    pub(super) group: Vec<sql::Expr>,
}

impl Term {
    pub(super) fn write(self, query: &mut sql::SelectStatement) {
        match self.nulls {
            Some(nulls) => query.order_by_expr_with_nulls(self.expr, self.order, nulls),
            None => query.order_by_expr(self.expr, self.order),
        };
    }
}

impl Compiler {
    /// What the rows of the query at `level` are ordered by.
    ///
    /// A column that is selected, too, is the one that was selected, not one of another join.
    pub(super) fn order(&mut self, level: usize, state: &State) -> Result<Vec<Term>, Error> {
        let terms = match &state.order {
            Some(terms) => terms.clone(),
            None => schema_order(state.model, state.model.ordering)?,
        };
        let mut placed = Vec::with_capacity(terms.len());
        // A value is the same for each row, and MySQL takes a number for the place of a column.
        for term in terms.into_iter().filter(|term| term.node.as_value().is_none()) {
            let selected = matches!(&state.select, Select::Values(nodes) if nodes.iter().any(|node| node.is(&term.node)));
            if selected {
                placed.push((self.sorted_expr(level, &term.node)?, Vec::new(), term));
                continue;
            }
            let mut related = Vec::new();
            add_related(term, &mut related)?;
            for term in related {
                let mut group = Vec::new();
                let expr = self.sorted_expr(level, &term.node)?;
                if self.levels[level].grouped {
                    self.group_terms(level, &term.node, &mut group)?;
                }
                placed.push((expr, group, term));
            }
        }
        // What rows are ordered by twice orders them once, in whatever direction.
        let mut first: Vec<sql::Expr> = Vec::with_capacity(placed.len());
        placed.retain(|(expr, ..)| {
            let is_first = !first.contains(expr);
            first.push(expr.clone());
            is_first
        });
        Ok(self.directed(placed, state.reversed))
    }

    /// Gives what rows are ordered by its direction, and `NULL` its place.
    pub(super) fn directed(
        &self,
        placed: Vec<(sql::Expr, Vec<sql::Expr>, OrderTerm)>,
        reversed: bool,
    ) -> Vec<Term> {
        let mut order = Vec::with_capacity(placed.len());
        for (expr, group, term) in placed {
            let descending = term.descending ^ reversed;
            let nulls = term.nulls.map(|nulls| match (nulls, reversed) {
                (Nulls::First, false) | (Nulls::Last, true) => sql::NullOrdering::First,
                (Nulls::Last, false) | (Nulls::First, true) => sql::NullOrdering::Last,
            });
            for OrderSql { expr, descending, nulls } in self.order_terms(expr, descending, nulls) {
                let order_of_it = if descending { sql::Order::Desc } else { sql::Order::Asc };
                order.push(Term { expr, order: order_of_it, nulls, group: group.clone() });
            }
        }
        order
    }
}

/// Adds a part of an order; for one by a relation the ordering of the model that it leads to, where
/// that has one. The generator has seen to it that none leads back to itself.
fn add_related(term: OrderTerm, terms: &mut Vec<OrderTerm>) -> Result<(), Error> {
    let target = match term.node {
        Node::Related(ColumnRef { steps: Some(step), .. }) => Some((step, step.relation().target)),
        _ => None,
    };
    let Some((step, model)) = target.filter(|(_, model)| !model.ordering.is_empty()) else {
        terms.push(term);
        return Ok(());
    };
    for part in ordering_of(model, model.ordering, Some(step))? {
        let descending = part.descending ^ term.descending;
        add_related(OrderTerm { descending, nulls: term.nulls, ..part }, terms)?;
    }
    Ok(())
}

/// An ordering that a schema gives a model: its own one, or the one of `latest()`.
pub(crate) fn schema_order(
    model: &'static meta::Model,
    ordering: &'static [meta::Ordering],
) -> Result<Vec<OrderTerm>, Error> {
    ordering_of(model, ordering, None)
}

/// An ordering of the model at the end of `steps`.
fn ordering_of(
    model: &'static meta::Model,
    ordering: &'static [meta::Ordering],
    steps: Option<&'static Step>,
) -> Result<Vec<OrderTerm>, Error> {
    let part = |part: &'static meta::Ordering| {
        let node = resolve(model, steps, part.path).ok_or_else(|| Error::InvalidQuery {
            message: format!(
                "the ordering of `{}` names `{}`, which leads to no column",
                model.name, part.path
            ),
        })?;
        Ok(OrderTerm { node, descending: part.descending, nulls: None })
    };
    ordering.iter().map(part).collect()
}

/// What a path of a schema leads to: a column, a relation, or no order at all.
fn resolve(model: &'static meta::Model, steps: Option<&'static Step>, path: &str) -> Option<Node> {
    if path == "?" {
        return Some(Node::Random);
    }
    let mut steps = steps;
    let mut model = model;
    let mut parts = path.split("__").peekable();
    while let Some(part) = parts.next() {
        let Some(relation) = model.relation(part) else {
            let column = model.column(part).filter(|_| parts.peek().is_none())?;
            return Some(Node::Column(ColumnRef { steps, column }));
        };
        steps = Some(intern(Step { parent: steps, relation: Followed::Known(relation), filter: None }));
        model = relation.target;
    }
    steps.map(|step| Node::Related(ColumnRef { steps, column: step.relation().key() }))
}

#[cfg(all(test, feature = "demo"))]
mod tests {
    use super::*;
    use crate::demo::blog::{Book, Entry};
    use crate::model::Model;

    /// Checks what an ordering of a schema stands for: columns, and rows by their keys.
    #[track_caller]
    fn check(model: &'static meta::Model, ordering: &'static [meta::Ordering], expected: &[&str]) {
        let mut terms = Vec::new();
        for term in schema_order(model, ordering).expect("it leads somewhere") {
            add_related(term, &mut terms).expect("each model has an order that leads somewhere");
        }
        let named = |term: &OrderTerm| {
            let key = match &term.node {
                Node::Column(column) => column.key(),
                Node::Related(row) => crate::path::key(row.steps, None),
                node => panic!("neither a column nor a relation: {node:?}"),
            };
            format!("{}{key}", if term.descending { "-" } else { "" })
        };
        assert_eq!(terms.iter().map(named).collect::<Vec<_>>(), expected);
    }

    const fn by(path: &'static str, descending: bool) -> meta::Ordering {
        meta::Ordering { path, descending }
    }

    #[test]
    fn a_relation_of_a_schema_stands_for_the_order_of_its_model() {
        check(
            Book::META,
            const { &[by("author__hometown", true)] },
            &["author__hometown__country__name", "-author__hometown__name"],
        );
        check(
            Entry::META,
            const { &[by("blog__theme", false)] },
            &["blog__theme__order", "blog__theme__name"],
        );
    }

    #[test]
    fn a_relation_of_a_schema_to_a_model_without_an_order_stands_for_its_key() {
        check(Entry::META, const { &[by("blog", true)] }, &["-blog"]);
        // The key is on the other side, where the row may be missing.
        check(Entry::META, const { &[by("entry_detail", false)] }, &["entry_detail"]);
    }
}
