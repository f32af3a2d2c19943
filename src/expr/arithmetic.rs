//! `+ - * / %`, powers and bit operations.

use std::ops::{Add, Div, Mul, Neg, Rem, Sub};

use jiff::SignedDuration;
use rust_decimal::Decimal;

use super::{Expr, Made, MadeWith, Source, Term};
use crate::context::Merge;
use crate::field::{FieldValue, value_of};
use crate::kind::{
    Addition, Division, Integer, Kind, KindOf, Modulo, Multiplication, Negation, Power, Subtraction,
};
use crate::model::AllAre;
use crate::path::{Nullability, Nullable};
use crate::state::{Arithmetic, Node, Operator};
use crate::value::{Value, ValueType};

fn arithmetic(operator: Operator, left: Operand, right: Operand) -> Node {
    Node::Arithmetic(Box::new(Arithmetic {
        operator,
        kinds: [left.kind, right.kind],
        operands: [left.node, right.node],
    }))
}

struct Operand {
    node: Node,
    kind: ValueType,
}

impl<E: Source, K: Kind, N> Expr<E, K, N> {
    fn operand(&self) -> Operand {
        Operand { node: self.node(), kind: K::TYPE }
    }
}

fn term<M, T: Term<M, Models: AllAre<M>>>(term: T) -> Operand {
    Operand { node: term.term(), kind: T::Kind::TYPE }
}

fn number<T: FieldValue>(number: &T) -> Operand {
    Operand { node: Node::Value(value_of(number)), kind: KindOf::<T>::TYPE }
}

/// What the quotient by a term is nullable by: `NULL` comes of a division by 0.
type Quotient<N, T, M> =
    <<N as Nullability>::Or<<T as Term<M>>::Null> as Nullability>::Or<<T as Term<M>>::Divisor>;

macro_rules! operators {
    ($($trait:ident $method:ident $operator:ident $rule:ident: $null:ty;)*) => {
        $(
            operators! { @one $trait $method $operator $rule: $null; Expr<E, K, N> }
            operators! { @one $trait $method $operator $rule: $null; &Expr<E, K, N> }
        )*
    };
    (@one $trait:ident $method:ident $operator:ident $rule:ident: $null:ty; $left:ty) => {
        impl<E, K, N, T> $trait<T> for $left
        where
            E: Source,
            K: Kind + $rule<T::Kind>,
            N: Nullability,
            T: Term<E::Model, Models: AllAre<E::Model>>,
            E::Context: Merge<T::Context>,
        {
            type Output = Expr<MadeWith<E, T>, <K as $rule<T::Kind>>::Out, $null>;

            fn $method(self, other: T) -> Self::Output {
                Expr::computed(arithmetic(Operator::$operator, self.operand(), term(other)))
            }
        }
    };
}

operators! {
    Add add Add Addition: N::Or<T::Null>;
    Sub sub Subtract Subtraction: N::Or<T::Null>;
    Mul mul Multiply Multiplication: N::Or<T::Null>;
    Div div Divide Division: Quotient<N, T, E::Model>;
    Rem rem Remainder Modulo: Quotient<N, T, E::Model>;
}

/// Numbers and durations on the left of an expression.
macro_rules! from_the_left {
    ($($number:ty: $($trait:ident)*;)*) => { $($(from_the_left! { @rule $trait $number })*)* };
    (@rule Add $number:ty) => { from_the_left! { @both $number: Add add Add Addition, N } };
    (@rule Sub $number:ty) => { from_the_left! { @both $number: Sub sub Subtract Subtraction, N } };
    (@rule Mul $number:ty) => { from_the_left! { @both $number: Mul mul Multiply Multiplication, N } };
    (@rule Div $number:ty) => { from_the_left! { @both $number: Div div Divide Division, Nullable } };
    (@rule Rem $number:ty) => { from_the_left! { @both $number: Rem rem Remainder Modulo, Nullable } };
    (@both $number:ty: $trait:ident $method:ident $operator:ident $rule:ident, $null:ty) => {
        from_the_left! { @one $number: $trait $method $operator $rule, $null; Expr<E, K, N> }
        from_the_left! { @one $number: $trait $method $operator $rule, $null; &Expr<E, K, N> }
    };
    (@one $number:ty: $trait:ident $method:ident $operator:ident $rule:ident, $null:ty; $right:ty) => {
        impl<E: Source, K: Kind, N: Nullability> $trait<$right> for $number
        where
            KindOf<$number>: $rule<K>,
        {
            type Output = Expr<Made<E>, <KindOf<$number> as $rule<K>>::Out, $null>;

            fn $method(self, other: $right) -> Self::Output {
                Expr::computed(arithmetic(Operator::$operator, number(&self), other.operand()))
            }
        }
    };
}

