//! Long lists on the right of `IN`, each bound as one value: an array on PostgreSQL, elsewhere a JSON document.
//!
//! A statement can bind only so many values, and its text grows with them.

use sea_query as sql;
use sea_query::ExprTrait;
use serde_json::Value as Json;

use super::{Dialect, MARK, MySqlFlavor, cast_to, type_of_value};
use crate::value::{Value, ValueType};

/// Longer lists are not compared with one item after the other: they are read as rows, which a database
/// finds by their hash.
const LONGEST: usize = 5_000;

/// Longer lists are bound as arrays where there are arrays.
const LONGEST_OF_SINGLE: usize = 32;

/// What the items of a list are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Items {
    Integers,
    Texts,
    Uuids,
}

/// A list as one value, and how it is asked about.
pub(crate) enum LongList {
    /// `= ANY(array)`.
    Any(Value),
    /// `IN (SELECT …)`, whose rows are those of the value.
    Rows(Value, ListRows),
}

/// The query that gives the items of a list.
#[derive(Clone, Copy)]
pub(crate) struct ListRows {
    dialect: Dialect,
    items: Items,
}

impl LongList {
    /// The list, if it is long, and its values are all of one kind that has a form.
    pub(crate) fn new(dialect: Dialect, values: &[&Value]) -> Option<Self> {
        let longest = match dialect {
            Dialect::Postgres => LONGEST_OF_SINGLE,
            Dialect::Sqlite | Dialect::MySql(_) => LONGEST,
        };
        if values.len() <= longest {
            return None;
        }
        let items = Items::of(values.first()?)?;
        if values.iter().any(|value| Items::of(value) != Some(items)) {
            return None;
        }
        let rows = ListRows { dialect, items };
        Some(match dialect {
            Dialect::Postgres => {
                let array = Value::Array(items.value_type(), values.iter().copied().cloned().collect());
                if values.len() > LONGEST { Self::Rows(array, rows) } else { Self::Any(array) }
            }
            Dialect::Sqlite | Dialect::MySql(_) => {
                let items = values.iter().map(|value| json(dialect, value)).collect();
                Self::Rows(Value::Json(Json::Array(items).into()), rows)
            }
        })
    }
}

impl Items {
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Int(_) => Some(Self::Integers),
            Value::Text(_) => Some(Self::Texts),
            Value::Uuid(_) => Some(Self::Uuids),
            _ => None,
        }
    }

    fn value_type(self) -> &'static ValueType {
        match self {
            Self::Integers => &ValueType::Int,
            Self::Texts => &ValueType::Text,
            Self::Uuids => &ValueType::Uuid,
        }
    }
}

fn json(dialect: Dialect, value: &Value) -> Json {
    match value {
        Value::Int(value) => Json::from(*value),
        Value::Text(text) => Json::from(text.as_str()),
        Value::Uuid(uuid) => Json::from(match dialect {
            Dialect::Sqlite | Dialect::MySql(MySqlFlavor::MySql) => uuid.simple().to_string(),
            Dialect::Postgres | Dialect::MySql(MySqlFlavor::MariaDb) => uuid.hyphenated().to_string(),
        }),
        other => unreachable!("a list of {} has no document", other.value_type()),
    }
}

/// Whether `left` is an item of the array that is bound at an index. Only PostgreSQL has arrays.
pub(crate) fn is_any(left: sql::Expr, array: &Value, index: usize) -> sql::Expr {
    left.eq(sql::Func::cust("ANY").arg(cast_to(bound(index), type_of_value(array.value_type()))))
}

fn bound(index: usize) -> sql::Expr {
    sql::Expr::Custom(format!("{MARK}{index}{MARK}").into())
}

impl ListRows {
    /// The query of the list that is bound at an index.
    pub(crate) fn of(self, index: usize) -> sql::SelectStatement {
        let value = || sql::Expr::col(sql::Alias::new("value"));
        let mut query = sql::Query::select();
        match self.dialect {
            Dialect::Sqlite => {
                query.expr(value()).from_function(sql::Func::cust("json_each").arg(bound(index)), "list");
            }
            Dialect::Postgres => {
                let array = cast_to(bound(index), type_of_value(ValueType::Array(self.items.value_type())));
                query.expr(sql::Func::cust("unnest").arg(array));
            }
            Dialect::MySql(_) => {
                let of = match self.items {
                    Items::Integers => "BIGINT",
                    Items::Texts => "LONGTEXT",
                    Items::Uuids => "CHAR(36)",
                };
                let table = format!("{MARK}{index}{MARK}, '$[*]' COLUMNS (`value` {of} PATH '$')");
                let table = sql::Func::cust("JSON_TABLE").arg(sql::Expr::Custom(table.into()));
                query.expr(value()).from_function(table, "list");
            }
        }
        query
    }
}
