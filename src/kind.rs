//! Kinds: what sort of value an expression has. The kind decides the lookups and transforms.
//!
//! Each kind's page has a table of its lookups and transforms: the call, Django's spelling, and the SQL of
//! each database, where values stand in the places of the placeholders that they are bound to.
//!
//! A kind carries the Rust type of its values: `Text<String>`, or `Text<OrderStatus>` for a field
//! with choices. Lookups are methods of [`Expr`](crate::Expr), one `impl` block for each kind.
//! [`Lookup`](crate::Lookup) and [`Transform`](crate::Transform) add your own.

mod function;
mod rules;

use std::marker::PhantomData;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp, civil};

pub(crate) use self::function::{CASTS, NUMBERS};
pub use self::function::{Calculates, CastsFrom, IsText, IsWholeNumber, Number, Passes};
pub(crate) use self::rules::{AVERAGES, EXTREMES, NEGATION, ORDERED, Rule, SUMS, VARIES, out_of};
pub use self::rules::{
    Addition, Averages, Division, HasBits, HasExtremes, HasOrder, HasTruth, Modulo, Multiplication, Negation,
    Nothing, Power, Subtraction, Sums, Unites, Varies,
};
use crate::field::{Base, FieldValue};
use crate::value::{self, Value, ValueType};

/// What sort of value an expression has.
pub trait Kind: Send + Sync + 'static {
    /// The Rust type of its values.
    type Value: FieldValue;
    /// What it shares with the kinds that it can be compared with.
    type Sort;
    /// The type of its values as they are bound.
    #[doc(hidden)]
    const TYPE: ValueType = <<Self::Value as FieldValue>::Base as Base>::VALUE_TYPE;

    /// A value that it [takes](crate::Takes), as it is bound.
    #[doc(hidden)]
    fn bound(value: Value) -> Value {
        value
    }
}

/// The kind of the expressions whose Rust type is `V`.
pub type KindOf<V> = <<V as FieldValue>::Base as Base>::Kind<V>;

/// Text of any length: `char`, `text`, `slug`, `email` and `url` fields.
///
#[doc = include_str!("kind/text.md")]
///
/// SQLite's `LIKE` ignores the case of ASCII letters, so there `contains` is `icontains`, as in
/// Django. MySQL compares by the collation of the column.
pub struct Text<T = String>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Text<T> {
    type Value = T;
    type Sort = Text<()>;
}

/// Whole numbers: `small_integer`, `integer`, `big_integer`, their positive forms, and keys.
///
/// Arithmetic: `+` `-` `*` `/` `%`, and the functions of numbers.
///
#[doc = include_str!("kind/integer.md")]
pub struct Integer<T = i64>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Integer<T> {
    type Value = T;
    type Sort = Integer<()>;
}

/// Floating point numbers: `float` fields.
///
/// Arithmetic: `+` `-` `*` `/`, and the functions of numbers.
///
#[doc = include_str!("kind/float.md")]
pub struct Float<T = f64>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Float<T> {
    type Value = T;
    type Sort = Integer<()>;
}

/// Exact decimal numbers: `decimal` fields.
///
/// Arithmetic: `+` `-` `*` `/`, and the functions of numbers. SQLite stores them as its `NUMERIC`: above 15 digits it rounds.
///
#[doc = include_str!("kind/decimal.md")]
pub struct Decimal<T = rust_decimal::Decimal>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Decimal<T> {
    type Value = T;
    type Sort = Integer<()>;
}

/// True or false: `boolean` fields, and what a predicate is.
///
/// It can also be used as a predicate by itself.
///
#[doc = include_str!("kind/bool.md")]
pub struct Bool<T = bool>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Bool<T> {
    type Value = T;
    type Sort = Bool<()>;
}

/// Calendar dates: `date` fields.
///
#[doc = include_str!("kind/date.md")]
///
/// SQLite's `django_…` functions are those that Django adds to it; they are there on each connection.
pub struct Date<T = civil::Date>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Date<T> {
    type Value = T;
    type Sort = Date<()>;
}

