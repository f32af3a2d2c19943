//! Instances for serde: maps from the names of the fields to what is stored.
//!
//! What is generated for it is two calls, so that a model costs little time to compile; serde's own
//! derives take as long as all the rest of a model.

mod extend;

use std::fmt;
use std::net::IpAddr;

use jiff::{SignedDuration, civil};
use rust_decimal::Decimal;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use uuid::Uuid;

pub(crate) use self::extend::{Extended, MoreEntries};
use crate::check::null_of;
use crate::dynamic::text;
use crate::field::unsigned;
use crate::instance;
use crate::meta::{Column, FieldType};
use crate::model::Model;
use crate::value::{Value, parse_moment};

/// Writes an instance as a map of its fields, by Django's names of them: `headline`, `blog_id`.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<M: Model, S: Serializer>(instance: &M, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(M::META.columns.len()))?;
    for column in M::META.columns {
        map.serialize_entry(column.name, &Stored(&instance.value(column.position)))?;
    }
    map.end()
}

/// Reads an instance from a map of its fields. Those that may be `NULL` may be left out.
///
/// # Errors
///
/// When a field is missing, or does not hold what the map has for it.
pub fn deserialize<'de, M: Model, D: Deserializer<'de>>(deserializer: D) -> Result<M, D::Error> {
    let values = deserializer.deserialize_map(Row { columns: M::META.columns, model: M::META.name })?;
    instance::of_values(values).map_err(|error| match std::error::Error::source(&error) {
        Some(source) => D::Error::custom(format!("{error}: {source}")),
        None => D::Error::custom(error),
    })
}

/// A value as it is serialized.
pub(crate) struct Stored<'v>(pub(crate) &'v Value);

impl Serialize for Stored<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Null(_) => serializer.serialize_none(),
            Value::Bool(value) => value.serialize(serializer),
            Value::Int(value) => value.serialize(serializer),
            Value::UInt(value) => value.serialize(serializer),
            Value::Float(value) => value.serialize(serializer),
            Value::Decimal(value) => Serialize::serialize(value, serializer),
            Value::Text(value) => value.serialize(serializer),
            Value::Date(value) => value.serialize(serializer),
            Value::DateTime(value) => serializer.collect_str(&format_args!("{value}Z")),
            Value::Time(value) => value.serialize(serializer),
            Value::Duration(value) => value.serialize(serializer),
            Value::Uuid(value) => value.serialize(serializer),
            Value::Json(value) => value.serialize(serializer),
            Value::Bytes(value) => value.serialize(serializer),
            Value::Ip(value) => value.serialize(serializer),
            Value::Array(_, items) => serializer.collect_seq(items.iter().map(Stored)),
            Value::Range(_, range) => range.by_ref(Stored).serialize(serializer),
            Value::Beyond(_, text) => text.serialize(serializer),
        }
    }
}

/// Reads the values of a row, in the order of its columns.
struct Row {
    columns: &'static [Column],
    model: &'static str,
}

impl<'de> Visitor<'de> for Row {
    type Value = Vec<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the fields of `{}`", self.model)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<Value>, A::Error> {
        let mut values = vec![None; self.columns.len()];
        while let Some(name) = map.next_key::<String>()? {
            match self.columns.iter().find(|column| column.name == name) {
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
                Some(column) if values[column.position].is_some() => {
                    return Err(A::Error::duplicate_field(column.name));
                }
                Some(column) => values[column.position] = Some(map.next_value_seed(Cell(column))?),
            }
        }
        let complete = self.columns.iter().zip(values).map(|(column, value)| match value {
            Some(value) => Ok(value),
            None if column.null => Ok(null_of(column)),
            None => Err(A::Error::missing_field(column.name)),
        });
        complete.collect()
    }
}

/// Reads the value of one column.
struct Cell(&'static Column);

impl<'de> DeserializeSeed<'de> for Cell {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let column = self.0;
        match column.field_type {
            FieldType::SmallAuto
            | FieldType::Auto
            | FieldType::BigAuto
            | FieldType::SmallInteger
            | FieldType::Integer
            | FieldType::BigInteger
            | FieldType::PositiveSmallInteger
            | FieldType::PositiveInteger => read(column, deserializer, Value::Int),
            FieldType::PositiveBigInteger => read(column, deserializer, unsigned),
            FieldType::Char | FieldType::Text | FieldType::Slug | FieldType::Email | FieldType::Url => {
                read(column, deserializer, Value::Text)
            }
            FieldType::GenericIpAddress => read::<IpAddr, D>(column, deserializer, Value::Ip),
            FieldType::Float => read(column, deserializer, Value::Float),
            FieldType::Decimal => read::<Decimal, D>(column, deserializer, Value::Decimal),
            FieldType::Boolean => read(column, deserializer, Value::Bool),
            FieldType::Date => read::<civil::Date, D>(column, deserializer, Value::Date),
            FieldType::DateTime => read(column, deserializer, |Moment(moment)| Value::DateTime(moment)),
            FieldType::Time => read::<civil::Time, D>(column, deserializer, Value::Time),
            FieldType::Duration => read::<SignedDuration, D>(column, deserializer, Value::Duration),
            FieldType::Uuid => read::<Uuid, D>(column, deserializer, Value::Uuid),
            FieldType::Json => read(column, deserializer, Value::Json),
            FieldType::Binary => read(column, deserializer, Value::Bytes),
            FieldType::Array(_)
            | FieldType::IntegerRange
            | FieldType::BigIntegerRange
            | FieldType::DecimalRange
            | FieldType::DateRange
            | FieldType::DateTimeRange => {
                let json = serde_json::Value::deserialize(deserializer)?;
                match text::from_json(column.field_type.value_type(), &json) {
                    Some(value) => Ok(value),
                    None if json.is_null() && column.null => Ok(null_of(column)),
                    None => Err(D::Error::custom(format!("`{json}` is no value of `{column}`"))),
                }
            }
        }
    }
}

/// A moment as text, in UTC or with an offset.
struct Moment(civil::DateTime);

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let moment = parse_moment(&text);
        moment.map(Self).ok_or_else(|| D::Error::custom(format!("`{text}` is not a datetime with an offset")))
    }
}

fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    column: &'static Column,
    deserializer: D,
    into: fn(T) -> Value,
) -> Result<Value, D::Error> {
    if column.null {
        let value = Option::<T>::deserialize(deserializer)?;
        Ok(value.map_or_else(|| null_of(column), into))
    } else {
        T::deserialize(deserializer).map(into)
    }
}
