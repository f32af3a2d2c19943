//! Transforms of a user's own.

use crate::expr::{Expr, Made, Source};
use crate::kind::Kind;
use crate::state::{self, Node, OwnSql, OwnTransform};

/// A transform of your own, for expressions of the kind `K`: implement it for a type, and give a value
/// of that type to [`Expr::transform()`].
///
/// In its SQL, `{of}` is the expression, as often as it is needed. Its value is `NULL` only where the
/// expression is.
///
/// Django: a subclass of `Transform`, made known by `register_lookup()`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::Transform;
///
/// /// Without the spaces at its ends.
/// struct Trimmed;
///
/// impl Transform<kind::Text> for Trimmed {
///     type Out = kind::Text;
///     const SQL: &'static str = "TRIM({of})";
/// }
///
/// let trimmed = entry::headline.transform(Trimmed);
/// let query = Entry::objects().filter(trimmed.length().gt(9)).values_list(entry::id);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE LENGTH(TRIM("blog_entry"."headline")) > ?"#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a transform of `{K}` expressions",
    label = "a transform of other kinds, or none at all",
    note = "a transform of your own implements `queryset::Transform` for each kind that has it",
    note = "Django raises FieldError: Unsupported lookup for this field or join on the field not permitted"
)]
pub trait Transform<K> {
    /// The kind of what it makes.
    type Out: Kind;
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
    /// What the transform `T`, one of your own, makes of it.
    ///
    /// Django: `field__name`, where `name` is what was registered.
    #[must_use]
    pub fn transform<T: Transform<K>>(&self, transform: T) -> Expr<Made<E>, T::Out, N> {
        let _ = transform;
        let own = const {
            &OwnTransform {
                sql: OwnSql { sqlite: T::SQLITE, postgres: T::POSTGRES, mysql: T::MYSQL },
                output: T::Out::TYPE,
            }
        };
        Expr::computed(Node::Transform(state::Transform::Own(own), Box::new(self.node())))
    }
}
