//! SQL functions that the dialect uses on SQLite and that SQLite lacks.
//!
//! They have the names and the results of those that Django registers, so that SQL, indexes and check
//! constraints of a shared database mean the same; those of our own begin with `queryset_`. Nothing that
//! SQLite has is changed: `LOWER`, `UPPER` and `LIKE` stay what they are, for ASCII. Where Django's
//! function raises a Python exception, ours gives `NULL` or an error, and says so.

mod date;
mod math;
mod regexp;
mod statistics;
mod text;

use std::borrow::Cow;

use rusqlite::functions::{Context, FunctionFlags, SqlFnOutput};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error, Result};

/// Registers all of them.
pub(super) fn register(connection: &Connection) -> Result<()> {
    math::register(connection)?;
    text::register(connection)?;
    regexp::register(connection)?;
    statistics::register(connection)?;
    date::register(connection)
}

/// For functions whose result depends on their arguments alone, and which no schema can misuse.
const PURE: FunctionFlags = FunctionFlags::SQLITE_UTF8
    .union(FunctionFlags::SQLITE_DETERMINISTIC)
    .union(FunctionFlags::SQLITE_INNOCUOUS);

fn pure<T: SqlFnOutput>(
    connection: &Connection,
    name: &str,
    arguments: i32,
    function: impl Fn(&Context<'_>) -> Result<T> + Send + 'static,
) -> Result<()> {
    connection.create_scalar_function(name, arguments, PURE, function)
}

fn failed(message: String) -> Error {
    Error::UserFunctionError(message.into())
}

/// A number of SQLite.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Number {
    Int(i64),
    Real(f64),
}

impl Number {
    #[allow(clippy::cast_precision_loss, reason = "SQLite's own functions calculate with floats")]
    fn real(self) -> f64 {
        match self {
            Self::Int(value) => value as f64,
            Self::Real(value) => value,
        }
    }
}

/// An argument as SQLite's own functions take it: text that looks like a number is one, the rest is none.
fn number(value: ValueRef<'_>) -> Option<Number> {
    match value {
        ValueRef::Integer(value) => Some(Number::Int(value)),
        ValueRef::Real(value) => Some(Number::Real(value)),
        ValueRef::Text(bytes) => {
            let text = std::str::from_utf8(bytes).ok()?.trim();
            // Rust would also read `inf` and `nan`.
            if !text.ends_with(|char: char| char.is_ascii_digit() || char == '.') {
                return None;
            }
            let int = text.parse().map(Number::Int);
            int.or_else(|_| text.parse().map(Number::Real)).ok()
        }
        ValueRef::Null | ValueRef::Blob(_) => None,
    }
}

/// An argument as text; `None` for `NULL`. Numbers are written as Python's `str()` does.
fn text(value: ValueRef<'_>) -> Result<Option<Cow<'_, str>>> {
    match value {
        ValueRef::Null => Ok(None),
        ValueRef::Integer(value) => Ok(Some(value.to_string().into())),
        ValueRef::Real(value) => Ok(Some(real_text(value).into())),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Some(text.into())),
            Err(error) => Err(failed(format!("the argument is not text in UTF-8: {error}"))),
        },
    }
}

/// `1.5`, `1.0`, `1e+16`, `1e-05`.
fn real_text(value: f64) -> String {
    let text = format!("{value:?}");
    let Some((mantissa, exponent)) = text.split_once('e') else { return text };
    match exponent.strip_prefix('-') {
        Some(exponent) => format!("{mantissa}e-{exponent:0>2}"),
        None => format!("{mantissa}e+{exponent:0>2}"),
    }
}

/// An argument that must be an integer, or `NULL`.
fn integer(context: &Context<'_>, at: usize) -> Result<Option<i64>> {
    match context.get_raw(at) {
        ValueRef::Null => Ok(None),
        ValueRef::Integer(value) => Ok(Some(value)),
        other => Err(failed(format!("argument {} must be an integer, not {}", at + 1, other.data_type()))),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::types::Value;

    use super::*;

    fn connection() -> Connection {
        let connection = Connection::open_in_memory().expect("memory is at hand");
        register(&connection).expect("the names are right");
        connection
    }

    /// Evaluates SQL expressions and compares with what Django's functions gave: `null`, `int 5`,
    /// `real 1.25` (compared with 12 digits) or `text …`.
    #[track_caller]
    pub(super) fn check_all(cases: &[(&str, &str)]) {
        let connection = connection();
        for (sql, expected) in cases {
            let found: Value = connection
                .query_row(&format!("SELECT {sql}"), [], |row| row.get(0))
                .unwrap_or_else(|error| panic!("{sql}: {error}"));
            let found = match found {
                Value::Null => "null".to_owned(),
                Value::Integer(value) => format!("int {value}"),
                Value::Real(value) => match expected.strip_prefix("real ").and_then(|text| text.parse().ok())
                {
                    Some(wanted) if close(value, wanted) => continue,
                    _ => format!("real {value:?}"),
                },
                Value::Text(value) => format!("text {value}"),
                Value::Blob(value) => format!("blob {value:?}"),
            };
            assert_eq!(&found, expected, "{sql}");
        }
    }

    fn close(found: f64, wanted: f64) -> bool {
        #[allow(clippy::float_cmp, reason = "infinities and zeros")]
        let same = found == wanted;
        same || (found - wanted).abs() <= wanted.abs() * 1e-12
    }

    /// The message with which evaluating an SQL expression fails.
    #[track_caller]
    pub(super) fn check_error(sql: &str, expected: &str) {
        let error = connection()
            .query_row(&format!("SELECT {sql}"), [], |row| row.get::<_, Value>(0))
            .expect_err("the function fails");
        assert_eq!(error.to_string(), expected, "{sql}");
    }

    #[test]
    fn sqlite_s_own_text_functions_stay_ascii() {
        // As on every SQLite, and as Django leaves them.
        check_all(&[
            ("LOWER('ÅB')", "text Åb"),
            ("UPPER('åb')", "text åB"),
            ("'Å' LIKE 'å'", "int 0"),
            ("ROUND(2.5)", "real 3.0"),
            ("typeof(RANDOM())", "text integer"),
        ]);
    }

    #[test]
    fn no_function_of_sqlite_is_replaced() {
        // But for the mathematical ones, where SQLite was built with its own, which do the same.
        let connection = connection();
        let shadowed = "SELECT group_concat(DISTINCT own.name) FROM pragma_function_list own
            JOIN pragma_function_list theirs ON theirs.name = own.name COLLATE NOCASE AND theirs.narg = own.narg
            WHERE own.builtin = 0 AND theirs.builtin = 1 AND NOT sqlite_compileoption_used('ENABLE_MATH_FUNCTIONS')";
        let shadowed: Option<String> =
            connection.query_row(shadowed, [], |row| row.get(0)).expect("the SQL is right");
        assert_eq!(shadowed, None);
    }

    #[test]
    fn functions_may_stand_in_an_index() {
        connection()
            .execute_batch("CREATE TABLE t (a TEXT); CREATE INDEX reversed ON t (REVERSE(a), MD5(a))")
            .expect("they are deterministic");
    }
}
