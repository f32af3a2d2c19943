//! Values to placeholders, in the forms in which Django stores them on SQLite.

use std::fmt::Write as _;

use rusqlite::Statement;
use rusqlite::types::Null;

use super::datetime::{YEARS, push_date, push_datetime, push_time};
use super::error::database_error;
use crate::error::Error;
use crate::json_text::json_text;
use crate::value::Value;

/// Binds `values` to the placeholders of `statement`, by position.
///
/// SQLite reads a placeholder that nothing was bound to as `NULL`, so their number is checked.
pub(super) fn bind(statement: &mut Statement<'_>, values: &[Value]) -> Result<(), Error> {
    let placeholders = statement.parameter_count();
    if placeholders != values.len() {
        return Err(Error::InvalidQuery {
            message: format!("the statement has {placeholders} placeholders, but {} values", values.len()),
        });
    }
    // One buffer for all that is written as text: SQLite copies what is bound.
    let mut scratch = String::new();
    for (index, value) in values.iter().enumerate() {
        bind_one(statement, index + 1, value, &mut scratch)?;
    }
    Ok(())
}

fn bind_one(
    statement: &mut Statement<'_>,
    at: usize,
    value: &Value,
    scratch: &mut String,
) -> Result<(), Error> {
    scratch.clear();
    let refused =
        |reason: &str| Error::InvalidParameter { value: value.to_string(), reason: reason.to_owned() };
    let bound = match value {
        Value::Null(_) => statement.raw_bind_parameter(at, Null),
        Value::Bool(value) => statement.raw_bind_parameter(at, value),
        Value::Int(value) => statement.raw_bind_parameter(at, value),
        Value::UInt(number) => {
            let number = i64::try_from(*number)
                .map_err(|_| refused("an integer of SQLite has 64 bits with a sign"))?;
            statement.raw_bind_parameter(at, number)
        }
        // SQLite would store NULL without a word.
        Value::Float(value) if value.is_nan() => return Err(refused("SQLite has no NaN")),
        Value::Float(value) => statement.raw_bind_parameter(at, value),
        Value::Text(value) => statement.raw_bind_parameter(at, value.as_str()),
        Value::Bytes(value) => statement.raw_bind_parameter(at, value.as_slice()),
        Value::Duration(duration) => {
            let microseconds = i64::try_from(duration.as_micros())
                .map_err(|_| refused("a duration is stored as microseconds in 64 bits"))?;
            statement.raw_bind_parameter(at, microseconds)
        }
        Value::Decimal(value) => {
            write!(scratch, "{value}").expect("a String takes all text");
            statement.raw_bind_parameter(at, scratch.as_str())
        }
        Value::Date(date) => {
            if !YEARS.contains(&date.year()) {
                return Err(refused(YEARS_REASON));
            }
            push_date(scratch, *date);
            statement.raw_bind_parameter(at, scratch.as_str())
        }
        Value::DateTime(datetime) => {
            if !YEARS.contains(&datetime.year()) {
                return Err(refused(YEARS_REASON));
            }
            push_datetime(scratch, *datetime);
            statement.raw_bind_parameter(at, scratch.as_str())
        }
        Value::Time(time) => {
            push_time(scratch, *time);
            statement.raw_bind_parameter(at, scratch.as_str())
        }
        Value::Uuid(uuid) => {
            let mut buffer = uuid::Uuid::encode_buffer();
            statement.raw_bind_parameter(at, &*uuid.simple().encode_lower(&mut buffer))
        }
        Value::Json(json) => statement.raw_bind_parameter(at, json_text(json)),
        Value::Ip(value) => {
            write!(scratch, "{value}").expect("a String takes all text");
            statement.raw_bind_parameter(at, scratch.as_str())
        }
        Value::Array(..) | Value::Range(..) => return Err(refused("SQLite has no arrays and no ranges")),
        Value::Beyond(..) => return Err(refused(YEARS_REASON)),
    };
    bound.map_err(|error| database_error(error, "SQLite"))
}

