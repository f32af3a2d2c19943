//! Kinds: what sort of value an expression has. The kind decides the lookups and transforms.
//!
//! A kind carries the Rust type of its values: `Text<String>`, or `Text<OrderStatus>` for a field
//! with choices. Lookups are methods of [`Expr`](crate::Expr), one `impl` block for each kind.
//! [`Lookup`](crate::Lookup) and [`Transform`](crate::Transform) add your own.

use std::marker::PhantomData;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp, civil};

use crate::field::FieldValue;

/// What sort of value an expression has.
pub trait Kind: Send + Sync + 'static {
    /// The Rust type of its values.
    type Value: FieldValue;
    /// What it shares with the kinds that it can be compared with.
    type Sort;
}

/// Text of any length: `char`, `text`, `slug`, `email` and `url` fields.
///
/// Lookups: `exact` `iexact` `contains` `icontains` `startswith` `istartswith` `endswith`
/// `iendswith` `in_` `gt` `gte` `lt` `lte` `range` `isnull` `regex` `iregex`. Transforms: `lower()`
/// `upper()` `length()`.
///
/// | Lookup | SQLite | PostgreSQL | MySQL |
/// | --- | --- | --- | --- |
/// | `exact("x")` | `"c" = 'x'` | `"c" = 'x'` | `` `c` = 'x' `` |
/// | `iexact("x")` | `"c" LIKE 'x' ESCAPE '!'` | `UPPER("c") = UPPER('x')` | `` `c` LIKE 'x' ESCAPE '!' `` |
/// | `contains("x")` | `"c" LIKE '%x%' ESCAPE '!'` | `"c" LIKE '%x%' ESCAPE '!'` | `` `c` LIKE CAST('%x%' AS BINARY) ESCAPE '!' `` |
/// | `icontains("x")` | `"c" LIKE '%x%' ESCAPE '!'` | `UPPER("c") LIKE UPPER('%x%') ESCAPE '!'` | `` `c` LIKE '%x%' ESCAPE '!' `` |
/// | `startswith("x")` | `"c" LIKE 'x%' ESCAPE '!'` | `"c" LIKE 'x%' ESCAPE '!'` | `` `c` LIKE CAST('x%' AS BINARY) ESCAPE '!' `` |
/// | `endswith("x")` | `"c" LIKE '%x' ESCAPE '!'` | `"c" LIKE '%x' ESCAPE '!'` | `` `c` LIKE CAST('%x' AS BINARY) ESCAPE '!' `` |
/// | `regex("x")` | `"c" REGEXP 'x'` | `"c" ~ 'x'` | `` `c` REGEXP BINARY 'x' `` |
/// | `iregex("x")` | `"c" REGEXP '(?i)' \|\| 'x'` | `"c" ~* 'x'` | `` `c` REGEXP 'x' `` |
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
/// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Arithmetic: `+` `-` `*` `%`.
/// Transforms: `abs()`.
pub struct Integer<T = i64>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Integer<T> {
    type Value = T;
    type Sort = Integer<()>;
}

/// Floating point numbers: `float` fields.
///
/// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Arithmetic: `+` `-` `*` `/`.
/// Transforms: `abs()`.
pub struct Float<T = f64>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Float<T> {
    type Value = T;
    type Sort = Integer<()>;
}

/// Exact decimal numbers: `decimal` fields.
///
/// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Arithmetic: `+` `-` `*`.
/// Transforms: `abs()`. SQLite stores them as its `NUMERIC`: above 15 digits it rounds.
pub struct Decimal<T = rust_decimal::Decimal>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Decimal<T> {
    type Value = T;
    type Sort = Integer<()>;
}

/// True or false: `boolean` fields, and what a predicate is.
///
/// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. It can also be used as a
/// predicate by itself.
pub struct Bool<T = bool>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Bool<T> {
    type Value = T;
    type Sort = Bool<()>;
}

