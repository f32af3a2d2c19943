//! Rust types that a field can hold.

#[cfg(feature = "chrono")]
mod chrono;
mod collection;
#[cfg(feature = "time")]
mod time;

use std::fmt;
use std::net::IpAddr;

use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, civil};
use rust_decimal::Decimal;
use uuid::Uuid;

pub use self::collection::{ArrayItem, BoundBase, HasBounds, HasItems, Items};
use crate::create::ValueCells;
use crate::decode::{CellError, Cells};
use crate::error::Error;
use crate::kind::{self, Kind};
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

    /// What is bound: the base, but for types that hold more than it.
    #[doc(hidden)]
    fn to_value(&self) -> Value {
        self.to_base().into_value()
    }

    /// What is bound, of a value that is not needed any more.
    #[doc(hidden)]
    fn into_bound(self) -> Value {
        self.to_value()
    }
}

/// A type that the drivers know: what a [`FieldValue`] is stored as. Sealed.
pub trait Base: sealed::Sealed + Sized {
    /// Its type as a [`Value`].
    const VALUE_TYPE: ValueType;

    /// What its kind shares with those that it can be compared with.
    #[doc(hidden)]
    type Sort;

    /// The kind of the expressions with values of the type `T`, which stands on this one.
    type Kind<T: FieldValue<Base = Self>>: Kind<Value = T>;

    /// Binds it.
    fn into_value(self) -> Value;

    /// Reads it from a cell; `None` is `NULL`.
    ///
    /// # Errors
    ///
    /// When the cell holds something else.
    fn read(cells: &dyn Cells, at: usize) -> Result<Option<Self>, CellError>;

    /// Reads it from a cell of a column, of decimal numbers with so many digits after the point.
    #[doc(hidden)]
    #[inline]
    fn read_column(
        cells: &dyn Cells,
        at: usize,
        _places: impl FnOnce() -> Option<u32>,
    ) -> Result<Option<Self>, CellError> {
        Self::read(cells, at)
    }

    /// Takes it out of a value; `None` is `NULL`.
    #[doc(hidden)]
    fn of_value(value: Value) -> Result<Option<Self>, CellError> {
        Self::read(&ValueCells::new(&mut [value]), 0)
    }
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! bases {
    ($($ty:ty, $kind:ident, $value_type:ident, $into:expr, $read:expr $(, $same:ident $(, $read_column:expr)?)?;)*) => {
        $(
            impl sealed::Sealed for $ty {}

            impl Base for $ty {
                const VALUE_TYPE: ValueType = ValueType::$value_type;

                type Sort = <kind::$kind<$ty> as Kind>::Sort;
                type Kind<T: FieldValue<Base = Self>> = kind::$kind<T>;

                #[inline]
                fn into_value(self) -> Value {
                    let into: fn($ty) -> Value = $into;
                    into(self)
                }

                #[inline]
                fn read(cells: &dyn Cells, at: usize) -> Result<Option<Self>, CellError> {
                    let read: fn(&dyn Cells, usize) -> Result<Option<$ty>, CellError> = $read;
                    read(cells, at)
                }

                $($(
                    fn read_column(
                        cells: &dyn Cells,
                        at: usize,
                        places: impl FnOnce() -> Option<u32>,
                    ) -> Result<Option<Self>, CellError> {
                        $read_column(cells, at, places())
                    }
                )?)?

                #[inline]
                fn of_value(value: Value) -> Result<Option<Self>, CellError> {
                    match value {
                        $(Value::$same(value) => Ok(Some(value)),)?
                        Value::Null(_) => Ok(None),
                        value => <Self as Base>::read(&ValueCells::new(&mut [value]), 0),
                    }
                }
            }

            impl FieldValue for $ty {
                type Base = Self;

                #[inline]
                fn from_base(base: Self) -> Result<Self, String> {
                    Ok(base)
                }

                fn to_base(&self) -> Self {
                    self.clone()
                }

                #[inline]
                fn into_bound(self) -> Value {
                    self.into_value()
                }
            }
        )*
    };
}

fn narrow<T: TryFrom<i64>>(value: Option<i64>, expected: &'static str) -> Result<Option<T>, CellError> {
    value.map(|value| T::try_from(value).map_err(|_| CellError::new(expected, value.to_string()))).transpose()
}

/// A decimal number with the places of its column, also where the database keeps none: `5.00` and not `5`.
fn read_decimal(cells: &dyn Cells, at: usize, places: Option<u32>) -> Result<Option<Decimal>, CellError> {
    let number = cells.decimal(at)?;
    Ok(match places {
        Some(places) if !cells.keeps_places() => number.map(|number| with_places(number, places)),
        _ => number,
    })
}

fn with_places(number: Decimal, places: u32) -> Decimal {
    let mut number = number.round_dp(places);
    number.rescale(places);
    number
}

bases! {
    bool, Bool, Bool, Value::Bool, |cells, at| cells.bool(at), Bool;
    i16, Integer, Int, |value| Value::Int(value.into()), |cells, at| narrow(cells.int(at)?, "a 16-bit integer");
    i32, Integer, Int, |value| Value::Int(value.into()), |cells, at| narrow(cells.int(at)?, "a 32-bit integer");
    i64, Integer, Int, Value::Int, |cells, at| cells.int(at), Int;
    u16, Integer, Int, |value| Value::Int(value.into()), |cells, at| narrow(cells.int(at)?, "an unsigned 16-bit integer");
    u32, Integer, Int, |value| Value::Int(value.into()), |cells, at| narrow(cells.int(at)?, "an unsigned 32-bit integer");
    u64, Integer, Int, unsigned, |cells, at| cells.uint(at);
    f64, Float, Float, Value::Float, |cells, at| cells.float(at), Float;
    Decimal, Decimal, Decimal, Value::Decimal, |cells, at| cells.decimal(at), Decimal, read_decimal;
    String, Text, Text, Value::Text, |cells, at| cells.text(at), Text;
    civil::Date, Date, Date, Value::Date, |cells, at| cells.date(at), Date;
    civil::DateTime, DateTime, DateTime, |value| Value::DateTime(whole_microseconds(value)), |cells, at| cells.datetime(at), DateTime;
    civil::Time, Time, Time, |value| Value::Time(time_microseconds(value)), |cells, at| cells.time(at), Time;
    SignedDuration, Duration, Duration, Value::Duration, |cells, at| cells.duration(at), Duration;
    Uuid, Uuid, Uuid, Value::Uuid, |cells, at| cells.uuid(at), Uuid;
    serde_json::Value, Json, Json, |value| Value::Json(value.into()), |cells, at| cells.json(at);
    Vec<u8>, Binary, Bytes, Value::Bytes, |cells, at| cells.bytes(at), Bytes;
    IpAddr, Ip, Ip, Value::Ip, |cells, at| cells.ip(at), Ip;
}

/// An integer that may be too large for a sign.
pub(crate) fn unsigned(value: u64) -> Value {
    i64::try_from(value).map_or(Value::UInt(value), Value::Int)
}

impl FieldValue for Timestamp {
    type Base = civil::DateTime;

