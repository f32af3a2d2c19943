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
impl<T: FieldValue> FitsIn<T> for T {
    fn fit(self) -> T {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: FieldValue> FitsIn<Option<T>> for T {
    fn fit(self) -> Option<T> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: FieldValue> FitsIn<Option<T>> for Option<T> {
    fn fit(self) -> Option<T> {
        self
    }
}

macro_rules! wider {
    ($($from:ident: $($to:ident)+;)*) => {
        $($(
            #[diagnostic::do_not_recommend]
            impl FitsIn<$to> for $from {
                fn fit(self) -> $to {
                    self.into()
                }
            }

            #[diagnostic::do_not_recommend]
            impl FitsIn<Option<$to>> for $from {
                fn fit(self) -> Option<$to> {
                    Some(self.into())
                }
            }

            #[diagnostic::do_not_recommend]
            impl FitsIn<Option<$to>> for Option<$from> {
                fn fit(self) -> Option<$to> {
                    self.map(Into::into)
                }
            }
        )+)*
    };
}

wider! {
    i16: i32 i64;
    i32: i64;
}
