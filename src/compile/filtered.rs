//! Conditions in the `ON` of joins: Django's `FilteredRelation`.

use std::collections::BTreeSet;

use super::Compiler;
use super::condition::Cond;
use super::join::{On, Reached};
use crate::error::Error;
use crate::state::ColumnRef;

impl Compiler {
    /// Joins what a path needs, with the conditions of its joins.
    pub(super) fn reach(&mut self, level: usize, column: &ColumnRef) -> Result<(Reached, Vec<usize>), Error> {
        let reached = self.levels[level].reach(column.steps, column.column)?;
        self.join_conditions(level)?;
        Ok(reached)
    }

    /// Compiles the conditions of the joins that were made since.
    pub(super) fn join_conditions(&mut self, level: usize) -> Result<(), Error> {
        while let Some(table) = self.levels[level].pending.pop() {
            // It is no part of what is being compiled, and decides nothing about other joins.
            let summary = self.summary.take();
            let summarizing = self.levels[level].set_summarizing(false);
            let used = std::mem::take(&mut self.levels[level].used);
            let shares = self.levels[level].shares.clone();
            let on = self.condition_of(level, table);
            self.summary = summary;
            self.levels[level].set_summarizing(summarizing);
            self.levels[level].used = used;
            self.levels[level].shares = shares;
            self.levels[level].tables[table].on = Some(on?);
        }
        Ok(())
    }

    fn condition_of(&mut self, level: usize, table: usize) -> Result<On, Error> {
        let filter = self.levels[level].tables[table].filter.clone();
        let filter = filter.expect("a table that waits for its condition has one");
        let refuse = |what: &str| {
            let message = format!("the condition of the filtered relation `{}` {what}", filter.name);
            Err(Error::InvalidQuery { message })
        };
        if filter.condition.is_aggregate() || filter.condition.is_windowed() {
            return refuse("speaks of one row: it has neither aggregates nor windows");
        }
        let before: Vec<usize> = self.levels[level].tables.iter().map(|table| table.uses).collect();
        let (cond, _) = self.condition(level, &filter.condition)?;
        let tables = self.levels[level].tables.iter().enumerate();
        let is_read = |at: usize, uses: usize| at != table && uses > before.get(at).copied().unwrap_or(0);
        let reads: BTreeSet<usize> =
            tables.filter(|(at, table)| is_read(*at, table.uses)).map(|(at, _)| at).collect();
        if reads.iter().any(|read| self.levels[level].hangs_on(*read, table)) {
            return refuse("speaks of its own rows, not of what they lead to in turn");
        }
        let expr = match cond {
            Cond::Always => None,
            cond => Some(cond.into_expr()),
        };
        Ok(On { expr, reads })
    }
}
