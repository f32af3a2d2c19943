//! `select_related()`: related rows in the same query.

use std::marker::PhantomData;

use super::row::{Annotated, BesideInstances, HasRoom, IsRow, Joined, JoinedRow, Part};
use super::{Fetched, IsOneQuery, QuerySet, Stages};
use crate::backend::{BackendSet, Everywhere};
use crate::context::Context;
use crate::meta;
use crate::model::{AllAre, Just, Model};
use crate::path::{One, Path, Root};
use crate::record::{Defer, Load, Mark, Partial, PartialList, Slot, loaded_columns};
use crate::related::{Follows, Related};
use crate::selection::{AllOf, KeyOf, Marks, Name};
use crate::state::State;

/// What `select_related()` takes for rows of the shape `R`: a relation, or a tuple of up to 8.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a relation that `select_related()` can load",
    label = "neither a relation nor a tuple of up to 8 relations",
    note = "write `select_related(entry::blog())` or `select_related((book::author(), book::editor()))`",
    note = "Django raises FieldError: Non-relational field given in select_related"
)]
pub trait SelectRelated<R> {
    /// The models that the relations begin at, as a list.
    type Models;
    /// The relations, as a list of paths.
    type Paths;
    /// The databases that can run it.
    type Backends: BackendSet;
    /// The rows with the related ones.
    type Out;

    #[doc(hidden)]
    fn add_to(self, state: &mut State, rows: R) -> Self::Out;
}

#[diagnostic::do_not_recommend]
impl<F: Follows, R> SelectRelated<R> for F
where
    R: HasRoom<Joined<<F::Path as Path>::Target, <F::Path as Path>::Null, F::Path>>,
{
    type Models = Just<<F::Path as Path>::Root>;
    type Paths = Just<F::Path>;
    type Backends = Everywhere;
    type Out = R::Out;

    fn add_to(self, state: &mut State, rows: R) -> Self::Out {
        state.select_related(F::Path::STEPS, <F::Path as Path>::Target::META.columns);
        rows.take(Part::value(Name::Of(F::Path::STEPS, None)))
    }
}

/// A relation of which some fields are loaded: `entry::blog().only(blog::name)`.
pub struct RelatedPart<P, L>(PhantomData<fn() -> (P, L)>);

impl<P: Path> Related<P> {
    /// The related row with only the named fields and its primary key, for
    /// [`select_related()`](QuerySet::select_related): a [`Partial`].
    ///
    /// Django: `select_related("blog").only("blog__name")`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let rows = Entry::objects()
    ///     .only(entry::headline)
    ///     .select_related(entry::blog().only(blog::name))
    ///     .order_by(entry::id)
    ///     .all(&db)
    ///     .await?;
    /// let (entry, blog) = &rows[0];
    /// assert_eq!(entry.get(entry::headline), "Yesterday");
    /// assert_eq!(blog.get(blog::name), "Beatles Blog");
    /// # Ok(()) });
    /// ```
    pub fn only<F, L, I>(&self, _fields: F) -> RelatedPart<P, L>
    where
        F: Marks<KeyOf<P::Target>, I, Load, Out = L>,
        L: PartialList,
    {
        RelatedPart(PhantomData)
    }

    /// The related row without the named fields, for
    /// [`select_related()`](QuerySet::select_related): a [`Partial`].
    ///
    /// Django: `select_related("blog").defer("blog__tagline")`.
    pub fn defer<F, D, L, I>(&self, _fields: F) -> RelatedPart<P, L>
    where
        F: Marks<AllOf<P::Target>, I, Defer, Out = D>,
        D: Mark<
                crate::expr::At<Root<P::Target>, <P::Target as Model>::KeyColumn>,
                <P::Target as Model>::KeyPlace,
                Load,
                Out = L,
            >,
        L: PartialList,
    {
        RelatedPart(PhantomData)
    }
}

#[diagnostic::do_not_recommend]
impl<P: Path, L: PartialList, R: HasRoom<Joined<Partial<P::Target, L>, P::Null, P>>> SelectRelated<R>
    for RelatedPart<P, L>
{
    type Models = Just<P::Root>;
    type Paths = Just<P>;
    type Backends = Everywhere;
    type Out = R::Out;

    fn add_to(self, state: &mut State, rows: R) -> Self::Out {
        let columns: Vec<&'static meta::Column> = loaded_columns::<L>(P::Target::META);
        state.select_related(P::STEPS, columns);
        rows.take(Part::value(Name::Of(P::STEPS, None)))
    }
}

