//! Values on their way to PostgreSQL, in its binary form.

use std::net::IpAddr;

use jiff::SignedDuration;
use rust_decimal::Decimal;
use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::types::PgInterval;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgHasArrayType, PgTypeInfo};
use sqlx::types::Json;
use sqlx::{Arguments, Postgres, Type};
use uuid::Uuid;

use super::literal::literal;
use super::temporal;
use crate::error::Error;
use crate::value::{Value, ValueType, YEARS};

pub(super) fn arguments(values: &[Value]) -> Result<PgArguments, Error> {
    let mut arguments = PgArguments::default();
    arguments.reserve(values.len(), values.len() * 16);
    for value in values {
        add(&mut arguments, value).map_err(|reason| Error::InvalidParameter {
            value: value.to_string(),
            reason: reason.to_string(),
        })?;
    }
    Ok(arguments)
}

fn add(arguments: &mut PgArguments, value: &Value) -> Result<(), BoxDynError> {
    match value {
        Value::Null(value_type) => add_null(arguments, *value_type),
        Value::Bool(value) => arguments.add(*value),
        Value::Int(_) | Value::UInt(_) => arguments.add(integer(value)?),
        Value::Float(value) => arguments.add(*value),
        Value::Decimal(value) => arguments.add(*value),
        Value::Text(value) => arguments.add(text(value)?),
        Value::Date(value) => arguments.add(Date(temporal::days(*value))),
        Value::DateTime(value) => arguments.add(DateTime(temporal::microseconds(*value))),
        Value::Time(value) => arguments.add(Time(temporal::microseconds_of_day(*value))),
        Value::Duration(value) => arguments.add(interval(*value)?),
        Value::Uuid(value) => arguments.add(*value),
        Value::Json(value) => arguments.add(Json(value)),
        Value::Bytes(value) => arguments.add(value.as_slice()),
        Value::Ip(value) => arguments.add(*value),
        Value::Array(..) | Value::Range(..) => arguments.add(literal(value)?),
        Value::Beyond(..) => Err(YEARS.into()),
    }
}

fn add_null(arguments: &mut PgArguments, value_type: ValueType) -> Result<(), BoxDynError> {
    match value_type {
        ValueType::Bool => arguments.add(None::<bool>),
        ValueType::Int => arguments.add(None::<i64>),
        ValueType::Float => arguments.add(None::<f64>),
        ValueType::Decimal => arguments.add(None::<Decimal>),
        ValueType::Text => arguments.add(None::<&str>),
        ValueType::Date => arguments.add(None::<Date>),
        ValueType::DateTime => arguments.add(None::<DateTime>),
        ValueType::Time => arguments.add(None::<Time>),
        ValueType::Duration => arguments.add(None::<PgInterval>),
        ValueType::Uuid => arguments.add(None::<Uuid>),
        ValueType::Json => arguments.add(None::<Json<()>>),
        ValueType::Bytes => arguments.add(None::<&[u8]>),
        ValueType::Ip => arguments.add(None::<IpAddr>),
        ValueType::Array(_) | ValueType::Range(_) => arguments.add(None::<&str>),
    }
}

pub(super) fn integer(value: &Value) -> Result<i64, BoxDynError> {
    match value {
        Value::Int(value) => Ok(*value),
        Value::UInt(value) => {
            i64::try_from(*value).map_err(|_| "the integers of PostgreSQL end at 9223372036854775807".into())
        }
        other => Err(format!("{other} is no integer").into()),
    }
}

pub(super) fn text(value: &str) -> Result<&str, BoxDynError> {
    match value.as_bytes().contains(&0) {
        true => Err("PostgreSQL keeps no text with a NUL character".into()),
        false => Ok(value),
    }
}

pub(super) fn interval(duration: SignedDuration) -> Result<PgInterval, BoxDynError> {
    let (days, microseconds) =
        temporal::interval(duration).ok_or("it is longer than an interval of PostgreSQL can be")?;
    Ok(PgInterval { months: 0, days, microseconds })
}

/// Days or microseconds as they are sent, with the type that they count for.
macro_rules! counted {
    ($($name:ident($number:ty) as $type:ty;)*) => {$(
        pub(super) struct $name(pub(super) $number);

        impl Type<Postgres> for $name {
            fn type_info() -> PgTypeInfo {
                <$type as Type<Postgres>>::type_info()
            }
        }

        impl PgHasArrayType for $name {
            fn array_type_info() -> PgTypeInfo {
                <$type as PgHasArrayType>::array_type_info()
            }
        }

        impl Encode<'_, Postgres> for $name {
            fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
                buffer.extend_from_slice(&self.0.to_be_bytes());
                Ok(IsNull::No)
            }
        }
    )*};
}

counted! {
    Date(i32) as time::Date;
    DateTime(i64) as time::OffsetDateTime;
    Time(i64) as time::Time;
}
