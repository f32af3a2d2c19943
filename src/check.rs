//! What a column can hold, checked before anything is sent.
//!
//! Databases differ: SQLite takes nearly everything, MySQL names neither table nor value, PostgreSQL
//! no value. So the rules of the schema are checked here, the same for all.

use crate::capability::Capability;
use crate::ddl::unsupported;
use crate::dialect::{Dialect, type_of_bounds};
use crate::error::{Error, cut};
use crate::meta;
use crate::value::{Value, YEARS};

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
    check_column(column, dialect)?;
    check_stored(column, value, dialect)
}

/// Refuses a column that the database does not have.
///
/// # Errors
///
/// [`Error::NotSupported`], naming model and field.
pub(crate) fn check_column(column: &'static meta::Column, dialect: Dialect) -> Result<(), Error> {
    match column.field_type.value_type().is_collection() && !dialect.has(Capability::Arrays) {
        true => Err(unsupported(dialect, column)),
        false => Ok(()),
    }
}

/// Refuses a value that its column, which the database has, cannot hold.
///
/// # Errors
///
/// [`Error::InvalidValue`], naming model, field and value.
#[inline]
pub(crate) fn check_stored(
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

#[inline]
fn refusal(column: &'static meta::Column, value: &Value, dialect: Dialect) -> Option<String> {
    match value {
        Value::Null(_) if !column.null => Some("the field is not declared `null`".to_owned()),
        Value::Int(number) => out_of_range(column, i128::from(*number), dialect),
        Value::UInt(number) => out_of_range(column, i128::from(*number), dialect),
        Value::Text(text) if text.as_bytes().contains(&0) => {
            Some("text cannot hold a NUL character".to_owned())
        }
        Value::Text(text) => {
            // There are no more characters than bytes.
            let most = column.max_length.filter(|most| text.len() > *most as usize)?;
            let length = text.chars().count();
            (length > most as usize)
                .then(|| format!("it has {length} characters, and `max_length` is {most}"))
        }
        Value::Float(number) if !number.is_finite() && !dialect.has(Capability::SpecialFloats) => {
            Some(format!("{} has no such number", dialect.name()))
        }
        Value::Decimal(number) => too_many_digits(column, *number),
        Value::Array(_, items) => refused_item(column, items, dialect),
        Value::Range(_, range) => {
            let mut bounds = [range.lower(), range.upper()].into_iter().flatten();
            bounds.find_map(|bound| refusal(column, bound, dialect))
        }
        Value::Date(date) if date.year() < 1 => Some(YEARS.to_owned()),
        Value::DateTime(datetime) if datetime.year() < 1 => Some(YEARS.to_owned()),
        Value::Beyond(..) => Some(YEARS.to_owned()),
        Value::Duration(duration) if i64::try_from(duration.as_micros()).is_err() => {
            Some("it does not fit 64 bits as microseconds".to_owned())
        }
        _ => None,
    }
}

/// Why an array cannot be stored: because of one of its items, or because there are too many.
fn refused_item(column: &'static meta::Column, items: &[Value], dialect: Dialect) -> Option<String> {
    let meta::FieldType::Array(of) = column.field_type else { return None };
    if let Some(size) = of.size.filter(|size| items.len() > *size as usize) {
        return Some(format!("it has {} items, and `size` is {size}", items.len()));
    }
    items.iter().find_map(|item| match item {
        Value::Null(_) if of.null => None,
        Value::Null(_) => Some("its items are not declared `null`".to_owned()),
        item => refusal(column, item, dialect),
    })
}

fn out_of_range(column: &'static meta::Column, number: i128, dialect: Dialect) -> Option<String> {
    let held = match column.field_type {
        meta::FieldType::Array(items) => items.field_type,
        of => type_of_bounds(of).unwrap_or(of),
    };
    // The same range on every database: a value that was stored on one can be moved to another.
    let (low, high) = dialect.integer_range(held)?;
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
        Value::Text(text) if text.as_bytes().contains(&0) => Err(Error::InvalidParameter {
            value: shown(value),
            reason: "text cannot hold a NUL character".to_owned(),
        }),
        Value::Array(_, items) => items.iter().try_for_each(check_parameter),
        Value::Range(_, range) => {
            [range.lower(), range.upper()].into_iter().flatten().try_for_each(check_parameter)
        }
        Value::Beyond(..) => Err(Error::InvalidParameter { value: shown(value), reason: YEARS.to_owned() }),
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
