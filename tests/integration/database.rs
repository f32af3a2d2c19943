//! The databases that tests run on.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::sync::{Mutex, PoisonError};

/// A database that the tests run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Database {
    Sqlite,
    Postgres,
    MySql,
}

impl Database {
    /// Where it is. A server whose feature is compiled in must be there when `CI` is set.
    pub(crate) fn url(self) -> Option<String> {
        let (feature, variable) = match self {
            Self::Sqlite => return Some(format!("sqlite:{}/integration.db", env!("CARGO_TARGET_TMPDIR"))),
            Self::Postgres => (cfg!(feature = "postgres"), "QUERYSET_POSTGRES_URL"),
            Self::MySql => (cfg!(feature = "mysql"), "QUERYSET_MYSQL_URL"),
        };
        match (feature, std::env::var(variable)) {
            (false, _) => None,
            (true, Ok(url)) => Some(url),
            (true, Err(_)) => {
                not_run(&format!("{self:?}: {variable} is not set"));
                None
            }
        }
    }
}

/// Says once what is not run and why, past the test harness, which keeps the output of tests that
/// pass. When `CI` is set, everything must run.
pub(crate) fn not_run(reason: &str) {
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    assert!(std::env::var_os("CI").is_none(), "not run: {reason}");
    if SAID.lock().unwrap_or_else(PoisonError::into_inner).insert(reason.to_owned()) {
        // A closed stderr is no reason to fail.
        _ = writeln!(std::io::stderr(), "not run: {reason}");
    }
}
