//! What a predicate is asked of: rows, groups, or windows. Django's `WhereNode.split_having_qualify`.

use sea_query as sql;

use super::Compiler;
use super::condition::{Cond, join_all, join_any};
use crate::error::Error;
use crate::state::Connector;

/// A predicate, and what of it is asked of what.
pub(super) struct Asked {
    /// All of it.
    pub(super) cond: Cond,
    /// What it reads of each row: to be grouped by where it is asked of groups.
    pub(super) columns: Vec<sql::Expr>,
    /// Where not all of it is asked of rows: its parts.
    parts: Option<Box<Parts>>,
}

/// The parts of a predicate.
#[derive(Default)]
pub(super) struct Parts {
    /// For WHERE.
    pub(super) rows: Option<Cond>,
    /// For HAVING.
    pub(super) groups: Option<Cond>,
    /// What HAVING, and what is asked of windows, read of each row.
    pub(super) columns: Vec<sql::Expr>,
    /// For a query around this one: SQL has no clause for it.
    pub(super) windows: Option<Cond>,
}

impl Asked {
    pub(super) fn of_rows(cond: Cond, columns: Vec<sql::Expr>) -> Self {
        Self { cond, columns, parts: None }
    }

    pub(super) fn of_groups(cond: Cond, columns: Vec<sql::Expr>) -> Self {
        let parts = Parts { groups: Some(cond.clone()), columns: columns.clone(), ..Parts::default() };
        Self { cond, columns, parts: Some(Box::new(parts)) }
    }

    pub(super) fn of_windows(cond: Cond, columns: Vec<sql::Expr>) -> Self {
        let parts = Parts { windows: Some(cond.clone()), columns: columns.clone(), ..Parts::default() };
        Self { cond, columns, parts: Some(Box::new(parts)) }
    }

    /// Adds what it reads of each row.
    pub(super) fn reads(&mut self, more: Vec<sql::Expr>) {
        if let Some(parts) = &mut self.parts {
            parts.columns.extend(more.iter().cloned());
        }
        self.columns.extend(more);
    }

    pub(super) fn into_parts(self) -> Parts {
        match self.parts {
            Some(parts) => *parts,
            None => Parts { rows: Some(self.cond), ..Parts::default() },
        }
    }
}

impl Compiler {
    /// Joins predicates by a connector, and negates the outcome where `negated`. `in_not` says
    /// whether an odd number of negations is around them then.
    ///
    /// `a AND b` can be asked in two clauses; `a OR b` has to be asked in one, and so has what is
    /// `a OR b` by a negation.
    pub(super) fn connect(
        &self,
        level: usize,
        connector: Connector,
        negated: bool,
        in_not: bool,
        asked: Vec<Asked>,
    ) -> Result<Asked, Error> {
        if asked.iter().all(|asked| asked.parts.is_none()) {
            let (conds, columns): (Vec<_>, Vec<_>) =
                asked.into_iter().map(|asked| (asked.cond, asked.columns)).unzip();
            let cond = self.connected(connector, negated, conds);
            return Ok(Asked::of_rows(cond, columns.concat()));
        }
        let all = asked.iter().map(|asked| asked.cond.clone()).collect();
        let cond = self.connected(connector, negated, all);
        let columns = asked.iter().flat_map(|asked| asked.columns.iter().cloned()).collect();
        let stays_whole = match connector {
            Connector::And => in_not,
            Connector::Or => !in_not,
            Connector::Xor => true,
        };
        let (mut rows, mut groups, mut windows, mut grouped) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for parts in asked.into_iter().map(Asked::into_parts) {
            rows.extend(parts.rows);
            groups.extend(parts.groups);
            windows.extend(parts.windows);
            grouped.extend(parts.columns);
        }
        if stays_whole && windows.is_empty() {
            return Ok(Asked::of_groups(cond, columns));
        }
        if stays_whole {
            if !rows.is_empty() && self.levels[level].grouped {
                let message = "a filter on a window `|` one on a column cannot follow an aggregate; \
                               put the aggregate into a subquery";
                return Err(Error::InvalidQuery { message: message.to_owned() });
            }
            return Ok(Asked::of_windows(cond, columns));
        }
        let part = |conds: Vec<Cond>| (!conds.is_empty()).then(|| self.connected(connector, negated, conds));
        let parts =
            Parts { rows: part(rows), groups: part(groups), columns: grouped, windows: part(windows) };
        Ok(Asked { cond, columns, parts: Some(Box::new(parts)) })
    }

    fn connected(&self, connector: Connector, negated: bool, conds: Vec<Cond>) -> Cond {
        let cond = match connector {
            Connector::And => join_all(conds),
            Connector::Or => join_any(conds),
            Connector::Xor => self.join_xor(conds),
        };
        if negated { cond.not() } else { cond }
    }
}
