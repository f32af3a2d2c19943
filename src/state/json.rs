//! JSON documents: their keys, and which expressions are JSON.

use std::sync::Arc;

use super::{Lookup, Node, Right};
use crate::meta::FieldType;
use crate::value::{Value, ValueType};

/// A key of a JSON object, or the place of an item in an array.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum JsonKey {
    Name(Arc<str>),
    Index(usize),
}

/// What sort of JSON an expression is: that decides how it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonForm {
    /// A whole document: a column, or what is computed.
    Document,
    /// What a document has under a key.
    Key,
}

impl Lookup {
    /// Whether it compares JSON, and of what sort.
    pub(crate) fn json_form(&self) -> Option<JsonForm> {
        let value = match &self.right {
            Right::One(right) => Some(right),
            Right::Many(items) => items.first(),
            Right::Two(..) | Right::Query(_) | Right::Flag(_) => None,
        };
        let of_value = || value.filter(|node| matches!(node, Node::Value(_)))?.json_form();
        self.left.json_form().or_else(of_value)
    }
}

impl Node {
    /// Whether it is JSON, and of what sort.
    pub(crate) fn json_form(&self) -> Option<JsonForm> {
        let document = |is_json: bool| is_json.then_some(JsonForm::Document);
        match self {
            Self::Key(..) => Some(JsonForm::Key),
            Self::Shared(node) => node.json_form(),
            Self::Outer(node) => node.json_form(),
            Self::Column(column) => document(column.column.field_type == FieldType::Json),
            Self::Value(value) => document(value.value_type() == ValueType::Json),
            Self::Function(function) => document(function.kind == ValueType::Json),
            Self::Aggregate(aggregate) => document(aggregate.kind == ValueType::Json),
            Self::Case(case) => document(case.kind == ValueType::Json),
            Self::Subquery(subquery) => document(subquery.kind == ValueType::Json),
            _ => None,
        }
    }

    /// Whether it is JSON's own `null`, as a value.
    pub(crate) fn is_json_null(&self) -> bool {
        matches!(self, Self::Value(Value::Json(json)) if json.is_null())
    }
}
