//! `+ - * / %` between expressions and numbers.

use std::ops::{Add, Div, Mul, Rem, Sub};

use rust_decimal::Decimal as RustDecimal;

use super::{Computed, Expr, Source};
use crate::context::{Context, Merge, Merged, Plain};
use crate::field::value_of;
use crate::kind::{Arithmetic, Decimal, Division, Float, Integer, Kind, Modulo};
use crate::model::{Is, Model};
use crate::path::{NotNull, Nullability};
use crate::state::{Node, Operator};

/// What may stand beside an operator: an expression of the same model, or a number.
#[diagnostic::on_unimplemented(
    message = "no arithmetic with a value of type `{Self}`",
    label = "not a number, and not an expression of `{M}`"
)]
pub trait Term<M> {
    /// The model that it belongs to.
    type Model: Model;
    /// Its kind.
    type Kind: Kind;
    /// Whether it may be `NULL`.
    type Null: Nullability;
    /// What it needs from around it.
    type Context: Context;

    /// What to write into the query state.
    #[doc(hidden)]
    fn term(self) -> Node;
}

#[diagnostic::do_not_recommend]
impl<M, E: Source, K: Kind, N: Nullability> Term<M> for Expr<E, K, N> {
    type Model = E::Model;
    type Kind = K;
    type Null = N;
    type Context = E::Context;

    fn term(self) -> Node {
        self.node()
    }
}

macro_rules! operators {
    ($($trait:ident $method:ident $operator:ident $rule:ident;)*) => {
        $(
            impl<E: Source, K: Kind, N: Nullability, T: Term<E::Model, Model: Is<E::Model>>> $trait<T> for Expr<E, K, N>
            where
                K: $rule<T::Kind>,
                E::Context: Merge<T::Context>,
            {
                type Output = Expr<
                    Computed<E::Model, Merged<E::Context, T::Context>>,
                    <K as $rule<T::Kind>>::Out,
                    N::Or<T::Null>,
                >;

                fn $method(self, other: T) -> Self::Output {
                    let operands = Box::new([self.node(), other.term()]);
                    Expr::computed(Node::Arithmetic(Operator::$operator, operands))
                }
            }
        )*
    };
}

operators! {
    Add add Add Arithmetic;
    Sub sub Subtract Arithmetic;
    Mul mul Multiply Arithmetic;
    Div div Divide Division;
    Rem rem Remainder Modulo;
}

macro_rules! numbers {
    ($($number:ty: $kind:ty;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<M: Model> Term<M> for $number {
                type Model = M;
                type Kind = $kind;
                type Null = NotNull;
                type Context = Plain;

                fn term(self) -> Node {
                    Node::Value(value_of(&self))
                }
            }

            numbers! { @left $number: Add add Add Arithmetic, Sub sub Subtract Arithmetic, Mul mul Multiply Arithmetic, Div div Divide Division, Rem rem Remainder Modulo }
        )*
    };
    (@left $number:ty: $($trait:ident $method:ident $operator:ident $rule:ident),*) => {
        $(
            impl<E: Source, K: Kind, N: Nullability> $trait<Expr<E, K, N>> for $number
            where
                <$number as Term<E::Model>>::Kind: $rule<K>,
            {
                type Output = Expr<
                    Computed<E::Model, E::Context>,
                    <<$number as Term<E::Model>>::Kind as $rule<K>>::Out,
                    N,
                >;

                fn $method(self, other: Expr<E, K, N>) -> Self::Output {
                    let operands = Box::new([Node::Value(value_of(&self)), other.node()]);
                    Expr::computed(Node::Arithmetic(Operator::$operator, operands))
                }
            }
        )*
    };
}

numbers! {
    i32: Integer;
    i64: Integer;
    f64: Float;
    RustDecimal: Decimal;
}
