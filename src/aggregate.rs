//! Aggregates: `count()`, `sum()`, `avg()` and the like, with their `distinct()`, `filter()`,
//! `default()` and `sample()`. Those that keep every value are in `aggregate/list.rs`, those of truth and
//! of bits in `aggregate/logic.rs`.

mod list;
mod logic;

use std::marker::PhantomData;
use std::sync::Arc;

pub use self::list::{ArrayAgg, IsList, JsonAgg, StringAgg, TakesOrder};
use crate::context::{Context, Merge, Merged, Plain};
use crate::depth::{Depth, PerGroup};
use crate::expr::{At, Computed, Expr, Source, Term};
use crate::kind::{Averages, HasExtremes, Integer, Kind, Sums, Unites, Varies};
use crate::model::{AllAre, Model};
use crate::path::{Nullable, Path};
use crate::predicate::Predicate;
use crate::related::{Related, key_node};
use crate::state::{self, AggregateName, Argument, FunctionName, Node};
use crate::value::ValueType;

/// The source of an aggregate: of the function `F`, over rows of `M`, as deep as `D` says.
pub struct Aggregate<F, M, X = Plain, D = PerGroup> {
    node: Arc<Node>,
    function: PhantomData<fn() -> (F, M, X, D)>,
}

impl<F, M, X, D> Clone for Aggregate<F, M, X, D> {
    fn clone(&self) -> Self {
        Self { node: Arc::clone(&self.node), function: PhantomData }
    }
}

impl<F: 'static, M: Model, X: Context, D: Depth> Source for Aggregate<F, M, X, D> {
    type Model = M;
    type Context = X;
    type Depth = D;

    fn name() -> &'static str {
        "aggregate"
    }

    fn node(&self) -> Node {
        Node::Shared(Arc::clone(&self.node))
    }
}

/// An aggregate of the function `F` over an expression of the source `E`.
pub type AggregateOf<F, E> =
    Aggregate<F, <E as Source>::Model, <E as Source>::Context, <<E as Source>::Depth as Depth>::Aggregated>;

/// The function `COUNT`.
pub struct Count;
/// The function `SUM`.
pub struct Sum;
/// The function `AVG`.
pub struct Avg;
/// The function `MAX`.
pub struct Max;
/// The function `MIN`.
pub struct Min;
/// The functions `STDDEV_POP` and `STDDEV_SAMP`.
pub struct StdDev;
/// The functions `VAR_POP` and `VAR_SAMP`.
pub struct Variance;

/// Says that an aggregate can leave out values that came before.
#[diagnostic::on_unimplemented(
    message = "`distinct()` does not exist for `{Self}`",
    label = "only `count()`, `sum()`, `avg()`, `string_agg()`, `json_agg()` and `array_agg()` have it",
    note = "Django raises TypeError: Max does not allow distinct."
)]
pub trait TakesDistinct {}

#[diagnostic::do_not_recommend]
impl TakesDistinct for Count {}
#[diagnostic::do_not_recommend]
impl TakesDistinct for Sum {}
#[diagnostic::do_not_recommend]
impl TakesDistinct for Avg {}

/// Says that an aggregate of no rows is `NULL`, so that it can have another value instead.
#[diagnostic::on_unimplemented(
    message = "`default()` does not exist for `{Self}`: it is never `NULL`",
    label = "a count of no rows is 0",
    note = "Django raises TypeError: Count does not allow default."
)]
pub trait TakesDefault {}

#[diagnostic::do_not_recommend]
impl TakesDefault for Sum {}
#[diagnostic::do_not_recommend]
impl TakesDefault for Avg {}
#[diagnostic::do_not_recommend]
impl TakesDefault for Max {}
#[diagnostic::do_not_recommend]
impl TakesDefault for Min {}
#[diagnostic::do_not_recommend]
impl TakesDefault for StdDev {}
#[diagnostic::do_not_recommend]
impl TakesDefault for Variance {}

