//! Kinds: what sort of value an expression has. The kind decides the lookups and transforms.
//!
//! Each kind's page has a table of its lookups and transforms: the call, Django's spelling, and the SQL of
//! each database, where values stand in the places of the placeholders that they are bound to.
//!
//! A kind carries the Rust type of its values: `Text<String>`, or `Text<OrderStatus>` for a field
//! with choices. Lookups are methods of [`Expr`](crate::Expr), one `impl` block for each kind.
//! [`Lookup`](crate::Lookup) and [`Transform`](crate::Transform) add your own.

mod function;

use std::marker::PhantomData;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp, civil};

pub use self::function::{Calculates, CastsFrom, IsText, IsWholeNumber, Number, Passes};
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

/// Kinds that have an order: everything but documents and bytes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` expressions have no order: `gt`, `gte`, `lt`, `lte` and `range` do not exist for them",
    label = "not a lookup of `{Self}`",
    note = "Django lets each database order them in its own way, or fail"
)]
pub trait HasOrder: Kind {}

macro_rules! has_order {
    ($($kind:ident)*) => { $(#[diagnostic::do_not_recommend] impl<T: FieldValue> HasOrder for $kind<T> {})* };
}

has_order! { Text Integer Float Decimal Bool Date DateTime Time Duration Uuid Ip Array Range }

#[diagnostic::do_not_recommend]
impl HasOrder for JsonKey {}

/// The kind of a sum.
#[diagnostic::on_unimplemented(
    message = "no sum of `{Self}` and `{K}` expressions",
    label = "neither two numbers that go together, nor a date and a duration",
    note = "Django raises FieldError: Cannot infer type of '+' expression involving these types"
)]
pub trait Addition<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// The kind of a difference.
#[diagnostic::on_unimplemented(
    message = "no difference of `{Self}` and `{K}` expressions",
    label = "neither two numbers that go together, nor two dates, nor a date and a duration",
    note = "Django raises FieldError: Cannot infer type of '-' expression involving these types"
)]
pub trait Subtraction<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// The kind of a product.
#[diagnostic::on_unimplemented(
    message = "no product of `{Self}` and `{K}` expressions",
    label = "not two numbers that go together: a decimal and a float do not",
    note = "Django raises FieldError: Cannot infer type of '*' expression involving these types"
)]
pub trait Multiplication<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// The kind of a quotient. That of two integers is the integer towards zero.
#[diagnostic::on_unimplemented(
    message = "no division of a `{Self}` by a `{K}` expression",
    label = "not two numbers that go together: a decimal and a float do not",
    note = "Django raises FieldError: Cannot infer type of '/' expression involving these types"
)]
pub trait Division<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// The kind of a remainder.
#[diagnostic::on_unimplemented(
    message = "no remainder of a `{Self}` by a `{K}` expression",
    label = "neither two integers nor two decimals",
    note = "databases differ in what `7.5 % 2` is, or have no such operator"
)]
pub trait Modulo<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// The kind of a power.
#[diagnostic::on_unimplemented(
    message = "no power of a `{Self}` expression by a `{K}`",
    label = "one of the two is not a number, or they are numbers of two kinds",
    note = "Django raises FieldError: Cannot infer type of '^' expression involving these types"
)]
pub trait Power<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// Kinds that have a minus.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` expression has no minus",
    label = "not a number",
    note = "for an order from the greatest to the smallest, write `entry::pub_date.desc()`",
    note = "Django raises FieldError: Cannot infer type of '*' expression involving these types"
)]
pub trait Negation: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// The kind of an expression that is one or the other: `coalesce()`, `greatest()`, the branches of a
/// `case()`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` and `{K}` values do not stand in one expression",
    label = "the values have different kinds",
    note = "convert one of them: `entry::rating.cast::<kind::Text>()`",
    note = "Django raises FieldError: Expression contains mixed types: CharField, IntegerField. You must set output_field."
)]
pub trait Unites<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

