//! [`Level`]: how deep an expression aggregates, where that is known at run time only.

use crate::state::Node;

/// The depths of [`depth`](crate::depth), from the lowest to the deepest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// A value of each row.
    PerRow,
    /// Computed from the rows of a group.
    PerGroup,
    /// Computed from the rows around each.
    OverWindow,
    /// Computed from groups or windows.
    OverGroups,
    /// An aggregate of that: no query computes it.
    TooDeep,
}

impl Level {
    pub(super) fn of(node: &Node) -> Self {
        match node {
            Node::Aggregate(aggregate) => {
                aggregate.of.as_ref().map_or(Self::PerRow, |of| Self::of(&of.node)).aggregated()
            }
            Node::Window(_) => Self::OverWindow,
            node => node.parts().into_iter().map(Self::of).max().unwrap_or(Self::PerRow),
        }
    }

    /// That of an aggregate of it.
    fn aggregated(self) -> Self {
        match self {
            Self::PerRow => Self::PerGroup,
            Self::PerGroup | Self::OverWindow => Self::OverGroups,
            Self::OverGroups | Self::TooDeep => Self::TooDeep,
        }
    }
}
