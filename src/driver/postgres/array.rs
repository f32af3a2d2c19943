//! Rows on their way to PostgreSQL as an array for each of their columns.

use sqlx::Arguments;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;
use sqlx::types::Json;

use super::bind::{Date, DateTime, Time, integer, interval, text};
use super::temporal;
use crate::error::Error;
use crate::value::{Value, ValueType, YEARS};

/// The columns of `values`, which are row after row, each as an array. A column has values of one type.
pub(super) fn arguments(values: &[Value], columns: usize) -> Result<PgArguments, Error> {
    let mut arguments = PgArguments::default();
    arguments.reserve(columns, values.len() * 16);
    for (at, first) in values.iter().take(columns).enumerate() {
        let column = Column { values: &values[at..], columns };
        column.add(first.value_type(), &mut arguments)?;
    }
    Ok(arguments)
}

struct Column<'v> {
    /// From the first of the column on.
    values: &'v [Value],
    columns: usize,
}

impl<'v> Column<'v> {
    fn add(&self, value_type: ValueType, arguments: &mut PgArguments) -> Result<(), Error> {
        macro_rules! array {
            ($pattern:pat => $item:expr) => {
                arguments.add(self.items(|value| match value {
                    $pattern => $item,
                    other => {
                        Err(format!("an array of {value_type} values has no {}", other.value_type()).into())
                    }
                })?)
            };
        }
        let added = match value_type {
            ValueType::Bool => array!(Value::Bool(value) => Ok(*value)),
            ValueType::Int => array!(value @ (Value::Int(_) | Value::UInt(_)) => integer(value)),
            ValueType::Float => array!(Value::Float(value) => Ok(*value)),
            ValueType::Decimal => array!(Value::Decimal(value) => Ok(*value)),
            ValueType::Text => array!(Value::Text(value) => text(value)),
            ValueType::Date => array!(Value::Date(value) => Ok(Date(temporal::days(*value)))),
            ValueType::DateTime => {
                array!(Value::DateTime(value) => Ok(DateTime(temporal::microseconds(*value))))
            }
            ValueType::Time => array!(Value::Time(value) => Ok(Time(temporal::microseconds_of_day(*value)))),
            ValueType::Duration => array!(Value::Duration(value) => interval(*value)),
            ValueType::Uuid => array!(Value::Uuid(value) => Ok(*value)),
            ValueType::Json => array!(Value::Json(value) => Ok(Json(value))),
            ValueType::Bytes => array!(Value::Bytes(value) => Ok(value.as_slice())),
            ValueType::Ip => array!(Value::Ip(value) => Ok(*value)),
            ValueType::Array(_) | ValueType::Range(_) => {
                Err("there is no array of arrays or of ranges".into())
            }
        };
        added.map_err(|reason| refused(&self.values[0], &reason))
    }

    fn items<T>(&self, item: impl Fn(&'v Value) -> Result<T, BoxDynError>) -> Result<Vec<Option<T>>, Error> {
        let items = self.values.iter().step_by(self.columns).map(|value| match value {
            Value::Null(_) => Ok(None),
            Value::Beyond(..) => Err(refused(value, &YEARS.into())),
            value => item(value).map(Some).map_err(|reason| refused(value, &reason)),
        });
        items.collect()
    }
}

fn refused(value: &Value, reason: &BoxDynError) -> Error {
    Error::InvalidParameter { value: value.to_string(), reason: reason.to_string() }
}
