//! The rows that `objects()` gives, where a schema says which.

use super::{Call, ColumnRef, LookupName, Node, Right, State};
use crate::check::null_of;
use crate::dynamic;
use crate::meta::{Check, CheckOperand, Column, Compare, ConstValue, Model};
use crate::value::Value;

impl State {
    /// Keeps the rows that the schema calls the objects of the model. A filter that is there already is
    /// the same call: both speak of one row.
    pub(crate) fn of_objects(mut self) -> Self {
        let Some(check) = &self.model.objects else { return self };
        let node = predicate(self.model, check);
        match &mut self.calls[..] {
            [Call::Filter(bound)] => *bound = Node::all(bound.clone(), node),
            _ => self.calls.push(Call::Filter(node)),
        }
        self
    }
}

fn predicate(model: &'static Model, check: &Check) -> Node {
    let all = |parts: &[Check], join: fn(Node, Node) -> Node| {
        let parts = parts.iter().map(|part| predicate(model, part));
        parts.reduce(join).expect("the generator refuses an empty condition")
    };
    match check {
        Check::All(parts) => all(parts, Node::all),
        Check::Any(parts) => all(parts, Node::any),
        Check::Not(part) => predicate(model, part).negated(),
        Check::Compare { column, compare, with } => {
            let column = model.by_column(column);
            let right = match with {
                CheckOperand::Value(value) => constant(column, *value),
                CheckOperand::Column(other) => {
                    Node::Column(ColumnRef { steps: None, column: model.by_column(other) })
                }
            };
            Node::on(column, lookup(*compare), Right::One(right))
        }
        Check::In { column, values } => {
            let column = model.by_column(column);
            let values = values.iter().map(|value| constant(column, *value)).collect();
            Node::on(column, LookupName::In, Right::Many(values))
        }
        Check::IsNull { column, null } => {
            Node::on(model.by_column(column), LookupName::IsNull, Right::Flag(*null))
        }
    }
}

fn lookup(compare: Compare) -> LookupName {
    match compare {
        Compare::Exact => LookupName::Exact,
        Compare::Gt => LookupName::Gt,
        Compare::Gte => LookupName::Gte,
        Compare::Lt => LookupName::Lt,
        Compare::Lte => LookupName::Lte,
    }
}

/// A constant of the schema as a value of the column's kind.
fn constant(column: &'static Column, value: ConstValue) -> Node {
    let ConstValue::Text(text) = value else { return Node::Value(value.into()) };
    let Value::Null(kind) = null_of(column) else { unreachable!("it makes a null") };
    // Moments are written in UTC.
    let value = dynamic::parse(kind, text).or_else(|| dynamic::parse(kind, &format!("{text}Z")));
    Node::Value(value.expect("the generator has checked the value"))
}
