//! What each database can do: one table, and nothing else decides it.
//!
//! The compile layer asks it before any SQL is made, because sea-query leaves out without a word what
//! a database lacks. Where the database is known by type, [`RunsOn`](crate::RunsOn) asks sooner.

use crate::dialect::{Dialect, MySqlFlavor};
use crate::error::Error;

/// Something that not every database can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Capability {
    /// `DISTINCT ON`.
    DistinctOn,
    /// `FOR UPDATE`, `NOWAIT`, `SKIP LOCKED`. SQLite's transactions have the whole database instead.
    RowLocks,
    /// `FOR NO KEY UPDATE`.
    LockNoKey,
    /// `FOR UPDATE OF` a table.
    LockOf,
    /// Times in `EXPLAIN`, by running the query.
    ExplainAnalyze,
    /// A plan as text or as JSON, by name.
    ExplainFormat,
    /// A plan as XML or as YAML.
    ExplainMarkup,
    /// A plan as a tree.
    ExplainTree,
    /// A plan with times in a form that is named.
    ExplainAnalyzeFormat,
    /// What PostgreSQL's `EXPLAIN` takes in brackets.
    ExplainSettings,
    /// `NULLS FIRST`, `NULLS LAST`.
    NullsOrder,
    /// `OFFSET` without `LIMIT`.
    OffsetAlone,
    /// `LIMIT` in a query on the right of `IN`.
    LimitInSubquery,
    /// Parentheses around the queries of a `UNION`, so that each can have an order and a slice.
    ParenthesesInCompound,
    /// A word about whether the rows of a common table expression are kept.
    MaterializedHint,
    /// A subquery that reads the table which the statement changes.
    ReadsWhatItChanges,
    /// `UPDATE … ORDER BY`.
    OrdersChanges,
    /// Columns in the select list of a query that is grouped by the key that they depend on.
    GroupsByKey,
    /// `INSERT … RETURNING`.
    ReturnsInserted,
    /// Foreign keys that are checked when a transaction ends.
    DefersForeignKeys,
    /// An `INSERT` that updates rows with the same unique key, whichever it is.
    MeetsAnyConflict,
    /// An `INSERT` that updates rows with the same values of some unique fields.
    NamesConflicts,
    /// `NaN` and infinity in a column of floats.
    SpecialFloats,
    /// The days of a duration, its hours and so on.
    PartsOfDurations,
    /// Text as vectors of its words, and queries of them.
    FullTextSearch,
    /// How similar texts are, by an extension.
    Trigrams,
    /// Text without accents, by an extension.
    Unaccent,
    /// `ROUND` to a negative number of digits.
    RoundsToTens,
    /// A transaction that can go on after a deadlock.
    OutlivesConflict,
    /// `EXCLUDE` in the frame of a window.
    FrameExclusion,
    /// Whether a JSON document is in another one.
    ContainsDocuments,
    /// Arrays as values.
    Arrays,
    /// Ranges as values.
    Ranges,
    /// `BOOL_AND`, `BIT_AND` and the like. Those of bits that MySQL has are never `NULL`.
    LogicAggregates,
}