/// Tuples of what adds related rows to rows, one after the other.
macro_rules! several {
    ($trait:ident: $first:ident $($rest:ident)*) => {
        several! {
            @ $trait [$first: R] [<$first as $trait<R>>::Out] [$first::Models] [$first::Paths]
            [<$first as $trait<R>>::Backends] $($rest)*
        }
    };
    (@ $trait:ident [$($name:ident: $rows:ty),+] [$out:ty] [$models:ty] [$paths:ty] [$backends:ty]) => {};
    (
        @ $trait:ident [$($name:ident: $rows:ty),+] [$out:ty] [$models:ty] [$paths:ty] [$backends:ty]
        $next:ident $($rest:ident)*
    ) => {
        #[diagnostic::do_not_recommend]
        impl<R, $($name: $trait<$rows>,)+ $next: $trait<$out>> $trait<R> for ($($name,)+ $next,) {
            type Models = ($models, $next::Models);
            type Paths = ($paths, $next::Paths);
            type Backends = <$backends as BackendSet>::And<$next::Backends>;
            type Out = <$next as $trait<$out>>::Out;

            #[allow(non_snake_case, reason = "one name for the type and its value")]
            fn add_to(self, state: &mut State, rows: R) -> Self::Out {
                let ($($name,)+ $next,) = self;
                $(let rows = $name.add_to(state, rows);)+
                $next.add_to(state, rows)
            }
        }

        several! {
            @ $trait [$($name: $rows,)+ $next: $out] [<$next as $trait<$out>>::Out]
            [($models, $next::Models)] [($paths, $next::Paths)]
            [<$backends as BackendSet>::And<$next::Backends>] $($rest)*
        }
    };
}

pub(super) use several;

several! { SelectRelated: A B C D E F G H }

/// Says that the paths of a list lead to one row each.
#[diagnostic::on_unimplemented(
    message = "`select_related()` follows relations to one row, and this one may lead to several",
    label = "leads to several rows",
    note = "load it with `prefetch_related(…)`: each row then has a `Vec` of them",
    note = "Django raises FieldError: Invalid field name(s) given in select_related"
)]
pub trait LeadToOne {}

#[diagnostic::do_not_recommend]
impl<P: Path<Card = One>> LeadToOne for Just<P> {}
#[diagnostic::do_not_recommend]
impl<F: LeadToOne, T: LeadToOne> LeadToOne for (F, T) {}

/// Says that elements can be taken out of rows again; `What` says which.
#[doc(hidden)]
pub trait Clears<What> {
    type Out;

    fn clear(self) -> Self::Out;
}

/// To take out: what `select_related()` has joined.
#[doc(hidden)]
pub struct AllJoined;

/// To take out: what `prefetch_related()` loads.
#[doc(hidden)]
pub struct AllFetched;

macro_rules! without_elements {
    ($([$($generics:tt)*] $rows:ty;)*) => {
        $(
            impl<$($generics)*> Clears<What> for $rows {
                type Out = Self;

                fn clear(self) -> Self {
                    self
                }
            }
        )*
    };
}

without_elements! {
    [What] super::Instances;
    [What, L] super::PartialRows<L>;
}

impl<What, B, T: KeepAll<What, B>> Clears<What> for Annotated<B, T> {
    type Out = T::Out;

    fn clear(self) -> Self::Out {
        let (base, parts) = self.into_parts();
        T::keep_all(base, &mut parts.into_iter())
    }
}

/// An element that stays in rows of the shape `R`, or is taken out of them.
#[doc(hidden)]
pub trait Keep<What, R> {
    type Out;

    fn keep(rows: R, part: Part) -> Self::Out;
}

impl<What, R: HasRoom<V>, V: Slot> Keep<What, R> for V {
    type Out = R::Out;

    fn keep(rows: R, part: Part) -> Self::Out {
        rows.take(part)
    }
}

