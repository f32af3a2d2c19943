//! What `values()`, `values_list()`, `only()` and `defer()` take: a field, or a tuple of fields.

use std::marker::PhantomData;

use crate::context::{Context, Merge, Merged, Plain};
use crate::decode::Cells;
use crate::depth::{Depth, PerRow};
use crate::error::Error;
use crate::expr::{Expr, Source};
use crate::field::CellOf;
use crate::kind::Kind;
use crate::model::{Column, Just, Model};
use crate::path::{self, Nullability, Path, Step};
use crate::query_set::ModelLists;
use crate::record::{Cons, FieldList, Key, Load, Mark, Marked, Nil, Slot};
use crate::related::{Follows, Related, related_node};
use crate::state::Node;

/// One expression of a selection.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be selected",
    label = "neither a field nor an expression"
)]
pub trait Selectable {
    /// The model that it belongs to.
    type Model: Model;
    /// The Rust type of its value.
    type Value: Slot;
    /// What it needs from around it.
    type Context: Context;
    /// Whether it is a value of each row.
    type Depth: Depth;

    #[doc(hidden)]
    fn node_of(&self) -> Node;

    #[doc(hidden)]
    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Value, Error>;

    /// Its name in the rows of `named()`, by its node.
    #[doc(hidden)]
    fn name(node: &Node) -> Name;
}

/// What an expression is called in rows that have names. It is spelled where it is asked for, which is not
/// with every query.
#[derive(Clone, Copy)]
pub enum Name {
    /// It was given one, or has none of its own.
    Given(&'static str),
    /// That of a column, or without one of the row at the end of a path.
    #[doc(hidden)]
    Of(Option<&'static Step>, Option<&'static str>),
}

impl Name {
    pub(crate) fn spelled(self) -> String {
        match self {
            Self::Given(name) => name.to_owned(),
            Self::Of(steps, column) => path::key(steps, column),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<F: Follows> Selectable for F {
    type Model = <F::Path as Path>::Root;
    type Value = KeyValue<F::Path>;
    type Context = Plain;
    type Depth = PerRow;

    fn node_of(&self) -> Node {
        related_node::<F::Path>()
    }

    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Value, Error> {
        let column = <F::Path as Path>::Key::meta();
        <Self::Value as Slot>::read(cells, at, || CellOf::column(column))
    }

    fn name(_: &Node) -> Name {
        Name::Of(F::Path::STEPS, None)
    }
}

/// The value that a relation is selected as: the key of the row that it leads to.
type KeyValue<P> =
    <<P as Path>::Null as Nullability>::Of<<<<P as Path>::Key as Column>::Kind as Kind>::Value>;

/// A selection: an expression, or a tuple of up to 16.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a selection of fields",
    label = "neither a field nor a tuple of up to 16 fields",
    note = "write `values_list(entry::headline)` or `values_list((entry::headline, entry::rating))`; a window function is computed over a window: `rank().over(window().order_by(entry::rating))`"
)]
pub trait Selection {
    /// The models whose fields it names, as a list.
    type Models;
    /// [`Few`] or [`TooMany`].
    #[doc(hidden)]
    type Size;
    /// The row as a tuple.
    type Tuple: Send + 'static;
    /// The row of `aggregate()`: the tuple, or of an expression alone its value.
    type Outcome: Send + 'static;
    /// What it needs from around it.
    type Context: Context;
    /// Which of them are computed from several rows, as a list.
    type Depths;

    #[doc(hidden)]
    fn nodes(&self) -> Vec<Node>;

    #[doc(hidden)]
    fn decode(cells: &dyn Cells) -> Result<Self::Tuple, Error>;

    #[doc(hidden)]
    fn outcome(row: Self::Tuple) -> Self::Outcome;

