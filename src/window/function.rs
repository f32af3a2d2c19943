//! What is computed over windows: `rank()`, `lag()`, `first_value()` and the like.

use std::marker::PhantomData;

use super::{FrameState, OrdersWindow, Over, TakesNoFrame, Windowed};
use crate::aggregate::{Aggregate, HasWindows};
use crate::context::{Context, Merge};
use crate::depth::{Depth, ForOver, ForWindow, OverWindow};
use crate::expr::{Computed, Expr, MadeWith, Source, Term};
use crate::kind::{Float, Integer, Kind, Unites};
use crate::model::{AllAre, Model};
use crate::path::{Nullability, Nullable};
use crate::state::{self, Argument, Node, WindowCall, WindowFunction, WindowFunctionName};

/// A function that numbers the rows of a window: [`row_number()`], [`ntile()`].
#[derive(Clone, Copy, Debug)]
#[must_use = "a window function is an expression after `over(window()…)`"]
pub struct Numbering(WindowFunctionName);

/// A function of the place that a row has in the order of a window, of the kind `K`: [`rank()`],
/// [`percent_rank()`] and the like.
#[must_use = "a window function is an expression after `over(window()…)`"]
pub struct Ranking<K> {
    name: WindowFunctionName,
    kind: PhantomData<fn() -> K>,
}

/// A value of a row before or after each row, nullable by `R`: what [`lag()`](Expr::lag) and
/// [`lead()`](Expr::lead) begin.
#[must_use = "a window function is an expression after `over(window()…)`"]
pub struct FromNeighbor<E, K, N, R = Nullable> {
    function: WindowFunction,
    neighbor: PhantomData<fn() -> (E, K, N, R)>,
}

/// A value of a certain row of a frame, nullable by `N`: what [`first_value()`](Expr::first_value),
/// [`last_value()`](Expr::last_value) and [`nth_value()`](Expr::nth_value) begin.
#[must_use = "a window function is an expression after `over(window()…)`"]
pub struct FromFrame<E, K, N> {
    function: WindowFunction,
    place: PhantomData<fn() -> (E, K, N)>,
}

/// The number of the row in its window, from 1 on.
///
/// Django: `RowNumber()`. SQL: `ROW_NUMBER()`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let number = row_number().over(window().order_by(entry::headline));
/// let rows: Vec<(String, i64)> = Entry::objects().values_list((entry::headline, number)).all(&db).await?;
/// assert_eq!(rows, [("Help!".to_owned(), 1), ("Yesterday".to_owned(), 2)]);
/// # Ok(()) });
/// ```
#[doc(alias = "RowNumber")]
pub fn row_number() -> Numbering {
    Numbering(WindowFunctionName::RowNumber)
}

/// The number of the bucket of the row, from 1 on, where the window is divided into as many of the same
/// size, the first ones with a row more. 0 is an error when the query runs.
///
/// Django: `Ntile(num_buckets=4)`. SQL: `NTILE(4)`.
#[doc(alias = "Ntile")]
pub fn ntile(buckets: u32) -> Numbering {
    Numbering(WindowFunctionName::Ntile(buckets))
}

