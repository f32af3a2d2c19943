//! Django's QuerySet API for Rust, checked at compile time.

mod ddl;
mod decode;
mod driver;
mod error;
pub mod meta;
mod value;

pub use crate::decode::{CellError, Cells, Sink};
pub use crate::driver::Isolation;
pub use crate::error::{BoxError, Error, Violation};
pub use crate::value::{Value, ValueType};
