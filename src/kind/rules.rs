//! Which kinds go together, and what comes of it: arithmetic, branches, aggregates.
//!
//! Each rule is a trait with a message, and the same by the types of values, for what is named at run
//! time. One macro makes both.

use std::marker::PhantomData;

use super::{
    Array, Binary, Bool, Calculates, Date, DateTime, Decimal, Duration, Float, Integer, Ip, Json, JsonKey,
    Kind, Range, Text, Time, Uuid,
};
use crate::field::FieldValue;
use crate::value::ValueType;

/// A rule of two kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    Addition,
    Subtraction,
    Multiplication,
    Division,
    Modulo,
    Power,
    Calculates,
    Unites,
}

impl Rule {
    /// The kind of the result, where two go together.
    pub(crate) fn out(self, left: ValueType, right: ValueType) -> Option<ValueType> {
        if self == Self::Unites && left == right && UNITES_ITS_OWN.contains(&left) {
            return Some(left);
        }
        let of_rule = RULES.iter().filter(|(rules, _)| rules.contains(&self));
        let mut kinds = of_rule.flat_map(|(_, kinds)| *kinds);
        kinds.find(|[a, b, _]| (*a, *b) == (left, right)).map(|[_, _, out]| *out)
    }
}

/// Some rules, and the kinds on the left, on the right and of the result that all of them have.
type Rules = (&'static [Rule], &'static [[ValueType; 3]]);

/// The kind that `rule` gives for one kind, where it does.
pub(crate) fn out_of(rule: &[[ValueType; 2]], kind: ValueType) -> Option<ValueType> {
    rule.iter().find(|[of, _]| *of == kind).map(|[_, out]| *out)
}

/// Kinds that have an order: everything but documents and bytes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` expressions have no order: `gt`, `gte`, `lt`, `lte` and `range` do not exist for them",
    label = "not a lookup of `{Self}`",
    note = "Django lets each database order them in its own way, or fail"
)]
pub trait HasOrder: Kind {}

macro_rules! has_order {
    ($($kind:ident)*) => {
        $(#[diagnostic::do_not_recommend] impl<T: FieldValue> HasOrder for $kind<T> {})*

        /// The types of values that have an order.
        pub(crate) const ORDERED: &[ValueType] = &[$(<$kind as Kind>::TYPE),*];
    };
}

has_order! { Text Integer Float Decimal Bool Date DateTime Time Duration Uuid Ip }

#[diagnostic::do_not_recommend]
impl<V: FieldValue> HasOrder for Array<V> {}
#[diagnostic::do_not_recommend]
impl<V: FieldValue> HasOrder for Range<V> {}

#[diagnostic::do_not_recommend]
impl HasOrder for JsonKey {}

/// The kind of a sum.
#[diagnostic::on_unimplemented(
    message = "no sum of `{Self}` and `{K}` expressions",
    label = "neither two numbers that go together, nor a date and a duration",
    note = "a day is `SignedDuration::from_hours(24)`; texts are joined by `concat(…)`",
    note = "text becomes a number by `cast::<kind::Integer>()`, and a JSON key text by `as_text()`",
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

        /// The same rules by the types of values, for what is known at run time only.
        const RULES: &[Rules] = &[
            $((&[$(Rule::$rule),+], &[$([<$a as Kind>::TYPE, <$b as Kind>::TYPE, <$out as Kind>::TYPE]),*]),)*
        ];
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
        const UNITES_ITS_OWN: &[ValueType] = &[$(<$kind as Kind>::TYPE),*];

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
    note = "text becomes a number by `cast::<kind::Integer>()`, a JSON key text by `as_text()`: `data.key(\"size\").as_text().cast::<kind::Integer>().sum()`",
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
    note = "text becomes a number by `cast::<kind::Integer>()`, a JSON key text by `as_text()`: `data.key(\"size\").as_text().cast::<kind::Integer>().avg()`",
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
    note = "a JSON key becomes text by `as_text()`, and text a number by `cast::<kind::Integer>()`",
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
    ($($name:ident $rule:ident { $($kind:ident => $out:ident $(<$value:ident>)?;)* })*) => {
        $($(
            #[diagnostic::do_not_recommend]
            impl<T: FieldValue> $rule for $kind<T> { type Out = $out $(<$value>)?; }
        )*)*

        $(
            /// The same rule by the types of values.
            pub(crate) const $name: &[[ValueType; 2]] =
                &[$([<$kind as Kind>::TYPE, <$out as Kind>::TYPE]),*];
        )*
    };
}

aggregated! { NEGATION Negation { Integer => Integer; Float => Float; Decimal => Decimal; } }
aggregated! { SUMS Sums { Integer => Integer; Float => Float; Decimal => Decimal; Duration => Duration<T>; } }
aggregated! { AVERAGES Averages { Integer => Float; Float => Float; Decimal => Decimal; Duration => Duration<T>; } }

#[diagnostic::do_not_recommend]
impl<T: FieldValue> HasTruth for Bool<T> {
    type Out = Bool;
}

#[diagnostic::do_not_recommend]
impl<T: FieldValue> HasBits for Integer<T> {
    type Out = Integer;
}
aggregated! { VARIES Varies { Integer => Float; Float => Float; Decimal => Decimal; } }

macro_rules! has_extremes {
    ($($kind:ident)*) => {
        $(#[diagnostic::do_not_recommend] impl<T: FieldValue> HasExtremes for $kind<T> {})*

        /// The types of values that have a greatest and a smallest one.
        pub(crate) const EXTREMES: &[ValueType] = &[$(<$kind as Kind>::TYPE),*];
    };
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