    fn from_base(base: civil::DateTime) -> Result<Self, String> {
        Offset::UTC.to_timestamp(base).map_err(|_| {
            let (first, last) = (Timestamp::MIN, Timestamp::MAX);
            format!(
                "{base}Z, and a `jiff::Timestamp` is {first} to {last}; \
                 a field of `rust_type = \"::jiff::civil::DateTime\"` reads it, in UTC"
            )
        })
    }

    fn to_base(&self) -> civil::DateTime {
        Offset::UTC.to_datetime(*self)
    }
}

/// What is bound for a value of another library, which may know years that its base does not.
#[cfg(any(feature = "chrono", feature = "time"))]
fn base_or_beyond<T: Base>(base: Option<T>, shown: &dyn fmt::Display) -> Value {
    base.map_or_else(|| Value::Beyond(&T::VALUE_TYPE, shown.to_string().into()), Base::into_value)
}

/// Databases keep microseconds, so what is bound has no more, and a comparison with what was
/// stored earlier holds.
fn whole_microseconds(value: civil::DateTime) -> civil::DateTime {
    value.date().to_datetime(time_microseconds(value.time()))
}

fn time_microseconds(value: civil::Time) -> civil::Time {
    let nanosecond = value.subsec_nanosecond() / 1000 * 1000;
    value.with().subsec_nanosecond(nanosecond).build().expect("fewer digits of a time are one")
}

/// The value that is bound for `value`.
pub(crate) fn value_of<T: FieldValue>(value: &T) -> Value {
    value.to_value()
}

/// Reads a field's value; `None` is `NULL`.
///
/// # Errors
///
/// [`Error::Decode`], naming the model and the field.
#[inline]
pub(crate) fn read_nullable<T: FieldValue>(
    cells: &dyn Cells,
    at: usize,
    column: &'static meta::Column,
) -> Result<Option<T>, Error> {
    read_cell(cells, at, || CellOf::column(column))
}

/// Reads a field's value that cannot be `NULL`.
///
/// # Errors
///
/// [`Error::Decode`] and [`Error::UnexpectedNull`], naming the model and the field.
#[inline]
pub(crate) fn read<T: FieldValue>(
    cells: &dyn Cells,
    at: usize,
    column: &'static meta::Column,
) -> Result<T, Error> {
    match read_nullable(cells, at, column)? {
        Some(value) => Ok(value),
        None => Err(missing(column)),
    }
}

#[cold]
pub(crate) fn missing(column: &'static meta::Column) -> Error {
    Error::UnexpectedNull { model: column.model, field: column.name }
}

/// Reads a cell of a column, as the value that would be bound for it.
///
/// # Errors
///
/// [`Error::Decode`] and [`Error::UnexpectedNull`], naming the model and the field.
pub(crate) fn read_value(
    cells: &dyn Cells,
    at: usize,
    column: &'static meta::Column,
) -> Result<Value, Error> {
    match read_joined(cells, at, column)? {
        Value::Null(_) if !column.null => Err(missing(column)),
        value => Ok(value),
    }
}

/// Reads a cell of a column whose row may be missing, as the value that would be bound for it.
///
/// # Errors
///
/// [`Error::Decode`], naming the model and the field.
pub(crate) fn read_joined(
    cells: &dyn Cells,
    at: usize,
    column: &'static meta::Column,
) -> Result<Value, Error> {
    // Most of them are keys, which are read without a detour.
    if column.field_type.is_signed_int()
        && let Ok(Some(value)) = cells.int(at)
    {
        return Ok(Value::Int(value));
    }
    let unsigned = column.field_type.is_unsigned();
    let value = read_as(cells, at, column.field_type.value_type(), unsigned, CellOf::column(column))?;
    Ok(value.unwrap_or_else(|| crate::check::null_of(column)))
}

/// Reads a cell as a value of a type, as it would be bound. Integers may be above [`i64::MAX`] where they
/// are `unsigned`.
///
/// # Errors
///
/// [`Error::Decode`], naming the model and the field.
pub(crate) fn read_as(
    cells: &dyn Cells,
    at: usize,
    value_type: ValueType,
    unsigned: bool,
    of: CellOf,
) -> Result<Option<Value>, Error> {
    let value = match value_type {
        ValueType::Decimal => read_decimal(cells, at, of.places).map(|number| number.map(Value::Decimal)),
        _ => read_typed(cells, at, value_type, unsigned),
    };
    value.map_err(|source| unread(of, source))
}

/// Reads a cell, which may be one of an array.
fn read_typed(
    cells: &dyn Cells,
    at: usize,
    value_type: ValueType,
    unsigned: bool,
) -> Result<Option<Value>, CellError> {
    match value_type {
        ValueType::Int if unsigned => read_base::<u64>(cells, at),
        ValueType::Int => read_base::<i64>(cells, at),
        ValueType::Text => read_base::<String>(cells, at),
        ValueType::Bool => read_base::<bool>(cells, at),
        ValueType::Float => read_base::<f64>(cells, at),
        ValueType::Decimal => read_base::<Decimal>(cells, at),
        ValueType::Date => read_base::<civil::Date>(cells, at),
        ValueType::DateTime => read_base::<civil::DateTime>(cells, at),
        ValueType::Time => read_base::<civil::Time>(cells, at),
        ValueType::Duration => read_base::<SignedDuration>(cells, at),
        ValueType::Uuid => read_base::<Uuid>(cells, at),
        ValueType::Json => read_base::<serde_json::Value>(cells, at),
        ValueType::Bytes => read_base::<Vec<u8>>(cells, at),
        ValueType::Ip => read_base::<IpAddr>(cells, at),
        ValueType::Array(of) => collection::read_array(cells, at, of),
        ValueType::Range(of) => collection::read_range(cells, at, of),
    }
}

fn read_base<T: Base>(cells: &dyn Cells, at: usize) -> Result<Option<Value>, CellError> {
    Ok(T::read(cells, at)?.map(Base::into_value))
}

/// What a cell is read for. It is asked for where there is an error, and by decimal numbers.
#[derive(Clone, Copy, Debug)]
pub struct CellOf {
    pub(crate) model: &'static str,
    pub(crate) field: &'static str,
    /// The digits after the point that a column of decimal numbers has.
    pub(crate) places: Option<u32>,
}

impl CellOf {
    /// A value that is no column's.
    pub(crate) fn value(model: &'static str, field: &'static str) -> Self {
        Self { model, field, places: None }
    }

