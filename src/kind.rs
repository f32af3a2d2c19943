//! Kinds: what sort of value an expression has. The kind decides the lookups and transforms.
//!
//! A kind carries the Rust type of its values: `Text<String>`, or `Text<OrderStatus>` for a field
//! with choices. Lookups are methods of [`Expr`](crate::Expr), one `impl` block for each kind.

use std::marker::PhantomData;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp, civil};

use crate::field::FieldValue;

/// What sort of value an expression has.
pub trait Kind: Send + Sync + 'static {
    /// The Rust type of its values.
    type Value: FieldValue;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $default:ty;)*) => {
        $(
            $(#[$doc])*
            pub struct $name<T = $default>(PhantomData<fn() -> T>);

            impl<T: FieldValue> Kind for $name<T> {
                type Value = T;
            }
        )*
    };
}

kinds! {
    /// Text of any length: `char`, `text`, `slug`, `email` and `url` fields.
    ///
    /// Lookups: `exact` `iexact` `contains` `icontains` `startswith` `istartswith` `endswith`
    /// `iendswith` `in_` `gt` `gte` `lt` `lte` `range` `isnull`.
    ///
    /// | Lookup | SQLite | PostgreSQL | MySQL |
    /// | --- | --- | --- | --- |
    /// | `exact("x")` | `"c" = 'x'` | `"c" = 'x'` | `` `c` = 'x' `` |
    /// | `iexact("x")` | `"c" LIKE 'x' ESCAPE '!'` | `UPPER("c") = UPPER('x')` | `` `c` LIKE 'x' ESCAPE '!' `` |
    /// | `contains("x")` | `"c" LIKE '%x%' ESCAPE '!'` | `"c" LIKE '%x%' ESCAPE '!'` | `` `c` LIKE CAST('%x%' AS BINARY) ESCAPE '!' `` |
    /// | `icontains("x")` | `"c" LIKE '%x%' ESCAPE '!'` | `UPPER("c") LIKE UPPER('%x%') ESCAPE '!'` | `` `c` LIKE '%x%' ESCAPE '!' `` |
    /// | `startswith("x")` | `"c" LIKE 'x%' ESCAPE '!'` | `"c" LIKE 'x%' ESCAPE '!'` | `` `c` LIKE CAST('x%' AS BINARY) ESCAPE '!' `` |
    /// | `endswith("x")` | `"c" LIKE '%x' ESCAPE '!'` | `"c" LIKE '%x' ESCAPE '!'` | `` `c` LIKE CAST('%x' AS BINARY) ESCAPE '!' `` |
    ///
    /// SQLite's `LIKE` ignores the case of ASCII letters, so there `contains` is `icontains`, as in
    /// Django. MySQL compares by the collation of the column.
    Text = String;

    /// Whole numbers: `small_integer`, `integer`, `big_integer`, their positive forms, and keys.
    ///
    /// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Arithmetic: `+` `-` `*` `%`.
    Integer = i64;

    /// Floating point numbers: `float` fields.
    ///
    /// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Arithmetic: `+` `-` `*` `/`.
    Float = f64;

    /// Exact decimal numbers: `decimal` fields.
    ///
    /// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Arithmetic: `+` `-` `*` `/`.
    /// SQLite stores them as its `NUMERIC`: above 15 digits it rounds.
    Decimal = rust_decimal::Decimal;

    /// True or false: `boolean` fields, and what a predicate is.
    ///
    /// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. It can also be used as a
    /// predicate by itself.
    Bool = bool;

    /// Calendar dates: `date` fields.
    ///
    /// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Transforms: `year()` `month()`
    /// `day()`.
    Date = civil::Date;

    /// Moments: `datetime` fields. They are stored in UTC.
    ///
    /// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`. Transforms, in UTC: `year()`
    /// `month()` `day()`.
    DateTime = Timestamp;

    /// Times of day: `time` fields.
    ///
    /// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`.
    Time = civil::Time;

    /// Spans of time, with microseconds: `duration` fields.
    ///
    /// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`.
    Duration = SignedDuration;

    /// UUIDs: `uuid` fields.
    ///
    /// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`, and on its text, which has no
    /// hyphens in SQLite and MySQL as in Django, `iexact` `contains` `icontains` `startswith`
    /// `istartswith` `endswith` `iendswith`.
    Uuid = uuid::Uuid;

    /// JSON documents: `json` fields.
    ///
    /// Lookups: `exact` `isnull`. `isnull(true)` asks for SQL's `NULL`; JSON's own `null` is a value:
    /// `exact(serde_json::Value::Null)`.
    Json = serde_json::Value;

    /// Bytes: `binary` fields.
    ///
    /// Lookups: `exact` `in_` `isnull`.
    Binary = Vec<u8>;

    /// IPv4 and IPv6 addresses: `generic_ip_address` fields.
    ///
    /// Lookups: `exact` `in_` `gt` `gte` `lt` `lte` `range` `isnull`, and on its text `iexact`
    /// `contains` `icontains` `startswith` `istartswith` `endswith` `iendswith`.
    Ip = IpAddr;
}

/// Says that an expression of this kind can be compared with one of the kind `K`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` expression cannot be compared with a `{K}` expression",
    label = "the two sides have different kinds"
)]
pub trait Comparable<K>: Kind {}

macro_rules! comparable {
    ($($a:ident with $($b:ident)*;)*) => {
        $($(impl<T: FieldValue, U: FieldValue> Comparable<$b<U>> for $a<T> {})*)*
    };
}

comparable! {
    Text with Text;
    Integer with Integer Float Decimal;
    Float with Integer Float Decimal;
    Decimal with Integer Float Decimal;
    Bool with Bool;
    Date with Date;
    DateTime with DateTime;
    Time with Time;
    Duration with Duration;
    Uuid with Uuid;
    Json with Json;
    Binary with Binary;
    Ip with Ip;
}

/// Kinds that have an order: everything but documents and bytes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` expressions have no order: `gt`, `gte`, `lt`, `lte` and `range` do not exist for them",
    label = "not a lookup of `{Self}`",
    note = "Django lets each database order them in its own way, or fail"
)]
pub trait HasOrder: Kind {}

macro_rules! has_order {
    ($($kind:ident)*) => { $(impl<T: FieldValue> HasOrder for $kind<T> {})* };
}

has_order! { Text Integer Float Decimal Bool Date DateTime Time Duration Uuid Ip }

/// The kind of a sum, difference, product or remainder.
#[diagnostic::on_unimplemented(
    message = "no arithmetic between `{Self}` and `{K}` expressions",
    label = "one of the two is not a number, or they mix decimal and float",
    note = "Django raises FieldError: Expression contains mixed types; you must set output_field"
)]
pub trait Arithmetic<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

macro_rules! arithmetic {
    ($($a:ident $b:ident => $out:ident;)*) => {
        $(impl<T: FieldValue, U: FieldValue> Arithmetic<$b<U>> for $a<T> { type Out = $out; })*
    };
}

arithmetic! {
    Integer Integer => Integer;
    Integer Float => Float;
    Float Integer => Float;
    Float Float => Float;
    Integer Decimal => Decimal;
    Decimal Integer => Decimal;
    Decimal Decimal => Decimal;
}
