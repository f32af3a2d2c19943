//! The GROUP BY clause: Django's `Query.set_group_by` and `SQLCompiler.get_group_by`.

use sea_query as sql;

use super::{Compiler, order};
use crate::capability::Capability;
use crate::error::Error;
use crate::state::{Call, Distinct, Group, Node, Right, State};

impl Compiler {
    /// What a query groups its rows by; `None` where it does not.
    ///
    /// It is what the rows were grouped by when an aggregate was annotated, and whatever else is
    /// selected, as an expression or as a bare column, ordered by or asked of the groups.
    pub(super) fn grouping(
        &mut self,
        level: usize,
        state: &State,
        (selected, columns): (&[Node], &[sql::Expr]),
        order: &[order::Term],
        mut asked: Vec<sql::Expr>,
    ) -> Result<Option<Vec<sql::Expr>>, Error> {
        let Some(group) = &state.group else { return Ok(None) };
        if matches!(state.distinct, Distinct::On(_)) {
            self.dialect.demand(Capability::DistinctOn, "`distinct_on()`")?;
            let message = "`distinct_on()` does not go with aggregates: one of the two takes a subquery";
            return Err(Error::InvalidQuery { message: message.to_owned() });
        }
        let mut terms = Vec::new();
        let by: &[Node] = match group {
            Group::Rows => &[],
            Group::By(nodes) | Group::Kept(nodes) => nodes,
        };
        let as_it_is = matches!(group, Group::By(_));
        for node in by {
            let before = terms.len();
            self.group_terms(level, node, &mut terms)?;
            if as_it_is && !node.is_aggregate() && !node.is_windowed() && terms.len() > before {
                terms.truncate(before);
                terms.push(self.sorted_expr(level, node)?);
            }
        }
        for node in selected.iter().filter(|node| !by.iter().any(|other| other.is(node))) {
            self.group_terms(level, node, &mut terms)?;
        }
        terms.extend(columns.iter().cloned());
        // The model's own order adds no groups: it is left out.
        if state.order.is_some() {
            terms.extend(order.iter().flat_map(|term| term.group.iter().cloned()));
        }
        terms.extend(asked.iter().cloned());
        if self.dialect.has(Capability::GroupsByKey) {
            self.keys_alone(level, &mut terms, &asked);
        }
        asked.clear();
        for term in terms {
            if !asked.contains(&term) {
                asked.push(term);
            }
        }
        Ok(Some(asked))
    }

    /// What has to be grouped by for an expression: itself, or what an aggregate is computed with.
    pub(super) fn group_terms(
        &mut self,
        level: usize,
        node: &Node,
        terms: &mut Vec<sql::Expr>,
    ) -> Result<(), Error> {
        match node {
            Node::Value(_) | Node::Aggregate(_) | Node::Outer(_) | Node::Random => {}
            // What is computed over it is computed of the groups.
            Node::Window(window) => {
                for part in window.over.parts() {
                    self.group_terms(level, part, terms)?;
                }
            }
            // What was annotated is grouped by with the joins that it was annotated with.
            Node::Shared(shared)
                if shared.is_made_of_groups() && self.levels[level].terms_of(shared).is_some() =>
            {
                terms.extend(self.levels[level].terms_of(shared).unwrap_or_default().iter().cloned());
            }
            Node::Shared(shared) => match &**shared {
                Node::Value(_) | Node::Random => {}
                Node::Subquery(_) | Node::Exists(_) => self.subquery_terms(level, node, shared, terms)?,
                _ if shared.is_made_of_groups() => self.group_terms(level, shared, terms)?,
                _ => terms.push(self.sorted_expr(level, node)?),
            },
            // A subquery depends on what it reads of the row, if on anything.
            Node::Subquery(_) | Node::Exists(_) => self.subquery_terms(level, node, node, terms)?,
            // Below a NOT it reads what it must not be `NULL` of, too.
            node if node.is_predicate() => terms.extend(self.read_by_predicate(level, node)?),
            node if node.is_made_of_groups() => {
                for part in node.parts() {
                    self.group_terms(level, part, terms)?;
                }
            }
            node => terms.push(self.sorted_expr(level, node)?),
        }
        Ok(())
    }

    /// What a query on the right of a lookup reads of the query around it.
    pub(super) fn right_terms(&mut self, level: usize, right: &Right) -> Result<Vec<sql::Expr>, Error> {
        let Right::Query(state) = right else { return Ok(Vec::new()) };
        read_by(state).into_iter().map(|node| self.expr(level, node)).collect()
    }