    pub(crate) fn column(column: &'static meta::Column) -> Self {
        let places = column.decimal.map(|digits| digits.decimal_places);
        Self { model: column.model, field: column.name, places }
    }
}

#[inline]
pub(crate) fn read_cell<T: FieldValue>(
    cells: &dyn Cells,
    at: usize,
    of: impl Fn() -> CellOf,
) -> Result<Option<T>, Error> {
    of_base(T::Base::read_column(cells, at, || of().places), of)
}

/// Takes a field's value out of what was bound for it; `None` is `NULL`.
///
/// # Errors
///
/// [`Error::Decode`], naming the model and the field.
#[inline]
pub(crate) fn of_value<T: FieldValue>(
    value: Value,
    column: &'static meta::Column,
) -> Result<Option<T>, Error> {
    of_base(T::Base::of_value(value), || CellOf::column(column))
}

#[inline]
fn of_base<T: FieldValue>(
    base: Result<Option<T::Base>, CellError>,
    of: impl Fn() -> CellOf,
) -> Result<Option<T>, Error> {
    match base {
        Ok(None) => Ok(None),
        Ok(Some(base)) => match T::from_base(base) {
            Ok(value) => Ok(Some(value)),
            Err(reason) => Err(unread(of(), CellError::Refused(reason))),
        },
        Err(source) => Err(unread(of(), source)),
    }
}

#[cold]
pub(crate) fn unread(CellOf { model, field, .. }: CellOf, source: CellError) -> Error {
    Error::Decode { model, field, source }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(any(feature = "chrono", feature = "time"))]
    use crate::check::check_parameter;

