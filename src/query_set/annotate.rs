//! `annotate()`, `alias()`, `aggregate()`.

use std::marker::PhantomData;
use std::sync::Arc;

use super::{
    Fetch, Flat, Instances, IsOneQuery, Named, PartialRows, QuerySet, Rows, Stages, Values, ValuesList,
};
use crate::backend::RunsOn;
use crate::compile::{self, Aggregated};
use crate::context::{Closed, Context, Merge, Merged};
use crate::create::ValueCells;
use crate::db::Executor;
use crate::decode::Cells;
use crate::depth::{ForAggregate, ForAnnotate};
use crate::error::Error;
use crate::expr::{Expr, Source};
use crate::kind::Kind;
use crate::model::{AllAre, Model};
use crate::path::Nullability;
use crate::record::{Partial, PartialList, PushBack, Slot};
use crate::selection::{Selectable, Selection, UpTo16};
use crate::state::Node;

/// Rows are those of the shape `B`, with the annotations `T`, as one tuple.
pub struct Annotated<B, T> {
    base: B,
    annotations: PhantomData<fn() -> T>,
}

impl<B: Clone, T> Clone for Annotated<B, T> {
    fn clone(&self) -> Self {
        Self { base: self.base.clone(), annotations: PhantomData }
    }
}

impl<B, T> Annotated<B, T> {
    pub(crate) fn new(base: B) -> Self {
        Self { base, annotations: PhantomData }
    }

    /// Of another shape without the annotations.
    pub(crate) fn map_base<C>(self, change: impl FnOnce(B) -> C) -> Annotated<C, T> {
        Annotated::new(change(self.base))
    }

    /// With other annotations.
    pub(crate) fn with<U>(self) -> Annotated<B, U> {
        Annotated::new(self.base)
    }
}

/// The shape of rows without their annotations: instances, whole or in part.
pub trait RowBase<M>: 'static {
    /// The row.
    type Row: Send + 'static;

    #[doc(hidden)]
    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Row, Error>;
}

impl<M: Model> RowBase<M> for Instances {
    type Row = M;

    fn read(cells: &dyn Cells, at: &mut usize) -> Result<M, Error> {
        let instance = M::decode(cells, *at)?;
        *at += M::META.columns.len();
        Ok(instance)
    }
}

impl<M: Model, L: PartialList> RowBase<M> for PartialRows<L> {
    type Row = Partial<M, L>;

    fn read(cells: &dyn Cells, at: &mut usize) -> Result<Self::Row, Error> {
        Partial::read_at(cells, at)
    }
}

impl<M: Model, B: RowBase<M> + Clone + Send + Sync, T: Tuple + After<B::Row>> Rows<M> for Annotated<B, T> {
    type Row = <T as After<B::Row>>::Row;
    type Raw = Self::Row;

    fn decode(&self) -> fn(&dyn Cells) -> Result<Self::Raw, Error> {
        |cells| {
            let at = &mut 0;
            let base = B::read(cells, at)?;
            Ok(T::read(cells, at, M::META.name)?.after(base))
        }
    }

    fn finish(&self, raw: Self::Raw) -> Self::Row {
        raw
    }
}

/// A tuple of values, up to 16.
#[doc(hidden)]
pub trait Tuple: Send + Sized + 'static {
    fn read(cells: &dyn Cells, at: &mut usize, model: &'static str) -> Result<Self, Error>;
}

/// A tuple of values that can have one more.
#[doc(hidden)]
pub trait Push<V> {
    type Out: Tuple;
}

/// A tuple of values behind a `B`.
#[doc(hidden)]
pub trait After<B> {
    type Row: Send + 'static;

    fn after(self, base: B) -> Self::Row;
}

/// What a value is called in errors, by its place.
const PLACES: [&str; 16] = [
    "value 1", "value 2", "value 3", "value 4", "value 5", "value 6", "value 7", "value 8", "value 9",
    "value 10", "value 11", "value 12", "value 13", "value 14", "value 15", "value 16",
];

/// Reads the value in the next cell.
fn next<V: Slot>(cells: &dyn Cells, at: &mut usize, model: &'static str) -> Result<V, Error> {
    let place = PLACES.get(*at).copied().unwrap_or("a value");
    V::read(cells, at, model, place)
}

