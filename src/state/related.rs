//! Rows beside rows: what `select_related()` joins, and what `prefetch_related()` goes by.

use std::sync::Arc;

use super::{ColumnRef, Node, Select, State};
use crate::meta;
use crate::path::Step;

impl State {
    /// Adds columns of the row at the end of a path to the rows.
    pub(crate) fn select_related(
        &mut self,
        steps: Option<&'static Step>,
        columns: impl IntoIterator<Item = &'static meta::Column>,
    ) {
        let nodes = columns.into_iter().map(|column| Arc::new(Node::Joined(ColumnRef { steps, column })));
        self.annotations.extend(nodes);
    }

    /// Takes back what `select_related()` has added: none of it decides which rows there are.
    pub(crate) fn clear_select_related(&mut self) {
        self.annotations.retain(|node| !matches!(**node, Node::Joined(_)));
    }

    /// The place of an expression in each row, behind the others where the row does not have it yet.
    pub(crate) fn place_of(&mut self, node: Node) -> usize {
        if let Node::Column(ColumnRef { steps: None, column }) = node {
            let place = match &self.select {
                Select::Model => Some(column.position),
                Select::Fields(columns) => columns.iter().position(|other| *other == column),
                Select::Values(_) => None,
            };
            if let Some(place) = place {
                return place;
            }
        }
        self.read_beside(node);
        self.selected().len() - 1
    }

    /// Reads an expression of the model behind each row: it is the same in each of several queries.
    fn read_beside(&mut self, node: Node) {
        for part in self.combined.iter_mut().flat_map(|combined| &mut combined.parts) {
            part.read_beside(node.clone());
        }
        self.beside.push(node);
    }
}
