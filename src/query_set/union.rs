//! `union()`, `union_all()`, `intersection()`, `difference()`.

use super::row::Tuple;
use super::{
    Annotated, Combined, Flat, Instances, Joined, Named, PartialRows, QuerySet, Stage, Stages, Unlocked,
    Unordered, Values, ValuesList, Whole,
};
use crate::context::{Context, Merge, Merged, Plain};
use crate::fit::FitsIn;
use crate::model::Model;
use crate::path::{NotNull, Nullable};
use crate::record::{Cons, Nil};
use crate::state::{SetOperator, State};

/// The stage of query sets that were put together: without an order, and whole.
pub type Together = Stage<Unordered, Whole, Combined>;

/// Says that rows of the shape `Self`, of a query on `N`, can stand beside those of the shape `R`, of a
/// query on `M`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` rows of `{N}` cannot be put together with `{R}` rows of `{M}`",
    label = "the rows have another shape",
    note = "rows of two models are put together by what they have alike: `values_list(…)` of as many columns of the same types",
    note = "Django leaves it to the database, which refuses it, or reads the one as the other"
)]
pub trait StandsBeside<N, M, R> {}

#[diagnostic::do_not_recommend]
impl<M> StandsBeside<M, M, Instances> for Instances {}
#[diagnostic::do_not_recommend]
impl<M, L> StandsBeside<M, M, PartialRows<L>> for PartialRows<L> {}
// What is loaded for rows is loaded for those of all queries as the first one says.
impl<M, B, T, U> StandsBeside<M, M, Annotated<B, T>> for Annotated<B, U>
where
    B: StandsBeside<M, M, B>,
    T: Tuple,
    U: Tuple<Read: FitsAll<T::Read>>,
{
}
#[diagnostic::do_not_recommend]
impl<M, T: Tuple<Read = Nil>> StandsBeside<M, M, Annotated<Self, T>> for Instances {}
#[diagnostic::do_not_recommend]
impl<M, U: Tuple<Read = Nil>> StandsBeside<M, M, Instances> for Annotated<Instances, U> {}
#[diagnostic::do_not_recommend]
impl<M, L, T: Tuple<Read = Nil>> StandsBeside<M, M, Annotated<Self, T>> for PartialRows<L> {}
#[diagnostic::do_not_recommend]
impl<M, L, U: Tuple<Read = Nil>> StandsBeside<M, M, PartialRows<L>> for Annotated<PartialRows<L>, U> {}
impl<N, M, T, U: FitsAll<T>> StandsBeside<N, M, ValuesList<T>> for ValuesList<U> {}
impl<N, M, T, U: FitsAll<T>> StandsBeside<N, M, Named<T>> for Named<U> {}
impl<N, M, T, U: FitsIn<T>> StandsBeside<N, M, Flat<T>> for Flat<U> {}
impl<N, M, L, P: FitsAll<L>> StandsBeside<N, M, Values<L>> for Values<P> {}

/// Says that each value of a row fits at its place in the row `T`.
#[diagnostic::on_unimplemented(
    message = "the rows `{Self}` have not as many columns as the rows `{T}`",
    label = "another number of columns",
    note = "Django leaves it to the database, which raises: SELECTs to the left and right of UNION do not have the same number of result columns"
)]
pub trait FitsAll<T> {}

#[diagnostic::do_not_recommend]
impl FitsAll<Nil> for Nil {}
impl<K, V, T, J, W: FitsIn<V>, U: FitsAll<T>> FitsAll<Cons<K, V, T>> for Cons<J, W, U> {}

/// Rows of `select_related()`: of one model, and never missing where the others are not.
#[diagnostic::do_not_recommend]
impl<T, N, P, Q> FitsIn<Joined<T, N, P>> for Joined<T, NotNull, Q> {
    fn fit(self) -> Joined<T, N, P> {
        Joined::new()
    }
}

#[diagnostic::do_not_recommend]
impl<T, P, Q> FitsIn<Joined<T, Nullable, P>> for Joined<T, Nullable, Q> {
    fn fit(self) -> Joined<T, Nullable, P> {
        Joined::new()
    }
}