from_the_left! {
    i32: Add Sub Mul Div Rem;
    i64: Add Sub Mul Div Rem;
    f64: Add Sub Mul Div;
    Decimal: Add Sub Mul Div Rem;
    SignedDuration: Add Sub;
}

macro_rules! negation {
    ($($of:ty;)*) => {
        $(
            impl<E: Source, K: Negation, N: Nullability> Neg for $of {
                type Output = Expr<Made<E>, K::Out, N>;

                fn neg(self) -> Self::Output {
                    let minus_one = Operand { node: Node::Value(Value::Int(-1)), kind: Integer::<i64>::TYPE };
                    Expr::computed(arithmetic(Operator::Multiply, self.operand(), minus_one))
                }
            }
        )*
    };
}

negation! {
    Expr<E, K, N>;
    &Expr<E, K, N>;
}

impl<E: Source, K: Kind, N: Nullability> Expr<E, K, N> {
    /// It, to the power of `exponent`.
    ///
    /// Of integers it is an integer: what is behind the point is cut off, as in Django.
    ///
    /// Django: `F("rating") ** 2`. SQL: `POWER(…)`.
    #[doc(alias = "**")]
    pub fn pow<T>(&self, exponent: T) -> Expr<MadeWith<E, T>, K::Out, N::Or<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>>,
        K: Power<T::Kind>,
        E::Context: Merge<T::Context>,
    {
        Expr::computed(arithmetic(Operator::Power, self.operand(), term(exponent)))
    }
}

macro_rules! bits {
    ($($(#[$doc:meta])* $name:ident = $operator:ident;)*) => {
        impl<E: Source, I: FieldValue, N: Nullability> Expr<E, Integer<I>, N> {
            $(
                $(#[$doc])*
                pub fn $name<T>(&self, other: T) -> Expr<MadeWith<E, T>, Integer, N::Or<T::Null>>
                where
                    T: Term<E::Model, Models: AllAre<E::Model>>,
                    Integer: Modulo<T::Kind, Out = Integer>,
                    E::Context: Merge<T::Context>,
                {
                    Expr::computed(arithmetic(Operator::$operator, self.operand(), term(other)))
                }
            )*
        }
    };
}

bits! {
    /// The bits that are set in both.
    ///
    /// Django: `F("flags").bitand(6)`. SQL: `&`.
    #[doc(alias = "&")]
    bitand = BitAnd;

    /// The bits that are set in one of the two, or in both.
    ///
    /// Django: `F("flags").bitor(8)`. SQL: `|`.
    #[doc(alias = "|")]
    bitor = BitOr;

    /// The bits that are set in one of the two, and not in both.
    ///
    /// Django: `F("flags").bitxor(3)`. SQL: `#`, on MySQL `^`, on SQLite `BITXOR(…)`.
    #[doc(alias = "^")]
    bitxor = BitXor;

    /// The bits, moved to the left.
    ///
    /// Django: `F("flags").bitleftshift(2)`. SQL: `<<`.
    #[doc(alias = "<<")]
    bitleftshift = ShiftLeft;

    /// The bits, moved to the right.
    ///
    /// Django: `F("flags").bitrightshift(1)`. SQL: `>>`.
    #[doc(alias = ">>")]
    bitrightshift = ShiftRight;
}