/// Calendar dates: `date` fields.
///
/// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Transforms: `year()`
/// `iso_year()` `month()` `day()` `week()` `week_day()` `iso_week_day()` `quarter()`.
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
/// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Transforms, in UTC: those of
/// [`Date`], `hour()` `minute()` `second()`, `date()` and `time()`.
pub struct DateTime<T = Timestamp>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for DateTime<T> {
    type Value = T;
    type Sort = DateTime<()>;
}

/// Times of day: `time` fields.
///
/// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Transforms: `hour()`
/// `minute()` `second()`.
pub struct Time<T = civil::Time>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Time<T> {
    type Value = T;
    type Sort = Time<()>;
}

/// Spans of time, with microseconds: `duration` fields.
///
/// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`.
pub struct Duration<T = SignedDuration>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Duration<T> {
    type Value = T;
    type Sort = Duration<()>;
}

/// UUIDs: `uuid` fields.
///
/// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`, and on its text, which has no
/// hyphens in SQLite and MySQL as in Django, `iexact` `contains` `icontains` `startswith`
/// `istartswith` `endswith` `iendswith`.
pub struct Uuid<T = uuid::Uuid>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Uuid<T> {
    type Value = T;
    type Sort = Uuid<()>;
}

/// JSON documents: `json` fields.
///
/// Lookups: `exact` `in_` `isnull`. `isnull(true)` asks for SQL's `NULL`; JSON's own `null` is a value:
/// `exact(serde_json::Value::Null)`.
pub struct Json<T = serde_json::Value>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Json<T> {
    type Value = T;
    type Sort = Json<()>;
}

/// Bytes: `binary` fields.
///
/// Lookups: `exact` `in_` `isnull`.
pub struct Binary<T = Vec<u8>>(PhantomData<fn() -> T>);

impl<T: FieldValue> Kind for Binary<T> {
    type Value = T;
    type Sort = Binary<()>;
}

/// IPv4 and IPv6 addresses: `generic_ip_address` fields.
///
/// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`, and on its text `iexact`
/// `contains` `icontains` `startswith` `istartswith` `endswith` `iendswith`.
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

has_order! { Text Integer Float Decimal Bool Date DateTime Time Duration Uuid Ip }

/// The kind of a sum, difference or product.
#[diagnostic::on_unimplemented(
    message = "no arithmetic between `{Self}` and `{K}` expressions",
    label = "one of the two is not a number, or they mix decimal and float",
    note = "Django raises FieldError: Cannot infer type of '+' expression involving these types"
)]
pub trait Arithmetic<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

macro_rules! arithmetic {
    ($rule:ident: $($a:ident $b:ident => $out:ident;)*) => {
        $(#[diagnostic::do_not_recommend] impl<T: FieldValue, U: FieldValue> $rule<$b<U>> for $a<T> { type Out = $out; })*
    };
}

arithmetic! { Arithmetic:
    Integer Integer => Integer;
    Integer Float => Float;
    Float Integer => Float;
    Float Float => Float;
    Integer Decimal => Decimal;
    Decimal Integer => Decimal;
    Decimal Decimal => Decimal;
}

/// The kind of a quotient.
#[diagnostic::on_unimplemented(
    message = "no division of a `{Self}` by a `{K}` expression",
    label = "one of the two must be a float",
    note = "databases differ in what `7 / 2` is: multiply by `1.0` first"
)]
pub trait Division<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

arithmetic! { Division:
    Integer Float => Float;
    Float Integer => Float;
    Float Float => Float;
}

/// The kind of a remainder.
#[diagnostic::on_unimplemented(
    message = "no remainder of a `{Self}` by a `{K}` expression",
    label = "both must be integers",
    note = "databases differ in what `7.5 % 2` is, or have no such operator"
)]
pub trait Modulo<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

arithmetic! { Modulo: Integer Integer => Integer; }

/// A kind that no expression has. Each kind has arithmetic with it, so that the compiler does not say
/// that there is none at all, but asks for the other side, and shows our message.
#[doc(hidden)]
pub struct Nothing<T>(PhantomData<fn() -> T>);

macro_rules! refused {
    ($($kind:ident)*) => {
        $(refused! { @rules $kind Arithmetic Division Modulo })*
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