    /// The names of its nodes.
    #[doc(hidden)]
    fn names(nodes: &[Node]) -> Vec<Name>;
}

/// A selection of fields that have names: columns, and expressions of [`named!`](crate::named).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a selection of named fields",
    label = "neither a field nor a tuple of up to 16 fields",
    note = "a computed expression has no name: give it one by `named!(n: …);`, or select it with `values_list()`"
)]
pub trait Fields {
    /// The models whose fields it names, as a list.
    type Models;
    /// What it needs from around it.
    type Context: Context;
    /// Which of them are computed from several rows, as a list.
    type Depths;
    /// The row as a list.
    type List: FieldList;

    #[doc(hidden)]
    fn fields(&self) -> Vec<Node>;
}

/// Fields of the model itself, one or a tuple of them: what `only()` and `defer()` take. `D` is what
/// they do to the list of fields that `L` stands for.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be loaded or deferred alone",
    label = "not a field of the model itself, nor a tuple of them",
    note = "`only()` and `defer()` take the model's own columns: `only((entry::headline, entry::rating))`",
    note = "a related row has its own: `select_related(entry::blog().only(blog::name))`",
    note = "Django raises FieldDoesNotExist, or loads the related row as well"
)]
pub trait Marks<L, I, D> {
    /// The list with these fields marked.
    type Out;
}

macro_rules! expressions {
    ($($of:ty)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<E: Source, K: Kind, N: Nullability> Selectable for $of {
                type Model = E::Model;
                type Value = N::Of<K::Value>;
                type Context = E::Context;
                type Depth = E::Depth;

                fn node_of(&self) -> Node {
                    self.node()
                }

                #[inline]
                fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Value, Error> {
                    <Self::Value as Slot>::read(cells, at, E::cell)
                }

                fn name(node: &Node) -> Name {
                    match node {
                        Node::Column(column) => Name::Of(column.steps, Some(column.column.name)),
                        Node::Cte(column) => Name::Given(column.column.column.name),
                        _ => Name::Given(E::name()),
                    }
                }
            }

            #[diagnostic::do_not_recommend]
            impl<E: Source, K: Kind, N: Nullability> Selection for $of {
                type Models = Just<E::Model>;
                type Size = Few;
                type Tuple = (N::Of<K::Value>,);
                type Outcome = N::Of<K::Value>;
                type Context = E::Context;
                type Depths = E::Depth;

                fn nodes(&self) -> Vec<Node> {
                    vec![self.node()]
                }

                fn decode(cells: &dyn Cells) -> Result<Self::Tuple, Error> {
                    Ok((<Self as Selectable>::read(cells, &mut 0)?,))
                }

                fn outcome((value,): Self::Tuple) -> Self::Outcome {
                    value
                }

                fn names(nodes: &[Node]) -> Vec<Name> {
                    vec![<Self as Selectable>::name(&nodes[0])]
                }
            }

            #[diagnostic::do_not_recommend]
            impl<E: Source + Key, K: Kind, N: Nullability> Fields for $of {
                type Models = Just<E::Model>;
                type Context = E::Context;
                type Depths = E::Depth;
                type List = Cons<E, N::Of<K::Value>, Nil>;

                fn fields(&self) -> Vec<Node> {
                    vec![self.node()]
                }
            }
        )*
    };
}

expressions! { Expr<E, K, N> &Expr<E, K, N> }

#[diagnostic::do_not_recommend]
impl<F: Follows> Selection for F {
    type Models = Just<<F::Path as Path>::Root>;
    type Size = Few;
    type Tuple = (KeyValue<F::Path>,);
    type Outcome = KeyValue<F::Path>;
    type Context = Plain;
    type Depths = PerRow;

    fn nodes(&self) -> Vec<Node> {
        vec![self.node_of()]
    }

    fn decode(cells: &dyn Cells) -> Result<Self::Tuple, Error> {
        Ok((<Self as Selectable>::read(cells, &mut 0)?,))
    }

    fn outcome((value,): Self::Tuple) -> Self::Outcome {
        value
    }

    fn names(nodes: &[Node]) -> Vec<Name> {
        vec![<Self as Selectable>::name(&nodes[0])]
    }
}

