//! JSON: paths into documents, and how what is at their end is compared.
//!
//! An expression that is JSON is a document here, as text or as the database's own type. What it is
//! compared as is its *value*: on SQLite a number or a text, on MariaDB a text without its quotes.

use sea_query as sql;
use sea_query::ExprTrait;
use serde_json::Value as Json;

use super::{Dialect, MySqlFlavor, Pattern, call, constant, regex, text_lookup};
use crate::json_text::quoted;
use crate::state::{JsonKey, LookupName};
use crate::value::{Value, ValueType};

/// Makes a value a placeholder.
type Bind<'b> = &'b mut dyn FnMut(Value) -> sql::Expr;

const SQLITE_KEY: sql::BinOper =
    sql::BinOper::SqliteOperator(sql::extension::sqlite::SqliteBinOper::GetJsonField);

const POSTGRES_KEY: sql::BinOper = sql::BinOper::Custom("->");

const POSTGRES_PATH: sql::BinOper = sql::BinOper::Custom("#>");

/// What a document has at the end of `keys`, as JSON. The keys are bound.
pub(crate) fn json_key(
    dialect: Dialect,
    document: sql::Expr,
    keys: &[&JsonKey],
    bind: Bind<'_>,
) -> sql::Expr {
    let mut path = || bind(Value::Text(path(keys)));
    match dialect {
        Dialect::Sqlite => document.binary(SQLITE_KEY, path()),
        Dialect::MySql(_) => call("JSON_EXTRACT", [document, path()]),
        // As Django has it: an index by itself finds a document that is no array, one of several keys does not.
        Dialect::Postgres => keys.iter().fold(document, |document, key| match key {
            JsonKey::Name(name) => document.binary(POSTGRES_KEY, bind(Value::Text(name.to_string()))),
            JsonKey::Index(index) if keys.len() == 1 => {
                document.binary(POSTGRES_KEY, bind(Value::Int(place(*index).into())).cast_as("integer"))
            }
            JsonKey::Index(index) => {
                let path = bind(Value::Text(format!("{{{}}}", place(*index))));
                document.binary(POSTGRES_PATH, path.cast_as("text[]"))
            }
        }),
    }
}

/// A path as SQLite and MySQL have it: `$."a"[0]`. A key is written as in a document of Django's, because
/// MariaDB finds no other.
fn path(keys: &[&JsonKey]) -> String {
    let mut path = "$".to_owned();
    for key in keys {
        match key {
            JsonKey::Name(name) => {
                path.push('.');
                // What cannot be sent stays in it, to be refused as in any value.
                match name.contains('\0') {
                    true => path.push_str(name),
                    false => path.push_str(&quoted(name)),
                }
            }
            JsonKey::Index(index) => path.push_str(&format!("[{}]", place(*index))),
        }
    }
    path
}

/// A place in an array, as far as the databases count.
fn place(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX)
}

/// A document of SQLite's and the path into it.
fn opened(json: sql::Expr) -> (sql::Expr, sql::Expr) {
    match json {
        sql::Expr::Binary(document, SQLITE_KEY, path) => (*document, *path),
        document => (document, constant("$")),
    }
}

/// What JSON is compared as.
pub(crate) fn json_value(dialect: Dialect, json: sql::Expr) -> sql::Expr {
    match dialect {
        Dialect::Sqlite => {
            let (document, path) = opened(json);
            let json_type = call("JSON_TYPE", [document.clone(), path.clone()]);
            let words = ["null", "false", "true"].map(constant);
            sql::CaseStatement::new()
                .case(json_type.clone().is_in(words), json_type)
                .finally(call("JSON_EXTRACT", [document, path]))
                .into()
        }
        Dialect::Postgres | Dialect::MySql(MySqlFlavor::MySql) => json,
        Dialect::MySql(MySqlFlavor::MariaDb) => call("JSON_UNQUOTE", [json]),
    }
}

/// What JSON is ordered and grouped by.
pub(crate) fn json_sorted(dialect: Dialect, json: sql::Expr) -> sql::Expr {
    match dialect {
        Dialect::Sqlite => json_value(dialect, json),
        Dialect::Postgres | Dialect::MySql(_) => json,
    }
}