/// Says that an aggregate differs between all values and a sample of them.
#[diagnostic::on_unimplemented(
    message = "`sample()` does not exist for `{Self}`",
    label = "only `stddev()` and `variance()` have it",
    note = "Django raises TypeError: got an unexpected keyword argument 'sample'"
)]
pub trait TakesSample {}

#[diagnostic::do_not_recommend]
impl TakesSample for StdDev {}
#[diagnostic::do_not_recommend]
impl TakesSample for Variance {}

/// Says that an aggregate can be computed from the rows of a window.
#[diagnostic::on_unimplemented(
    message = "`over()` does not exist for `{Self}`",
    label = "not every database keeps lists of the rows of a window",
    note = "Django leaves it to the database, which refuses an order or `DISTINCT` there"
)]
pub trait HasWindows {}

macro_rules! has_windows {
    ($($function:ident)*) => { $(#[diagnostic::do_not_recommend] impl HasWindows for $function {})* };
}

has_windows! { Count Sum Avg Max Min StdDev Variance }

/// An aggregate of the rows for which the predicate `P` is true.
pub type Filtered<F, M, X, D, P, K, N> = Expr<
    Aggregate<
        F,
        M,
        Merged<X, <P as Predicate<M>>::Context>,
        <D as Depth>::Max<<<P as Predicate<M>>::Depth as Depth>::Aggregated>,
    >,
    K,
    N,
>;

impl<F: 'static, M: Model, X: Context, D: Depth, K, N> Expr<Aggregate<F, M, X, D>, K, N> {
    fn aggregate(aggregate: state::Aggregate) -> Self {
        let node = Arc::new(Node::Aggregate(Box::new(aggregate)));
        Expr::from_source(Aggregate { node, function: PhantomData })
    }

    pub(crate) fn to_state(&self) -> state::Aggregate {
        match self.node() {
            Node::Shared(node) => match &*node {
                Node::Aggregate(aggregate) => (**aggregate).clone(),
                _ => unreachable!("an aggregate is made of one"),
            },
            _ => unreachable!("an aggregate has an identity"),
        }
    }

    fn changed<Y: Context, Z: Depth>(
        self,
        change: impl FnOnce(&mut state::Aggregate),
    ) -> Expr<Aggregate<F, M, Y, Z>, K, N> {
        match Arc::unwrap_or_clone(self.into_source().node) {
            Node::Aggregate(mut aggregate) => {
                change(&mut aggregate);
                Expr::aggregate(*aggregate)
            }
            _ => unreachable!("an aggregate is made of one"),
        }
    }
}

fn over<E, K, L, N>(name: AggregateName, of: &Expr<E, K, N>) -> state::Aggregate
where
    E: Source,
    K: Kind,
    L: Kind,
{
    let of = Some(Argument { node: of.node(), kind: K::TYPE });
    state::Aggregate::new(name, of, L::TYPE)
}

impl<E: Source, K: Kind, N> Expr<E, K, N> {
    /// The number of rows in which it is not `NULL`: 0 when there are none.
    ///
    /// Django: `Count("rating")`. SQL: `COUNT`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let n = entry::rating.count();
    /// let rated = Entry::objects().values_list(entry::blog_id).annotate(&n);
    /// assert_sql!(
    ///     rated,
    ///     r#"SELECT "blog_entry"."blog_id", COUNT("blog_entry"."rating") FROM "blog_entry" GROUP BY "blog_entry"."blog_id""#
    /// );
    /// ```
    #[doc(alias = "Count")]
    pub fn count(&self) -> Expr<AggregateOf<Count, E>, Integer> {
        Expr::aggregate(over::<E, K, Integer, N>(AggregateName::Count, self))
    }

    /// The sum of all values: `None` when there are none. Of integers it is an `i64`.
    ///
    /// Django: `Sum("rating")`. SQL: `SUM`.
    #[doc(alias = "Sum")]
    pub fn sum<O: Kind>(&self) -> Expr<AggregateOf<Sum, E>, O, Nullable>
    where
        K: Sums<Out = O>,
    {
        Expr::aggregate(over::<E, K, O, N>(AggregateName::Sum, self))
    }

    /// The average of all values: `None` when there are none. Of integers it is a float.
    ///
    /// Django: `Avg("rating")`. SQL: `AVG`.
    #[doc(alias = "Avg")]
    #[doc(alias = "mean")]
    pub fn avg<O: Kind>(&self) -> Expr<AggregateOf<Avg, E>, O, Nullable>
    where
        K: Averages<Out = O>,
    {
        Expr::aggregate(over::<E, K, O, N>(AggregateName::Avg, self))
    }

    /// The greatest value: `None` when there are none.
    ///
    /// Django: `Max("rating")`. SQL: `MAX`.
    #[doc(alias = "Max")]
    pub fn max(&self) -> Expr<AggregateOf<Max, E>, K, Nullable>
    where
        K: HasExtremes,
    {
        Expr::aggregate(over::<E, K, K, N>(AggregateName::Max, self))
    }

    /// The smallest value: `None` when there are none.
    ///
    /// Django: `Min("rating")`. SQL: `MIN`.
    #[doc(alias = "Min")]
    pub fn min(&self) -> Expr<AggregateOf<Min, E>, K, Nullable>
    where
        K: HasExtremes,
    {
        Expr::aggregate(over::<E, K, K, N>(AggregateName::Min, self))
    }

    /// The standard deviation of all values: `None` when there are none.
    ///
    /// Django: `StdDev("rating")`. SQL: `STDDEV_POP`.
    #[doc(alias = "StdDev")]
    pub fn stddev<O: Kind>(&self) -> Expr<AggregateOf<StdDev, E>, O, Nullable>
    where
        K: Varies<Out = O>,
    {
        Expr::aggregate(over::<E, K, O, N>(AggregateName::StdDev, self))
    }

    /// The variance of all values: `None` when there are none.
    ///
    /// Django: `Variance("rating")`. SQL: `VAR_POP`.
    #[doc(alias = "Variance")]
    pub fn variance<O: Kind>(&self) -> Expr<AggregateOf<Variance, E>, O, Nullable>
    where
        K: Varies<Out = O>,
    {
        Expr::aggregate(over::<E, K, O, N>(AggregateName::Variance, self))
    }
}

impl<P: Path> Related<P> {
    /// The number of related rows.
    ///
    /// Two counts over to-many relations in one query multiply each other's rows, as in Django:
    /// `distinct()` counts each row once.
    ///
    /// Django: `Count("entry")`. SQL: `COUNT` of the key.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let n = blog::entry().count();
    /// let query = Blog::objects().annotate(&n).filter(n.gt(3)).order_by(n.desc());
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT … FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" GROUP BY "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" HAVING COUNT("blog_entry"."id") > ? ORDER BY 5 DESC"#
    /// );
    /// ```
    #[doc(alias = "Count")]
    pub fn count(&self) -> Expr<Aggregate<Count, P::Root>, Integer> {
        let of = Argument { node: key_node::<P>(), kind: ValueType::Int };
        Expr::aggregate(state::Aggregate::new(AggregateName::Count, Some(of), ValueType::Int))
    }
}

/// Says that a path ends with a field.
#[diagnostic::on_unimplemented(
    message = "a relation has no sum, no maximum and no minimum: `{Self}` is a model",
    label = "take a field of the related rows: `blog::entry().rating.sum()`",
    note = "Django computes with the keys of the related rows"
)]
pub trait IsField {}

