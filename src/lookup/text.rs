//! Text lookups, on text and on the text of UUIDs and IP addresses.

use crate::context::Merge;
use crate::expr::{Expr, Source};
use crate::field::FieldValue;
use crate::kind::{Comparable, Ip, Text, Uuid};
use crate::model::Is;
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
                    V: Operand<E::Model, Text, Model: Is<E::Model>, Kind: Comparable<Text>>,
                    E::Context: Merge<V::Context>,
                {
                    Q::lookup(LookupName::$lookup, self.node(), Right::One(value.operand()))
                }
            )*
        }
    };
}

text_lookups! { Text Uuid Ip }

impl<E: Source, T: FieldValue, N> Expr<E, Text<T>, N> {
    /// True where the regular expression `pattern` matches a part of it.
    ///
    /// The syntax is that of the database: POSIX on PostgreSQL, PCRE on MariaDB, ICU on MySQL, and on
    /// SQLite that of the [`regex`](https://docs.rs/regex) crate, which has no look-around and no
    /// back-references. A pattern that the database does not understand is an error.
    ///
    /// Django: `field__regex="…"`.
    #[doc(alias = "match")]
    pub fn regex<V>(&self, pattern: V) -> Q<E::Model, With<E, V::Context>>
    where
        V: Operand<E::Model, Text, Model: Is<E::Model>, Kind: Comparable<Text>>,
        E::Context: Merge<V::Context>,
    {
        Q::lookup(LookupName::Regex, self.node(), Right::One(pattern.operand()))
    }

    /// True where the regular expression `pattern` matches a part of it when case is ignored.
    ///
    /// Django: `field__iregex="…"`.
    pub fn iregex<V>(&self, pattern: V) -> Q<E::Model, With<E, V::Context>>
    where
        V: Operand<E::Model, Text, Model: Is<E::Model>, Kind: Comparable<Text>>,
        E::Context: Merge<V::Context>,
    {
        Q::lookup(LookupName::IRegex, self.node(), Right::One(pattern.operand()))
    }
}
