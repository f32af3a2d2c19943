//! `&`, `|` and `^` of two queries: Django's `Query.combine`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Compiler;
use super::asked::Asked;
use super::join::{Hop, Level, On};
use crate::error::Error;
use crate::state::{Connector, State};

/// The query on the left, and where the tables of the one on the right are in it.
pub(super) struct Merge {
    left: Level,
    /// How many tables it had.
    before: usize,
    inner: BTreeSet<usize>,
    /// The joins of the left that may still be shared. With `&` none may be: another related row
    /// may match. One that has been shared is not shared again.
    may_share: BTreeSet<usize>,
    /// For each table on the right its place in `left`.
    places: Vec<usize>,
}

impl Merge {
    pub(super) fn new(left: Level, connector: Connector) -> Self {
        let before = left.tables.len();
        let may_share = match connector {
            Connector::And => BTreeSet::new(),
            Connector::Or | Connector::Xor => (0..before).collect(),
        };
        Self { before, inner: left.inner(), may_share, places: vec![0], left }
    }

    /// Finds or makes a place for the next table on the right, and gives its alias.
    pub(super) fn place(&mut self, parent: usize, hop: &Hop) -> Cow<'static, str> {
        let parent = self.places[parent];
        let shared = self.left.joined_by(parent, hop, |at| self.may_share.contains(&at));
        let at = shared.unwrap_or_else(|| self.left.add(parent, hop));
        self.may_share.remove(&at);
        self.places.push(at);
        self.left.alias_of(at)
    }

    /// The left with the tables of the right, and the joins without which each of them has no row.
    fn finish(mut self, right: &Level) -> (Level, BTreeMap<usize, usize>) {
        let mut votes: BTreeMap<usize, usize> = self.inner.iter().map(|at| (*at, 1)).collect();
        for (table, at) in self.places.iter().enumerate() {
            self.left.tables[*at].uses += right.tables[table].uses;
            // Django looks at a new join as it is made, which says nothing of the conditions.
            let outer = if *at < self.before { right.is_outer(table) } else { self.left.is_outer(*at) };
            if *at > 0 && !outer {
                *votes.entry(*at).or_default() += 1;
            }
        }
        // The conditions were compiled on the right.
        self.left.pending.clear();
        for (table, at) in self.places.iter().enumerate() {
            if let (None, Some(on)) = (&self.left.tables[*at].on, &right.tables[table].on) {
                let reads = on.reads.iter().map(|read| self.places[*read]).collect();
                self.left.tables[*at].on = Some(On { reads, expr: on.expr.clone() });
            }
        }
        self.left.know_all_of(right);
        (self.left, votes)
    }
}

impl Compiler {
    /// Joins the rows that `right` gives to those that `left` gives. What `right` selects is selected.
    pub(super) fn combine(
        &mut self,
        level: usize,
        left: Asked,
        connector: Connector,
        right: &State,
    ) -> Result<Asked, Error> {
        let model = right.model;
        let beside = Level::new(model, level);
        let beside = std::mem::replace(&mut self.levels[level], beside);
        self.levels[level].grouped = beside.grouped;
        self.levels[level].merge = Some(Box::new(Merge::new(beside, connector)));
        let called = self.calls(level, &right.calls);
        let mut beside = std::mem::replace(&mut self.levels[level], Level::new(model, level));
        let merge = beside.merge.take().expect("it was put there above");
        let (merged, votes) = merge.finish(&beside);
        self.levels[level] = merged;
        self.settle_joins(level, connector, false, 2, votes);

        let both = vec![left, called?];
        self.connect(level, connector, false, false, both)
    }
}