/// For the message alone: a path would otherwise be told that it is no iterator.
#[doc(hidden)]
impl<P: Path> Related<P> {
    pub fn sum(&self)
    where
        P::Target: IsField,
    {
    }

    pub fn max(&self)
    where
        P::Target: IsField,
    {
    }

    pub fn min(&self)
    where
        P::Target: IsField,
    {
    }
}

/// Says that an expression is an aggregate.
#[diagnostic::on_unimplemented(
    message = "`filter()` and `distinct()` are of an aggregate, and this expression is none",
    label = "a field, or computed from an aggregate already",
    note = "call them right after the aggregate: `entry::rating.sum().filter(entry::id.gt(1)).default(0)`",
    note = "for other values a `case()` decides: `case().when(entry::id.gt(1), entry::rating)`",
    note = "Django raises TypeError: got an unexpected keyword argument 'filter'"
)]
pub trait IsAggregate {}

macro_rules! no_aggregates {
    ($([$($generics:ident),*] $source:ty;)*) => {
        $(
            /// For the message alone.
            #[doc(hidden)]
            impl<$($generics,)* K, N> Expr<$source, K, N> {
                pub fn filter<T>(&self, _predicate: T)
                where
                    Self: IsAggregate,
                {
                }

                pub fn distinct(&self)
                where
                    Self: IsAggregate,
                {
                }
            }
        )*
    };
}