macro_rules! rankings {
    ($($(#[$doc:meta])* $name:ident: $kind:ty = $function:ident;)*) => {
        $(
            $(#[$doc])*
            pub fn $name() -> Ranking<$kind> {
                Ranking { name: WindowFunctionName::$function, kind: PhantomData }
            }
        )*
    };
}

rankings! {
    /// The place of the row in the order of its window: 1, 1, 3 where two rows are alike.
    ///
    /// Django: `Rank()`. SQL: `RANK()`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let place = rank().over(window().partition_by(entry::blog_id).order_by(entry::rating.desc()));
    /// let rows: Vec<(Entry, i64)> = Entry::objects().annotate(&place).filter(place.exact(1)).all(&db).await?;
    /// assert_eq!(rows.len(), 2);
    /// # Ok(()) });
    /// ```
    #[doc(alias = "Rank")]
    rank: Integer = Rank;

    /// The place of the row in the order of its window, without gaps: 1, 1, 2 where two rows are alike.
    ///
    /// Django: `DenseRank()`. SQL: `DENSE_RANK()`.
    #[doc(alias = "DenseRank")]
    dense_rank: Integer = DenseRank;

    /// The part of the other rows of the window that is before the row and those like it: from 0 to 1.
    ///
    /// Django: `PercentRank()`. SQL: `PERCENT_RANK()`.
    #[doc(alias = "PercentRank")]
    percent_rank: Float = PercentRank;

    /// The part of all rows of the window that is not after the row and those like it: up to 1.
    ///
    /// Django: `CumeDist()`. SQL: `CUME_DIST()`.
    #[doc(alias = "CumeDist")]
    cume_dist: Float = CumeDist;
}

/// A function without an argument, over a window.
fn numbered<W: Over, K: Kind>(
    name: WindowFunctionName,
    window: W,
) -> Expr<Computed<W::Model, W::Context, OverWindow>, K> {
    let function = WindowFunction { name, of: None, default: None };
    Expr::computed(windowed::<K>(WindowCall::Function(function), window))
}

fn windowed<K: Kind>(call: WindowCall, window: impl Over) -> Node {
    Node::Window(Box::new(state::Window { call, over: window.clause(), kind: K::TYPE }))
}

impl Numbering {
    /// Computes it over a window.
    ///
    /// Django: `Window(RowNumber(), …)`. SQL: `OVER (…)`.
    pub fn over<W>(self, window: W) -> Expr<Computed<W::Model, W::Context, OverWindow>, Integer>
    where
        W: Over<Frame: TakesNoFrame>,
    {
        numbered(self.0, window)
    }
}

impl<K: Kind> Ranking<K> {
    /// Computes it over a window, which must have an order.
    ///
    /// Django: `Window(Rank(), …)`. SQL: `OVER (…)`.
    pub fn over<W>(self, window: W) -> Expr<Computed<W::Model, W::Context, OverWindow>, K>
    where
        W: Over<Order: OrdersWindow, Frame: TakesNoFrame>,
    {
        numbered(self.name, window)
    }
}

impl<E: Source, K: Kind, N: Nullability> Expr<E, K, N> {
    fn window_function(&self, name: WindowFunctionName) -> WindowFunction {
        WindowFunction { name, of: Some(self.argument()), default: None }
    }

    /// Its value in the row before, in the order of a window: `NULL` where there is none, unless
    /// [`default()`](FromNeighbor::default) says something else.
    ///
    /// Django: `Lag("rating")`. SQL: `LAG(…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # tokio_test(async |db| {
    /// let by_id = window().order_by(entry::id);
    /// let before = entry::headline.lag().over(&by_id);
    /// let before_last = entry::id.lag().offset(2).default(0).over(&by_id);
    /// let rows: Vec<(Option<String>, i64)> =
    ///     Entry::objects().order_by(entry::id).values_list((before, before_last)).all(&db).await?;
    /// assert_eq!(rows, [(None, 0), (Some("Yesterday".to_owned()), 0)]);
    /// # Ok(()) });
    /// ```
    #[doc(alias = "Lag")]
    pub fn lag(&self) -> FromNeighbor<E, K, N>
    where
        E::Depth: ForWindow,
    {
        FromNeighbor::new(self.window_function(WindowFunctionName::Lag(1)))
    }

    /// Its value in the row after, in the order of a window: `NULL` where there is none, unless
    /// [`default()`](FromNeighbor::default) says something else.
    ///
    /// Django: `Lead("rating")`. SQL: `LEAD(…)`.
    #[doc(alias = "Lead")]
    pub fn lead(&self) -> FromNeighbor<E, K, N>
    where
        E::Depth: ForWindow,
    {
        FromNeighbor::new(self.window_function(WindowFunctionName::Lead(1)))
    }

    /// Its value in the first row of the frame.
    ///
    /// Django: `FirstValue("rating")`. SQL: `FIRST_VALUE(…)`.
    #[doc(alias = "FirstValue")]
    pub fn first_value(&self) -> FromFrame<E, K, N>
    where
        E::Depth: ForWindow,
    {
        FromFrame::new(self.window_function(WindowFunctionName::FirstValue))
    }

    /// Its value in the last row of the frame. A window with an order ends at the row itself unless it has
    /// a frame: write `window().order_by(…).rows(..)` for the last row of all.
    ///
    /// Django: `LastValue("rating")`. SQL: `LAST_VALUE(…)`.
    #[doc(alias = "LastValue")]
    pub fn last_value(&self) -> FromFrame<E, K, N>
    where
        E::Depth: ForWindow,
    {
        FromFrame::new(self.window_function(WindowFunctionName::LastValue))
    }

    /// Its value in one row of the frame, counted from 1 on: `NULL` where the frame has fewer. 0 is an
    /// error when the query runs.
    ///
    /// Django: `NthValue("rating", nth=2)`. SQL: `NTH_VALUE(…, 2)`.
    #[doc(alias = "NthValue")]
    pub fn nth_value(&self, nth: u32) -> FromFrame<E, K, Nullable>
    where
        E::Depth: ForWindow,
    {
        FromFrame::new(self.window_function(WindowFunctionName::NthValue(nth)))
    }
}

impl<E: Source, K: Kind, N: Nullability, R: Nullability> FromNeighbor<E, K, N, R> {
    fn new(function: WindowFunction) -> Self {
        Self { function, neighbor: PhantomData }
    }

    /// Takes the value from so many rows away instead of 1. 0 is an error when the query runs.
    ///
    /// Django: `Lag("rating", offset=2)`.
    pub fn offset(mut self, rows: u32) -> Self {
        self.function.name = match self.function.name {
            WindowFunctionName::Lead(_) => WindowFunctionName::Lead(rows),
            _ => WindowFunctionName::Lag(rows),
        };
        self
    }

    /// What it is where there is no such row, instead of `NULL`. A `NULL` in such a row stays one.
    ///
    /// Django: `Lag("rating", default=0)`. SQL: `LAG(…, 1, 0)`, on MariaDB a `CASE`.
    pub fn default<T>(self, value: T) -> FromNeighbor<MadeWith<E, T>, K::Out, N, N::Or<T::Null>>
    where
        T: Term<E::Model, Models: AllAre<E::Model>, Depth: ForWindow>,
        K: Unites<T::Kind>,
        E::Context: Merge<T::Context>,
    {
        let default = Some(Argument { node: value.term(), kind: T::Kind::TYPE });
        FromNeighbor { function: WindowFunction { default, ..self.function }, neighbor: PhantomData }
    }

    /// Computes it over a window, which must have an order.
    ///
    /// Django: `Window(Lag("rating"), …)`. SQL: `OVER (…)`.
    pub fn over<W>(self, window: W) -> Expr<Windowed<E, W>, K, R>
    where
        W: Over<Models: AllAre<E::Model>, Order: OrdersWindow, Frame: TakesNoFrame>,
        E::Context: Merge<W::Context>,
    {
        Expr::computed(windowed::<K>(WindowCall::Function(self.function), window))
    }
}

impl<E: Source, K: Kind, N: Nullability> FromFrame<E, K, N> {
    fn new(function: WindowFunction) -> Self {
        Self { function, place: PhantomData }
    }

    /// Computes it over a window.
    ///
    /// Django: `Window(FirstValue("rating"), …)`. SQL: `OVER (…)`.
    pub fn over<W>(self, window: W) -> Expr<Windowed<E, W>, K, N::Or<<W::Frame as FrameState>::Null>>
    where
        W: Over<Models: AllAre<E::Model>>,
        E::Context: Merge<W::Context>,
    {
        Expr::computed(windowed::<K>(WindowCall::Function(self.function), window))
    }
}

impl<F: 'static, M: Model, X: Context, D: Depth, K: Kind, N> Expr<Aggregate<F, M, X, D>, K, N> {
    /// Computes it from the rows of a window for each row, instead of once for a group of them.
    ///
    /// Django: `Window(Sum("rating"), …)`. SQL: `SUM(…) OVER (…)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let share = entry::rating.sum().over(window().partition_by(entry::blog_id));
    /// assert_sql!(
    ///     Entry::objects().values_list((entry::id, share)),
    ///     r#"SELECT "blog_entry"."id", SUM("blog_entry"."rating") OVER (PARTITION BY "blog_entry"."blog_id") FROM "blog_entry""#
    /// );
    /// ```
    #[doc(alias = "Window")]
    pub fn over<W>(&self, window: W) -> Expr<Windowed<Aggregate<F, M, X, D>, W>, K, N>
    where
        F: HasWindows,
        D: ForOver,
        W: Over<Models: AllAre<M>>,
        X: Merge<W::Context>,
    {
        Expr::computed(windowed::<K>(WindowCall::Aggregate(self.to_state()), window))
    }
}