/// What is `NULL` where a key is missing.
pub(crate) fn is_missing(dialect: Dialect, json: sql::Expr) -> sql::Expr {
    match dialect {
        Dialect::Sqlite => {
            let (document, path) = opened(json);
            call("JSON_TYPE", [document, path])
        }
        Dialect::Postgres | Dialect::MySql(_) => json,
    }
}

/// JSON as text.
pub(crate) fn json_text(dialect: Dialect, json: sql::Expr) -> sql::Expr {
    match dialect {
        Dialect::Sqlite => json_value(dialect, json).cast_as("text"),
        Dialect::Postgres => match json {
            sql::Expr::Binary(document, POSTGRES_KEY, key) => {
                document.binary(sql::BinOper::Custom("->>"), *key)
            }
            sql::Expr::Binary(document, POSTGRES_PATH, path) => {
                document.binary(sql::BinOper::Custom("#>>"), *path)
            }
            document => document.binary(sql::BinOper::Custom("#>>"), constant("{}")),
        },
        Dialect::MySql(_) => call("JSON_UNQUOTE", [json]),
    }
}

/// What a key is compared with.
pub(crate) enum Compared {
    /// A value, as [`json_value()`] gives them.
    Value(sql::Expr),
    /// A document, by [`json_equal()`].
    Document(sql::Expr),
}

/// What a key is compared with when it is asked whether it is `value`.
pub(crate) fn json_value_of(dialect: Dialect, value: &Json, bind: Bind<'_>) -> Compared {
    let document = matches!(value, Json::Array(_) | Json::Object(_));
    match dialect {
        Dialect::Sqlite => Compared::Value(match value {
            Json::Array(_) | Json::Object(_) => call("JSON", [bind(Value::Json(value.clone().into()))]),
            Json::Null | Json::Bool(_) => bind(Value::Text(value.to_string())),
            Json::Number(_) | Json::String(_) => bind(plain(value.clone())),
        }),
        Dialect::Postgres => Compared::Value(bind(Value::Json(value.clone().into()))),
        // Documents of other programs have other spaces.
        Dialect::MySql(MySqlFlavor::MariaDb) if document => {
            Compared::Document(bind(Value::Json(value.clone().into())))
        }
        Dialect::MySql(_) => {
            Compared::Value(call("JSON_EXTRACT", [bind(Value::Json(value.clone().into())), constant("$")]))
        }
    }
}

/// What a key is compared with by its order: a number or a text.
pub(crate) fn json_order(dialect: Dialect, value: Json, bind: Bind<'_>) -> sql::Expr {
    match dialect {
        Dialect::Sqlite | Dialect::MySql(_) => bind(plain(value)),
        Dialect::Postgres => bind(Value::Json(value.into())),
    }
}

/// A number or a text of JSON, as the database has them itself.
fn plain(value: Json) -> Value {
    match value {
        Json::String(text) => Value::Text(text),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(integer), _) => Value::Int(integer),
            (None, Some(float)) => Value::Float(float),
            (None, None) => Value::Json(Json::Number(number).into()),
        },
        other => Value::Json(other.into()),
    }
}

/// Whether a key is one of some values, as [`json_value_of()`] gives them.
pub(crate) fn json_among(dialect: Dialect, key: sql::Expr, values: Vec<sql::Expr>) -> sql::Expr {
    let values = values.into_iter().map(|value| match (dialect, value) {
        // Beside a list of them MariaDB does not see that they are JSON.
        (Dialect::MySql(MySqlFlavor::MariaDb), value @ sql::Expr::FunctionCall(_)) => {
            call("JSON_UNQUOTE", [value])
        }
        (_, value) => value,
    });
    json_value(dialect, key).is_in(values)
}

/// Whether two documents are equal. Where they are stored as text, spaces do not count, but the order of
/// keys does, as in Django.
pub(crate) fn json_equal(dialect: Dialect, left: sql::Expr, right: sql::Expr) -> sql::Expr {
    match dialect {
        Dialect::Sqlite => call("JSON", [left]).eq(call("JSON", [right])),
        Dialect::Postgres => left.eq(right),
        Dialect::MySql(MySqlFlavor::MariaDb) => {
            call("JSON_COMPACT", [left]).eq(call("JSON_COMPACT", [right]))
        }
        Dialect::MySql(MySqlFlavor::MySql) => left.eq(right.cast_as("JSON")),
    }
}

