//! What `values()`, `values_list()`, `only()` and `defer()` take: a field, or a tuple of fields.

use std::marker::PhantomData;

use crate::context::{Context, Merge, Merged, Plain};
use crate::decode::Cells;
use crate::error::Error;
use crate::expr::{At, Expr, Source};
use crate::kind::Kind;
use crate::model::{Column, Is, Model};
use crate::path::{Nullability, Path, Root};
use crate::record::{Cons, FieldList, Key, Mark, Nil, Slot};
use crate::state::Node;

/// One expression of a selection.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be selected in a query on `{M}`",
    label = "neither a field nor an expression of `{M}`"
)]
pub trait Selectable<M> {
    /// The Rust type of its value.
    type Value: Slot;
    /// What it needs from around it.
    type Context: Context;

    #[doc(hidden)]
    fn select(&self) -> Node;

    #[doc(hidden)]
    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Value, Error>;

    /// Its name in the rows of `named()`.
    #[doc(hidden)]
    fn name(&self) -> String;
}

#[diagnostic::do_not_recommend]
impl<M, E: Source, K: Kind, N: Nullability> Selectable<M> for Expr<E, K, N>
where
    E::Model: Is<M>,
{
    type Value = N::Of<K::Value>;
    type Context = E::Context;

    fn select(&self) -> Node {
        self.node()
    }

    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Value, Error> {
        <Self::Value as Slot>::read(cells, at, E::Model::META.name, E::NAME)
    }

    fn name(&self) -> String {
        match self.node() {
            Node::Column(column) => column.key(),
            _ => E::NAME.to_owned(),
        }
    }
}

/// A selection: an expression, or a tuple of up to 16.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a selection of fields of `{M}`",
    label = "not a field of `{M}`, and not a tuple of fields",
    note = "write `values_list(entry::headline)` or `values_list((entry::headline, entry::rating))`, up to 16"
)]
pub trait Selection<M> {
    /// The row as a tuple.
    type Tuple: Send + 'static;
    /// What it needs from around it.
    type Context: Context;

    #[doc(hidden)]
    fn nodes(&self) -> Vec<Node>;

    #[doc(hidden)]
    fn decode(cells: &dyn Cells) -> Result<Self::Tuple, Error>;

    #[doc(hidden)]
    fn names(&self) -> Vec<String>;
}

/// A selection of fields that have names: columns.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a selection of named fields of `{M}`",
    label = "a computed expression has no name",
    note = "`values()` takes fields; for anything else use `values_list()`"
)]
pub trait Fields<M> {
    /// The row as a list.
    type List: FieldList;

    #[doc(hidden)]
    fn fields(&self) -> Vec<Node>;
}

/// A field of the model itself, or a tuple of them: what `only()` and `defer()` take.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be loaded or deferred alone",
    label = "not a field of the model itself, nor a tuple of them",
    note = "`only()` and `defer()` take the model's own columns: `only((entry::headline, entry::rating))`"
)]
pub trait Marks<L, I, D> {
    /// The list with these fields marked.
    type Out;
}

#[diagnostic::do_not_recommend]
impl<M, E: Source, K: Kind, N: Nullability> Selection<M> for Expr<E, K, N>
where
    E::Model: Is<M>,
{
    type Tuple = (N::Of<K::Value>,);
    type Context = E::Context;

    fn nodes(&self) -> Vec<Node> {
        vec![self.node()]
    }

    fn decode(cells: &dyn Cells) -> Result<Self::Tuple, Error> {
        Ok((<Self as Selectable<E::Model>>::read(cells, &mut 0)?,))
    }

    fn names(&self) -> Vec<String> {
        vec![<Self as Selectable<E::Model>>::name(self)]
    }
}

#[diagnostic::do_not_recommend]
impl<M, P: Path, C: Column, K: Kind, N: Nullability> Fields<M> for Expr<At<P, C>, K, N>
where
    At<P, C>: Source + Key,
    P::Root: Is<M>,
{
    type List = Cons<At<P, C>, N::Of<K::Value>, Nil>;

    fn fields(&self) -> Vec<Node> {
        vec![self.node()]
    }
}

#[diagnostic::do_not_recommend]
impl<L, I, D, M: Model, C: Column<Model = M>, K, N> Marks<L, I, D> for Expr<At<Root<M>, C>, K, N>
where
    L: Mark<At<Root<M>, C>, I, D>,
{
    type Out = L::Out;
}

/// All fields of a model, for `values()`: the constant `ALL` of its module.
pub struct AllFields<M>(PhantomData<fn() -> M>);

