//! [`Value`]: what is bound to a placeholder, the same for every database.
//!
//! No database is known here: how a value is encoded is the driver's business.

use std::fmt;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp, civil};
use rust_decimal::Decimal;
use uuid::Uuid;

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
    /// A moment; stored in UTC.
    DateTime(Timestamp),
    /// A time of day.
    Time(civil::Time),
    /// A span of time, stored with microseconds.
    Duration(SignedDuration),
    /// A UUID.
    Uuid(Uuid),
    /// A JSON document; `Value::Json(Null)` is JSON's `null`, not SQL's.
    Json(serde_json::Value),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An IPv4 or IPv6 address.
    Ip(IpAddr),
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
}

impl Value {
    /// The type of this value.
    #[must_use]
    pub fn value_type(&self) -> ValueType {
        match self {
            Self::Null(value_type) => *value_type,
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
        }
    }

    /// Whether this is SQL's `NULL`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null(_))
    }
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
            Self::DateTime(value) => write!(f, "{value}"),
            Self::Time(value) => write!(f, "{value}"),
            Self::Duration(value) => write!(f, "{value}"),
            Self::Uuid(value) => write!(f, "{value}"),
            Self::Json(value) => write!(f, "{value}"),
            Self::Bytes(value) => write!(f, "{} bytes", value.len()),
            Self::Ip(value) => write!(f, "{value}"),
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
        })
    }
}
