//! Which nodes are arrays or ranges.

use super::{Lookup, Node, Transform};
use crate::value::ValueType;

impl Lookup {
    /// Whether what is bound for its values depends on its left side.
    pub(crate) fn binds_late(&self) -> bool {
        self.json_form().is_some() || self.left.collection().is_some()
    }
}

impl Node {
    /// The type of an array or of a range.
    pub(crate) fn collection(&self) -> Option<ValueType> {
        let value_type = match self {
            Self::Shared(node) => return node.collection(),
            Self::Outer(node) => return node.collection(),
            Self::Transform(Transform::ArraySlice(..), of) => return of.collection(),
            Self::Column(column) => column.column.field_type.value_type(),
            Self::Cte(of) => of.column.column.field_type.value_type(),
            Self::Value(value) => value.value_type(),
            Self::Function(function) => function.kind,
            Self::Aggregate(aggregate) => aggregate.kind,
            Self::Window(window) => window.kind,
            Self::Case(case) => case.kind,
            Self::Subquery(subquery) => subquery.kind,
            _ => return None,
        };
        Some(value_type).filter(|value_type| value_type.is_collection())
    }
}
