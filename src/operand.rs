//! What may stand on the right of a lookup: values, expressions, outer references, subqueries.

use std::collections::{BTreeSet, HashSet};

use crate::context::{Context, Merge, Merged, NoOuter, Outer, Plain, Refers, Shifted};
use crate::depth::{Depth, PerRow};
use crate::expr::{Expr, OuterRef, Referred, Source};
use crate::kind::{Comparable, Kind};
use crate::literal::{Item, Literal, Takes};
use crate::model::{AllAre, Just, Model};
use crate::query_set::QuerySet;
use crate::selection::{Column1, OneColumn};
use crate::state::{Node, Right};
use crate::value::Value;

/// What an expression of `M` and of the kind `K` can be compared with: a value, an expression of
/// the same model (Django's `F()`), or [`outer()`](crate::outer).
#[diagnostic::on_unimplemented(
    message = "a `{K}` expression of `{M}` cannot be compared with a value of type `{Self}`",
    label = "not a `{K}` value, and not an expression of `{M}`",
    note = "`NULL` is asked for with `isnull(true)`, one value of a query set with `subquery(…)`; Django raises ValueError, TypeError or ValidationError for a value of another kind, or converts it"
)]
pub trait Operand<M, K> {
    /// The model that it belongs to.
    type Model: Model;
    /// The same as a list; no model where it has none of its own.
    type Models;
    /// Its kind.
    type Kind: Kind;
    /// What it needs from around it.
    type Context: Context;
    /// Whether it is a value of each row.
    type Depth: Depth;

    /// What to write into the query state.
    #[doc(hidden)]
    fn operand(self) -> Node;
}

#[diagnostic::do_not_recommend]
impl<M: Model, K: Takes<L>, L: Literal> Operand<M, K> for L {
    type Model = M;
    type Models = ();
    type Kind = K;
    type Context = Plain;
    type Depth = PerRow;

    fn operand(self) -> Node {
        Node::Value(K::bound(self.into_value()))
    }
}

macro_rules! operands {
    ($($ty:ty: $model:ty, $models:ty, $context:ty, $depth:ty;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<M: Model, K, E: Source, L: Kind, N: 'static> Operand<M, K> for $ty {
                type Model = $model;
                type Models = $models;
                type Kind = L;
                type Context = $context;
                type Depth = $depth;

                fn operand(self) -> Node {
                    self.node()
                }
            }
        )*
    };
}

operands! {
    Expr<E, L, N>: E::Model, Just<E::Model>, E::Context, E::Depth;
    &Expr<E, L, N>: E::Model, Just<E::Model>, E::Context, E::Depth;
    OuterRef<Expr<E, L, N>>: M, (), Refers<Outer<E::Model>>, PerRow;
    OuterRef<&Expr<E, L, N>>: M, (), Refers<Outer<E::Model>>, PerRow;
    OuterRef<OuterRef<Expr<E, L, N>>>: M, (), Refers<NoOuter, Outer<E::Model>>, PerRow;
    OuterRef<OuterRef<&Expr<E, L, N>>>: M, (), Refers<NoOuter, Outer<E::Model>>, PerRow;
}

/// What `in_` takes for an expression of `M` and of the kind `K`: a list of values, a tuple of up to
/// eight values and expressions, or a query set whose rows are one column.
#[diagnostic::on_unimplemented(
    message = "`in_` takes a list of values or a query set of one column, not `{Self}`",
    label = "not a list of `{K}` values, and not a query set of one column",
    note = "a list is an array, a `Vec`, a slice, a set or a tuple; a column is selected by `values_list(entry::id)`",
    note = "Django raises TypeError: 'int' object is not iterable, or ValueError: The QuerySet value for the 'in' lookup must have 1 selected fields"
)]
pub trait InOperand<M, K> {
    /// The Rust type of its items.
    type Value;
    /// The query around it that it refers to.
    type Parent;
    /// What it needs from around it.
    type Context: Context;

    /// What to write into the query state.
    #[doc(hidden)]
    fn items(self) -> Right;
}

