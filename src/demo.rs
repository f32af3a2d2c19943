//! The models of this crate's own tests, examples and documentation: a blog, a shop, a pizzeria, and
//! one model for each situation that a schema can describe.
//!
//! They are generated from `schema/*.toml`, as yours are from your schema files.

mod data;

pub use self::data::{load, load_json, rows_as_json};
use crate::{Invalid, Value};

crate::include_schema!();

/// Models of PostgreSQL alone, with arrays and ranges. They are generated from `schema/postgres/*.toml`.
pub mod on_postgres {
    crate::include_schema!("on_postgres");
}

/// A validator of the demo: a date that is not in the future.
///
/// # Errors
///
/// When it is.
pub fn is_past(value: &Value) -> Result<(), Invalid> {
    match value {
        Value::Date(date) if *date > jiff::Zoned::now().date() => {
            Err(Invalid::new("This day is still to come.").with_code("future"))
        }
        _ => Ok(()),
    }
}
