//! Names and constants as SQL text. Statements that make tables cannot take parameters.

use jiff::{SignedDuration, civil};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::dialect::Dialect::{self, MySql, Postgres, Sqlite};
use crate::dialect::MySqlFlavor;
use crate::error::Error;
use crate::meta::{Column, ConstValue, FieldType};
use crate::value::{Value, parse_moment};

/// A name, quoted.
pub(super) fn identifier(dialect: Dialect, name: &str) -> String {
    match dialect {
        Sqlite | Postgres => format!("\"{}\"", name.replace('"', "\"\"")),
        MySql(_) => format!("`{}`", name.replace('`', "``")),
    }
}

/// Names, quoted, with commas between them.
pub(super) fn identifiers<'a>(dialect: Dialect, names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| identifier(dialect, name)).collect::<Vec<_>>().join(", ")
}

/// A constant, in the form in which `column` holds its values.
///
/// # Errors
///
/// [`Error::InvalidParameter`] when the column cannot hold it.
pub(super) fn literal(dialect: Dialect, column: &Column, value: ConstValue) -> Result<String, Error> {
    use FieldType as F;
    let invalid = |reason: String| Error::InvalidParameter { value: Value::from(value).to_string(), reason };
    let unfit = || invalid(format!("`{column}` is a column of another type"));
    let of_text = |text: &'static str| {
        if text.contains('\0') { Err(invalid("it contains a NUL".to_owned())) } else { Ok(text) }
    };
    match (column.field_type, value) {
        (F::Char | F::Text | F::Slug | F::Email | F::Url, ConstValue::Text(text)) => {
            Ok(quoted(dialect, of_text(text)?))
        }
        (F::GenericIpAddress, ConstValue::Text(text)) => {
            let address: std::net::IpAddr = text.parse().map_err(|_| unfit())?;
            Ok(typed(dialect, &address.to_string(), "inet"))
        }
        (
            F::SmallAuto
            | F::Auto
            | F::BigAuto
            | F::SmallInteger
            | F::Integer
            | F::BigInteger
            | F::PositiveSmallInteger
            | F::PositiveInteger
            | F::PositiveBigInteger,
            ConstValue::Int(number),
        ) => Ok(number.to_string()),
        (F::Float, ConstValue::Int(number)) => float(dialect, number as f64).ok_or_else(unfit),
        (F::Float, ConstValue::Float(number)) => float(dialect, number).ok_or_else(unfit),
        (F::Decimal, value) => {
            let number = match value {
                ConstValue::Int(number) => number.to_string(),
                ConstValue::Float(number) => number.to_string(),
                ConstValue::Text(text) => text.to_owned(),
                ConstValue::Bool(_) => return Err(unfit()),
            };
            let number: Decimal = number.parse().map_err(|_| unfit())?;
            Ok(match dialect {
                // SQLite keeps a decimal as text on its way in, and so does Django.
                Sqlite => format!("'{number}'"),
                Postgres | MySql(_) => number.to_string(),
            })
        }
        (F::Boolean, ConstValue::Bool(value)) => Ok(match dialect {
            Postgres => value.to_string(),
            Sqlite | MySql(_) => i32::from(value).to_string(),
        }),
        (F::Date, ConstValue::Text(text)) => {
            let date: civil::Date = text.parse().map_err(|_| unfit())?;
            Ok(typed(dialect, &date.to_string(), "date"))
        }
        (F::DateTime, ConstValue::Text(text)) => {
            let moment = parse_moment(text).ok_or_else(unfit)?;
            Ok(date_time(dialect, moment))
        }
        (F::Time, ConstValue::Text(text)) => {
            let time: civil::Time = text.parse().map_err(|_| unfit())?;
            Ok(match dialect {
                Sqlite | Postgres => {
                    typed(dialect, &time.strftime(format_of(time.subsec_nanosecond())).to_string(), "time")
                }
                MySql(_) => quoted(dialect, &time.strftime("%H:%M:%S.%6f").to_string()),
            })
        }
        (F::Duration, value) => {
            let microseconds = match value {
                ConstValue::Int(microseconds) => microseconds.into(),
                ConstValue::Text(text) => text.parse::<SignedDuration>().map_err(|_| unfit())?.as_micros(),
                ConstValue::Bool(_) | ConstValue::Float(_) => return Err(unfit()),
            };
            Ok(match dialect {
                Sqlite | MySql(_) => microseconds.to_string(),
                Postgres => format!("'{microseconds} microseconds'::interval"),
            })
        }
        (F::Uuid, ConstValue::Text(text)) => {
            let uuid: Uuid = text.parse().map_err(|_| unfit())?;
            Ok(match dialect {
                Sqlite | Postgres | MySql(MySqlFlavor::MySql) => {
                    typed(dialect, &uuid.simple().to_string(), "uuid")
                }
                MySql(MySqlFlavor::MariaDb) => quoted(dialect, &uuid.hyphenated().to_string()),
            })
        }
        _ => Err(unfit()),
    }
}

/// Text as a constant.
fn quoted(dialect: Dialect, text: &str) -> String {
    match dialect {
        // A backslash is an escape on MySQL, or is not, as the session's `sql_mode` says. Bytes mean
        // the same in both. MariaDB must not be told their character set: it would store the
        // condition as text without escapes, and read another one back.
        MySql(flavor) if text.contains('\\') => {
            let bytes = text.bytes().map(|byte| format!("{byte:02X}")).collect::<String>();
            match flavor {
                MySqlFlavor::MySql => format!("_utf8mb4 X'{bytes}'"),
                MySqlFlavor::MariaDb => format!("X'{bytes}'"),
            }
        }
        Sqlite | Postgres | MySql(_) => format!("'{}'", text.replace('\'', "''")),
    }
}

/// A constant that only PostgreSQL wants to know the type of.
fn typed(dialect: Dialect, text: &str, name: &str) -> String {
    match dialect {
        Postgres => format!("'{text}'::{name}"),
        Sqlite | MySql(_) => format!("'{text}'"),
    }
}

fn date_time(dialect: Dialect, moment: civil::DateTime) -> String {
    let time = moment.time();
    let text = format!("{} {}", moment.date(), time.strftime(format_of(time.subsec_nanosecond())));
    match dialect {
        Postgres => format!("'{text}+00:00'::timestamptz"),
        Sqlite | MySql(_) => format!("'{text}'"),
    }
}

/// Python writes microseconds only where there are any.
fn format_of(nanoseconds: i32) -> &'static str {
    if nanoseconds == 0 { "%H:%M:%S" } else { "%H:%M:%S.%6f" }
}

/// A floating point number, recognisable as one; `None` when it is not finite.
fn float(dialect: Dialect, number: f64) -> Option<String> {
    if !number.is_finite() {
        return None;
    }
    let text = format!("{number:?}");
    Some(match dialect {
        // MySQL takes a number without an exponent for an exact one.
        MySql(_) if !text.contains('e') => format!("{text}e0"),
        Sqlite | Postgres | MySql(_) => text,
    })
}
