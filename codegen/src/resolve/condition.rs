//! Conditions of constraints: lookups on the columns of one row, joined by and, or, not.

use super::meta::local_column;
use super::{Graph, field};
use crate::error::Pos;
use crate::kind::FieldType;
use crate::model::{Condition, Constant, Operand};
use crate::name;
use crate::read::{Spanned, Value};

/// Lookups that a condition knows.
const LOOKUPS: [&str; 8] = ["exact", "gt", "gte", "lt", "lte", "in", "range", "isnull"];

/// The condition that a table of lookups means. What is wrong is reported with `what`.
pub(super) fn read_condition(
    graph: &Graph<'_>,
    index: usize,
    written: &Spanned<Value>,
    what: &str,
) -> Option<Condition> {
    let Value::Table(entries) = &written.value else {
        graph.report.error_help(
            written.at,
            format!("the condition of {what} is {}, not a table", written.what()),
            "write `{ stars__gte = 1 }`",
        );
        return None;
    };
    if entries.is_empty() {
        graph.report.error(written.at, format!("the condition of {what} is empty"));
        return None;
    }
    let mut parts = Vec::new();
    let mut whole = true;
    for (key, (at, value)) in entries {
        let part = match (key.as_str(), &value.value) {
            ("not", _) => {
                read_condition(graph, index, value, what).map(|of| Condition::Not { of: Box::new(of) })
            }
            ("all" | "any", Value::Array(items)) if !items.is_empty() => {
                let read = |item| read_condition(graph, index, item, what);
                let of: Option<Vec<_>> = items.iter().map(read).collect();
                of.map(|of| match key.as_str() {
                    "all" => Condition::All { of },
                    _ => Condition::Any { of },
                })
            }
            ("all" | "any", other) => {
                let found = match other {
                    Value::Array(_) => "an empty list",
                    other => other.what(),
                };
                graph
                    .report
                    .error(value.at, format!("`{key}` of {what} takes a list of conditions, not {found}"));
                None
            }
            _ => read_lookup(graph, index, key, *at, value, what),
        };
        match part {
            Some(part) => parts.push(part),
            None => whole = false,
        }
    }
    if !whole {
        return None;
    }
    if parts.len() == 1 { parts.pop() } else { Some(Condition::All { of: parts }) }
}

fn read_lookup(
    graph: &Graph<'_>,
    index: usize,
    key: &str,
    at: Pos,
    value: &Spanned<Value>,
    what: &str,
) -> Option<Condition> {
    let draft = &graph.models[index];
    let (name, lookup) = match key.rsplit_once("__") {
        // A field that the rest of the key names: the last part is meant as a lookup.
        Some((name, lookup)) if LOOKUPS.contains(&lookup) => (name, lookup),
        Some((name, lookup))
            if draft
                .field(name)
                .is_some_and(|field| !draft.fields[field].schema.ty.is_some_and(FieldType::is_relation)) =>
        {
            graph.report.error_maybe(
                at,
                format!("{what} has `{key}`: `{lookup}` is not a lookup of a condition"),
                name::suggest(lookup, LOOKUPS),
            );
            return None;
        }
        _ => (key, "exact"),
    };
    let column = local_column(graph, draft, name, at, what)?;
    let field = &draft.fields[column];
    if graph.is_broken(field) {
        return None;
    }
    let ty = field::value_type(graph, index, field)?;
    let constant = |written: &Spanned<Value>| {
        let constant = field::constant(&ty, &written.value);
        constant
            .map_err(|problem| {
                graph.report.error(written.at, format!("the value of `{key}` in {what} {problem}"));
            })
            .ok()
    };
    let operand = match (lookup, &value.value) {
        ("isnull", Value::Boolean(boolean)) => Operand::Constant(Constant::Bool(*boolean)),
        ("isnull", other) => {
            graph.report.error(
                value.at,
                format!("the value of `{key}` in {what} is {}, not `true` or `false`", other.what()),
            );
            return None;
        }
        ("in" | "range", Value::Array(items)) => {
            if lookup == "range" && items.len() != 2 {
                graph
                    .report
                    .error(value.at, format!("`{key}` in {what} takes two values, not {}", items.len()));
                return None;
            }
            if items.is_empty() {
                graph.report.error(value.at, format!("`{key}` in {what} has no values"));
                return None;
            }
            Operand::List(items.iter().map(constant).collect::<Option<_>>()?)
        }
        ("in" | "range", other) => {
            graph
                .report
                .error(value.at, format!("the value of `{key}` in {what} is {}, not a list", other.what()));
            return None;
        }
        (_, Value::Table(entries)) if entries.len() == 1 && entries.contains_key("field") => {
            let (_, other) = &entries["field"];
            let Value::Text(other_name) = &other.value else {
                graph.report.error(
                    other.at,
                    format!("`field` in {what} is {}, not the name of a field", other.what()),
                );
                return None;
            };
            let other = local_column(graph, draft, other_name, other.at, what)?;
            Operand::Column(draft.fields[other].column())
        }
        _ => Operand::Constant(constant(value)?),
    };
    Some(Condition::Lookup { column: field.column(), lookup: lookup.to_owned(), value: operand })
}
