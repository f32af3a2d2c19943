//! What generated code stands on: one name for each thing it uses. Not for use by hand.

pub use crate::*;
#[cfg(feature = "chrono")]
pub use chrono;
#[cfg(feature = "time")]
pub use time;
pub use {jiff, rust_decimal, serde, serde_json, uuid};

pub use crate::expr::column;
pub use crate::fields_of::{FieldsOf, More, cloned, same, show};
pub use crate::filter_set::{FilterValue, deserialize_filters};
pub use crate::model::{ColumnOf, DeclaresColumn};
pub use crate::record::{Cons, Here, Nil, Own, There};
pub use crate::serialize::{deserialize, serialize};

/// The values of a filter set's fields, for its lookups.
pub mod filters {
    pub use crate::filter_set::{list, one, range};
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

/// What the module of a model names without a path. All of it at once is one import for the compiler.
pub mod in_model {
    pub use crate::generated as qs;
    pub use crate::{AllFields, At, Expr, Hop, NotNull, Nullable, Path, Related, Root, kind, meta};
}
