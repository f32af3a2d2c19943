//! Conditions of constraints: of a row that is not written yet, and in a query.

use std::cmp::Ordering;

use super::compare;
use crate::error::Error;
use crate::meta::{self, Check, CheckOperand, Column, Compare, ConstValue};
use crate::state::{ColumnRef, Lookup, LookupName, Node, Right};
use crate::value::{Value, ValueType, parse_moment};

/// Whether a condition is true of a row; the inner `None` is SQL's unknown, the outer one stands for values
/// that `known` does not give.
pub(super) fn is_true<'v>(
    check: &Check,
    known: &dyn Fn(&str) -> Option<(&'static Column, &'v Value)>,
) -> Option<Option<bool>> {
    truth(check, known, false)
}

/// Under a negation `NULL` does not make a comparison unknown, as in the constraint itself.
fn truth<'v>(
    check: &Check,
    known: &dyn Fn(&str) -> Option<(&'static Column, &'v Value)>,
    negated: bool,
) -> Option<Option<bool>> {
    let sure = |outcome: Option<bool>| if negated { Some(outcome.unwrap_or(false)) } else { outcome };
    match check {
        Check::All(parts) => join(parts, known, negated, false),
        Check::Any(parts) => join(parts, known, negated, true),
        Check::Not(Check::Not(inner)) => truth(inner, known, negated),
        Check::Not(inner) => Some(truth(inner, known, !negated)?.map(|outcome| !outcome)),
        Check::Compare { column, compare: how, with } => {
            let (column, left) = known(column)?;
            let right = match with {
                CheckOperand::Column(other) => known(other)?.1.clone(),
                CheckOperand::Value(value) => constant(column, *value)?,
            };
            Some(sure(order(left, &right).map(|order| match how {
                Compare::Exact => order == Ordering::Equal,
                Compare::Gt => order == Ordering::Greater,
                Compare::Gte => order != Ordering::Less,
                Compare::Lt => order == Ordering::Less,
                Compare::Lte => order != Ordering::Greater,
            })))
        }
        Check::In { column, values } => {
            let (column, left) = known(column)?;
            if left.is_null() {
                return Some(sure(None));
            }
            let values = values.iter().map(|value| constant(column, *value)).collect::<Option<Vec<_>>>()?;
            Some(Some(values.iter().any(|value| order(left, value) == Some(Ordering::Equal))))
        }
        Check::IsNull { column, null } => Some(Some(known(column)?.1.is_null() == *null)),
    }
}

/// Several conditions: `decides` is the outcome that one of them decides for all.
fn join<'v>(
    parts: &[Check],
    known: &dyn Fn(&str) -> Option<(&'static Column, &'v Value)>,
    negated: bool,
    decides: bool,
) -> Option<Option<bool>> {
    let outcomes = parts.iter().map(|part| truth(part, known, negated)).collect::<Option<Vec<_>>>()?;
    Some(match () {
        () if outcomes.contains(&Some(decides)) => Some(decides),
        () if outcomes.contains(&None) => None,
        () => Some(!decides),
    })
}

/// How two values compare; `None` where one is `NULL`, or where they are of two types.
fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Null(_), _) | (_, Value::Null(_)) => None,
        (Value::Text(left), Value::Text(right)) => Some(left.cmp(right)),
        (Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
        (Value::Uuid(left), Value::Uuid(right)) => Some(left.cmp(right)),
        (Value::Ip(left), Value::Ip(right)) => Some(left.cmp(right)),
        // A field takes whole numbers for decimals and floats.
        (Value::Int(left), Value::Decimal(right)) => Some(rust_decimal::Decimal::from(*left).cmp(right)),
        (Value::Decimal(left), Value::Int(right)) => Some(left.cmp(&(*right).into())),
        (Value::Int(left), Value::Float(right)) => (*left as f64).partial_cmp(right),
        (left, right) => compare(left, right),
    }
}

/// A constant of a schema as a value of the column.
fn constant(column: &Column, value: ConstValue) -> Option<Value> {
    Some(match (column.field_type.value_type(), value) {
        (ValueType::Decimal, ConstValue::Int(number)) => Value::Decimal(number.into()),
        (ValueType::Decimal, ConstValue::Float(number)) => Value::Decimal(number.to_string().parse().ok()?),
        (ValueType::Decimal, ConstValue::Text(text)) => Value::Decimal(text.parse().ok()?),
        (ValueType::Float, ConstValue::Int(number)) => Value::Float(number as f64),
        (ValueType::Date, ConstValue::Text(text)) => Value::Date(text.parse().ok()?),
        (ValueType::Time, ConstValue::Text(text)) => Value::Time(text.parse().ok()?),
        (ValueType::DateTime, ConstValue::Text(text)) => Value::DateTime(parse_moment(text)?),
        (ValueType::Uuid, ConstValue::Text(text)) => Value::Uuid(text.parse().ok()?),
        (ValueType::Ip, ConstValue::Text(text)) => Value::Ip(text.parse().ok()?),
        (_, value) => value.into(),
    })
}

/// The same condition, of rows that are there.
pub(super) fn as_node(check: &Check, model: &'static meta::Model) -> Result<Node, Error> {
    let all = |parts: &[Check]| parts.iter().map(|part| as_node(part, model)).collect::<Result<Vec<_>, _>>();
    let unfit = |column: &Column| Error::InvalidQuery {
        message: format!("a condition on `{column}` compares it with a value of another type"),
    };
    let named = |column: &str| model.by_column(column);
    Ok(match check {
        Check::All(parts) => Node::All(all(parts)?),
        Check::Any(parts) => Node::Any(all(parts)?),
        Check::Not(inner) => as_node(inner, model)?.negated(),
        Check::Compare { column, compare, with } => {
            let column = named(column);
            let right = match with {
                CheckOperand::Column(other) => Node::Column(ColumnRef { steps: None, column: named(other) }),
                CheckOperand::Value(value) => {
                    Node::Value(constant(column, *value).ok_or_else(|| unfit(column))?)
                }
            };
            let name = match compare {
                Compare::Exact => LookupName::Exact,
                Compare::Gt => LookupName::Gt,
                Compare::Gte => LookupName::Gte,
                Compare::Lt => LookupName::Lt,
                Compare::Lte => LookupName::Lte,
            };
            Node::on(column, name, Right::One(right))
        }
        Check::In { column, values } => {
            let column = named(column);
            let values = values.iter().map(|value| constant(column, *value)).collect::<Option<Vec<_>>>();
            Node::among(column, &values.ok_or_else(|| unfit(column))?)
        }
        Check::IsNull { column, null } => {
            let left = Node::Column(ColumnRef { steps: None, column: named(column) });
            Node::Lookup(Box::new(Lookup { name: LookupName::IsNull, left, right: Right::Flag(*null) }))
        }
    })
}
