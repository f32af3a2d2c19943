//! The cases as Django ran them.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

use crate::database::Database;

/// A case, and what Django gave.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Known {
    pub(crate) id: String,
    pub(crate) django: String,
    #[serde(default)]
    note: Option<String>,
    #[serde(default)]
    pub(crate) state: Option<String>,
    expected: Json,
    #[serde(default = "yes")]
    ordered: bool,
    queries: usize,
    #[serde(default)]
    queries_by_backend: BTreeMap<String, usize>,
    #[serde(default)]
    unordered_on: Vec<String>,
    #[serde(default)]
    differs: BTreeMap<String, Json>,
    #[serde(default)]
    error: BTreeMap<String, String>,
    #[serde(default)]
    message: BTreeMap<String, String>,
    size: Sizes,
}

/// JOINs and SELECTs in the SQL of a case.
#[derive(Clone, Copy, Deserialize)]
pub(crate) struct Size(pub(crate) usize, pub(crate) usize);

/// The same on every database, or not.
#[derive(Deserialize)]
#[serde(untagged)]
enum Sizes {
    Same(Size),
    Each(BTreeMap<String, Size>),
}

fn yes() -> bool {
    true
}

fn name(database: Database) -> &'static str {
    match database {
        Database::Sqlite => "sqlite",
        Database::Postgres => "postgresql",
        Database::MySql => "mysql",
    }
}

impl Known {
    /// What Django gave on that database, or on the others where it failed on this one alone.
    pub(crate) fn expected(&self, database: Database) -> &Json {
        self.differs.get(name(database)).unwrap_or(&self.expected)
    }

    /// The exception that Django raised on that database.
    pub(crate) fn error(&self, database: Database) -> Option<&str> {
        self.error.get(name(database)).map(String::as_str)
    }

    /// Whether Django raised on every database.
    pub(crate) fn always_fails(&self) -> bool {
        self.error.len() == 3
    }

    pub(crate) fn ordered(&self, database: Database) -> bool {
        self.ordered && !self.unordered_on.iter().any(|backend| backend == name(database))
    }

    pub(crate) fn queries(&self, database: Database) -> usize {
        *self.queries_by_backend.get(name(database)).unwrap_or(&self.queries)
    }

    pub(crate) fn size(&self, database: Database) -> Size {
        match &self.size {
            Sizes::Same(size) => *size,
            Sizes::Each(sizes) => sizes[name(database)],
        }
    }

    /// The case in words, for a message.
    pub(crate) fn title(&self, database: Database) -> String {
        let note = self.note.as_ref().map(|note| format!("  # {note}")).unwrap_or_default();
        let message = self.message.get(name(database)).map(|text| format!("\n  Django raised: {text}"));
        format!("{}{note}\n  {}{}", self.id, self.django.replace('\n', "\n  "), message.unwrap_or_default())
    }
}

/// Every case of every area.
pub(crate) fn all() -> Vec<Known> {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/data");
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(directory).expect("the cases are there") {
        let path = entry.expect("a directory can be read").path();
        let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        for line in text.lines() {
            let case =
                serde_json::from_str(line).unwrap_or_else(|e| panic!("{}: {e}: {line}", path.display()));
            cases.push(case);
        }
    }
    cases
}