#[diagnostic::do_not_recommend]
impl<F: Follows> Fields for F {
    type Models = Just<<F::Path as Path>::Root>;
    type Context = Plain;
    type Depths = PerRow;
    type List = Cons<Related<F::Path>, KeyValue<F::Path>, Nil>;

    fn fields(&self) -> Vec<Node> {
        vec![self.node_of()]
    }
}

/// Stands for a list of a model's fields, under a short name.
#[doc(hidden)]
pub trait Listed {
    type List;
}

/// All fields of `M`, loaded.
#[doc(hidden)]
pub struct AllOf<M>(PhantomData<fn() -> M>);

/// The primary key of `M` loaded, the other fields deferred.
#[doc(hidden)]
pub struct KeyOf<M>(PhantomData<fn() -> M>);

/// The list `L` itself.
#[doc(hidden)]
pub struct Rest<L>(PhantomData<fn() -> L>);

impl<M: ModelLists> Listed for AllOf<M> {
    type List = M::All;
}

impl<M: ModelLists> Listed for KeyOf<M> {
    type List = M::KeyOnly;
}

impl<L> Listed for Rest<L> {
    type List = L;
}

#[diagnostic::do_not_recommend]
impl<L: Listed, I, D, E: Source, K, N> Marks<L, I, D> for Expr<E, K, N>
where
    L::List: Mark<E, I, D>,
{
    type Out = <L::List as Mark<E, I, D>>::Out;
}

#[diagnostic::do_not_recommend]
impl<L, M: Model<Fields: Marked>> Marks<L, (), Load> for AllFields<M> {
    type Out = <M::Fields as Marked>::AllLoaded;
}

/// All fields of a model, for `values()` and `only()`: the constant `ALL` of its module.
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
impl<M: Model<Fields: AsTuple>> Selection for AllFields<M> {
    type Models = Just<M>;
    type Size = <M::Fields as AsTuple>::Size;
    type Tuple = <M::Fields as AsTuple>::Tuple;
    type Outcome = Self::Tuple;
    type Context = Plain;
    type Depths = ();

    fn nodes(&self) -> Vec<Node> {
        self.fields()
    }

    fn decode(cells: &dyn Cells) -> Result<Self::Tuple, Error> {
        M::Fields::decode(cells)
    }

    fn outcome(row: Self::Tuple) -> Self::Outcome {
        row
    }

