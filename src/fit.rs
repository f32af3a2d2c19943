//! [`FitsIn`]: which value can stand where another type is expected.

use crate::field::FieldValue;

/// Says that a value of this type can stand where a row has a `T`: it is one, it is never missing and
/// the row's may be, or it is a smaller integer.
#[diagnostic::on_unimplemented(
    message = "a value of the type `{Self}` does not fit where the row has a `{T}`",
    label = "not a `{T}`",
    note = "what may be `NULL` needs an `Option` there, or `coalesce(…)` in the query; another kind is converted by `cast()`"
)]
pub trait FitsIn<T> {
    #[doc(hidden)]
    fn fit(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<V: FieldValue + Widens<T>, T: FieldValue> FitsIn<T> for V {
    fn fit(self) -> T {
        self.widen()
    }
}

#[diagnostic::do_not_recommend]
impl<V: FieldValue + Widens<T>, T: FieldValue> FitsIn<Option<T>> for V {
    fn fit(self) -> Option<T> {
        Some(self.widen())
    }
}

#[diagnostic::do_not_recommend]
impl<V: FieldValue + Widens<T>, T: FieldValue> FitsIn<Option<T>> for Option<V> {
    fn fit(self) -> Option<T> {
        self.map(Widens::widen)
    }
}

/// A type that no row has. With one type alone that an `Option` fits in, the compiler would take it for
/// granted, and complain about the other side instead.
#[doc(hidden)]
pub struct Nowhere;

#[diagnostic::do_not_recommend]
impl<T: FieldValue> FitsIn<Nowhere> for Option<T> {
    fn fit(self) -> Nowhere {
        Nowhere
    }
}

/// A value as the type that is expected, for [`row!`](crate::row).
#[doc(hidden)]
pub fn fitted<V: FitsIn<T>, T>(value: V) -> T {
    value.fit()
}

/// Says that a value is a `T`, or an integer that every `T` has room for.
#[doc(hidden)]
pub trait Widens<T> {
    fn widen(self) -> T;
}

impl<T: FieldValue> Widens<T> for T {
    fn widen(self) -> T {
        self
    }
}

macro_rules! wider {
    ($($from:ident: $($to:ident)+;)*) => {
        $($(
            impl Widens<$to> for $from {
                fn widen(self) -> $to {
                    self.into()
                }
            }
        )+)*
    };
}

wider! {
    i16: i32 i64;
    i32: i64;
}