    /// Checks what is bound for a value, and that the value is read from it again.
    #[track_caller]
    pub(super) fn check_both_ways<T: FieldValue + PartialEq>(value: T, bound: Value) {
        assert_eq!(value_of(&value), bound);
        assert_eq!(T::from_base(value.to_base()), Ok(value));
    }

    /// Checks that a value is refused before it is sent, and how it is shown.
    #[track_caller]
    #[cfg(any(feature = "chrono", feature = "time"))]
    pub(super) fn check_refused<T: FieldValue>(value: &T, value_type: &'static ValueType, shown: &str) {
        let bound = value_of(value);
        assert_eq!(bound, Value::Beyond(value_type, shown.into()));
        let refusal = check_parameter(&bound).map_err(|error| error.to_string());
        let expected = format!("the database cannot take the value {shown}: a year is 1 to 9999");
        assert_eq!(refusal, Err(expected));
    }

    fn moment(text: &str) -> Timestamp {
        text.parse().expect("a timestamp")
    }

    #[test]
    fn a_decimal_gets_the_places_of_its_column_as_python_rounds() {
        let read = |text: &str| with_places(text.parse().expect("a decimal"), 4).to_string();
        assert_eq!(["2", "0.00025", "0.00035", "-1.5"].map(read), ["2.0000", "0.0002", "0.0004", "-1.5000"]);
    }

    #[test]
    fn a_timestamp_is_a_datetime_in_utc() {
        let bound = civil::datetime(2024, 3, 5, 4, 7, 8, 250_000_000);
        check_both_ways(moment("2024-03-05T06:07:08.25+02:00"), Value::DateTime(bound));
        check_both_ways(bound, Value::DateTime(bound));
    }

    #[test]
    fn what_is_finer_than_microseconds_is_cut_off_towards_the_past() {
        let bound = Value::DateTime(civil::datetime(2024, 3, 5, 6, 7, 8, 1_000));
        assert_eq!(value_of(&moment("2024-03-05T06:07:08.000001999Z")), bound);
        let bound = Value::DateTime(civil::datetime(1969, 12, 31, 23, 59, 59, 999_999_000));
        assert_eq!(value_of(&moment("1969-12-31T23:59:59.999999999Z")), bound);
        let bound = Value::DateTime(civil::datetime(9999, 12, 31, 23, 59, 59, 999_999_000));
        assert_eq!(value_of(&civil::DateTime::MAX), bound);
    }

    #[test]
    fn the_end_of_the_year_9999_is_no_timestamp() {
        let last = civil::datetime(9999, 12, 31, 23, 59, 59, 999_999_000);
        assert_eq!(civil::DateTime::from_base(last), Ok(last));
        let expected = "9999-12-31T23:59:59.999999Z, and a `jiff::Timestamp` is -009999-01-02T01:59:59Z to \
             9999-12-30T22:00:00.999999999Z; a field of `rust_type = \"::jiff::civil::DateTime\"` reads it, in UTC";
        assert_eq!(Timestamp::from_base(last), Err(expected.to_owned()));
    }
}