macro_rules! tuples {
    ($first:ident $($rest:ident)*) => { tuples! { @each [$first] $($rest)* } };
    (@each [$($name:ident)+] $next:ident $($rest:ident)*) => {
        tuples! { @read $($name)+ }

        impl<$($name: Slot,)+ $next: Slot> Push<$next> for ($($name,)+) {
            type Out = ($($name,)+ $next,);
        }

        impl<Row: Send + 'static, $($name: Send + 'static),+> After<Row> for ($($name,)+) {
            type Row = (Row, $($name,)+);

            #[allow(non_snake_case, reason = "one name for the type and its value")]
            fn after(self, base: Row) -> Self::Row {
                let ($($name,)+) = self;
                (base, $($name,)+)
            }
        }

        tuples! { @each [$($name)+ $next] $($rest)* }
    };
    (@each [$($name:ident)+]) => { tuples! { @read $($name)+ } };
    (@read $($name:ident)+) => {
        impl<$($name: Slot),+> Tuple for ($($name,)+) {
            fn read(cells: &dyn Cells, at: &mut usize, model: &'static str) -> Result<Self, Error> {
                Ok(($(next::<$name>(cells, at, model)?,)+))
            }
        }
    };
}

tuples! { A B C D E F G H I J K L M N O P }

/// Says that rows can take one more annotation, `A`.
#[diagnostic::on_unimplemented(
    message = "these rows cannot take the annotation",
    label = "a row has 16 values at most, and those of `values()` take annotations with a name",
    note = "give it a name for `values()`: `named!(n: blog::entry().count());`, then `.annotate(&n)`",
    note = "rows of more than 16 values are records: `values((…)).annotate(&n)`"
)]
pub trait Append<A> {
    /// The rows with it.
    type Out;

    #[doc(hidden)]
    fn append(self, annotation: &A) -> Self::Out;
}

#[diagnostic::do_not_recommend]
impl<A: Selectable> Append<A> for Instances {
    type Out = Annotated<Self, (A::Value,)>;

    fn append(self, _: &A) -> Self::Out {
        Annotated::new(self)
    }
}

#[diagnostic::do_not_recommend]
impl<A: Selectable, L> Append<A> for PartialRows<L> {
    type Out = Annotated<Self, (A::Value,)>;

    fn append(self, _: &A) -> Self::Out {
        Annotated::new(self)
    }
}

#[diagnostic::do_not_recommend]
impl<A: Selectable, B, T: Push<A::Value>> Append<A> for Annotated<B, T> {
    type Out = Annotated<B, T::Out>;

    fn append(self, _: &A) -> Self::Out {
        self.with()
    }
}

/// `flat()` keeps the value that it was called on.
#[diagnostic::do_not_recommend]
impl<A: Selectable, V> Append<A> for Flat<V> {
    type Out = Self;

    fn append(self, _: &A) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<A: Selectable, T: Push<A::Value>> Append<A> for ValuesList<T> {
    type Out = ValuesList<T::Out>;

    fn append(self, annotation: &A) -> Self::Out {
        ValuesList { decode: decode_tuple, names: with_name(&self.names, annotation.name()) }
    }
}

#[diagnostic::do_not_recommend]
impl<A: Selectable, T: Push<A::Value>> Append<A> for Named<T> {
    type Out = Named<T::Out>;

    fn append(self, annotation: &A) -> Self::Out {
        Named { decode: decode_tuple, names: with_name(&self.names, annotation.name()) }
    }
}

#[diagnostic::do_not_recommend]
impl<A, L: PushBack<A>> Append<A> for Values<L> {
    type Out = Values<L::Out>;

