//! Rust values in a query: which types there are, and which kind takes which.

use crate::field::{Base, FieldValue, unsigned, value_of};
use crate::kind::{Array, DateTime, Decimal, Float, Integer, Json, JsonKey, Kind, KindOf, Text};
use crate::path::Nullable;
use crate::value::Value;

/// A Rust value that can be bound: every [`FieldValue`], and a few types that turn into one.
#[diagnostic::on_unimplemented(
    message = "a value of type `{Self}` cannot be used in a query",
    label = "neither a value of a field's type nor an expression",
    note = "`NULL` is asked for with `isnull(true)`; in an expression it is `null::<kind::Text, Entry>()`, and a `case()` without `otherwise()`"
)]
pub trait Literal {
    /// The kind of an expression that is this value.
    type Kind: Kind;

    /// Binds it.
    #[doc(hidden)]
    fn into_value(self) -> Value;
}

#[diagnostic::do_not_recommend]
impl<T: FieldValue> Literal for T {
    type Kind = KindOf<T>;

    fn into_value(self) -> Value {
        self.into_bound()
    }
}

#[diagnostic::do_not_recommend]
impl Literal for &str {
    type Kind = Text;

    fn into_value(self) -> Value {
        Value::Text(self.to_owned())
    }
}

#[diagnostic::do_not_recommend]
impl Literal for &String {
    type Kind = Text;

    fn into_value(self) -> Value {
        Value::Text(self.clone())
    }
}

#[diagnostic::do_not_recommend]
impl Literal for Vec<&str> {
    type Kind = KindOf<Vec<String>>;

    fn into_value(self) -> Value {
        value_of(&self.into_iter().map(str::to_owned).collect::<Vec<_>>())
    }
}

/// Says that expressions of this kind take values of type `V`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` expression does not take a value of type `{V}`",
    label = "not a value of the kind `{Self}`",
    note = "Django raises ValueError or TypeError here, or lets the database convert it"
)]
pub trait Takes<V>: Kind {}

macro_rules! takes_its_own {
    ($($kind:ident)*) => { $(#[diagnostic::do_not_recommend] impl<T: FieldValue> Takes<T> for crate::kind::$kind<T> {})* };
}

takes_its_own! { Text Integer Float Decimal Bool Date DateTime Time Duration Uuid Json Binary Ip Array Range }

#[diagnostic::do_not_recommend]
impl Takes<&str> for Text<String> {}
#[diagnostic::do_not_recommend]
impl Takes<&String> for Text<String> {}
#[diagnostic::do_not_recommend]
impl Takes<Vec<&str>> for Array<Vec<String>> {}
#[diagnostic::do_not_recommend]
impl Takes<jiff::Timestamp> for DateTime<jiff::civil::DateTime> {}

macro_rules! small_literals {
    ($($ty:ty)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl Literal for $ty {
                type Kind = Integer;

                fn into_value(self) -> Value {
                    Value::Int(self.into())
                }
            }
        )*
    };
}

small_literals! { i8 u8 }

#[diagnostic::do_not_recommend]
impl Literal for usize {
    type Kind = Integer;

    fn into_value(self) -> Value {
        unsigned(self as u64)
    }
}

#[diagnostic::do_not_recommend]
impl Literal for isize {
    type Kind = Integer;

    fn into_value(self) -> Value {
        Value::Int(self as i64)
    }
}

macro_rules! integer_takes {
    ($($field:ty: $($value:ty)*;)*) => { $($(#[diagnostic::do_not_recommend] impl Takes<$value> for Integer<$field> {})*)* };
}

integer_takes! {
    i16: i8 i32 i64 isize u8 u16 u32 u64 usize;
    i32: i8 i16 i64 isize u8 u16 u32 u64 usize;
    i64: i8 i16 i32 isize u8 u16 u32 u64 usize;
    u16: i8 i16 i32 i64 isize u8 u32 u64 usize;
    u32: i8 i16 i32 i64 isize u8 u16 u64 usize;
    u64: i8 i16 i32 i64 isize u8 u16 u32 usize;
}

macro_rules! number_takes {
    ($($value:ty)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl Takes<$value> for Float<f64> {}
            #[diagnostic::do_not_recommend]
            impl Takes<$value> for Decimal<rust_decimal::Decimal> {}
        )*
    };
}

number_takes! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

macro_rules! documents_take {
    ($($value:ty)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl Takes<$value> for Json<serde_json::Value> {}
            #[diagnostic::do_not_recommend]
            impl Takes<$value> for JsonKey {}
        )*
    };
}

documents_take! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize f64 bool &str String &String }

#[diagnostic::do_not_recommend]
impl Takes<serde_json::Value> for JsonKey {}

/// Says that this is a value of the kind `K`.
#[diagnostic::on_unimplemented(
    message = "a list of `{Self}` is not a list of `{K}` values",
    label = "not values of the kind `{K}`",
    note = "Django raises ValueError or TypeError here, or lets the database convert them"
)]
pub trait Fits<K> {}

#[diagnostic::do_not_recommend]
impl<V, K: Takes<V>> Fits<K> for V {}

/// An item of the list that `in_` takes: a value, or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "a list of `{Self}` cannot be used in a query",
    label = "not a value of a field's type"
)]
pub trait Item {
    /// The type of the value, without the `Option`.
    type Value;

    /// Binds it; `None` is `NULL`.
    #[doc(hidden)]
    fn into_item(self) -> Option<Value>;
}

impl<L: Literal> Item for L {
    type Value = L;

    fn into_item(self) -> Option<Value> {
        Some(self.into_value())
    }
}

impl<L: Literal> Item for Option<L> {
    type Value = L;

    fn into_item(self) -> Option<Value> {
        self.map(Literal::into_value)
    }
}

/// A value that a field of the kind `K` can be given, when it is nullable by `N`.
#[diagnostic::on_unimplemented(
    message = "a field of the kind `{K}` cannot be given a value of type `{Self}`",
    label = "not a value of this field",
    note = "`None` is for fields that are declared `null`; Django raises IntegrityError for it, and ValueError for a value of another kind, or stores it",
    note = "a field with choices takes its enum: `OrderStatus::Shipped`; a type of another version of its crate is another type: dates are those of `jiff = \"0.2\"`"
)]
pub trait Input<K, N> {
    /// Binds it.
    #[doc(hidden)]
    fn into_input(self) -> Value;
}

#[diagnostic::do_not_recommend]
impl<L: Literal, K: Takes<L>, N> Input<K, N> for L {
    fn into_input(self) -> Value {
        K::bound(self.into_value())
    }
}

#[diagnostic::do_not_recommend]
impl<K: Kind> Input<K, Nullable> for Option<K::Value> {
    fn into_input(self) -> Value {
        let null = Value::Null(<<K::Value as FieldValue>::Base as Base>::VALUE_TYPE);
        self.map_or(null, Literal::into_value)
    }
}