/// A list of values: an array, a `Vec`, a slice or a set.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of values",
    label = "not an array, a `Vec`, a slice or a set"
)]
pub trait List {
    /// Its items: values, or `Option`s of them.
    type Item: Item;

    /// Binds them; `None` is left out.
    #[doc(hidden)]
    fn values(self) -> Vec<Value>;
}

fn values<I: Item>(items: impl IntoIterator<Item = I>) -> Vec<Value> {
    items.into_iter().filter_map(Item::into_item).collect()
}

macro_rules! lists {
    ($([$($generics:tt)*] $list:ty, $item:ty, $into:expr;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> List for $list {
                type Item = $item;

                fn values(self) -> Vec<Value> {
                    let into: fn($list) -> Vec<Value> = $into;
                    into(self)
                }
            }

            #[diagnostic::do_not_recommend]
            impl<M: Model, K: Kind, $($generics)*> InOperand<M, K> for $list {
                type Value = <$item as Item>::Value;
                type Parent = NoOuter;
                type Context = Plain;

                fn items(self) -> Right {
                    Right::values(self.values().into_iter().map(K::bound))
                }
            }
        )*
    };
}

lists! {
    [I: Item] Vec<I>, I, |list| values(list);
    [I: Item, const LENGTH: usize] [I; LENGTH], I, |list| values(list);
    [I: Item + Clone] &[I], I, |list| values(list.iter().cloned());
    [I: Item + Clone] &Vec<I>, I, |list| values(list.iter().cloned());
    [I: Item + Clone, const LENGTH: usize] &[I; LENGTH], I, |list| values(list.iter().cloned());
    [I: Item] HashSet<I>, I, |list| values(list);
    [I: Item] BTreeSet<I>, I, |list| values(list);
    [I: Item + Clone] &HashSet<I>, I, |list| values(list.iter().cloned());
    [I: Item + Clone] &BTreeSet<I>, I, |list| values(list.iter().cloned());
}

macro_rules! tuples {
    ($first:ident $($rest:ident)*) => {
        tuples! { @add [$first] [$first::Context] [] $($rest)* }
    };
    (@add [$($done:ident)*] [$context:ty] [$($merges:tt)*] $next:ident $($rest:ident)*) => {
        tuples! { @tuple [$($done)* $next] [Merged<$context, $next::Context>] [$($merges)* $context: Merge<$next::Context>,] }
        tuples! { @add [$($done)* $next] [Merged<$context, $next::Context>] [$($merges)* $context: Merge<$next::Context>,] $($rest)* }
    };
    (@add [$($done:ident)*] [$context:ty] [$($merges:tt)*]) => {};
    (@tuple [$($item:ident)*] [$context:ty] [$($merges:tt)*]) => {
        #[diagnostic::do_not_recommend]
        impl<M: Model, K: Kind, $($item),*> InOperand<M, K> for ($($item,)*)
        where
            $($item: Operand<M, K, Models: AllAre<M>, Kind: Comparable<K>>,)*
            $($merges)*
        {
            type Value = K::Value;
            type Parent = NoOuter;
            type Context = $context;

            fn items(self) -> Right {
                #[allow(non_snake_case, reason = "an item has the name of its type")]
                let ($($item,)*) = self;
                Right::Many(vec![$($item.operand()),*])
            }
        }
    };
}

tuples! { A B C D E F G H }

#[diagnostic::do_not_recommend]
impl<M, K, T, R, S, X> InOperand<M, K> for QuerySet<T, R, S, X>
where
    M: Model,
    T: Model,
    R: OneColumn,
    X: Context,
{
    type Value = <R as Column1>::Value;
    type Parent = X::Parent;
    type Context = Shifted<X>;

    fn items(self) -> Right {
        Right::Query(Box::new(self.into_state()))
    }
}

/// How deep a predicate is, of an expression of the source `E` and an operand of the depth `D`: whether it is
/// about a window.
pub(crate) type Seen<E, D = PerRow> =
    <<<E as Source>::Depth as Depth>::InPredicate as Depth>::Max<<D as Depth>::InPredicate>;

/// What two operands need together: [`Merged`], for the outcome of a lookup.
pub type With<E, X> = Merged<<E as Source>::Context, X>;
