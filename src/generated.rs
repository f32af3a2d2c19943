//! What generated code stands on: one name for each thing it uses. Not for use by hand.

pub use crate::*;
#[cfg(feature = "chrono")]
pub use chrono;
#[cfg(feature = "time")]
pub use time;
pub use {jiff, rust_decimal, serde, serde_json, uuid};

pub use crate::field::{read, read_nullable};
pub use crate::filter_set::{FilterValue, deserialize_filters};
pub use crate::record::{Cons, Here, Nil, There};
pub use crate::serialize::{deserialize, serialize};

/// The values of a filter set's fields, for its lookups.
pub mod filters {
    pub use crate::filter_set::{list, one, range};
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

/// The columns of the model `Self` and their values as a list of types.
#[doc(hidden)]
#[macro_export]
macro_rules! __fields {
    () => { $crate::generated::Nil };
    ($column:ty => $value:ty; $($rest:tt)*) => {
        $crate::generated::Cons<
            $crate::generated::At<$crate::generated::Root<Self>, $column>,
            $value,
            $crate::__fields!($($rest)*),
        >
    };
}

pub use __fields as fields;