    fn names(_: &[Node]) -> Vec<Name> {
        M::META.columns.iter().map(|column| Name::Given(column.name)).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<M: Model<Fields: FieldList>> Fields for AllFields<M> {
    type Models = Just<M>;
    type Context = Plain;
    type Depths = ();
    type List = M::Fields;

    fn fields(&self) -> Vec<Node> {
        let columns = M::META.columns.iter();
        columns.map(|column| Node::Column(crate::state::ColumnRef { steps: None, column })).collect()
    }
}

/// A list of fields that begins with the ones of another selection.
#[doc(hidden)]
pub trait Prepend<T> {
    type Out: FieldList;
}

impl<T: FieldList> Prepend<T> for Nil {
    type Out = T;
}

impl<K: Key, V: Slot, T: FieldList, Rest: Prepend<T>> Prepend<T> for Cons<K, V, Rest> {
    type Out = Cons<K, V, Rest::Out>;
}

/// A list of fields as a tuple, where it has up to 16.
#[doc(hidden)]
pub trait AsTuple: FieldList {
    type Size;
    type Tuple: Send + 'static;

    fn decode(cells: &dyn Cells) -> Result<Self::Tuple, Error>;
}

macro_rules! list {
    ($end:ty;) => { $end };
    ($end:ty; $key:ident $value:ident $($rest:ident)*) => { Cons<$key, $value, list!($end; $($rest)*)> };
}

/// Lists of one field more each time, and then all that are longer.
macro_rules! lists_as_tuples {
    ($([$key:ident $value:ident])+;) => {
        impl<$($key: Key, $value: Slot,)+ Rest: FieldList> AsTuple for list!(Rest; $($key $value)+) {
            type Size = TooMany;
            type Tuple = ();

            fn decode(_cells: &dyn Cells) -> Result<(), Error> {
                unreachable!("a selection of this size does not compile")
            }
        }
    };
    ($([$key:ident $value:ident])+; $next:tt $($rest:tt)*) => {
        impl<$($key: Key, $value: Slot),+> AsTuple for list!(Nil; $($key $value)+) {
            type Size = Few;
            type Tuple = ($($value,)+);

            fn decode(cells: &dyn Cells) -> Result<Self::Tuple, Error> {
                let at = &mut 0;
                Ok(($($value::read(cells, at, $key::cell)?,)+))
            }
        }

        lists_as_tuples! { $([$key $value])+ $next; $($rest)* }
    };
}

lists_as_tuples! {
    [A A1]; [B B1] [C C1] [D D1] [E E1] [F F1] [G G1] [H H1] [I I1] [J J1] [K K1] [L L1] [M M1] [N N1] [O O1]
    [P P1] [Q Q1]
}

/// What the elements of a tuple are about and need, put together.
#[doc(hidden)]
pub trait Elements {
    type Models;
    type Context: Context;
    type Depths;
}

impl Elements for () {
    type Models = ();
    type Context = Plain;
    type Depths = ();
}

/// The size of a selection: up to 16 fields.
#[doc(hidden)]
pub struct Few;

/// The size of a selection: more than 16 fields.
#[doc(hidden)]
pub struct TooMany;

/// Says that a selection has 16 fields at most.
#[diagnostic::on_unimplemented(
    message = "`values_list()` takes up to 16 fields, and these are more",
    label = "more than 16 fields",
    note = "read more of them into a struct of your own: `values_as(row!(Row {{ headline: entry::headline, … }}))`"
)]
pub trait UpTo16 {}

#[diagnostic::do_not_recommend]
impl UpTo16 for Few {}

/// Longer tuples, so that the mistake has a message without their type.
macro_rules! too_many {
    ($($name:ident)+; $more:ident $($rest:ident)*) => {
        #[diagnostic::do_not_recommend]
        impl<$($name,)+ $more> Selection for ($($name,)+ $more,) {
            type Models = ();
            type Size = TooMany;
            type Tuple = ();
            type Outcome = ();
            type Context = Plain;
            type Depths = ();

            fn nodes(&self) -> Vec<Node> {
                unreachable!("a selection of this size does not compile")
            }

            fn decode(_cells: &dyn Cells) -> Result<(), Error> {
                unreachable!("a selection of this size does not compile")
            }

            fn outcome((): ()) {
                unreachable!("a selection of this size does not compile")
            }

            fn names(_nodes: &[Node]) -> Vec<Name> {
                unreachable!("a selection of this size does not compile")
            }
        }

        too_many! { $($name)+ $more; $($rest)* }
    };
    ($($name:ident)+;) => {};
}

too_many! { A B C D E F G H I J K L M N O P; Q R S T U V W X }