/// Whether one document has all of another one in it. SQLite cannot tell.
pub(crate) fn json_contains(dialect: Dialect, outer: sql::Expr, inner: sql::Expr) -> sql::Expr {
    match dialect {
        Dialect::Sqlite | Dialect::MySql(_) => call("JSON_CONTAINS", [outer, inner]),
        Dialect::Postgres => outer.binary(sql::BinOper::Custom("@>"), inner),
    }
}

/// Whether an object has a key.
pub(crate) fn json_has_key(dialect: Dialect, document: sql::Expr, key: &str, bind: Bind<'_>) -> sql::Expr {
    let mut path = || bind(Value::Text(path(&[&JsonKey::Name(key.into())])));
    match dialect {
        Dialect::Sqlite => call("JSON_TYPE", [document, path()]).is_not_null(),
        Dialect::Postgres => document.binary(sql::BinOper::Custom("?"), bind(Value::Text(key.to_owned()))),
        Dialect::MySql(_) => call("JSON_CONTAINS_PATH", [document, constant("one"), path()]),
    }
}

/// An expression inside of a document that is put together: SQLite and MySQL take documents for text where
/// they are stored or sent as such.
pub(super) fn part(dialect: Dialect, of: sql::Expr, kind: ValueType) -> sql::Expr {
    match (dialect, kind) {
        (Dialect::Sqlite, ValueType::Json) => call("JSON", [of]),
        (Dialect::MySql(MySqlFlavor::MariaDb), ValueType::Json) => call("JSON_COMPACT", [of]),
        (Dialect::MySql(MySqlFlavor::MySql), ValueType::Json) => of.cast_as("JSON"),
        _ => of,
    }
}

/// A text lookup on what is under a key.
pub(crate) fn json_text_lookup(
    dialect: Dialect,
    name: LookupName,
    key: sql::Expr,
    pattern: Pattern,
) -> sql::Expr {
    let text = match dialect {
        Dialect::Sqlite => json_value(dialect, key),
        Dialect::Postgres | Dialect::MySql(_) => json_text(dialect, key),
    };
    if let LookupName::Regex | LookupName::IRegex = name {
        let (Pattern::Made(pattern) | Pattern::Expr(pattern)) = pattern;
        let ignore_case = name == LookupName::IRegex;
        return match dialect {
            // JSON has a binary collation there, by which case counts.
            Dialect::MySql(MySqlFlavor::MariaDb) if ignore_case => {
                regex(dialect, true, text, call("CONCAT", [constant("(?i)"), pattern]))
            }
            Dialect::Sqlite | Dialect::Postgres | Dialect::MySql(_) => {
                regex(dialect, ignore_case, text, pattern)
            }
        };
    }
    let ignores_case = matches!(
        name,
        LookupName::IExact | LookupName::IContains | LookupName::IStartsWith | LookupName::IEndsWith
    );
    match dialect {
        Dialect::MySql(_) if ignores_case => {
            let lower = |of| call("LOWER", [of]);
            let pattern = match pattern {
                Pattern::Made(pattern) => Pattern::Made(lower(pattern)),
                Pattern::Expr(pattern) => Pattern::Expr(lower(pattern)),
            };
            text_lookup(dialect, name, lower(text), None, pattern)
        }
        Dialect::Sqlite | Dialect::Postgres | Dialect::MySql(_) => {
            text_lookup(dialect, name, text, None, pattern)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_takes_every_key_for_itself() {
        let name = |text: &str| JsonKey::Name(text.into());
        let keys =
            [name("a"), name("0"), JsonKey::Index(0), name(""), name("x\".y[0]"), name("\u{e9}\u{1f600}")];
        let keys: Vec<&JsonKey> = keys.iter().collect();
        assert_eq!(path(&keys), r#"$."a"."0"[0].""."x\".y[0]"."\u00e9\ud83d\ude00""#);
    }
}
