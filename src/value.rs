//! [`Value`]: what is bound to a placeholder, the same for every database.
//!
//! No database is known here: how a value is encoded is the driver's business.

use std::fmt;
use std::net::IpAddr;

use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;
use jiff::{SignedDuration, civil};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::range::Range;

/// A value on its way to the database.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// `NULL`, of the type that the column or expression has: PostgreSQL wants to know.
    Null(ValueType),
    /// A boolean.
    Bool(bool),
    /// An integer that fits 64 bits with a sign.
    Int(i64),
    /// An integer above [`i64::MAX`]; only an unsigned column of MySQL holds one.
    UInt(u64),
    /// A floating point number.
    Float(f64),
    /// An exact decimal number.
    Decimal(Decimal),
    /// Text.
    Text(String),
    /// A calendar date.
    Date(civil::Date),
    /// A moment, as clocks in UTC show it. It is no [`jiff::Timestamp`], which ends before the year
    /// 9999 does: `9999-12-31T23:59:59.999999Z` is a common way to say "forever".
    DateTime(civil::DateTime),
    /// A time of day.
    Time(civil::Time),
    /// A span of time, stored with microseconds.
    Duration(SignedDuration),
    /// A UUID.
    Uuid(Uuid),
    /// A JSON document; `Value::Json(Null)` is JSON's `null`, not SQL's.
    Json(Box<serde_json::Value>),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An IPv4 or IPv6 address.
    Ip(IpAddr),
    /// An array of values of one type, some of which may be `NULL`. Only PostgreSQL has arrays.
    Array(&'static ValueType, Box<[Value]>),
    /// A range of values of one type. Only PostgreSQL has ranges.
    Range(&'static ValueType, Box<Range<Value>>),
    /// A date or datetime of a year that no database has, as text; it is refused before anything is
    /// sent. Only types of `time` and `chrono` hold such years.
    Beyond(&'static ValueType, Box<str>),
}

/// The type of a [`Value`]; what a typed `NULL` carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each stands for the variant of `Value` of the same name")]
pub enum ValueType {
    Bool,
    Int,
    Float,
    Decimal,
    Text,
    Date,
    DateTime,
    Time,
    Duration,
    Uuid,
    Json,
    Bytes,
    Ip,
    /// An array of values of this type.
    Array(&'static ValueType),
    /// A range of values of this type.
    Range(&'static ValueType),
}

impl ValueType {
    /// Whether it is one of arrays or of ranges, which only PostgreSQL has.
    pub(crate) fn is_collection(self) -> bool {
        matches!(self, Self::Array(_) | Self::Range(_))
    }
}

impl Value {
    /// The type of this value.
    #[must_use]
    pub fn value_type(&self) -> ValueType {
        match self {
            Self::Null(value_type) => *value_type,
            Self::Beyond(value_type, _) => **value_type,
            Self::Bool(_) => ValueType::Bool,
            Self::Int(_) | Self::UInt(_) => ValueType::Int,
            Self::Float(_) => ValueType::Float,
            Self::Decimal(_) => ValueType::Decimal,
            Self::Text(_) => ValueType::Text,
            Self::Date(_) => ValueType::Date,
            Self::DateTime(_) => ValueType::DateTime,
            Self::Time(_) => ValueType::Time,
            Self::Duration(_) => ValueType::Duration,
            Self::Uuid(_) => ValueType::Uuid,
            Self::Json(_) => ValueType::Json,
            Self::Bytes(_) => ValueType::Bytes,
            Self::Ip(_) => ValueType::Ip,
            Self::Array(of, _) => ValueType::Array(of),
            Self::Range(of, _) => ValueType::Range(of),
        }
    }

    /// Whether this is SQL's `NULL`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null(_))
    }
}

/// A value as a JSON document, where it has a form there.
pub(crate) fn into_json(value: Value) -> Value {
    let document: serde_json::Value = match value {
        Value::Bool(value) => value.into(),
        Value::Int(value) => value.into(),
        Value::UInt(value) => value.into(),
        Value::Float(number) => match serde_json::Number::from_f64(number) {
            Some(number) => number.into(),
            None => return value,
        },
        Value::Text(value) => value.into(),
        other => return other,
    };
    Value::Json(document.into())
}

/// The value as a person would write it: for error messages and printed queries, never for SQL.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null(_) => f.write_str("NULL"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Int(value) => write!(f, "{value}"),
            Self::UInt(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value:?}"),
            Self::Decimal(value) => write!(f, "{value}"),
            Self::Text(value) => write!(f, "{value:?}"),
            Self::Date(value) => write!(f, "{value}"),
            Self::DateTime(value) => write!(f, "{value}Z"),
            Self::Time(value) => write!(f, "{value}"),
            Self::Duration(value) => write!(f, "{value}"),
            Self::Uuid(value) => write!(f, "{value}"),
            Self::Json(value) => write!(f, "{value}"),
            Self::Bytes(value) => write!(f, "{} bytes", value.len()),
            Self::Ip(value) => write!(f, "{value}"),
            Self::Array(_, items) => {
                let items: Vec<String> = items.iter().map(ToString::to_string).collect();
                write!(f, "[{}]", items.join(", "))
            }
            Self::Range(_, range) => write!(f, "{range}"),
            Self::Beyond(_, text) => f.write_str(text),
        }
    }
}

impl fmt::Display for ValueType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bool => "boolean",
            Self::Int => "integer",
            Self::Float => "float",
            Self::Decimal => "decimal",
            Self::Text => "text",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Uuid => "uuid",
            Self::Json => "json",
            Self::Bytes => "bytes",
            Self::Ip => "ip address",
            Self::Array(_) => "array",
            Self::Range(_) => "range",
        })
    }
}

/// Why a year is refused.
pub(crate) const YEARS: &str = "a year is 1 to 9999";

/// What clocks in UTC show when those with `offset` show `datetime`; `None` beyond the year 9999.
pub(crate) fn in_utc(datetime: civil::DateTime, offset: Offset) -> Option<civil::DateTime> {
    datetime.checked_sub(SignedDuration::from_secs(offset.seconds().into())).ok()
}

/// Reads a moment with an offset, in the form of RFC 3339, as a datetime in UTC.
pub(crate) fn parse_moment(text: &str) -> Option<civil::DateTime> {
    let pieces = Pieces::parse(text).ok()?;
    in_utc(pieces.date().to_datetime(pieces.time()?), pieces.to_numeric_offset()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_four_words() {
        // They are moved often: what is larger has a place of its own.
        assert_eq!((size_of::<Value>(), size_of::<Option<Value>>()), (32, 32));
    }

    #[track_caller]
    fn check_moment(text: &str, expected: Option<&str>) {
        let shown = parse_moment(text).map(|moment| Value::DateTime(moment).to_string());
        assert_eq!(shown.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_moment_is_read_in_utc_to_the_end_of_the_year_9999() {
        check_moment("2024-03-05T06:07:08Z", Some("2024-03-05T06:07:08Z"));
        check_moment("2024-03-05T06:07:08.25+02:00", Some("2024-03-05T04:07:08.25Z"));
        check_moment("0001-01-01T00:00:00Z", Some("0001-01-01T00:00:00Z"));
        check_moment("9999-12-31T23:59:59.999999Z", Some("9999-12-31T23:59:59.999999Z"));
        check_moment("9999-12-31T23:59:59-00:30", None);
    }

    #[test]
    fn a_moment_has_a_date_a_time_and_an_offset() {
        check_moment("2024-03-05T06:07:08", None);
        check_moment("2024-03-05", None);
        check_moment("06:07:08Z", None);
    }
}
