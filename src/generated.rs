//! What generated code stands on: one name for each thing it uses. Not for use by hand.

pub use crate::*;
#[cfg(feature = "chrono")]
pub use chrono;
#[cfg(feature = "time")]
pub use time;
pub use {jiff, rust_decimal, serde, serde_json, uuid};

pub use crate::filter_set::{FilterValue, deserialize_filters};
pub use crate::record::{Cons, Here, Nil, There};
pub use crate::serialize::{deserialize, serialize};

/// The values of a filter set's fields, for its lookups.
pub mod filters {
    pub use crate::filter_set::{list, one, range};
}

/// A column, as an expression of the type that is expected of it.
#[must_use]
pub const fn column<P, C, K, N>() -> Expr<At<P, C>, K, N> {
    Expr::column()
}

/// The cells of an instance: those of a row from `at` on, in the order of the columns.
pub struct InstanceCells<'c> {
    pub cells: &'c dyn Cells,
    pub at: usize,
    pub columns: &'static [meta::Column],
}

/// Reads the value of the column at a position.
#[inline]
pub fn read<T: FieldValue>(row: &InstanceCells<'_>, position: usize) -> Result<T, Error> {
    crate::field::read(row.cells, row.at + position, &row.columns[position])
}

/// Reads the value of the column at a position, which may be `NULL`.
#[inline]
pub fn read_nullable<T: FieldValue>(row: &InstanceCells<'_>, position: usize) -> Result<Option<T>, Error> {
    crate::field::read_nullable(row.cells, row.at + position, &row.columns[position])
}

/// The value that is bound for a field.
pub fn value<T: FieldValue>(value: &T) -> Value {
    crate::field::value_of(value)
}

/// The value that is bound for a field that may be `NULL`.
pub fn nullable_value<T: FieldValue>(value: Option<&T>) -> Value {
    value.map_or(Value::Null(<T::Base as Base>::VALUE_TYPE), crate::field::value_of)
}

/// The current time, for a datetime.
pub fn now() -> Value {
    crate::field::value_of(&jiff::Timestamp::now())
}

/// The current date in UTC.
pub fn now_date() -> Value {
    Value::Date(jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date())
}

/// The current time of day in UTC.
pub fn now_time() -> Value {
    crate::field::value_of(&jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).time())
}

/// A random UUID.
pub fn new_uuid() -> Value {
    Value::Uuid(uuid::Uuid::new_v4())
}

/// A JSON document that codegen has checked.
pub fn json(text: &str) -> Value {
    Value::Json(serde_json::from_str(text).expect("codegen writes JSON"))
}
