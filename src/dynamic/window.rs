//! [`DynamicWindow`]: a window, whose names are not looked up yet.

use super::Names;
use super::depth::Level;
use super::expr::{DynamicArguments, DynamicExpr, Tree, refused, unite};
use super::function::{self, Call};
use super::resolve::{Expression, order_terms};
use super::scope::Scope;
use crate::error::Error;
use crate::kind::Rule;
use crate::state::{
    Frame, FrameUnit, Node, Window, WindowCall, WindowClause, WindowFunction, WindowFunctionName as W,
};
use crate::value::{Value, ValueType};
use crate::window::FrameBounds;

/// The rows that a function looks at, seen from each row: what [`DynamicExpr::over`] takes.
///
/// Without more it is all rows that the query gives.
///
/// Django: the keywords of `Window(…)`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::dynamic::{DynamicExpr, DynamicQuerySet, DynamicWindow, F};
///
/// let window = DynamicWindow::new().partition_by([F("blog")]).order_by("-rating");
/// let best = DynamicQuerySet::new(Entry::META)
///     .alias("place", DynamicExpr::function("Rank", ()).over(window))?
///     .filter_by("place__lte", 3)?
///     .values(["headline"])?;
/// assert_eq!(
///     best.sql::<Sqlite>()?,
///     r#"SELECT "qualify"."col1" FROM (SELECT "blog_entry"."headline" AS "col1", RANK() OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."rating" DESC) AS "col2" FROM "blog_entry") AS "qualify" WHERE "qualify"."col2" <= ?"#
/// );
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a window does nothing until something is computed `over()` it"]
pub struct DynamicWindow {
    partition: Vec<DynamicExpr>,
    order: Vec<String>,
    frame: Option<Frame>,
}

/// What a function over windows is given.
#[derive(Clone, Copy, Debug)]
pub(super) enum Signature {
    /// Nothing; the kind that it gives.
    Place(W, ValueType),
    /// How many buckets there are.
    Ntile,
    /// An expression, how many rows away, and what it is where there is no such row.
    Neighbor(fn(u32) -> W),
    /// An expression.
    Edge(W),
    /// An expression, and which row.
    Nth,
}

/// The functions that exist over windows alone.
pub(super) const FUNCTIONS: &[(&str, Signature)] = &[
    ("CumeDist", Signature::Place(W::CumeDist, ValueType::Float)),
    ("DenseRank", Signature::Place(W::DenseRank, ValueType::Int)),
    ("FirstValue", Signature::Edge(W::FirstValue)),
    ("Lag", Signature::Neighbor(W::Lag)),
    ("LastValue", Signature::Edge(W::LastValue)),
    ("Lead", Signature::Neighbor(W::Lead)),
    ("NthValue", Signature::Nth),
    ("Ntile", Signature::Ntile),
    ("PercentRank", Signature::Place(W::PercentRank, ValueType::Float)),
    ("Rank", Signature::Place(W::Rank, ValueType::Int)),
    ("RowNumber", Signature::Place(W::RowNumber, ValueType::Int)),
];

impl DynamicWindow {
    /// All rows that the query gives.
    pub fn new() -> Self {
        Self::default()
    }

    /// Leaves the rows out whose values differ from those of the row. The last call holds.
    ///
    /// Django: `Window(…, partition_by=[…])`.
    pub fn partition_by(mut self, expressions: impl DynamicArguments) -> Self {
        self.partition = expressions.arguments();
        self
    }

    /// Orders the rows of the window by names with their signs. The last call holds.
    ///
    /// Django: `Window(…, order_by=[…])`.
    pub fn order_by(mut self, names: impl Names) -> Self {
        self.order = names.names().map(str::to_owned).collect();
        self
    }

    /// Lets the window reach from one row to another, counted from the row at 0.
    ///
    /// Django: `RowRange(start=-1, end=1)`.
    pub fn rows(self, bounds: impl FrameBounds) -> Self {
        self.framed(FrameUnit::Rows, bounds)
    }

    /// Lets the window reach from one value of its order to another, counted from that of the row.
    ///
    /// Django: `ValueRange(start=None, end=0)`.
    pub fn range(self, bounds: impl FrameBounds) -> Self {
        self.framed(FrameUnit::Range, bounds)
    }

    fn framed(mut self, unit: FrameUnit, bounds: impl FrameBounds) -> Self {
        let (start, end) = bounds.bounds();
        self.frame = Some(Frame { unit, start, end, exclusion: None });
        self
    }

    pub(super) fn outer_depth(&self) -> usize {
        self.partition.iter().map(DynamicExpr::outer_depth).max().unwrap_or(0)
    }