macro_rules! rules {
    ($($($rule:ident)+: { $($a:ident $b:ident => $out:ident;)* })*) => {
        $(rules! { @each [$($rule)+] { $($a $b => $out;)* } })*
    };
    (@each [$rule:ident $($rest:ident)*] $table:tt) => {
        rules! { @rule $rule $table }
        rules! { @each [$($rest)*] $table }
    };
    (@each [] $table:tt) => {};
    (@rule $rule:ident { $($a:ident $b:ident => $out:ident;)* }) => {
        $(#[diagnostic::do_not_recommend] impl<T: FieldValue, U: FieldValue> $rule<$b<U>> for $a<T> { type Out = $out; })*
    };
}

rules! {
    Addition Subtraction Multiplication Division Modulo Power Unites: {
        Integer Integer => Integer;
        Decimal Decimal => Decimal;
    }
    Addition Subtraction Multiplication Division Modulo Unites: {
        Integer Decimal => Decimal;
        Decimal Integer => Decimal;
    }
    Addition Subtraction Multiplication Division Unites: {
        Integer Float => Float;
        Float Integer => Float;
    }
    Addition Subtraction Multiplication Division Power Unites: {
        Float Float => Float;
    }
    Addition: {
        Duration Date => DateTime;
        Duration DateTime => DateTime;
    }
    Addition Subtraction: {
        Duration Duration => Duration;
        Date Duration => DateTime;
        DateTime Duration => DateTime;
    }
    Subtraction: {
        Date Date => Duration;
        DateTime DateTime => Duration;
        Time Time => Duration;
    }
    Calculates: {
        Integer Integer => Float;
        Integer Float => Float;
        Float Integer => Float;
        Float Float => Float;
        Integer Decimal => Decimal;
        Decimal Integer => Decimal;
        Decimal Decimal => Decimal;
    }
    Unites: {
        Text Text => Text;
        Bool Bool => Bool;
        Json Json => Json;
        Binary Binary => Binary;
    }
}

macro_rules! unites_its_own {
    ($($kind:ident)*) => {
        $(#[diagnostic::do_not_recommend] impl<T: FieldValue, U: FieldValue> Unites<$kind<U>> for $kind<T> { type Out = $kind<T>; })*
    };
}

unites_its_own! { Date DateTime Time Duration Uuid Ip }

macro_rules! keys_unite {
    ($([$($generics:tt)*] $left:ty, $right:ty;)*) => {
        $(#[diagnostic::do_not_recommend] impl<$($generics)*> Unites<$right> for $left { type Out = Json; })*
    };
}

keys_unite! {
    [] JsonKey, JsonKey;
    [T: FieldValue] JsonKey, Json<T>;
    [T: FieldValue] Json<T>, JsonKey;
}

/// The kind of a sum over several rows.
#[diagnostic::on_unimplemented(
    message = "no `sum()` of a `{Self}` expression",
    label = "neither a number nor a duration",
    note = "Django leaves it to the database, which refuses it, or takes text for a number"
)]
pub trait Sums: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// The kind of an average.
#[diagnostic::on_unimplemented(
    message = "no `avg()` of a `{Self}` expression",
    label = "neither a number nor a duration",
    note = "Django leaves it to the database, which refuses it, or takes text for a number"
)]
pub trait Averages: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// The kind of a standard deviation or a variance.
#[diagnostic::on_unimplemented(
    message = "no `stddev()` and no `variance()` of a `{Self}` expression",
    label = "not a number",
    note = "Django leaves it to the database, which refuses it, or takes text for a number"
)]
pub trait Varies: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// Kinds that have a greatest and a smallest value on every database.
#[diagnostic::on_unimplemented(
    message = "no `max()` and no `min()` of a `{Self}` expression",
    label = "not a kind that every database finds the greatest value of",
    note = "PostgreSQL has none for booleans and UUIDs; Django raises ProgrammingError there"
)]
pub trait HasExtremes: Kind {}

/// Kinds of what is true or false: `bool_and()` and `bool_or()`.
#[diagnostic::on_unimplemented(
    message = "no `bool_and()` and no `bool_or()` of a `{Self}` expression",
    label = "not a boolean",
    note = "a predicate is one: `entry::rating.gt(3).expr().bool_and()`",
    note = "Django raises ProgrammingError: function bool_and(integer) does not exist"
)]
pub trait HasTruth: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// Kinds that have bits: `bit_and()`, `bit_or()` and `bit_xor()`.
#[diagnostic::on_unimplemented(
    message = "no `bit_and()`, `bit_or()` and `bit_xor()` of a `{Self}` expression",
    label = "not an integer",
    note = "Django raises ProgrammingError: function bit_and(double precision) does not exist"
)]
pub trait HasBits: Kind {
    /// The kind of the result.
    type Out: Kind;
}

macro_rules! aggregated {
    ($rule:ident: $($kind:ident => $out:ty;)*) => {
        $(#[diagnostic::do_not_recommend] impl<T: FieldValue> $rule for $kind<T> { type Out = $out; })*
    };
}

aggregated! { Negation: Integer => Integer; Float => Float; Decimal => Decimal; }
aggregated! { Sums: Integer => Integer; Float => Float; Decimal => Decimal; Duration => Duration<T>; }
aggregated! { Averages: Integer => Float; Float => Float; Decimal => Decimal; Duration => Duration<T>; }
aggregated! { HasTruth: Bool => Bool; }
aggregated! { HasBits: Integer => Integer; }
aggregated! { Varies: Integer => Float; Float => Float; Decimal => Decimal; }

macro_rules! has_extremes {
    ($($kind:ident)*) => { $(#[diagnostic::do_not_recommend] impl<T: FieldValue> HasExtremes for $kind<T> {})* };
}

has_extremes! { Text Integer Float Decimal Date DateTime Time Duration Ip }

/// A kind that no expression has. Each kind has arithmetic with it, so that the compiler does not say
/// that there is none at all, but asks for the other side, and shows our message.
#[doc(hidden)]
pub struct Nothing<T>(PhantomData<fn() -> T>);

macro_rules! refused {
    ($($kind:ident)*) => {
        $(refused! { @rules $kind Addition Subtraction Multiplication Division Modulo Power Calculates Unites })*
    };
    (@rules $kind:ident $($rule:ident)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<T: FieldValue> $rule<Nothing<Text>> for $kind<T> { type Out = $kind<T>; }
            #[diagnostic::do_not_recommend]
            impl<T: FieldValue> $rule<Nothing<Bool>> for $kind<T> { type Out = $kind<T>; }
        )*
    };
}

refused! { Text Integer Float Decimal Bool Date DateTime Time Duration Uuid Json Binary Ip }

macro_rules! key_refused {
    ($($rule:ident)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl $rule<Nothing<Text>> for JsonKey { type Out = JsonKey; }
            #[diagnostic::do_not_recommend]
            impl $rule<Nothing<Bool>> for JsonKey { type Out = JsonKey; }
        )*
    };
}

key_refused! { Addition Subtraction Multiplication Division Modulo Power }
