//! `annotate()`, `alias()`, `aggregate()`.

use std::marker::PhantomData;

use super::row::{Annotated, Behind, HasRoom, IsRow, Part, Push, Tuple};
use super::{Fetch, Flat, Instances, IsOneQuery, Named, PartialRows, QuerySet, Stages, Values, ValuesList};
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
use crate::record::PushBack;
use crate::selection::{Name, Selectable, Selection, UpTo16};
use crate::state::Node;

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

    fn append(self, annotation: &A) -> Self::Out {
        self.take(Part::value(name_of(annotation)))
    }
}

#[diagnostic::do_not_recommend]
impl<A: Selectable, L: 'static> Append<A> for PartialRows<L> {
    type Out = Annotated<Self, (A::Value,)>;

    fn append(self, annotation: &A) -> Self::Out {
        self.take(Part::value(name_of(annotation)))
    }
}

#[diagnostic::do_not_recommend]
impl<A: Selectable, B, T: Behind<A::Value, B, Rows: IsRow>> Append<A> for Annotated<B, T> {
    type Out = T::Rows;

    fn append(self, annotation: &A) -> Self::Out {
        self.take(Part::value(name_of(annotation)))
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
impl<A: Selectable, T: Push<A::Value, Out = O>, O: Tuple<Raw = O>> Append<A> for ValuesList<T> {
    type Out = ValuesList<O>;

    fn append(self, annotation: &A) -> Self::Out {
        ValuesList { decode: decode_tuple, names: self.names.with(name_of(annotation)) }
    }
}

#[diagnostic::do_not_recommend]
impl<A: Selectable, T: Push<A::Value, Out = O>, O: Tuple<Raw = O>> Append<A> for Named<T> {
    type Out = Named<O>;

    fn append(self, annotation: &A) -> Self::Out {
        let name = name_of(annotation).spelled();
        Named { decode: decode_tuple, names: self.names.iter().cloned().chain([name]).collect() }
    }
}

#[diagnostic::do_not_recommend]
impl<A, L: PushBack<A>> Append<A> for Values<L> {
    type Out = Values<L::Out>;

    fn append(self, _: &A) -> Self::Out {
        Values(PhantomData)
    }
}

pub(super) fn decode_tuple<T: Tuple<Raw = T>>(cells: &dyn Cells) -> Result<T, Error> {
    T::read(cells, &mut 0, "query")
}

fn name_of<A: Selectable>(annotation: &A) -> Name {
    A::name(&annotation.node_of())
}

/// What `annotate()` takes for rows of the shape `R`: an expression, or a tuple of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be annotated",
    label = "neither an expression nor a tuple of expressions",
    note = "write `annotate(&n)` or `annotate((&n, &best))`; a value is `value(1)`, a predicate `entry::rating.gt(3).expr()`",
    note = "related rows are counted by `blog::entry().count()`, their fields read by `entry::blog().name`, they themselves by `select_related(…)`",
    note = "of a query set, one value is `subquery(…)`, and whether it has rows `exists(…)`; window functions want a window: `rank().over(window().order_by(entry::rating))`",
    note = "rows that `map()` or `values_as()` has made are annotated before",
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
                Aggregated::Known(mut values) => A::decode(&ValueCells::new(&mut values))?,
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