no_aggregates! {
    [P, C] At<P, C>;
    [M, X, D] Computed<M, X, D>;
}

/// The number of rows, whatever is in them.
///
/// Django: `Count("*")`. SQL: `COUNT(*)`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let (rows, rated) = Entry::objects().aggregate((count_rows(), entry::rating.count()), &db).await?;
/// # let _: (i64, i64) = (rows, rated);
/// # Ok(()) });
/// ```
#[doc(alias = "Count")]
#[doc(alias = "COUNT(*)")]
pub fn count_rows<M: Model>() -> Expr<Aggregate<Count, M>, Integer> {
    Expr::aggregate(state::Aggregate::new(AggregateName::Count, None, ValueType::Int))
}

impl<F: 'static, M: Model, X: Context, D: Depth, K: Kind, N> Expr<Aggregate<F, M, X, D>, K, N> {
    /// Takes each value once.
    ///
    /// Django: `Count("authors", distinct=True)`. SQL: `COUNT(DISTINCT …)`.
    #[must_use]
    pub fn distinct(self) -> Self
    where
        F: TakesDistinct,
    {
        self.changed(|aggregate| aggregate.distinct = true)
    }

    /// Takes only the rows for which `predicate` is true.
    ///
    /// A negated predicate over a to-many relation is asked of each joined row here, as in Django.
    ///
    /// Django: `Count("entry", filter=Q(entry__rating=5))`. SQL: `FILTER (WHERE …)`, on MySQL a `CASE`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let good = blog::entry().count().filter(blog::entry().rating.gte(4));
    /// let blogs: Vec<(Blog, i64)> = Blog::objects().annotate(&good).all(&db).await?;
    /// # let _ = blogs;
    /// # Ok(()) });
    /// ```
    #[must_use]
    pub fn filter<P: Predicate<M>>(self, predicate: P) -> Filtered<F, M, X, D, P, K, N>
    where
        X: Merge<P::Context>,
    {
        self.changed(|aggregate| {
            let predicate = predicate.predicate();
            aggregate.filter = Some(match aggregate.filter.take() {
                Some(filter) => Node::all(filter, predicate),
                None => predicate,
            });
        })
    }

    /// What it is when there are no rows, instead of `NULL`.
    ///
    /// Django: `Sum("rating", default=0)`. SQL: `COALESCE(…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let total: i64 = Entry::objects().none().aggregate(entry::rating.sum().default(0), &db).await?;
    /// assert_eq!(total, 0);
    /// # Ok(()) });
    /// ```
    #[must_use]
    pub fn default<T>(
        self,
        value: T,
    ) -> Expr<Computed<M, Merged<X, T::Context>, D::Max<T::Depth>>, K::Out, T::Null>
    where
        F: TakesDefault,
        K: Unites<T::Kind>,
        T: Term<M, Models: AllAre<M>>,
        X: Merge<T::Context>,
    {
        let of = Argument { node: self.node(), kind: K::TYPE };
        let value = Argument { node: value.term(), kind: T::Kind::TYPE };
        Expr::computed(Node::function(FunctionName::Coalesce, vec![of, value], K::Out::TYPE))
    }

    /// Takes the rows for a sample of more.
    ///
    /// Django: `StdDev("rating", sample=True)`. SQL: `STDDEV_SAMP`, `VAR_SAMP`.
    #[must_use]
    pub fn sample(self) -> Self
    where
        F: TakesSample,
    {
        self.changed(|aggregate| aggregate.sample = true)
    }
}
