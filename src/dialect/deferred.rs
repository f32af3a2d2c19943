//! Rules that a database checks when a transaction commits, checked before.

use super::Dialect;

/// How the rules that wait for the commit are checked at once.
pub(crate) enum DeferredRules {
    /// No rule waits.
    None,
    /// These statements fail when one is broken.
    CheckedBy(&'static str),
    /// This query gives the tables in which one is broken.
    BrokenIn(&'static str),
}

impl Dialect {
    /// How foreign keys that wait for the commit are checked before it.
    pub(crate) fn deferred_rules(self) -> DeferredRules {
        match self {
            Self::Sqlite => {
                DeferredRules::BrokenIn(r#"SELECT "table" FROM pragma_foreign_key_check LIMIT 1"#)
            }
            Self::Postgres => {
                DeferredRules::CheckedBy("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
            }
            Self::MySql(_) => DeferredRules::None,
        }
    }
}
