//! Django's QuerySet API for Rust, checked at compile time.

#![deny(rustdoc::broken_intra_doc_links)]

extern crate self as queryset;

mod backend;
mod check;
mod compile;
mod context;
mod create;
mod db;
mod ddl;
mod decode;
mod dialect;
mod driver;
mod error;
mod explain;
mod expr;
mod field;
pub mod kind;
mod literal;
mod lookup;
pub mod meta;
mod model;
mod operand;
mod order;
mod path;
mod predicate;
mod query_set;
mod record;
mod related;
mod selection;
mod state;
mod trace;
mod transform;
mod value;

pub use crate::backend::{AnyBackend, Backend, MySql, Postgres, Sqlite};
pub use crate::context::Plain;
pub use crate::db::{Db, PoolOptions, Transaction};
pub use crate::decode::{CellError, Cells, Sink};
pub use crate::driver::Isolation;
pub use crate::error::{BoxError, Error, Violation};
pub use crate::expr::{Expr, outer, raw_sql, raw_sql_predicate};
pub use crate::field::FieldValue;
pub use crate::predicate::{Q, exists};
pub use crate::query_set::QuerySet;
pub use crate::value::{Value, ValueType};
