//! The models of this crate's own tests, examples and documentation: a blog, a shop, a pizzeria, and
//! one model for each situation that a schema can describe.
//!
//! They are generated from `schema/*.toml`, as yours are from your schema files.

mod data;

pub use self::data::{load, load_json, rows_as_json};

crate::include_schema!();