impl<M> AllFields<M> {
    /// Generated code calls it.
    #[doc(hidden)]
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<M> Default for AllFields<M> {
    fn default() -> Self {
        Self::new()
    }
}

#[diagnostic::do_not_recommend]
impl<M: Model, T: Model + Is<M>> Fields<M> for AllFields<T> {
    type List = T::Fields;

    fn fields(&self) -> Vec<Node> {
        let columns = T::META.columns.iter();
        columns.map(|column| Node::Column(crate::state::ColumnRef { steps: None, column })).collect()
    }
}

/// A list of fields that begins with the ones of another selection.
#[doc(hidden)]
pub trait Prepend<T> {
    type Out: FieldList;
}

impl<K: Key, V: Slot, T: FieldList> Prepend<T> for Cons<K, V, Nil> {
    type Out = Cons<K, V, T>;
}

/// The contexts of a tuple's elements, merged.
#[doc(hidden)]
pub trait SelectedContexts<M> {
    type All: Context;
}

impl<M> SelectedContexts<M> for () {
    type All = Plain;
}

macro_rules! tuples {
    ($($first:ident $($rest:ident)*;)*) => {
        $(
            impl<M, $first: Selectable<M>, $($rest: Selectable<M>),*> SelectedContexts<M> for ($first, $($rest,)*)
            where
                ($($rest,)*): SelectedContexts<M>,
                $first::Context: Merge<<($($rest,)*) as SelectedContexts<M>>::All>,
            {
                type All = Merged<$first::Context, <($($rest,)*) as SelectedContexts<M>>::All>;
            }

            #[diagnostic::do_not_recommend]
            impl<M, $first: Selectable<M>, $($rest: Selectable<M>),*> Selection<M> for ($first, $($rest,)*)
            where
                Self: SelectedContexts<M>,
            {
                type Tuple = ($first::Value, $($rest::Value,)*);
                type Context = <Self as SelectedContexts<M>>::All;

                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn nodes(&self) -> Vec<Node> {
                    let ($first, $($rest,)*) = self;
                    vec![$first.select(), $($rest.select(),)*]
                }

                fn decode(cells: &dyn Cells) -> Result<Self::Tuple, Error> {
                    let at = &mut 0;
                    Ok(($first::read(cells, at)?, $($rest::read(cells, at)?,)*))
                }

                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn names(&self) -> Vec<String> {
                    let ($first, $($rest,)*) = self;
                    vec![$first.name(), $($rest.name(),)*]
                }
            }

            #[diagnostic::do_not_recommend]
            impl<M, $first: Fields<M>, $($rest: Fields<M>),*> Fields<M> for ($first, $($rest,)*)
            where
                Self: FieldTuple<M>,
            {
                type List = <Self as FieldTuple<M>>::List;

                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn fields(&self) -> Vec<Node> {
                    let ($first, $($rest,)*) = self;
                    [$first.fields(), $($rest.fields(),)*].into_iter().flatten().collect()
                }
            }

            impl<M, $first: Fields<M>, $($rest: Fields<M>),*> FieldTuple<M> for ($first, $($rest,)*)
            where
                ($($rest,)*): FieldTuple<M>,
                $first::List: Prepend<<($($rest,)*) as FieldTuple<M>>::List>,
            {
                type List = <$first::List as Prepend<<($($rest,)*) as FieldTuple<M>>::List>>::Out;
            }

            #[diagnostic::do_not_recommend]
            impl<List, Do, At, Ats, $first, $($rest),*> Marks<List, (At, Ats), Do> for ($first, $($rest,)*)
            where
                $first: Marks<List, At, Do>,
                ($($rest,)*): Marks<$first::Out, Ats, Do>,
            {
                type Out = <($($rest,)*) as Marks<$first::Out, Ats, Do>>::Out;
            }
        )*
    };
}

/// The fields of a tuple, as a list.
#[doc(hidden)]
pub trait FieldTuple<M> {
    type List: FieldList;
}

impl<M> FieldTuple<M> for () {
    type List = Nil;
}

impl<L, D> Marks<L, (), D> for () {
    type Out = L;
}

tuples! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H O;
    A B C D E F G H O P;
    A B C D E F G H O P Q;
    A B C D E F G H O P Q R;
    A B C D E F G H O P Q R S;
    A B C D E F G H O P Q R S T;
    A B C D E F G H O P Q R S T U;
    A B C D E F G H O P Q R S T U V;
}

/// The value of a query set of one column.
pub trait Column1 {
    /// Its Rust type, without the `Option`.
    type Value;
}

/// Says that the rows of a query set are one column.
#[diagnostic::on_unimplemented(
    message = "the rows of this query set are not one column: `{Self}`",
    label = "select one column: `values_list(entry::id).flat()`",
    note = "Django raises ValueError: The QuerySet value for the exact or in lookup must have 1 selected field"
)]
pub trait OneColumn: Column1 {}
