//! Lookups of a user's own.

use crate::context::Merge;
use crate::expr::{Expr, Source};
use crate::kind::{Comparable, Kind};
use crate::model::AllAre;
use crate::operand::{Operand, Seen, With};
use crate::predicate::Q;
use crate::state::{LookupName, OwnSql, Right};

/// A lookup of your own, for expressions of the kind `K`: implement it for a type, and give a value of
/// that type to [`Expr::lookup()`].
///
/// In its SQL, `{left}` is the expression and `{right}` what it is compared with, each as often as it
/// is needed. Below a negation and over relations it behaves as every lookup does.
///
/// Django: a subclass of `Lookup`, made known by `register_lookup()`.
///
/// # Example: the lookup of Django's how-to, for every kind
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::Lookup;
///
/// struct NotEqual;
///
/// impl<K: kind::Kind> Lookup<K> for NotEqual {
///     type Right = K;
///     const SQL: &'static str = "{left} <> {right}";
/// }
///
/// let query = Entry::objects().filter(entry::headline.lookup(NotEqual, "Help!")).values_list(entry::id);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."headline" <> ?"#
/// );
/// ```
///
/// # Example: a lookup that a database spells in its own way
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::Lookup;
///
/// /// True where it differs from the value, and where it is `NULL`.
/// struct Distinct;
///
/// impl<T: queryset::FieldValue> Lookup<kind::Integer<T>> for Distinct {
///     type Right = kind::Integer;
///     const SQL: &'static str = "{left} IS DISTINCT FROM {right}";
///     const MYSQL: &'static str = "NOT {left} <=> {right}";
/// }
///
/// let sum = entry::number_of_comments + entry::number_of_pingbacks;
/// let query = Entry::objects().filter(sum.lookup(Distinct, 6)).values_list(entry::id);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE ("blog_entry"."number_of_comments" + "blog_entry"."number_of_pingbacks") IS DISTINCT FROM ?"#
/// );
/// ```
#[doc(alias = "register_lookup")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a lookup of `{K}` expressions",
    label = "a lookup of other kinds, or none at all",
    note = "a lookup of your own implements `queryset::Lookup` for each kind that has it",
    note = "Django raises FieldError: Unsupported lookup for this field or join on the field not permitted"
)]
pub trait Lookup<K> {
    /// The kind of what stands on its right.
    type Right: Kind;
    /// Its SQL.
    const SQL: &'static str;
    /// Its SQL on SQLite.
    const SQLITE: &'static str = Self::SQL;
    /// Its SQL on PostgreSQL.
    const POSTGRES: &'static str = Self::SQL;
    /// Its SQL on MySQL and MariaDB.
    const MYSQL: &'static str = Self::SQL;
}

impl<E: Source, K: Kind, N> Expr<E, K, N> {
    /// True where the lookup `L`, one of your own, is true of it and `value`.
    ///
    /// Django: `field__ne=value`, where `ne` is what was registered.
    pub fn lookup<L, V>(&self, lookup: L, value: V) -> Q<E::Model, With<E, V::Context>, Seen<E, V::Depth>>
    where
        L: Lookup<K>,
        V: Operand<E::Model, L::Right, Models: AllAre<E::Model>, Kind: Comparable<L::Right>>,
        E::Context: Merge<V::Context>,
    {
        let _ = lookup;
        let own = const { &OwnSql { sqlite: L::SQLITE, postgres: L::POSTGRES, mysql: L::MYSQL } };
        Q::lookup(LookupName::Own(own), self.node(), Right::One(value.operand()))
    }
}
