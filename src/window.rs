//! Windows: `rank().over(window().partition_by(…).order_by(…))`.
//!
//! What is computed over them is in `window/function.rs`, and `over()` of aggregates in
//! [`aggregate`](crate::aggregate). No SQL is written here.

mod frame;
mod function;

use std::marker::PhantomData;

pub use self::frame::{DefaultFrame, FrameBounds, FrameState, Framed, HasFrame, TakesNoFrame};
pub use self::function::{
    FromFrame, FromNeighbor, Numbering, Ranking, cume_dist, dense_rank, ntile, percent_rank, rank, row_number,
};
use crate::backend::NotMySql;
use crate::context::{Context, Merge, Merged, NoOuter, Plain, Refers};
use crate::depth::{ForWindow, OverWindow};
use crate::expr::{Computed, Source};
use crate::model::{Is, Just, Model};
use crate::order::OrderBy;
use crate::query_set::{Either, Ordered, Unordered};
use crate::selection::{Selection, UpTo16};
use crate::state::{Frame, FrameUnit, Node, WindowClause, WindowFrameExclusion};

/// Begins a window: the rows that a function looks at, seen from each row of the query.
///
/// Without more it is all rows that the query gives. [`partition_by()`](Window::partition_by) leaves
/// those with other values out, [`order_by()`](Window::order_by) says which come before the row, and
/// [`rows()`](Window::rows) or [`range()`](Window::range) how far the window reaches. With an order and
/// without a frame it ends at the row, and at those that the order does not tell apart from it.
///
/// What is made `over()` a window can be selected, compared and ordered by like any expression. A filter
/// on it is asked of the rows that all other filters have left.
///
/// Django: `Window(…, partition_by=…, order_by=…, frame=…)`. SQL: `OVER (…)`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// let place = rank().over(window().partition_by(entry::blog_id).order_by(entry::rating.desc()));
/// let best = Entry::objects().alias(&place).filter(place.lte(3)).values_list((entry::headline, &place));
/// assert_sql!(
///     best,
///     r#"SELECT "qualify"."col1", "qualify"."col2" FROM (SELECT "blog_entry"."headline" AS "col1", RANK() OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."rating" DESC) AS "col2" FROM "blog_entry") AS "qualify" WHERE "qualify"."col2" <= ?"#
/// );
/// ```
///
/// # Example: a running total
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let total = entry::rating.sum().over(window().order_by(entry::id));
/// let rows: Vec<(Entry, Option<i64>)> = Entry::objects().annotate(&total).order_by(entry::id).all(&db).await?;
/// assert_eq!(rows.iter().map(|row| row.1).collect::<Vec<_>>(), [Some(5), Some(10)]);
/// # Ok(()) });
/// ```
#[doc(alias = "Window")]
#[doc(alias = "OVER")]
pub fn window<M: Model>() -> Window<M> {
    Window { clause: WindowClause::default(), window: PhantomData }
}

/// A window over rows of `M`, ordered by `O`, with the frame `F`: what [`window()`] makes.
#[must_use = "a window does nothing until something is computed `over()` it"]
pub struct Window<M, X = Plain, O = Unordered, F = DefaultFrame> {
    clause: WindowClause,
    window: PhantomData<fn() -> (M, X, O, F)>,
}

impl<M, X, O, F> Clone for Window<M, X, O, F> {
    fn clone(&self) -> Self {
        Self { clause: self.clause.clone(), window: PhantomData }
    }
}

impl<M: Model, X: Context, O: Either, F: FrameState> Window<M, X, O, F> {
    fn into<Y, P, G>(self, change: impl FnOnce(&mut WindowClause)) -> Window<M, Y, P, G> {
        let mut clause = self.clause;
        change(&mut clause);
        Window { clause, window: PhantomData }
    }