macro_rules! list {
    () => { Nil };
    ([$key:ident $value:ident] $($rest:tt)*) => { Cons<$key, $value, list!($($rest)*)> };
}

macro_rules! tuples {
    (@each [$($done:tt)*] $next:tt $($rest:tt)*) => {
        tuples! { @one $($done)* $next }
        tuples! { @each [$($done)* $next] $($rest)* }
    };
    (@each [$($done:tt)*]) => {};
    (@one $([$a:ident $b:ident $key:ident])+) => {
        impl<$($a, $b: FitsIn<$a>),+> FitsAll<($($a,)+)> for ($($b,)+) {}

        // Beside a list of fields.
        impl<$($a, $b: FitsIn<$a>, $key),+> FitsAll<list!($([$key $a])+)> for ($($b,)+) {}
    };
    ($($names:tt)+) => { tuples! { @each [] $($names)+ } };
}

tuples! {
    [A A1 A2] [B B1 B2] [C C1 C2] [D D1 D2] [E E1 E2] [F F1 F2] [G G1 G2] [H H1 H2] [I I1 I2] [J J1 J2]
    [K K1 K2] [L L1 L2] [M M1 M2] [N N1 N2] [O O1 O2] [P P1 P2]
}

/// Says that no rows are locked.
#[diagnostic::on_unimplemented(
    message = "rows that `select_for_update()` locks cannot be put together with others",
    label = "leave `select_for_update()` out",
    note = "Django leaves it to the database, which refuses it, or locks nothing without a word"
)]
pub trait HoldsNoLock {}

#[diagnostic::do_not_recommend]
impl HoldsNoLock for Unlocked {}

/// What the rows `R` of a query set on `M` can be put together with: another query set, a tuple of up
/// to eight, an array or a `Vec` of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a query set whose rows can be put together with those of another",
    label = "neither a query set, nor a tuple or a `Vec` of query sets",
    note = "write `union(other)` or `union((second, third))`"
)]
pub trait Others<M, R> {
    /// What they need from around them.
    type Context: Context;

    #[doc(hidden)]
    fn states(self) -> Vec<State>;
}

impl<M, R, N: Model, Q, S: Stages<Lock: HoldsNoLock>, X: Context> Others<M, R> for QuerySet<N, Q, S, X>
where
    Q: StandsBeside<N, M, R>,
{
    type Context = X;

    fn states(self) -> Vec<State> {
        vec![self.state]
    }
}

#[diagnostic::do_not_recommend]
impl<M, R, Q: Others<M, R>> Others<M, R> for Vec<Q> {
    type Context = Q::Context;

