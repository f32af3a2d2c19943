//! What a column can hold, checked before anything is sent.
//!
//! Databases differ: SQLite takes nearly everything, MySQL names neither table nor value, PostgreSQL
//! no value. So the rules of the schema are checked here, the same for all.

use crate::capability::Capability;
use crate::dialect::Dialect;
use crate::error::{Error, cut};
use crate::meta;
use crate::value::{Value, ValueType, YEARS};

/// Refuses a value that its column cannot hold.
///
/// # Errors
///
/// [`Error::InvalidValue`], naming model, field and value.
pub(crate) fn check_value(
    column: &'static meta::Column,
    value: &Value,
    dialect: Dialect,
) -> Result<(), Error> {
    match refusal(column, value, dialect) {
        None => Ok(()),
        Some(reason) => {
            Err(Error::InvalidValue { model: column.model, field: column.name, value: shown(value), reason })
        }
    }
}

fn refusal(column: &'static meta::Column, value: &Value, dialect: Dialect) -> Option<String> {
    match value {
        Value::Null(_) if !column.null => Some("the field is not declared `null`".to_owned()),
        Value::Int(number) => out_of_range(column, i128::from(*number), dialect),
        Value::UInt(number) => out_of_range(column, i128::from(*number), dialect),
        Value::Text(text) if text.contains('\0') => Some("text cannot hold a NUL character".to_owned()),
        Value::Text(text) => {
            let length = text.chars().count();
            let most = column.max_length.filter(|most| length > *most as usize)?;
            Some(format!("it has {length} characters, and `max_length` is {most}"))
        }
        Value::Float(number) if !number.is_finite() && !dialect.has(Capability::SpecialFloats) => {
            Some(format!("{} has no such number", dialect.name()))
        }
        Value::Decimal(number) => too_many_digits(column, *number),
        Value::Date(date) if date.year() < 1 => Some(YEARS.to_owned()),
        Value::DateTime(datetime) if datetime.year() < 1 => Some(YEARS.to_owned()),
        Value::Beyond(..) => Some(YEARS.to_owned()),
        Value::Duration(duration) if i64::try_from(duration.as_micros()).is_err() => {
            Some("it does not fit 64 bits as microseconds".to_owned())
        }
        _ => None,
    }
}

fn out_of_range(column: &'static meta::Column, number: i128, dialect: Dialect) -> Option<String> {
    // The same range on every database: a value that was stored on one can be moved to another.
    let (low, high) = dialect.integer_range(column.field_type)?;
    let fits = (low..=high).contains(&number);
    (!fits).then(|| format!("the column holds {low} to {high}"))
}

fn too_many_digits(column: &'static meta::Column, number: rust_decimal::Decimal) -> Option<String> {
    let meta::Digits { max_digits, decimal_places } = column.decimal?;
    let number = number.normalize();
    if number.scale() > decimal_places {
        return Some(format!(
            "it has {} digits after the point, and `decimal_places` is {decimal_places}",
            number.scale()
        ));
    }
    let whole = number.trunc().abs().mantissa();
    let digits = if whole == 0 { 0 } else { whole.ilog10() + 1 };
    let most = max_digits - decimal_places;
    (digits > most).then(|| format!("it has {digits} digits before the point, and the column holds {most}"))
}

/// Refuses a value that no database can take, whatever it is for.
///
/// # Errors
///
/// [`Error::InvalidParameter`], naming the value.
pub(crate) fn check_parameter(value: &Value) -> Result<(), Error> {
    match value {
        Value::Text(text) if text.contains('\0') => Err(Error::InvalidParameter {
            value: shown(value),
            reason: "text cannot hold a NUL character".to_owned(),
        }),
        Value::Beyond(value_type, _) => {
            let reason = match value_type {
                ValueType::Json => "an array is read from the database, and not sent to it",
                _ => YEARS,
            };
            Err(Error::InvalidParameter { value: shown(value), reason: reason.to_owned() })
        }
        _ => Ok(()),
    }
}

/// The value for a message.
fn shown(value: &Value) -> String {
    cut(&value.to_string())
}

/// A typed `NULL` for a column.
pub(crate) fn null_of(column: &'static meta::Column) -> Value {
    Value::Null(column.field_type.value_type())
}
