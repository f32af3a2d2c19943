//! Rows of several queries, put together: `union()`, `intersection()`, `difference()`.

use super::{ColumnRef, Distinct, Node, Select, State};

/// How the rows of several queries are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum SetOperator {
    /// Rows of any of them, each once.
    Union,
    /// Rows of any of them, as often as they are there.
    UnionAll,
    /// Rows of all of them.
    Intersection,
    /// Rows of the first that none of the others has.
    Difference,
}

/// Queries whose rows are put together.
#[derive(Clone, Debug)]
pub(crate) struct Combined {
    pub(crate) operator: SetOperator,
    pub(crate) parts: Vec<State>,
    /// Whether their rows were instances of one model: then each of them can select more of it.
    pub(crate) of_model: bool,
}

impl Combined {
    /// Selects other expressions of the model. One that the rows hold already is, of each query, what
    /// stands at its place.
    pub(super) fn select_values(&mut self, nodes: &[Node]) {
        let rows = self.parts[0].selected();
        let places: Vec<_> = nodes.iter().map(|node| rows.iter().position(|row| row.is(node))).collect();
        for part in &mut self.parts {
            let rows = part.selected();
            let placed = nodes.iter().zip(&places).map(|(node, at)| match at {
                Some(at) => rows[*at].clone(),
                None => node.clone(),
            });
            part.select_values(placed.collect());
        }
    }
}

impl State {
    /// The rows of this query and of others, put together. What was said of the order of each of them
    /// counts no longer, unless it is sliced by it.
    pub(crate) fn together(self, operator: SetOperator, others: Vec<Self>) -> Self {
        let is_of_model = |state: &Self| matches!(state.select, Select::Model | Select::Fields(_));
        let of_model = is_of_model(&self) && others.iter().all(is_of_model);
        let together = Self {
            calls: Vec::new(),
            order: Some(Vec::new()),
            reversed: false,
            distinct: Distinct::No,
            offset: 0,
            limit: None,
            lock: None,
            group: None,
            none: false,
            refused: None,
            related: None,
            combined: None,
            cte: None,
            ..self.clone()
        };
        let mut parts = Vec::with_capacity(1 + others.len());
        for (at, part) in [self].into_iter().chain(others).enumerate() {
            let is_same = |combined: &Combined| combined.operator == operator;
            // Neither `a - (b - c)` nor what is cut off one of them can be put in a row.
            let flattens = at == 0 || operator != SetOperator::Difference;
            match part.combined {
                Some(combined)
                    if is_same(&combined)
                        && flattens
                        && !part.none
                        && part.limit.is_none()
                        && part.offset == 0 =>
                {
                    parts.extend(combined.parts);
                }
                combined => parts.push(Self { combined, ..part }),
            }
        }
        Self { combined: Some(Combined { operator, parts, of_model }), ..together }
    }

    /// Selects more expressions, behind what is selected.
    pub(crate) fn select_more(&mut self, nodes: &[Node]) {
        if nodes.is_empty() {
            return;
        }
        if let Some(combined) = &mut self.combined {
            combined.parts.iter_mut().for_each(|part| part.select_more(nodes));
        }
        let selected = self.selected();
        self.beside.clear();
        self.select = Select::Values(selected.into_iter().chain(nodes.iter().cloned()).collect());
    }

    /// The primary key of the model.
    pub(crate) fn key(&self) -> Node {
        Node::Column(ColumnRef { steps: None, column: self.model.pk() })
    }

    /// The place of the primary key in rows that are instances.
    pub(crate) fn place_of_key(&self) -> Option<usize> {
        let key = self.key();
        self.selected().iter().position(|node| node.is(&key))
    }
}