    fn states(self) -> Vec<State> {
        self.into_iter().flat_map(Others::states).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<M, R, Q: Others<M, R>, const LENGTH: usize> Others<M, R> for [Q; LENGTH] {
    type Context = Q::Context;

    fn states(self) -> Vec<State> {
        self.into_iter().flat_map(Others::states).collect()
    }
}

#[diagnostic::do_not_recommend]
impl<M, R> Others<M, R> for () {
    type Context = Plain;

    fn states(self) -> Vec<State> {
        Vec::new()
    }
}

macro_rules! others {
    ($($first:ident $($rest:ident)*;)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl<Own, Shape, $first: Others<Own, Shape>, $($rest: Others<Own, Shape>),*> Others<Own, Shape> for ($first, $($rest,)*)
            where
                ($($rest,)*): Others<Own, Shape>,
                $first::Context: Merge<<($($rest,)*) as Others<Own, Shape>>::Context>,
            {
                type Context = Merged<$first::Context, <($($rest,)*) as Others<Own, Shape>>::Context>;

                #[allow(non_snake_case, reason = "one name for the type and its value")]
                fn states(self) -> Vec<State> {
                    let ($first, $($rest,)*) = self;
                    let mut states = $first.states();
                    states.extend(($($rest,)*).states());
                    states
                }
            }
        )*
    };
}

others! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
}

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// The rows of this query set and of others, each once.
    ///
    /// The rows have the same shape: instances of one model, or values of the same types, of any models.
    /// A column that may be `NULL` in any of them is an `Option` in the first one, whose names count.
    ///
    /// The outcome can be ordered by what the rows hold, sliced, counted and put together again, and be
    /// on the right of `in_`. `values()` and `values_list()` select of instances what counts as the same
    /// row. Nothing can be filtered or annotated then: do it before, in each query set.
    ///
    /// What a query set was ordered by counts only where it is sliced. `none()` is left out. What the first
    /// query set loads by `prefetch_related()` is loaded for all rows; that of the others counts for nothing.
    ///
    /// Django: `union(other)`. SQL: `UNION`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let names = Author::objects().values_list(author::name).union(Blog::objects().values_list(blog::name));
    /// assert_sql!(
    ///     names.order_by(author::name),
    ///     r#"SELECT "blog_author"."name" AS "col1" FROM "blog_author" UNION SELECT "blog_blog"."name" AS "col1" FROM "blog_blog" ORDER BY "col1" ASC"#
    /// );
    /// ```
    pub fn union<P>(self, others: P) -> QuerySet<M, R, Together, Merged<X, P::Context>>
    where
        P: Others<M, R>,
        S::Lock: HoldsNoLock,
        X: Merge<P::Context>,
    {
        self.together(SetOperator::Union, others)
    }

    /// The rows of this query set and of others, as often as they are there: see [`union`](Self::union).
    ///
    /// Django: `union(other, all=True)`. SQL: `UNION ALL`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let good = Entry::objects().filter(entry::rating.gte(4));
    /// let all = good.union_all(Entry::objects()).order_by(entry::id).all(&db).await?;
    /// assert_eq!(all.len(), 4);
    /// # Ok(()) });
    /// ```
    #[doc(alias = "all=True")]
    pub fn union_all<P>(self, others: P) -> QuerySet<M, R, Together, Merged<X, P::Context>>
    where
        P: Others<M, R>,
        S::Lock: HoldsNoLock,
        X: Merge<P::Context>,
    {
        self.together(SetOperator::UnionAll, others)
    }

    /// The rows that this query set and all of the others have, each once: see [`union`](Self::union).
    ///
    /// Django: `intersection(other)`. SQL: `INTERSECT`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let names = Author::objects().values_list(author::name).flat();
    /// let shared = names.intersection(Blog::objects().values_list(blog::name).flat()).all(&db).await?;
    /// assert!(shared.is_empty());
    /// # Ok(()) });
    /// ```
    #[doc(alias = "intersect")]
    pub fn intersection<P>(self, others: P) -> QuerySet<M, R, Together, Merged<X, P::Context>>
    where
        P: Others<M, R>,
        S::Lock: HoldsNoLock,
        X: Merge<P::Context>,
    {
        self.together(SetOperator::Intersection, others)
    }

    /// The rows of this query set that none of the others has, each once: see [`union`](Self::union).
    ///
    /// Django: `difference(other)`. SQL: `EXCEPT`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let blogs = Blog::objects().values_list(blog::id).flat();
    /// let silent = blogs.difference(Entry::objects().values_list(entry::blog_id).flat()).all(&db).await?;
    /// assert!(silent.is_empty());
    /// # Ok(()) });
    /// ```
    #[doc(alias = "except")]
    pub fn difference<P>(self, others: P) -> QuerySet<M, R, Together, Merged<X, P::Context>>
    where
        P: Others<M, R>,
        S::Lock: HoldsNoLock,
        X: Merge<P::Context>,
    {
        self.together(SetOperator::Difference, others)
    }

    fn together<P>(
        mut self,
        operator: SetOperator,
        others: P,
    ) -> QuerySet<M, R, Together, Merged<X, P::Context>>
    where
        P: Others<M, R>,
        X: Merge<P::Context>,
    {
        self.state = self.state.together(operator, others.states());
        self.restage()
    }
}
