//! [`Term`]: an expression, or a Rust value that stands for one.

use super::{Expr, OuterRef, Referred, Source};
use crate::context::{Context, NoOuter, Outer, Plain, Refers};
use crate::depth::{Depth, PerRow};
use crate::kind::Kind;
use crate::literal::Literal;
use crate::model::{Just, Model};
use crate::path::{NotNull, Nullability, Nullable};
use crate::state::Node;

/// What may stand beside an operator or in a function: an expression of `M`, a Rust value, or
/// [`outer()`](crate::outer).
#[diagnostic::on_unimplemented(
    message = "a value of type `{Self}` does not stand in an expression",
    label = "neither a value of a field's type, nor an expression of `{M}`",
    note = "one value of a query set is `subquery(…)`"
)]
pub trait Term<M> {
    /// The model that it belongs to.
    type Model: Model;
    /// The same as a list; no model where it has none of its own.
    type Models;
    /// Its kind.
    type Kind: Kind;
    /// Whether it may be `NULL`.
    type Null: Nullability;
    /// Whether what is divided by it may be `NULL`: a value is not 0, an expression may be.
    type Divisor: Nullability;
    /// What it needs from around it.
    type Context: Context;
    /// Whether it is a value of each row.
    type Depth: Depth;

    /// What to write into the query state.
    #[doc(hidden)]
    fn term(self) -> Node;
}

#[diagnostic::do_not_recommend]
impl<M: Model, L: Literal> Term<M> for L {
    type Model = M;
    type Models = ();
    type Kind = L::Kind;
    type Null = NotNull;
    type Divisor = NotNull;
    type Context = Plain;
    type Depth = PerRow;

    fn term(self) -> Node {
        Node::Value(self.into_value())
    }
}

macro_rules! terms {
    ($($ty:ty: $model:ty, $models:ty, $context:ty, $depth:ty;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<M: Model, E: Source, K: Kind, N: Nullability> Term<M> for $ty {
                type Model = $model;
                type Models = $models;
                type Kind = K;
                type Null = N;
                type Divisor = Nullable;
                type Context = $context;
                type Depth = $depth;

                fn term(self) -> Node {
                    self.node()
                }
            }
        )*
    };
}

terms! {
    Expr<E, K, N>: E::Model, Just<E::Model>, E::Context, E::Depth;
    &Expr<E, K, N>: E::Model, Just<E::Model>, E::Context, E::Depth;
    OuterRef<Expr<E, K, N>>: M, (), Refers<Outer<E::Model>>, PerRow;
    OuterRef<&Expr<E, K, N>>: M, (), Refers<Outer<E::Model>>, PerRow;
    OuterRef<OuterRef<Expr<E, K, N>>>: M, (), Refers<NoOuter, Outer<E::Model>>, PerRow;
    OuterRef<OuterRef<&Expr<E, K, N>>>: M, (), Refers<NoOuter, Outer<E::Model>>, PerRow;
}