macro_rules! tuples {
    ($($first:ident $($rest:ident)*;)*) => {
        $(
            impl<$first: Selectable, $($rest: Selectable),*> Elements for ($first, $($rest,)*)
            where
                ($($rest,)*): Elements,
                $first::Context: Merge<<($($rest,)*) as Elements>::Context>,
            {
                type Models = (Just<$first::Model>, <($($rest,)*) as Elements>::Models);
                type Context = Merged<$first::Context, <($($rest,)*) as Elements>::Context>;
                type Depths = ($first::Depth, <($($rest,)*) as Elements>::Depths);
            }

            #[diagnostic::do_not_recommend]
            impl<$first: Selectable, $($rest: Selectable),*> Selection for ($first, $($rest,)*)
            where
                Self: Elements,
            {
                type Models = <Self as Elements>::Models;
                type Size = Few;
                type Tuple = ($first::Value, $($rest::Value,)*);
                type Outcome = Self::Tuple;
                type Context = <Self as Elements>::Context;
                type Depths = <Self as Elements>::Depths;

                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn nodes(&self) -> Vec<Node> {
                    let ($first, $($rest,)*) = self;
                    vec![$first.node_of(), $($rest.node_of(),)*]
                }

                fn decode(cells: &dyn Cells) -> Result<Self::Tuple, Error> {
                    let at = &mut 0;
                    Ok(($first::read(cells, at)?, $($rest::read(cells, at)?,)*))
                }

                fn outcome(row: Self::Tuple) -> Self::Outcome {
                    row
                }

                fn names(nodes: &[Node]) -> Vec<Name> {
                    let of: &[fn(&Node) -> Name] = &[$first::name, $($rest::name,)*];
                    of.iter().zip(nodes).map(|(name, node)| name(node)).collect()
                }
            }

            #[diagnostic::do_not_recommend]
            impl<$first: Fields, $($rest: Fields),*> Fields for ($first, $($rest,)*)
            where
                Self: FieldTuple,
            {
                type Models = <Self as FieldTuple>::Models;
                type Context = <Self as FieldTuple>::Context;
                type Depths = <Self as FieldTuple>::Depths;
                type List = <Self as FieldTuple>::List;

                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn fields(&self) -> Vec<Node> {
                    let ($first, $($rest,)*) = self;
                    [$first.fields(), $($rest.fields(),)*].into_iter().flatten().collect()
                }
            }

            impl<$first: Fields, $($rest: Fields),*> FieldTuple for ($first, $($rest,)*)
            where
                ($($rest,)*): FieldTuple,
                $first::List: Prepend<<($($rest,)*) as FieldTuple>::List>,
                $first::Context: Merge<<($($rest,)*) as FieldTuple>::Context>,
            {
                type Models = ($first::Models, <($($rest,)*) as FieldTuple>::Models);
                type Context = Merged<$first::Context, <($($rest,)*) as FieldTuple>::Context>;
                type Depths = ($first::Depths, <($($rest,)*) as FieldTuple>::Depths);
                type List = <$first::List as Prepend<<($($rest,)*) as FieldTuple>::List>>::Out;
            }

            #[diagnostic::do_not_recommend]
            impl<List, Do, At, Ats, $first, $($rest),*> Marks<List, (At, Ats), Do> for ($first, $($rest,)*)
            where
                $first: Marks<List, At, Do>,
                ($($rest,)*): Marks<Rest<$first::Out>, Ats, Do>,
            {
                type Out = <($($rest,)*) as Marks<Rest<$first::Out>, Ats, Do>>::Out;
            }
        )*
    };
}

/// The fields of a tuple, as a list.
#[doc(hidden)]
pub trait FieldTuple {
    type Models;
    type Context: Context;
    type Depths;
    type List: FieldList;
}

impl FieldTuple for () {
    type Models = ();
    type Context = Plain;
    type Depths = ();
    type List = Nil;
}

impl<L: Listed, D> Marks<L, (), D> for () {
    type Out = L::List;
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
#[diagnostic::on_unimplemented(
    message = "the rows of this query set are not one column: `{Self}`",
    label = "select one column: `values_list(entry::id)`",
    note = "Django raises FieldError: Cannot resolve expression type, unknown output_field"
)]
pub trait Column1 {
    /// Its Rust type, without the `Option`.
    type Value;
    /// Its Rust type, as the row has it.
    type Item;
}

/// Says that the rows of a query set are one column.
#[diagnostic::on_unimplemented(
    message = "the rows of this query set are not one column: `{Self}`",
    label = "select one column: `values_list(entry::id).flat()`",
    note = "Django raises ValueError: The QuerySet value for the 'in' lookup must have 1 selected fields"
)]
pub trait OneColumn: Column1 {}