    /// Leaves the rows out whose values differ from those of the row: of an expression, a relation, or
    /// any of a tuple of them. `NULL` counts as a value. The last call holds.
    ///
    /// Django: `Window(…, partition_by=[…])`. SQL: `PARTITION BY`.
    pub fn partition_by<P>(self, expressions: P) -> Window<M, Merged<X, P::Context>, O, F>
    where
        P: Partition<Models: RowsOf<M>, Depths: ForWindow>,
        X: Merge<P::Context>,
    {
        self.into(|clause| clause.partition = expressions.parts())
    }

    /// Orders the rows of the window, not those of the query. A relation is its key here. The last call
    /// holds.
    ///
    /// Django: `Window(…, order_by=[…])`. SQL: `ORDER BY`.
    pub fn order_by<T>(self, order: T) -> Window<M, Merged<X, T::Context>, T::Order, F>
    where
        T: OrderBy<Models: RowsOf<M>>,
        X: Merge<T::Context>,
    {
        self.into(|clause| {
            clause.order.clear();
            order.terms(&mut clause.order);
        })
    }

    /// Lets the window reach from one row to another, counted from the row at 0: `rows(-1..=1)` are three
    /// rows, `rows(0..)` this one and all after it, `rows(..)` the whole partition.
    ///
    /// Without an order it is chance which rows come before.
    ///
    /// Django: `RowRange(start=-1, end=1)`. SQL: `ROWS BETWEEN … AND …`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// let around = entry::rating.avg().over(window().order_by(entry::id).rows(-1..=1));
    /// assert_sql!(
    ///     Entry::objects().values_list(around),
    ///     r#"SELECT AVG("blog_entry"."rating") OVER (ORDER BY "blog_entry"."id" ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM "blog_entry""#
    /// );
    /// ```
    #[doc(alias = "RowRange")]
    pub fn rows<B: FrameBounds>(self, bounds: B) -> Window<M, X, O, Framed> {
        self.framed(FrameUnit::Rows, bounds)
    }

    /// Lets the window reach from one value of its order to another, counted from that of the row:
    /// `range(..=0)` are all rows up to this one and those that the order does not tell apart from it,
    /// `range(-5..=5)` those whose number is at most 5 away.
    ///
    /// Distances that are not 0 need an order by one number. It begins at the row or before it, and ends
    /// at the row or after it.
    ///
    /// Django: `ValueRange(start=None, end=0)`; on PostgreSQL it refuses distances. SQL:
    /// `RANGE BETWEEN … AND …`.
    #[doc(alias = "ValueRange")]
    pub fn range<B: FrameBounds>(self, bounds: B) -> Window<M, X, O, Framed>
    where
        O: OrdersRange,
    {
        self.framed(FrameUnit::Range, bounds)
    }

    fn framed<B: FrameBounds>(self, unit: FrameUnit, bounds: B) -> Window<M, X, O, Framed> {
        self.into(|clause| {
            let (start, end) = bounds.bounds();
            clause.frame = Some(Frame { unit, start, end, exclusion: None });
        })
    }

    /// Leaves rows out of the frame: the row itself, or those that the order does not tell apart from it.
    ///
    /// Databases: SQLite, PostgreSQL. With another `Db` the query does not compile.
    ///
    /// Django: `RowRange(…, exclusion=WindowFrameExclusion.CURRENT_ROW)`. SQL: `EXCLUDE …`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::WindowFrameExclusion;
    ///
    /// let others = window().order_by(entry::id).rows(..).exclusion(WindowFrameExclusion::CurrentRow);
    /// let query = Entry::objects().values_list((entry::id, entry::rating.max().over(others)));
    /// assert_sql!(
    ///     query,
    ///     r#"SELECT "blog_entry"."id", MAX("blog_entry"."rating") OVER (ORDER BY "blog_entry"."id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) FROM "blog_entry""#
    /// );
    /// ```
    #[doc(alias = "EXCLUDE")]
    pub fn exclusion(
        self,
        exclusion: WindowFrameExclusion,
    ) -> Window<M, Merged<X, Refers<NoOuter, NoOuter, NotMySql>>, O, F>
    where
        F: HasFrame,
        X: Merge<Refers<NoOuter, NoOuter, NotMySql>>,
    {
        self.into(|clause| {
            if let Some(frame) = &mut clause.frame {
                frame.exclusion = Some(exclusion);
            }
        })
    }
}