    fn append(self, _: &A) -> Self::Out {
        Values(PhantomData)
    }
}

pub(super) fn decode_tuple<T: Tuple>(cells: &dyn Cells) -> Result<T, Error> {
    T::read(cells, &mut 0, "query")
}

fn with_name(names: &[String], name: String) -> Arc<[String]> {
    names.iter().cloned().chain([name]).collect()
}

/// What `annotate()` takes for rows of the shape `R`: an expression, or a tuple of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be annotated",
    label = "neither an expression nor a tuple of expressions",
    note = "write `annotate(&n)` or `annotate((&n, &best))`; a value is `value(1)`, a predicate `entry::rating.gt(3).expr()`",
    note = "Django raises TypeError: QuerySet.annotate() received non-expression(s)"
)]
pub trait Annotates<R> {
    /// The models whose fields they name, as a list.
    type Models;
    /// What they need from around them.
    type Context: Context;
    /// Which of them are computed from several rows, as a list.
    type Depths;
    /// The shape of the rows with them.
    type Out;

    #[doc(hidden)]
    fn annotations(&self) -> Vec<Node>;

    #[doc(hidden)]
    fn add_to(&self, rows: R) -> Self::Out;
}

/// What a selection says of itself.
macro_rules! as_selected {
    () => {
        type Models = <Self as Selection>::Models;
        type Context = <Self as Selection>::Context;
        type Depths = <Self as Selection>::Depths;

        fn annotations(&self) -> Vec<Node> {
            self.nodes()
        }
    };
}

#[diagnostic::do_not_recommend]
impl<R: Append<Self>, E: Source, K: Kind, N: Nullability> Annotates<R> for Expr<E, K, N> {
    as_selected! {}

    type Out = R::Out;

    fn add_to(&self, rows: R) -> Self::Out {
        rows.append(self)
    }
}

#[diagnostic::do_not_recommend]
impl<R: Append<Expr<E, K, N>>, E: Source, K: Kind, N: Nullability> Annotates<R> for &Expr<E, K, N> {
    as_selected! {}

    type Out = R::Out;

    fn add_to(&self, rows: R) -> Self::Out {
        rows.append(*self)
    }
}

macro_rules! several {
    ($($name:ident: $rows:ty),+ => $out:ty) => {
        #[diagnostic::do_not_recommend]
        impl<R, $($name: Annotates<$rows>),+> Annotates<R> for ($($name,)+)
        where
            Self: Selection,
        {
            as_selected! {}

            type Out = $out;

            #[allow(non_snake_case, reason = "one name for the type and its value")]
            fn add_to(&self, rows: R) -> Self::Out {
                let ($($name,)+) = self;
                $(let rows = $name.add_to(rows);)+
                rows
            }
        }
    };
}

several! { A: R => A::Out }
several! { A: R, B: A::Out => B::Out }
several! { A: R, B: A::Out, C: B::Out => C::Out }
several! { A: R, B: A::Out, C: B::Out, D: C::Out => D::Out }
several! { A: R, B: A::Out, C: B::Out, D: C::Out, E: D::Out => E::Out }
several! { A: R, B: A::Out, C: B::Out, D: C::Out, E: D::Out, F: E::Out => F::Out }
several! { A: R, B: A::Out, C: B::Out, D: C::Out, E: D::Out, F: E::Out, G: F::Out => G::Out }
several! { A: R, B: A::Out, C: B::Out, D: C::Out, E: D::Out, F: E::Out, G: F::Out, H: G::Out => H::Out }

