//! Values on their way to MySQL or MariaDB, in its binary form.

use jiff::SignedDuration;
use rust_decimal::Decimal;
use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::mysql::{MySqlArguments, MySqlTypeInfo};
use sqlx::{Arguments, MySql, Type};

use super::temporal;
use crate::dialect::MySqlFlavor;
use crate::error::Error;
use crate::json_text::json_text;
use crate::value::{Value, ValueType, YEARS};

pub(super) fn arguments(values: &[Value], flavor: MySqlFlavor) -> Result<MySqlArguments, Error> {
    let mut arguments = MySqlArguments::default();
    arguments.reserve(values.len(), values.len() * 16);
    for value in values {
        add(&mut arguments, value, flavor).map_err(|reason| Error::InvalidParameter {
            value: value.to_string(),
            reason: reason.to_string(),
        })?;
    }
    Ok(arguments)
}

fn add(arguments: &mut MySqlArguments, value: &Value, flavor: MySqlFlavor) -> Result<(), BoxDynError> {
    match value {
        Value::Null(value_type) => add_null(arguments, *value_type),
        Value::Bool(value) => arguments.add(*value),
        Value::Int(value) => arguments.add(*value),
        Value::UInt(value) => arguments.add(*value),
        Value::Float(value) if !value.is_finite() => Err("MySQL knows finite numbers only".into()),
        Value::Float(value) => arguments.add(*value),
        Value::Decimal(value) => arguments.add(*value),
        Value::Text(value) => arguments.add(value.as_str()),
        Value::Date(value) => arguments.add(Date(temporal::date(*value).ok_or(BEFORE_YEAR_0)?)),
        Value::DateTime(value) => arguments.add(DateTime(temporal::datetime(*value).ok_or(BEFORE_YEAR_0)?)),
        Value::Time(value) => arguments.add(Time(temporal::time(*value))),
        Value::Duration(value) => arguments.add(microseconds(*value)?),
        // MariaDB has a type for it and takes this form; on MySQL Django keeps `char(32)`.
        Value::Uuid(value) => match flavor {
            MySqlFlavor::MariaDb => arguments.add(&*value.hyphenated().encode_lower(&mut [0; 36])),
            MySqlFlavor::MySql => arguments.add(&*value.simple().encode_lower(&mut [0; 32])),
        },
        // As text: bound as JSON it would come with the character set `binary`, which is refused.
        Value::Json(value) => arguments.add(json_text(value)),
        Value::Bytes(value) => arguments.add(value.as_slice()),
        Value::Ip(value) => arguments.add(value.to_string()),
        Value::Array(..) | Value::Range(..) => Err("MySQL has no arrays and no ranges".into()),
        Value::Beyond(..) => Err(YEARS.into()),
    }
}

const BEFORE_YEAR_0: &str = "the calendar of MySQL begins with the year 0";

fn add_null(arguments: &mut MySqlArguments, value_type: ValueType) -> Result<(), BoxDynError> {
    match value_type {
        ValueType::Bool => arguments.add(None::<bool>),
        ValueType::Int | ValueType::Duration => arguments.add(None::<i64>),
        ValueType::Float => arguments.add(None::<f64>),
        ValueType::Decimal => arguments.add(None::<Decimal>),
        ValueType::Text | ValueType::Uuid | ValueType::Json | ValueType::Ip => arguments.add(None::<&str>),
        ValueType::Array(_) | ValueType::Range(_) => arguments.add(None::<&str>),
        ValueType::Date => arguments.add(None::<Date>),
        ValueType::DateTime => arguments.add(None::<DateTime>),
        ValueType::Time => arguments.add(None::<Time>),
        ValueType::Bytes => arguments.add(None::<&[u8]>),
    }
}

/// Django keeps a duration as a `bigint` of microseconds.
fn microseconds(duration: SignedDuration) -> Result<i64, BoxDynError> {
    let microseconds = duration.as_nanos().div_euclid(1_000);
    i64::try_from(microseconds).map_err(|_| "its microseconds do not fit 64 bits".into())
}

/// A date or time in the form in which it is sent.
macro_rules! encoded {
    ($($name:ident($bytes:ty) as $type:ty;)*) => {$(
        struct $name($bytes);

        impl Type<MySql> for $name {
            fn type_info() -> MySqlTypeInfo {
                <$type as Type<MySql>>::type_info()
            }
        }

        impl Encode<'_, MySql> for $name {
            fn encode_by_ref(&self, buffer: &mut Vec<u8>) -> Result<IsNull, BoxDynError> {
                buffer.extend_from_slice(&self.0);
                Ok(IsNull::No)
            }
        }
    )*};
}

encoded! {
    Date([u8; 5]) as time::Date;
    DateTime([u8; 12]) as time::PrimitiveDateTime;
    Time([u8; 13]) as time::Time;
}