/// SQLite, PostgreSQL, MySQL, MariaDB.
const TABLE: &[(Capability, [bool; 4])] = &[
    (Capability::DistinctOn, [false, true, false, false]),
    (Capability::RowLocks, [false, true, true, true]),
    (Capability::LockNoKey, [false, true, false, false]),
    (Capability::LockOf, [false, true, true, false]),
    (Capability::ExplainAnalyze, [false, true, true, true]),
    (Capability::ExplainFormat, [false, true, true, true]),
    (Capability::ExplainMarkup, [false, true, false, false]),
    (Capability::ExplainTree, [false, false, true, false]),
    (Capability::ExplainAnalyzeFormat, [false, true, false, true]),
    (Capability::ExplainSettings, [false, true, false, false]),
    (Capability::NullsOrder, [true, true, false, false]),
    (Capability::OffsetAlone, [false, true, false, false]),
    (Capability::LimitInSubquery, [true, true, false, false]),
    (Capability::ParenthesesInCompound, [false, true, true, true]),
    (Capability::MaterializedHint, [true, true, false, false]),
    (Capability::ReadsWhatItChanges, [true, true, false, true]),
    (Capability::OrdersChanges, [false, false, true, true]),
    (Capability::GroupsByKey, [false, true, true, true]),
    (Capability::ReturnsInserted, [true, true, false, true]),
    (Capability::DefersForeignKeys, [true, true, false, false]),
    (Capability::MeetsAnyConflict, [false, false, true, true]),
    (Capability::NamesConflicts, [true, true, false, false]),
    (Capability::SpecialFloats, [false, true, false, false]),
    (Capability::PartsOfDurations, [false, true, false, false]),
    (Capability::FullTextSearch, [false, true, false, false]),
    (Capability::Trigrams, [false, true, false, false]),
    (Capability::Unaccent, [false, true, false, false]),
    (Capability::RoundsToTens, [false, true, true, true]),
    (Capability::OutlivesConflict, [true, true, false, false]),
    (Capability::FrameExclusion, [true, true, false, false]),
    (Capability::ContainsDocuments, [false, true, true, true]),
    (Capability::Arrays, [false, true, false, false]),
    (Capability::Ranges, [false, true, false, false]),
    (Capability::LogicAggregates, [false, true, false, false]),
];

impl Dialect {
    /// Whether the database can do it.
    pub(crate) fn has(self, capability: Capability) -> bool {
        let database = match self {
            Self::Sqlite => 0,
            Self::Postgres => 1,
            Self::MySql(MySqlFlavor::MySql) => 2,
            Self::MySql(MySqlFlavor::MariaDb) => 3,
        };
        let mut rows = TABLE.iter();
        rows.find(|row| row.0 == capability).expect("each capability has a row").1[database]
    }

    /// Refuses what the database lacks, before any SQL is made.
    pub(crate) fn demand(self, capability: Capability, feature: &'static str) -> Result<(), Error> {
        match self.has(capability) {
            true => Ok(()),
            false => Err(Error::NotSupported { feature, database: self.name() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backend::{BackendSet, Backends, Bit, No, NotMySql, NotSqlite, PostgresOnly, Yes};

    trait AsBool: Bit {
        const BOOL: bool;
    }

    impl AsBool for Yes {
        const BOOL: bool = true;
    }

    impl AsBool for No {
        const BOOL: bool = false;
    }

    #[track_caller]
    fn check_set<B>(capability: Capability)
    where
        B: BackendSet<Sqlite: AsBool, Postgres: AsBool, MySql: AsBool>,
    {
        let mysql = <B::MySql as AsBool>::BOOL;
        let set = [<B::Sqlite as AsBool>::BOOL, <B::Postgres as AsBool>::BOOL, mysql, mysql];
        let row = TABLE.iter().find(|row| row.0 == capability).expect("each capability has a row");
        assert_eq!(row.1, set);
    }

    #[test]
    fn types_and_table_say_the_same() {
        check_set::<PostgresOnly>(Capability::DistinctOn);
        check_set::<NotMySql>(Capability::FrameExclusion);
        check_set::<NotSqlite>(Capability::ContainsDocuments);
        check_set::<PostgresOnly>(Capability::PartsOfDurations);
        check_set::<PostgresOnly>(Capability::FullTextSearch);
        check_set::<PostgresOnly>(Capability::Trigrams);
        check_set::<PostgresOnly>(Capability::Unaccent);
        check_set::<PostgresOnly>(Capability::Arrays);
        check_set::<PostgresOnly>(Capability::Ranges);
        check_set::<PostgresOnly>(Capability::LogicAggregates);
        // Where there are no row locks, there is nothing that could be lacking.
        check_set::<<NotMySql as BackendSet>::And<Backends<No, Yes, Yes>>>(Capability::LockNoKey);
    }
}
