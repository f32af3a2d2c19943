//! Text lookups: on text, on the text of UUIDs and IP addresses, and on what a document has under a key.

use crate::context::{Context, Merge};
use crate::depth::Depth;
use crate::expr::{Expr, Source};
use crate::field::FieldValue;
use crate::kind::{Comparable, Ip, JsonKey, Text, Uuid};
use crate::model::{AllAre, Model};
use crate::operand::{Operand, Seen};
use crate::predicate::Q;
use crate::state::{LookupName, Right};

macro_rules! text_lookups {
    ($([$($generics:tt)*] $kind:ty;)*) => { $(text_lookups! { @kind [$($generics)*] $kind;
        /// True where it equals `value` when case is ignored.
        ///
        /// Django: `field__iexact="…"`.
        iexact = IExact;

        /// True where it contains `value` when case is ignored.
        ///
        /// `%` and `_` in `value` stand for themselves.
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
    (@kind [$($generics:tt)*] $kind:ty; $($(#[$doc:meta])* $name:ident = $lookup:ident;)*) => {
        impl<M: Model, X: Context, E: Source<Model = M, Context = X>, $($generics)* N> Expr<E, $kind, N> {
            $(
                $(#[$doc])*
                pub fn $name<V, C, D, Y>(&self, value: V) -> Q<M, Y, Seen<E, D>>
                where
                    V: Operand<M, Text, Models: AllAre<M>, Kind: Comparable<Text>, Context = C, Depth = D>,
                    X: Merge<C, Out = Y>,
                    C: Context,
                    D: Depth,
                {
                    Q::lookup(LookupName::$lookup, self.node(), Right::One(value.operand()))
                }
            )*
        }
    };
}

text_lookups! {
    [T: FieldValue,] Text<T>;
    [T: FieldValue,] Uuid<T>;
    [T: FieldValue,] Ip<T>;
    [] JsonKey;
}

macro_rules! contains {
    ($($kind:ident)*) => { $(text_lookups! { @kind [T: FieldValue,] $kind<T>;
        /// True where it contains `value`. SQLite ignores the case of ASCII letters, as in Django.
        ///
        /// `%` and `_` in `value` stand for themselves.
        ///
        /// Django: `field__contains="…"`.
        #[doc(alias = "like")]
        contains = Contains;
    })* };
}

contains! { Text Uuid Ip }

macro_rules! regular_expressions {
    ($([$($generics:tt)*] $kind:ty;)*) => { $(text_lookups! { @kind [$($generics)*] $kind;
        /// True where the regular expression `value` matches a part of it.
        ///
        /// The syntax is that of the database: POSIX on PostgreSQL, PCRE on MariaDB, ICU on MySQL, and on
        /// SQLite that of the [`regex`](https://docs.rs/regex) crate, which has no look-around and no
        /// back-references. A pattern that the database does not understand is an error.
        ///
        /// Django: `field__regex="…"`.
        #[doc(alias = "match")]
        regex = Regex;

        /// True where the regular expression `value` matches a part of it when case is ignored.
        ///
        /// Django: `field__iregex="…"`.
        iregex = IRegex;
    })* };
}

regular_expressions! {
    [T: FieldValue,] Text<T>;
    [] JsonKey;
}