impl<T: JoinedRow, N, P, R> Keep<AllJoined, R> for Joined<T, N, P> {
    type Out = R;

    fn keep(rows: R, _part: Part) -> R {
        rows
    }
}

impl<T: JoinedRow, N, P, R: HasRoom<Self>> Keep<AllFetched, R> for Joined<T, N, P> {
    type Out = R::Out;

    fn keep(rows: R, part: Part) -> Self::Out {
        rows.take(part)
    }
}

impl<V, R> Keep<AllFetched, R> for Fetched<V> {
    type Out = R;

    fn keep(rows: R, _part: Part) -> R {
        rows
    }
}

impl<V, R: HasRoom<Self>> Keep<AllJoined, R> for Fetched<V> {
    type Out = R::Out;

    fn keep(rows: R, part: Part) -> Self::Out {
        rows.take(part)
    }
}

/// A tuple of elements that are put behind rows of the shape `R`, but those that are taken out.
#[doc(hidden)]
pub trait KeepAll<What, R> {
    type Out;

    fn keep_all(rows: R, parts: &mut std::vec::IntoIter<Part>) -> Self::Out;
}

macro_rules! keep_all {
    ([$($name:ident: $rows:ty),*] [$out:ty]) => {};
    ([$($name:ident: $rows:ty),*] [$out:ty] $next:ident $($rest:ident)*) => {
        impl<What, R, $($name: Keep<What, $rows>,)* $next: Keep<What, $out>> KeepAll<What, R>
            for ($($name,)* $next,)
        {
            type Out = <$next as Keep<What, $out>>::Out;

            fn keep_all(rows: R, parts: &mut std::vec::IntoIter<Part>) -> Self::Out {
                let mut part = || parts.next().expect("there is a part for each element");
                $(let rows = $name::keep(rows, part());)*
                $next::keep(rows, part())
            }
        }

        keep_all! { [$($name: $rows,)* $next: $out] [<$next as Keep<What, $out>>::Out] $($rest)* }
    };
}

keep_all! { [] [R] A B C D E F G H I J K L M N O }

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Adds the row that a relation leads to, or each of a tuple of relations: `Entry` becomes
    /// `(Entry, Blog)`. It is an `Option` where there may be none.
    ///
    /// The path may have any length, as long as it leads to one row: `book::author().hometown()` adds
    /// the city alone, and `(book::author(), book::author().hometown())` the author as well.
    ///
    /// A relation to several rows is loaded by [`prefetch_related()`](Self::prefetch_related).
    ///
    /// Django: `select_related("blog")`. SQL: the join is made, and the columns of the row are read.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let rows: Vec<(Entry, Blog, Option<Theme>)> = Entry::objects()
    ///     .select_related((entry::blog(), entry::blog().theme()))
    ///     .order_by(entry::id)
    ///     .all(&db)
    ///     .await?;
    /// let (entry, blog, theme) = &rows[0];
    /// assert_eq!((&*entry.headline, &*blog.name), ("Yesterday", "Beatles Blog"));
    /// # let _ = theme;
    /// # Ok(()) });
    /// ```
    ///
    /// # Example: its SQL
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let query = Blog::objects().select_related(blog::theme());
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id", "blog_theme"."id", "blog_theme"."name", "blog_theme"."order" FROM "blog_blog" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id""#
    /// );
    /// ```
    pub fn select_related<F, O>(mut self, relations: F) -> QuerySet<M, O, S, X>
    where
        S::Origin: IsOneQuery,
        R: BesideInstances,
        F: SelectRelated<R, Models: AllAre<M>, Paths: LeadToOne, Out = O>,
        O: IsRow,
    {
        let rows = relations.add_to(&mut self.state, self.rows);
        self.state.unstick();
        QuerySet { state: self.state, rows, stage: PhantomData }
    }

    /// Takes back what [`select_related()`](Self::select_related) has added.
    ///
    /// Django: `select_related(None)`.
    pub fn clear_select_related(mut self) -> QuerySet<M, <R as Clears<AllJoined>>::Out, S, X>
    where
        R: Clears<AllJoined>,
    {
        self.state.clear_select_related();
        QuerySet { state: self.state, rows: self.rows.clear(), stage: PhantomData }
    }
}
