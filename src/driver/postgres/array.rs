//! Rows on their way to PostgreSQL as an array for each of their columns.

use std::net::IpAddr;

use rust_decimal::Decimal;
use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::types::PgInterval;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgTypeInfo};
use sqlx::types::Json;
use sqlx::{Arguments, Postgres, Type};
use uuid::Uuid;

use super::bind::{Date, DateTime, Time, integer, interval};
use super::temporal;
use crate::error::Error;
use crate::value::{Value, ValueType, YEARS};

/// The columns of `values`, which are row after row, each as an array. A column has values of one type, and
/// what text there is has no NUL character.
pub(super) fn arguments(values: &[Value], columns: usize) -> Result<PgArguments, Error> {
    let mut arguments = PgArguments::default();
    arguments.reserve(columns, values.len() * 16);
    for (at, first) in values.iter().take(columns).enumerate() {
        let column = Column { values, columns, at, value_type: first.value_type() };
        arguments.add(&column).map_err(|reason| match reason.downcast::<Error>() {
            Ok(error) => *error,
            Err(reason) => refused(first, &reason),
        })?;
    }
    Ok(arguments)
}

/// The values of one column of the rows.
struct Column<'v> {
    values: &'v [Value],
    columns: usize,
    at: usize,
    value_type: ValueType,
}

impl Type<Postgres> for Column<'_> {
    /// What an array is of, [`produces`](Encode::produces) says.
    fn type_info() -> PgTypeInfo {
        <Vec<String> as Type<Postgres>>::type_info()
    }
}

impl Encode<'_, Postgres> for Column<'_> {
    fn produces(&self) -> Option<PgTypeInfo> {
        Some(types(self.value_type).array)
    }

    /// The number of dimensions, whether there may be a `NULL`, the type of the items, how many they are, and the
    /// number of the first; then each with its length before it, -1 for `NULL`.
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        let item = types(self.value_type).item.oid().ok_or("the type has no number")?;
        let count = i32::try_from(self.values.len() / self.columns)?;
        buffer.extend_from_slice(&1_i32.to_be_bytes());
        buffer.extend_from_slice(&1_i32.to_be_bytes());
        buffer.extend_from_slice(&item.0.to_be_bytes());
        buffer.extend_from_slice(&count.to_be_bytes());
        buffer.extend_from_slice(&1_i32.to_be_bytes());
        for row in self.values.chunks_exact(self.columns) {
            let value = &row[self.at];
            self.item(value, buffer).map_err(|reason| Box::new(refused(value, &reason)))?;
        }
        Ok(IsNull::No)
    }
}

impl Column<'_> {
    fn item(&self, value: &Value, buffer: &mut PgArgumentBuffer) -> Result<(), BoxDynError> {
        match (self.value_type, value) {
            (_, Value::Null(_)) => buffer.extend_from_slice(&(-1_i32).to_be_bytes()),
            (_, Value::Beyond(..)) => return Err(YEARS.into()),
            (ValueType::Text, Value::Text(value)) => sized(buffer, value.as_bytes())?,
            (ValueType::Int, Value::Int(_) | Value::UInt(_)) => {
                sized(buffer, &integer(value)?.to_be_bytes())?;
            }
            (ValueType::Bool, Value::Bool(value)) => sized(buffer, &[u8::from(*value)])?,
            (ValueType::Float, Value::Float(value)) => sized(buffer, &value.to_be_bytes())?,
            (ValueType::Date, Value::Date(value)) => sized(buffer, &temporal::days(*value).to_be_bytes())?,
            (ValueType::DateTime, Value::DateTime(value)) => {
                sized(buffer, &temporal::microseconds(*value).to_be_bytes())?;
            }
            (ValueType::Time, Value::Time(value)) => {
                sized(buffer, &temporal::microseconds_of_day(*value).to_be_bytes())?;
            }
            (ValueType::Uuid, Value::Uuid(value)) => sized(buffer, value.as_bytes())?,
            (ValueType::Bytes, Value::Bytes(value)) => sized(buffer, value)?,
            (ValueType::Decimal, Value::Decimal(value)) => encoded(buffer, value)?,
            (ValueType::Duration, Value::Duration(value)) => encoded(buffer, &interval(*value)?)?,
            (ValueType::Json, Value::Json(value)) => encoded(buffer, &Json(value))?,
            (ValueType::Ip, Value::Ip(value)) => encoded(buffer, value)?,
            (of, other) => {
                return Err(format!("an array of {of} values has no {}", other.value_type()).into());
            }
        }
        Ok(())
    }
}

/// Adds an item.
#[inline]
fn sized(buffer: &mut PgArgumentBuffer, bytes: &[u8]) -> Result<(), BoxDynError> {
    buffer.extend_from_slice(&i32::try_from(bytes.len())?.to_be_bytes());
    buffer.extend_from_slice(bytes);
    Ok(())
}

/// Adds an item as sqlx encodes it.
fn encoded<'q>(buffer: &mut PgArgumentBuffer, value: &impl Encode<'q, Postgres>) -> Result<(), BoxDynError> {
    let begin = buffer.len();
    buffer.extend_from_slice(&[0; 4]);
    // What it is not is `NULL`.
    let _ = value.encode_by_ref(buffer)?;
    let length = i32::try_from(buffer.len() - begin - 4)?;
    buffer[begin..begin + 4].copy_from_slice(&length.to_be_bytes());
    Ok(())
}

/// What PostgreSQL calls the items, and an array of them.
struct Types {
    item: PgTypeInfo,
    array: PgTypeInfo,
}

impl Types {
    fn of<T: Type<Postgres>>() -> Self
    where
        Vec<T>: Type<Postgres>,
    {
        Self { item: T::type_info(), array: <Vec<T>>::type_info() }
    }
}

fn types(value_type: ValueType) -> Types {
    match value_type {
        ValueType::Bool => Types::of::<bool>(),
        ValueType::Int => Types::of::<i64>(),
        ValueType::Float => Types::of::<f64>(),
        ValueType::Decimal => Types::of::<Decimal>(),
        ValueType::Text => Types::of::<String>(),
        ValueType::Date => Types::of::<Date>(),
        ValueType::DateTime => Types::of::<DateTime>(),
        ValueType::Time => Types::of::<Time>(),
        ValueType::Duration => Types::of::<PgInterval>(),
        ValueType::Uuid => Types::of::<Uuid>(),
        ValueType::Json => Types::of::<Json<()>>(),
        ValueType::Bytes => Types::of::<Vec<u8>>(),
        ValueType::Ip => Types::of::<IpAddr>(),
        ValueType::Array(_) | ValueType::Range(_) => {
            unreachable!("rows with arrays or ranges are sent as single values")
        }
    }
}

fn refused(value: &Value, reason: &BoxDynError) -> Error {
    Error::InvalidParameter { value: value.to_string(), reason: reason.to_string() }
}