    /// `of`, computed over it.
    pub(super) fn resolve(&self, of: &DynamicExpr, scope: &Scope<'_>) -> Result<(Node, ValueType), Error> {
        let partition = self.partition.iter().map(|part| Ok(part.resolve(scope)?.node));
        let partition = partition.collect::<Result<Vec<_>, Error>>()?;
        let order = order_terms(scope, &self.order)?;
        if self.frame.is_some_and(|frame| frame.unit == FrameUnit::Range) && order.is_empty() {
            return Err(refused("`range()` counts in the order of the window, which has none".to_owned()));
        }
        let over = WindowClause { partition, order, frame: self.frame };
        if over.parts().any(|part| Level::of(part) > Level::PerGroup) {
            return Err(refused("a window cannot look at another window".to_owned()));
        }
        let (call, kind) = match &of.0 {
            Tree::Aggregate(aggregate) if !aggregate.has_default() => {
                let aggregate = aggregate.bare(scope)?;
                let of_rows = aggregate.of.as_ref().is_none_or(|of| Level::of(&of.node) == Level::PerRow);
                if !of_rows {
                    let message =
                        "an aggregate of an aggregate, or of a window, is not computed over a window";
                    return Err(refused(message.to_owned()));
                }
                let kind = aggregate.kind;
                (WindowCall::Aggregate(aggregate), kind)
            }
            Tree::Function(name, arguments) => match function::named(name)? {
                function::Signature::Windowed(signature) => {
                    let arguments = arguments.iter().map(|argument| argument.resolve(scope)?.value());
                    let arguments = arguments.collect::<Result<Vec<_>, _>>()?;
                    if arguments.iter().any(|argument| Level::of(&argument.node) > Level::PerGroup) {
                        return Err(refused("a window cannot look at another window".to_owned()));
                    }
                    let (function, kind) = self.function(&Call { name }, signature, arguments)?;
                    (WindowCall::Function(function), kind)
                }
                _ => {
                    return Err(refused(format!(
                        "`{name}` is a function of each row, and not one of windows"
                    )));
                }
            },
            _ => {
                let message = "`over()` follows an aggregate without `default()`, or a function of windows";
                return Err(refused(message.to_owned()));
            }
        };
        Ok((Node::Window(Box::new(Window { call, over, kind })), kind))
    }

    fn function(
        &self,
        call: &Call<'_>,
        signature: Signature,
        arguments: Vec<Expression>,
    ) -> Result<(WindowFunction, ValueType), Error> {
        let bare = |name| WindowFunction { name, of: None, default: None };
        let (function, kind) = match signature {
            Signature::Place(name, kind) => {
                let [] = call.take(arguments)?;
                (bare(name), kind)
            }
            Signature::Ntile => {
                let [buckets] = call.take(arguments)?;
                (bare(W::Ntile(count(call, &buckets)?)), ValueType::Int)
            }
            Signature::Edge(name) => {
                let [of] = call.take(arguments)?;
                (WindowFunction { of: Some(of.argument()), ..bare(name) }, of.kind)
            }
            Signature::Nth => {
                let [of, nth] = call.take(arguments)?;
                (WindowFunction { of: Some(of.argument()), ..bare(W::NthValue(count(call, &nth)?)) }, of.kind)
            }
            Signature::Neighbor(name) => {
                if arguments.is_empty() || arguments.len() > 3 {
                    return Err(call.count_is_wrong(&arguments));
                }
                let offset = arguments.get(1).map_or(Ok(1), |offset| count(call, offset))?;
                let of = &arguments[0];
                let (default, kind) = match arguments.get(2) {
                    None => (None, of.kind),
                    Some(default) => {
                        let kind = unite(Rule::Unites, &format!("`{}`", call.name), of, default)?;
                        (Some(default.argument()), kind)
                    }
                };
                (WindowFunction { name: name(offset), of: Some(of.argument()), default }, kind)
            }
        };
        let of_whole = matches!(signature, Signature::Place(..) | Signature::Ntile | Signature::Neighbor(_));
        let needs_order = !matches!(function.name, W::RowNumber | W::Ntile(_))
            && matches!(signature, Signature::Place(..) | Signature::Neighbor(_));
        if needs_order && self.order.is_empty() {
            let message = format!("`{}` depends on the order of its window, which has none", call.name);
            return Err(refused(message));
        }
        if of_whole && self.frame.is_some() {
            let message = format!("`{}` looks at the whole partition, and the window has a frame", call.name);
            return Err(refused(message));
        }
        Ok((function, kind))
    }
}

/// A number that the program or the caller says, not the row.
fn count(call: &Call<'_>, of: &Expression) -> Result<u32, Error> {
    let number = match &of.node {
        Node::Value(Value::Int(number)) => u32::try_from(*number).ok(),
        _ => None,
    };
    let what =
        || refused(format!("`{}` takes a number of rows from 1 on, not {}", call.name, of.described()));
    number.ok_or_else(what)
}
