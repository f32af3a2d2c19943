//! `raw_sql`: the typed escape hatch for expressions and predicates.

use std::marker::PhantomData;
use std::sync::Arc;

use super::{Computed, Expr};
use crate::context::Plain;
use crate::kind::Kind;
use crate::literal::Literal;
use crate::model::Model;
use crate::path::{NotNull, Nullable};
use crate::predicate::Q;
use crate::state::{Node, RawSql};

/// SQL text of your own as an expression of the kind `K`, not `NULL` unless
/// [`nullable()`](RawExpr::nullable) says so.
///
/// The text is fixed when the program is compiled; each `?` in it stands for one value, added by
/// [`bind()`](RawExpr::bind), on every database. Columns are written with their table:
/// `"blog_entry"."rating"`. A `?` inside quotes is text, one in a comment is not.
/// PostgreSQL's operators with a `?` have functions of the same meaning: `jsonb_exists`.
///
/// Django: `RawSQL(sql, params)`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let shout = raw_sql::<Entry, kind::Text>(r#"UPPER("blog_entry"."headline") || ?"#).bind("!").expr();
/// let query = Entry::objects().filter(shout.contains("NEWS")).values_list(entry::id);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE (UPPER("blog_entry"."headline") || ?) LIKE ? ESCAPE '!'"#
/// );
/// ```
pub fn raw_sql<M: Model, K: Kind>(sql: &'static str) -> RawExpr<M, K> {
    RawExpr { raw: RawSql { sql, operands: Vec::new() }, kind: PhantomData }
}

/// SQL text of your own as a predicate.
///
/// Each `?` in it stands for one value, as in [`raw_sql()`].
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let long = raw_sql_predicate::<Entry>(r#"LENGTH("blog_entry"."headline") > ?"#).bind(20).q();
/// let query = Entry::objects().filter(long).values_list(entry::id);
/// assert_sql!(
///     query,
///     r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE LENGTH("blog_entry"."headline") > ?"#
/// );
/// ```
pub fn raw_sql_predicate<M: Model>(sql: &'static str) -> RawPredicate<M> {
    RawPredicate { raw: RawSql { sql, operands: Vec::new() }, model: PhantomData }
}

/// An expression in the making; see [`raw_sql()`].
#[derive(Clone, Debug)]
#[must_use]
pub struct RawExpr<M, K> {
    raw: RawSql,
    kind: PhantomData<fn() -> (M, K)>,
}

impl<M: Model, K: Kind> RawExpr<M, K> {
    /// Gives the next `?` its value.
    pub fn bind(mut self, value: impl Literal) -> Self {
        self.raw.operands.push(value.into_value());
        self
    }

    /// The expression, which is never `NULL`.
    #[must_use]
    pub fn expr(self) -> Expr<Computed<M, Plain>, K, NotNull> {
        Expr::computed(Node::Raw(Arc::new(self.raw)))
    }

    /// The expression, which may be `NULL`.
    #[must_use]
    pub fn nullable(self) -> Expr<Computed<M, Plain>, K, Nullable> {
        Expr::computed(Node::Raw(Arc::new(self.raw)))
    }
}

/// A predicate in the making; see [`raw_sql_predicate()`].
#[derive(Clone, Debug)]
#[must_use]
pub struct RawPredicate<M> {
    raw: RawSql,
    model: PhantomData<fn() -> M>,
}

impl<M: Model> RawPredicate<M> {
    /// Gives the next `?` its value.
    pub fn bind(mut self, value: impl Literal) -> Self {
        self.raw.operands.push(value.into_value());
        self
    }

    /// The predicate.
    pub fn q(self) -> Q<M> {
        Q::new(Node::Raw(Arc::new(self.raw)))
    }
}