/// Moments: `datetime` fields. They are stored in UTC.
///
/// A [`Timestamp`] ends at 9999-12-30T22:00Z. A field that holds the very end of the year 9999, a
/// common way to say "forever", is read as a datetime in UTC without a zone:
/// `rust_type = "::jiff::civil::DateTime"`. It can be compared with a `Timestamp`, too.
///
#[doc = include_str!("kind/date_time.md")]
///
/// Transforms are in UTC, or in the zone of `at_zone(…)`.
pub struct DateTime<T = Timestamp>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for DateTime<T> {
    type Value = T;
    type Sort = DateTime<()>;
}

/// Times of day: `time` fields.
///
#[doc = include_str!("kind/time.md")]
pub struct Time<T = civil::Time>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Time<T> {
    type Value = T;
    type Sort = Time<()>;
}

/// Spans of time, with microseconds: `duration` fields.
///
#[doc = include_str!("kind/duration.md")]
pub struct Duration<T = SignedDuration>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Duration<T> {
    type Value = T;
    type Sort = Duration<()>;
}

/// UUIDs: `uuid` fields.
///
/// Its text has no hyphens in SQLite and MySQL, as in Django.
///
#[doc = include_str!("kind/uuid.md")]
pub struct Uuid<T = uuid::Uuid>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Uuid<T> {
    type Value = T;
    type Sort = Uuid<()>;
}

/// JSON documents: `json` fields.
///
/// `isnull(true)` asks for SQL's `NULL`; JSON's own `null` is a value:
/// `exact(serde_json::Value::Null)`. Transforms: `key()` and `index()`, which lead to a [`JsonKey`] of
/// any depth, and `as_text()`.
///
#[doc = include_str!("kind/json.md")]
///
/// Keys and values are bound, whatever is in them.
pub struct Json<T = serde_json::Value>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Json<T> {
    type Value = T;
    type Sort = Json<()>;

    fn bound(value: Value) -> Value {
        value::into_json(value)
    }
}

/// What a document has under a key, or an array at an index: `specimen::data.key("a").index(0)`.
///
/// Its value is a [`serde_json::Value`], and `None` where there is no such key. JSON's `null` is a
/// value: [`Value::Null`](serde_json::Value::Null).
///
#[doc = include_str!("kind/json_key.md")]
///
/// SQLite compares the values themselves, where the `CASE` is `'null'`, `'true'` or `'false'` for
/// those three. MariaDB compares the text of values, so there `exact("5")` finds the number 5, too.
/// Both as in Django.
pub struct JsonKey;

impl Kind for JsonKey {
    type Value = serde_json::Value;
    type Sort = Json<()>;

    fn bound(value: Value) -> Value {
        value::into_json(value)
    }
}

/// Arrays, which PostgreSQL has: `array` fields, `array_agg()`, [`array_subquery()`](crate::array_subquery).
///
#[doc = include_str!("kind/array.md")]
pub struct Array<V>(PhantomData<fn() -> V>);

impl<V: FieldValue> Kind for Array<V> {
    type Value = V;
    type Sort = <V::Base as Base>::Sort;
}

/// Ranges, which PostgreSQL has: `integer_range`, `big_integer_range`, `decimal_range`, `date_range` and
/// `datetime_range` fields.
///
#[doc = include_str!("kind/range.md")]
pub struct Range<V>(PhantomData<fn() -> V>);

impl<V: FieldValue> Kind for Range<V> {
    type Value = V;
    type Sort = <V::Base as Base>::Sort;
}

/// Bytes: `binary` fields.
///
#[doc = include_str!("kind/binary.md")]
pub struct Binary<T = Vec<u8>>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Binary<T> {
    type Value = T;
    type Sort = Binary<()>;
}

/// IPv4 and IPv6 addresses: `generic_ip_address` fields.
///
#[doc = include_str!("kind/ip.md")]
pub struct Ip<T = IpAddr>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Ip<T> {
    type Value = T;
    type Sort = Ip<()>;
}

/// Says that an expression of this kind can be compared with one of the kind `K`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` expression cannot be compared with a `{K}` expression",
    label = "the two sides have different kinds",
    note = "Django leaves it to the database, which refuses it or converts one of the two"
)]
pub trait Comparable<K>: Kind {}

#[diagnostic::do_not_recommend]
impl<A: Kind, B: Kind> Comparable<B> for A where A::Sort: Same<B::Sort> {}

/// Says that two types are the same one.
#[doc(hidden)]
pub trait Same<T> {}

impl<T> Same<T> for T {}
