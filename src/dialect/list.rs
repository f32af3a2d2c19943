//! Long lists on the right of `IN`: one JSON document each, because a statement can bind only so many
//! values.

use sea_query as sql;
use sea_query::ExprTrait;
use serde_json::Value as Json;

use super::{Dialect, MARK, MySqlFlavor};
use crate::value::Value;

/// Longer lists are sent as documents.
pub(crate) const LONGEST: usize = 5_000;

/// What the items of a document are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Items {
    Integers,
    Texts,
    Uuids,
}

/// The document of a list; `None` where its values are not all of one kind that has a form in JSON.
pub(crate) fn document(dialect: Dialect, values: &[&Value]) -> Option<(Items, Json)> {
    let kind = items(values.first()?)?;
    let item = |value: &&Value| match value {
        value if items(value) != Some(kind) => None,
        Value::Int(value) => Some(Json::from(*value)),
        Value::Text(text) => Some(Json::from(text.as_str())),
        Value::Uuid(uuid) => Some(Json::from(match dialect {
            Dialect::Sqlite | Dialect::MySql(MySqlFlavor::MySql) => uuid.simple().to_string(),
            Dialect::Postgres | Dialect::MySql(MySqlFlavor::MariaDb) => uuid.hyphenated().to_string(),
        })),
        _ => None,
    };
    let items = values.iter().map(item).collect::<Option<Vec<Json>>>()?;
    Some((kind, Json::Array(items)))
}

fn items(value: &Value) -> Option<Items> {
    match value {
        Value::Int(_) => Some(Items::Integers),
        Value::Text(_) => Some(Items::Texts),
        Value::Uuid(_) => Some(Items::Uuids),
        _ => None,
    }
}

/// A query that gives the items of a document, the value at the index `document`.
pub(crate) fn items_of(dialect: Dialect, items: Items, document: usize) -> sql::SelectStatement {
    let bound = || sql::Expr::Custom(format!("{MARK}{document}{MARK}").into());
    let value = || sql::Expr::col(sql::Alias::new("value"));
    let mut query = sql::Query::select();
    match dialect {
        Dialect::Sqlite => {
            query.expr(value()).from_function(sql::Func::cust("json_each").arg(bound()), "list");
        }
        Dialect::Postgres => {
            let of = match items {
                Items::Integers => "bigint",
                Items::Texts => "text",
                Items::Uuids => "uuid",
            };
            let texts = sql::Func::cust("jsonb_array_elements_text").arg(bound());
            query.expr(value().cast_as(of)).from_function(texts, "list");
        }
        Dialect::MySql(_) => {
            let of = match items {
                Items::Integers => "BIGINT",
                Items::Texts => "LONGTEXT",
                Items::Uuids => "CHAR(36)",
            };
            let table = format!("{MARK}{document}{MARK}, '$[*]' COLUMNS (`value` {of} PATH '$')");
            let table = sql::Func::cust("JSON_TABLE").arg(sql::Expr::Custom(table.into()));
            query.expr(value()).from_function(table, "list");
        }
    }
    query
}