    /// What has to be grouped by for a subquery, which `node` stands for.
    fn subquery_terms(
        &mut self,
        level: usize,
        node: &Node,
        subquery: &Node,
        terms: &mut Vec<sql::Expr>,
    ) -> Result<(), Error> {
        let state = match subquery {
            Node::Subquery(subquery) => &subquery.state,
            Node::Exists(state) => state,
            _ => unreachable!("a subquery is one of the two"),
        };
        let read = read_by(state);
        match read.iter().any(|node| is_over_relation(node)) {
            true => terms.push(self.expr(level, node)?),
            false => {
                for node in read {
                    terms.push(self.expr(level, node)?);
                }
            }
        }
        Ok(())
    }

    /// What a query inside of the one at `level` reads of it; itself, where that is over a relation.
    pub(super) fn read_by(
        &mut self,
        level: usize,
        state: &State,
        itself: &sql::Expr,
    ) -> Result<Vec<sql::Expr>, Error> {
        let read = read_by(state);
        match read.iter().any(|node| is_over_relation(node)) {
            true => Ok(vec![itself.clone()]),
            false => read.into_iter().map(|node| self.expr(level, node)).collect(),
        }
    }

    /// Leaves out the columns of a table that is grouped by its primary key: they depend on it. What
    /// is `asked` of the groups stays, as in Django.
    fn keys_alone(&self, level: usize, terms: &mut Vec<sql::Expr>, asked: &[sql::Expr]) {
        let level = &self.levels[level];
        let keys = level.keys();
        let grouped: Vec<&(String, sql::Expr)> = keys.iter().filter(|(_, key)| terms.contains(key)).collect();
        let depends = |term: &sql::Expr| {
            let table = level.table_of(term);
            grouped.iter().any(|(alias, key)| key != term && table.as_deref() == Some(alias.as_str()))
        };
        terms.retain(|term| asked.contains(term) || !depends(term));
    }

    /// What is selected, by the join that it was selected with.
    pub(super) fn selected_expr(&mut self, level: usize, node: &Node) -> Result<sql::Expr, Error> {
        match self.levels[level].known(node) {
            Some(expr) => Ok(expr),
            None => self.expr(level, node),
        }
    }
}

impl Node {
    /// Whether its parts are grouped by instead of itself.
    pub(super) fn is_made_of_groups(&self) -> bool {
        self.is_predicate() || self.is_aggregate() || self.is_windowed()
    }
}

fn is_over_relation(node: &Node) -> bool {
    matches!(node, Node::Column(column) if column.steps.is_some())
}

/// What a query reads of the query around it.
fn read_by(state: &State) -> Vec<&Node> {
    let mut read = Vec::new();
    reads_of_state(state, 1, &mut read);
    read
}

/// What a query reads of the query so many levels around it.
fn reads_of_state<'a>(state: &'a State, levels: usize, read: &mut Vec<&'a Node>) {
    for call in &state.calls {
        match call {
            Call::Filter(node) | Call::Exclude(node) => reads(node, levels, read),
            Call::Values(nodes) => nodes.iter().for_each(|node| reads(node, levels, read)),
            Call::Annotate(node) => reads(node, levels, read),
            Call::Relate(relation) => reads(&relation.condition, levels, read),
            Call::Combine(_, right) => reads_of_state(right, levels, read),
        }
    }
    for term in state.order.iter().flatten() {
        reads(&term.node, levels, read);
    }
    for part in state.combined.iter().flat_map(|combined| &combined.parts) {
        reads_of_state(part, levels, read);
    }
}

fn reads<'a>(node: &'a Node, levels: usize, read: &mut Vec<&'a Node>) {
    match node {
        Node::Outer(outer) => match levels {
            1 => read.push(outer),
            levels => reads(outer, levels - 1, read),
        },
        Node::Subquery(subquery) => reads_of_state(&subquery.state, levels + 1, read),
        Node::Exists(state) => reads_of_state(state, levels + 1, read),
        Node::Lookup(lookup) => {
            if let Right::Query(state) = &lookup.right {
                reads_of_state(state, levels + 1, read);
            }
            lookup.operands().into_iter().for_each(|node| reads(node, levels, read));
        }
        node => node.parts().into_iter().for_each(|node| reads(node, levels, read)),
    }
}