const YEARS_REASON: &str = "SQLite keeps dates as text, which sorts right for the years 1 to 9999";

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, civil};
    use rusqlite::Connection;
    use serde_json::json;

    use super::*;
    use crate::value::{ValueType, parse_moment};

    /// What SQLite holds after `value` was bound, as an SQL literal, or the error.
    fn bound(value: Value) -> Result<String, Error> {
        let connection = Connection::open_in_memory().expect("memory is at hand");
        let mut statement = connection.prepare("SELECT quote(?)").expect("the SQL is right");
        bind(&mut statement, &[value])?;
        let mut rows = statement.raw_query();
        let row = rows.next().expect("one row").expect("one row");
        Ok(row.get(0).expect("quote() gives text"))
    }

    #[track_caller]
    fn check(value: Value, expected: &str) {
        match bound(value) {
            Ok(found) => assert_eq!(found, expected),
            Err(error) => assert_eq!(error.to_string(), expected),
        }
    }

    fn moment(text: &str) -> Value {
        Value::DateTime(parse_moment(text).expect("a moment"))
    }

    #[test]
    fn values_are_stored_as_django_stores_them() {
        check(Value::Null(ValueType::Text), "NULL");
        check(Value::Bool(true), "1");
        check(Value::Bool(false), "0");
        check(Value::Int(i64::MIN), "-9223372036854775808");
        check(Value::UInt(7), "7");
        check(Value::Float(1.5), "1.5");
        check(Value::Float(f64::INFINITY), "9.0e+999");
        check(Value::Decimal("10.50".parse().expect("a decimal")), "'10.50'");
        check(Value::Text("it's".into()), "'it''s'");
        check(Value::Date(civil::date(2024, 3, 5)), "'2024-03-05'");
        check(moment("2024-03-05T06:07:08Z"), "'2024-03-05 06:07:08'");
        check(moment("2024-03-05T06:07:08.25+02:00"), "'2024-03-05 04:07:08.250000'");
        check(moment("9999-12-31T23:59:59.999999Z"), "'9999-12-31 23:59:59.999999'");
        check(moment("1969-12-31T23:59:59.9999999Z"), "'1969-12-31 23:59:59.999999'");
        check(Value::Time(civil::time(6, 7, 8, 0)), "'06:07:08'");
        check(Value::Time(civil::time(6, 7, 8, 42_000)), "'06:07:08.000042'");
        check(Value::Duration(SignedDuration::new(-1, -500_000_999)), "-1500000");
        check(Value::Uuid(uuid::Uuid::from_u128(0xab)), "'000000000000000000000000000000ab'");
        check(Value::Json(json!({"a": [1, null]}).into()), r#"'{"a": [1, null]}'"#);
        check(Value::Json(json!(null).into()), "'null'");
        check(Value::Bytes(vec![0, 255]), "X'00FF'");
        check(Value::Ip("2001:db8::1".parse().expect("an address")), "'2001:db8::1'");
    }

    #[test]
    fn a_value_that_sqlite_would_change_is_refused() {
        check(
            Value::UInt(u64::MAX),
            "the database cannot take the value 18446744073709551615: an integer of SQLite has 64 bits with a sign",
        );
        check(Value::Float(f64::NAN), "the database cannot take the value NaN: SQLite has no NaN");
        check(
            Value::Duration(SignedDuration::from_hours(24 * 365 * 300_000)),
            "the database cannot take the value PT2628000000H: \
             a duration is stored as microseconds in 64 bits",
        );
        check(
            Value::Date(civil::date(-44, 3, 15)),
            "the database cannot take the value -000044-03-15: \
             SQLite keeps dates as text, which sorts right for the years 1 to 9999",
        );
    }

    #[test]
    fn a_placeholder_without_a_value_is_not_read_as_null() {
        let connection = Connection::open_in_memory().expect("memory is at hand");
        let mut statement = connection.prepare("SELECT ?, ?").expect("the SQL is right");
        let error = bind(&mut statement, &[Value::Int(1)]).expect_err("one value is lacking");
        assert_eq!(error.to_string(), "the statement has 2 placeholders, but 1 values");
    }
}
