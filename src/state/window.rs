//! Windows: what is computed from the rows around each row.

use super::{Aggregate, Argument, Node, OrderTerm};
use crate::value::ValueType;

/// A function or an aggregate over a window.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    pub(crate) call: WindowCall,
    pub(crate) over: WindowClause,
    /// The kind of the result.
    pub(crate) kind: ValueType,
}

/// What is computed over a window.
#[derive(Clone, Debug)]
pub(crate) enum WindowCall {
    Function(WindowFunction),
    Aggregate(Aggregate),
}

/// A function that exists over windows alone.
#[derive(Clone, Debug)]
pub(crate) struct WindowFunction {
    pub(crate) name: WindowFunctionName,
    /// What it takes from another row.
    pub(crate) of: Option<Argument>,
    /// What it is where there is no such row.
    pub(crate) default: Option<Argument>,
}

/// The window functions, by Django's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum WindowFunctionName {
    CumeDist,
    DenseRank,
    FirstValue,
    /// From so many rows before.
    Lag(u32),
    LastValue,
    /// From so many rows after.
    Lead(u32),
    NthValue(u32),
    Ntile(u32),
    PercentRank,
    Rank,
    RowNumber,
}

/// The rows that a window is made of.
#[derive(Clone, Debug, Default)]
pub(crate) struct WindowClause {
    pub(crate) partition: Vec<Node>,
    pub(crate) order: Vec<OrderTerm>,
    pub(crate) frame: Option<Frame>,
}

/// Which rows of a partition count, seen from each row; a bound of `None` is the end of the partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Frame {
    pub(crate) unit: FrameUnit,
    pub(crate) start: Option<i64>,
    pub(crate) end: Option<i64>,
    pub(crate) exclusion: Option<WindowFrameExclusion>,
}

/// What the bounds of a frame count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum FrameUnit {
    Rows,
    Range,
}

/// The rows of a frame that do not count.
///
/// Django: `WindowFrameExclusion`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WindowFrameExclusion {
    /// The row itself.
    CurrentRow,
    /// The row itself, and those that the order does not tell apart from it.
    Group,
    /// Those that the order does not tell apart from the row, but not the row itself.
    Ties,
    /// All of them count, as without an exclusion.
    NoOthers,
}

impl Window {
    /// What it is computed from, in the same query.
    pub(crate) fn parts(&self) -> Vec<&Node> {
        let mut parts: Vec<&Node> = match &self.call {
            WindowCall::Function(function) => {
                function.of.iter().chain(&function.default).map(|argument| &argument.node).collect()
            }
            WindowCall::Aggregate(aggregate) => aggregate.parts(),
        };
        parts.extend(self.over.parts());
        parts
    }
}

impl WindowClause {
    /// What decides which rows it is made of.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &Node> {
        self.partition.iter().chain(self.order.iter().map(|term| &term.node))
    }
}

impl Aggregate {
    /// What it is computed from, in the same query.
    pub(crate) fn parts(&self) -> Vec<&Node> {
        let order = self.order.iter().map(|term| &term.node);
        self.of.iter().map(|of| &of.node).chain(&self.filter).chain(order).collect()
    }
}
