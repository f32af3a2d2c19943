//! Rust types that a field can hold.

use std::fmt;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp, civil};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::decode::{CellError, Cells};
use crate::error::Error;
use crate::meta;
use crate::value::{Value, ValueType};

/// A Rust type that a field can hold: the types of this crate's kinds, the enums generated for
/// `choices`, and a user's own.
///
/// A type of your own stands on one of the types that exist, its [`Base`](Self::Base), and goes into
/// a schema by `rust_type = "crate::Slug"`.
///
/// # Example
///
/// ```
/// #[derive(Clone, Debug, PartialEq)]
/// struct Slug(String);
///
/// impl queryset::FieldValue for Slug {
///     type Base = String;
///
///     fn from_base(base: String) -> Result<Self, String> {
///         match base.contains(' ') {
///             false => Ok(Slug(base)),
///             true => Err("a slug has no spaces".to_owned()),
///         }
///     }
///
///     fn to_base(&self) -> String {
///         self.0.clone()
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type that a field can hold",
    label = "not a field's type",
    note = "implement `queryset::FieldValue` for it, on top of a type that is one"
)]
pub trait FieldValue: Clone + fmt::Debug + Send + Sync + Sized + 'static {
    /// The type that it is stored as.
    type Base: Base;

    /// Reads it from what was stored.
    ///
    /// # Errors
    ///
    /// Says in words why the stored value is not one of this type.
    fn from_base(base: Self::Base) -> Result<Self, String>;

    /// What is stored.
    fn to_base(&self) -> Self::Base;
}

/// A type that the drivers know: what a [`FieldValue`] is stored as. Sealed.
pub trait Base: sealed::Sealed + Sized {
    /// Its type as a [`Value`].
    const VALUE_TYPE: ValueType;

    /// Binds it.
    fn into_value(self) -> Value;

    /// Reads it from a cell; `None` is `NULL`.
    ///
    /// # Errors
    ///
    /// When the cell holds something else.
    fn read(cells: &dyn Cells, at: usize) -> Result<Option<Self>, CellError>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! bases {
    ($($ty:ty, $value_type:ident, $into:expr, $read:expr;)*) => {
        $(
            impl sealed::Sealed for $ty {}

            impl Base for $ty {
                const VALUE_TYPE: ValueType = ValueType::$value_type;

                fn into_value(self) -> Value {
                    let into: fn($ty) -> Value = $into;
                    into(self)
                }

                fn read(cells: &dyn Cells, at: usize) -> Result<Option<Self>, CellError> {
                    let read: fn(&dyn Cells, usize) -> Result<Option<$ty>, CellError> = $read;
                    read(cells, at)
                }
            }

            impl FieldValue for $ty {
                type Base = Self;

                fn from_base(base: Self) -> Result<Self, String> {
                    Ok(base)
                }

                fn to_base(&self) -> Self {
                    self.clone()
                }
            }
        )*
    };
}

fn narrow<T: TryFrom<i64>>(value: Option<i64>, expected: &'static str) -> Result<Option<T>, CellError> {
    value.map(|value| T::try_from(value).map_err(|_| CellError::new(expected, value.to_string()))).transpose()
}

bases! {
    bool, Bool, Value::Bool, |cells, at| cells.bool(at);
    i16, Int, |value| Value::Int(value.into()), |cells, at| narrow(cells.int(at)?, "a 16-bit integer");
    i32, Int, |value| Value::Int(value.into()), |cells, at| narrow(cells.int(at)?, "a 32-bit integer");
    i64, Int, Value::Int, |cells, at| cells.int(at);
    u16, Int, |value| Value::Int(value.into()), |cells, at| narrow(cells.int(at)?, "an unsigned 16-bit integer");
    u32, Int, |value| Value::Int(value.into()), |cells, at| narrow(cells.int(at)?, "an unsigned 32-bit integer");
    u64, Int, unsigned, |cells, at| cells.uint(at);
    f64, Float, Value::Float, |cells, at| cells.float(at);
    Decimal, Decimal, Value::Decimal, |cells, at| cells.decimal(at);
    String, Text, Value::Text, |cells, at| cells.text(at);
    civil::Date, Date, Value::Date, |cells, at| cells.date(at);
    Timestamp, DateTime, |value| Value::DateTime(whole_microseconds(value)), |cells, at| cells.datetime(at);
    civil::Time, Time, |value| Value::Time(time_microseconds(value)), |cells, at| cells.time(at);
    SignedDuration, Duration, Value::Duration, |cells, at| cells.duration(at);
    Uuid, Uuid, Value::Uuid, |cells, at| cells.uuid(at);
    serde_json::Value, Json, Value::Json, |cells, at| cells.json(at);
    Vec<u8>, Bytes, Value::Bytes, |cells, at| cells.bytes(at);
    IpAddr, Ip, Value::Ip, |cells, at| cells.ip(at);
}

/// An integer that may be too large for a sign.
pub(crate) fn unsigned(value: u64) -> Value {
    i64::try_from(value).map_or(Value::UInt(value), Value::Int)
}

/// Databases keep microseconds, so what is bound has no more, and a comparison with what was
/// stored earlier holds.
fn whole_microseconds(value: Timestamp) -> Timestamp {
    let nanosecond = value.subsec_nanosecond() / 1000 * 1000;
    Timestamp::new(value.as_second(), nanosecond).expect("fewer digits of a timestamp are one")
}

fn time_microseconds(value: civil::Time) -> civil::Time {
    let nanosecond = value.subsec_nanosecond() / 1000 * 1000;
    value.with().subsec_nanosecond(nanosecond).build().expect("fewer digits of a time are one")
}

/// The value that is bound for `value`.
pub(crate) fn value_of<T: FieldValue>(value: &T) -> Value {
    value.to_base().into_value()
}

/// Reads a field's value; `None` is `NULL`.
///
/// # Errors
///
/// [`Error::Decode`], naming the model and the field.
#[doc(hidden)]
pub fn read_nullable<T: FieldValue>(
    cells: &dyn Cells,
    at: usize,
    column: &'static meta::Column,
) -> Result<Option<T>, Error> {
    read_named(cells, at, column.model, column.name)
}

/// Reads a field's value that cannot be `NULL`.
///
/// # Errors
///
/// [`Error::Decode`] and [`Error::UnexpectedNull`], naming the model and the field.
#[doc(hidden)]
pub fn read<T: FieldValue>(cells: &dyn Cells, at: usize, column: &'static meta::Column) -> Result<T, Error> {
    match read_nullable(cells, at, column)? {
        Some(value) => Ok(value),
        None => Err(Error::UnexpectedNull { model: column.model, field: column.name }),
    }
}

pub(crate) fn read_named<T: FieldValue>(
    cells: &dyn Cells,
    at: usize,
    model: &'static str,
    field: &'static str,
) -> Result<Option<T>, Error> {
    let failed = |source| Error::Decode { model, field, source };
    match T::Base::read(cells, at).map_err(failed)? {
        None => Ok(None),
        Some(base) => match T::from_base(base) {
            Ok(value) => Ok(Some(value)),
            Err(reason) => Err(failed(CellError::new("a value of the field's Rust type", reason))),
        },
    }
}
