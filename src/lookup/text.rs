//! Text lookups, on text and on the text of UUIDs and IP addresses.

use crate::context::Merge;
use crate::expr::{Expr, Source};
use crate::field::FieldValue;
use crate::kind::{Ip, Text, Uuid};
use crate::operand::{Operand, With};
use crate::predicate::Q;
use crate::state::{LookupName, Right};

macro_rules! text_lookups {
    ($($kind:ident)*) => { $(text_lookups! { @kind $kind
        /// True where it equals `value` when case is ignored.
        ///
        /// Django: `field__iexact="…"`.
        iexact = IExact;

        /// True where it contains `value`. SQLite ignores the case of ASCII letters, as in Django.
        ///
        /// `%` and `_` in `value` stand for themselves.
        ///
        /// Django: `field__contains="…"`.
        #[doc(alias = "like")]
        contains = Contains;

        /// True where it contains `value` when case is ignored.
        ///
        /// Django: `field__icontains="…"`.
        #[doc(alias = "ilike")]
        icontains = IContains;

        /// True where it begins with `value`. SQLite ignores the case of ASCII letters, as in Django.
        ///
        /// Django: `field__startswith="…"`.
        #[doc(alias = "starts_with")]
        startswith = StartsWith;

        /// True where it begins with `value` when case is ignored.
        ///
        /// Django: `field__istartswith="…"`.
        istartswith = IStartsWith;

        /// True where it ends with `value`. SQLite ignores the case of ASCII letters, as in Django.
        ///
        /// Django: `field__endswith="…"`.
        #[doc(alias = "ends_with")]
        endswith = EndsWith;

        /// True where it ends with `value` when case is ignored.
        ///
        /// Django: `field__iendswith="…"`.
        iendswith = IEndsWith;
    })* };
    (@kind $kind:ident $($(#[$doc:meta])* $name:ident = $lookup:ident;)*) => {
        impl<E: Source, T: FieldValue, N> Expr<E, $kind<T>, N> {
            $(
                $(#[$doc])*
                pub fn $name<V>(&self, value: V) -> Q<E::Model, With<E, V::Context>>
                where
                    V: Operand<E::Model, Text>,
                    E::Context: Merge<V::Context>,
                {
                    Q::lookup(LookupName::$lookup, self.node(), Right::One(value.operand()))
                }
            )*
        }
    };
}

text_lookups! { Text Uuid Ip }