/// What `over()` takes: a window, or a reference to one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a window",
    label = "not made by `window()`",
    note = "write `over(window().order_by(entry::pub_date))`; `over(window())` looks at all rows"
)]
pub trait Over {
    /// The model whose rows it looks at.
    type Model: Model;
    /// The same, as a list.
    #[doc(hidden)]
    type Models;
    /// What it needs from around it.
    type Context: Context;
    /// [`Ordered`] or [`Unordered`].
    type Order: Either;
    /// [`DefaultFrame`] or [`Framed`].
    type Frame: FrameState;

    #[doc(hidden)]
    fn clause(self) -> WindowClause;
}

#[diagnostic::do_not_recommend]
impl<M: Model, X: Context, O: Either, F: FrameState> Over for Window<M, X, O, F> {
    type Model = M;
    type Models = Just<M>;
    type Context = X;
    type Order = O;
    type Frame = F;

    fn clause(self) -> WindowClause {
        self.clause
    }
}

#[diagnostic::do_not_recommend]
impl<M: Model, X: Context, O: Either, F: FrameState> Over for &Window<M, X, O, F> {
    type Model = M;
    type Models = Just<M>;
    type Context = X;
    type Order = O;
    type Frame = F;

    fn clause(self) -> WindowClause {
        self.clause.clone()
    }
}

/// The source of what is computed from an expression of the source `E` over the window `W`.
pub type Windowed<E, W> =
    Computed<<E as Source>::Model, Merged<<E as Source>::Context, <W as Over>::Context>, OverWindow>;

/// What `partition_by()` takes: an expression, a relation, or a tuple of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not part rows",
    label = "neither a field nor a tuple of fields",
    note = "write `partition_by(entry::blog_id)`, or a tuple of up to 16 expressions; directions are for `order_by()`",
    note = "Django raises FieldError: Cannot resolve keyword '-rating' into field"
)]
pub trait Partition {
    /// The models whose fields it names, as a list.
    type Models;
    /// Which of them are computed from several rows, as a list.
    type Depths;
    /// What it needs from around it.
    type Context: Context;

    #[doc(hidden)]
    fn parts(&self) -> Vec<Node>;
}

#[diagnostic::do_not_recommend]
impl<S: Selection<Size: UpTo16>> Partition for S {
    type Models = S::Models;
    type Depths = S::Depths;
    type Context = S::Context;

    fn parts(&self) -> Vec<Node> {
        self.nodes()
    }
}

/// Says that all models of a list are `M`, the model whose rows a window looks at.
#[doc(hidden)]
pub trait RowsOf<M> {}

#[diagnostic::do_not_recommend]
impl<M> RowsOf<M> for () {}
impl<M, T: Is<M>> RowsOf<M> for Just<T> {}
impl<M, F: RowsOf<M>, R: RowsOf<M>> RowsOf<M> for (F, R) {}

/// Says that a window has an order.
#[diagnostic::on_unimplemented(
    message = "the window has no order, and this function depends on it",
    label = "call `order_by(…)` on the window",
    note = "Django leaves it to the database: MariaDB refuses it, on the others every row is the first, or chance decides"
)]
pub trait OrdersWindow {}

#[diagnostic::do_not_recommend]
impl OrdersWindow for Ordered {}

/// Says that a window has an order for `range()` to count in.
#[diagnostic::on_unimplemented(
    message = "`range()` counts in the order of the window, which has none",
    label = "call `order_by(…)` before `range(…)`",
    note = "`rows(…)` counts rows; the whole partition is a window without an order",
    note = "Django leaves it to the database: distances are an error there, and without them every row is alike"
)]
pub trait OrdersRange {}

#[diagnostic::do_not_recommend]
impl OrdersRange for Ordered {}