impl<M: Model, R, S: Stages, X: Context> QuerySet<M, R, S, X> {
    /// Adds an expression to each row, or each of a tuple of them: `Blog` becomes `(Blog, i64)`.
    ///
    /// An expression that is used again afterwards is the annotated one: `n.gt(3)`, `n.desc()`.
    ///
    /// An aggregate is computed for each row of the model; after `values()` or `values_list()`, for
    /// each group of rows with the same values. Filters before it decide what is counted, filters
    /// after it which rows are given: a filter on an aggregate is `HAVING`. A filter on a to-many
    /// relation after it joins again, and multiplies what is counted, as in Django.
    ///
    /// The rows of `values()` take expressions with a name: [`named!`](crate::named).
    ///
    /// Django: `annotate(n=Count("entry"))`. SQL: a column; with aggregates `GROUP BY`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let n = blog::entry().count();
    /// let blogs: Vec<(Blog, i64)> =
    ///     Blog::objects().annotate(&n).filter(n.gte(2)).order_by(n.desc()).all(&db).await?;
    /// assert_eq!(blogs[0].1, 2);
    /// # Ok(()) });
    /// ```
    ///
    /// # Example: groups
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let by_year: Vec<(i64, i64)> = Entry::objects()
    ///     .values_list(entry::pub_date.year())
    ///     .annotate(entry::id.count())
    ///     .all(&db)
    ///     .await?;
    /// assert_eq!(by_year, [(2025, 2)]);
    /// # Ok(()) });
    /// ```
    pub fn annotate<A, O, C, D>(mut self, annotations: A) -> QuerySet<M, O, S, Merged<X, C>>
    where
        S::Origin: IsOneQuery,
        A: Annotates<R, Models: AllAre<M>, Context = C, Depths = D, Out = O>,
        D: ForAnnotate,
        C: Context,
        X: Merge<C>,
    {
        for node in annotations.annotations() {
            self.state.annotate(node);
        }
        let rows = annotations.add_to(self.rows);
        QuerySet { state: self.state, rows, stage: PhantomData }
    }

    /// Knows an expression, or each of a tuple of them, without adding it to the rows: for `filter()`,
    /// `order_by()` and further annotations.
    ///
    /// Django: `alias(n=Count("entry"))`. SQL: used where it is used, not selected.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let n = blog::entry().count();
    /// let busy: Vec<Blog> = Blog::objects().alias(&n).filter(n.gt(1)).all(&db).await?;
    /// assert_eq!(busy.len(), 1);
    /// # Ok(()) });
    /// ```
    pub fn alias<A, C, D>(mut self, expressions: A) -> QuerySet<M, R, S, Merged<X, C>>
    where
        S::Origin: IsOneQuery,
        A: Selection<Models: AllAre<M>, Context = C, Depths = D>,
        D: ForAnnotate,
        C: Context,
        X: Merge<C>,
    {
        for node in expressions.nodes() {
            self.state.alias(node);
        }
        self.restage()
    }

    /// Aggregates of all rows: the value of one, or a tuple of several.
    ///
    /// What was annotated can be aggregated again: `n.avg()` of an annotated `n`, by a subquery. Of a
    /// slice, of `distinct()` rows and of groups, the aggregates are of those rows.
    ///
    /// Django: `aggregate(Sum("rating"))`.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database; [`Error::Decode`] for a value that does not fit its type.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let best: Option<i32> = Entry::objects().aggregate(entry::rating.max(), &db).await?;
    /// let (rows, average): (i64, Option<f64>) =
    ///     Entry::objects().aggregate((entry::id.count(), entry::rating.avg()), &db).await?;
    /// assert_eq!((best, rows, average), (Some(5), 2, Some(5.0)));
    /// # Ok(()) });
    /// ```
    ///
    /// # Example: an average of counts
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let n = blog::entry().count();
    /// let average: Option<f64> = Blog::objects().annotate(&n).aggregate(n.avg(), &db).await?;
    /// assert_eq!(average, Some(2.0));
    /// # Ok(()) });
    /// ```
    pub fn aggregate<'d, A, O, C, D, E>(&self, aggregates: A, db: E) -> Fetch<'d, O>
    where
        A: Selection<Models: AllAre<M>, Context = C, Depths = D, Outcome = O, Size: UpTo16>,
        O: Send + 'static,
        D: ForAggregate,
        C: Context,
        X: Merge<C>,
        E: Executor<'d>,
        Merged<X, C>: Context<Parent: Closed, Backends: RunsOn<E::Backend>>,
    {
        let runner = db.runner();
        let compiled = compile::aggregate(&self.state, &aggregates.nodes(), runner.dialect());
        Fetch::new(M::META, async move {
            let row = match compiled? {
                Aggregated::Known(values) => A::decode(&ValueCells(values))?,
                Aggregated::Asked(statement) => only(runner.fetch(Ok(Some(statement)), A::decode).await?),
            };
            Ok(A::outcome(row))
        })
    }
}

/// The row of aggregates without a group.
fn only<T>(rows: Vec<T>) -> T {
    rows.into_iter().next().expect("there is one row, whatever it is computed from")
}
