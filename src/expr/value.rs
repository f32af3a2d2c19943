//! `value()` and `null()`: Rust values as expressions.

use super::{Computed, Expr};
use crate::kind::Kind;
use crate::literal::Literal;
use crate::model::Model;
use crate::path::{NotNull, Nullable};
use crate::state::Node;
use crate::value::Value;

/// A Rust value as an expression, the same for each row. Beside an operator and in most functions the
/// bare value will do.
///
/// Django: `Value("x")`. SQL: a bound value.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let rows: Vec<(Blog, String)> = Blog::objects().annotate(value("blog")).all(&db).await?;
/// # let _ = rows;
/// # Ok(()) });
/// ```
#[doc(alias = "Value")]
pub fn value<M: Model, L: Literal>(value: L) -> Expr<Computed<M>, L::Kind, NotNull> {
    Expr::computed(Node::Value(value.into_value()))
}

/// `NULL`, as an expression of the kind `K`.
///
/// Django: `Value(None, output_field=IntegerField())`. SQL: a bound `NULL`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let nothing = null::<kind::Integer, Blog>();
/// let rows: Vec<(Blog, Option<i64>)> = Blog::objects().annotate(nothing).all(&db).await?;
/// # let _ = rows;
/// # Ok(()) });
/// ```
#[doc(alias = "None")]
pub fn null<K: Kind, M: Model>() -> Expr<Computed<M>, K, Nullable> {
    Expr::computed(Node::Value(Value::Null(K::TYPE)))
}
