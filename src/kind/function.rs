//! What functions take, and the kinds of what they give.

use super::{Bool, Date, DateTime, Decimal, Float, Integer, Json, Kind, Same, Text, Time, Uuid};
use crate::field::FieldValue;
use crate::value::ValueType;

/// Kinds of numbers.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` expression is not a number",
    label = "no mathematical function of it",
    note = "text that reads as a number is converted: `.cast::<kind::Float>()`",
    note = "Django leaves it to the database, which refuses it, or takes text for a number"
)]
pub trait Number: Kind {
    /// The kind of a root, a logarithm or a sine: a float of integers.
    type Real: Kind;
    /// The kind of what stays of the same kind, when it is rounded.
    type Same: Kind;
}

macro_rules! numbers {
    ($($kind:ident => $real:ident;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<T: FieldValue> Number for $kind<T> {
                type Real = $real;
                type Same = $kind;
            }
        )*

        /// The same by the types of values: a number, and what a root of it is.
        pub(crate) const NUMBERS: &[[ValueType; 2]] = &[$([<$kind as Kind>::TYPE, <$real as Kind>::TYPE]),*];
    };
}

numbers! {
    Integer => Float;
    Float => Float;
    Decimal => Decimal;
}

/// The kind of what a mathematical function makes of two numbers: a float of integers, a decimal where
/// one of them is.
#[diagnostic::on_unimplemented(
    message = "`{Self}` and `{K}` expressions do not go together in a mathematical function",
    label = "not two numbers that go together: a decimal and a float do not",
    note = "convert one of them: `entry::rating.cast::<kind::Float>()`",
    note = "Django leaves it to the database, which refuses it, or takes text for a number"
)]
pub trait Calculates<K>: Kind {
    /// The kind of the result.
    type Out: Kind;
}

/// Kinds of text.
#[diagnostic::on_unimplemented(
    message = "a function of text is given a `{Self}` expression",
    label = "not text",
    note = "convert it: `entry::rating.cast::<kind::Text>()`",
    note = "Django leaves it to the database, which refuses it or converts the value"
)]
pub trait IsText: Kind {}

#[diagnostic::do_not_recommend]
impl<T: FieldValue> IsText for Text<T> {}

/// Kinds of whole numbers: what counts characters, digits or times.
#[diagnostic::on_unimplemented(
    message = "a number of characters, digits or times is an integer, not a `{Self}`",
    label = "not an integer",
    note = "Django leaves it to the database, which refuses it or converts the value"
)]
pub trait IsWholeNumber: Kind {}

#[diagnostic::do_not_recommend]
impl<T: FieldValue> IsWholeNumber for Integer<T> {}

/// Says that an expression of this kind may be given to a function that takes one of the kind `K`.
#[diagnostic::on_unimplemented(
    message = "the function takes a `{K}` here, not a `{Self}`",
    label = "the kinds differ",
    note = "convert it: `entry::rating.cast::<kind::Text>()`"
)]
pub trait Passes<K>: Kind {}

#[diagnostic::do_not_recommend]
impl<A: Kind, B: Kind> Passes<B> for A where A::Sort: Same<B::Sort> {}

/// Says that the database can convert an expression of the kind `K` to one of this kind.
#[diagnostic::on_unimplemented(
    message = "a `{K}` expression cannot be cast to `{Self}`",
    label = "not a kind, or no conversion that is the same on every database",
    note = "name a kind: `cast::<kind::Integer>()`, `cast::<kind::Text>()`; a JSON key becomes text by `as_text()`",
    note = "Django leaves it to the database, which refuses it, or gives what it likes"
)]
pub trait CastsFrom<K>: Kind {}

macro_rules! casts {
    ($($from:ident: $($to:ident)*;)*) => {
        /// The same by the types of values: from which to which.
        pub(crate) const CASTS: &[[ValueType; 2]] = &[$($([<$from as Kind>::TYPE, <$to as Kind>::TYPE]),*),*];

        $($(#[diagnostic::do_not_recommend] impl<T: FieldValue> CastsFrom<$from<T>> for $to {})*)*
    };
}

casts! {
    Text: Text Integer Float Decimal Date DateTime Time;
    Integer: Text Integer Float Decimal;
    Float: Text Integer Float Decimal;
    Decimal: Text Integer Float Decimal;
    Bool: Text Integer;
    Date: Text Date DateTime;
    DateTime: Text Date DateTime Time;
    Time: Text Time;
    Uuid: Text;
    Json: Text;
}
