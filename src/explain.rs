//! `explain()`: its options, and how its rows are read.

use crate::capability::Capability;
use crate::decode::Cells;
use crate::dialect::Dialect;
use crate::error::Error;

/// What `explain()` shows, and how.
///
/// An option that the database does not have is [`Error::NotSupported`], before anything is sent.
///
/// | Option | SQLite | PostgreSQL | MySQL | MariaDB |
/// | --- | --- | --- | --- | --- |
/// | [`analyze`](Self::analyze) | no | yes | yes | yes |
/// | [`format`](Self::format) | no | text, JSON, XML, YAML | text, JSON, tree | text, JSON |
/// | the others | no | yes | no | no |
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let plan = Entry::objects().filter(entry::id.exact(1)).explain(ExplainOptions::new(), &db).await?;
/// assert!(plan.contains("blog_entry"));
/// # Ok(()) });
/// ```
///
/// # Example: what the query costs on PostgreSQL
///
/// ```
/// # use queryset::doctest::*;
/// # use queryset::ExplainFormat;
/// # tokio_test(async |db| {
/// let options = ExplainOptions::new().analyze(true).buffers(true).format(ExplainFormat::Json);
/// let refused = Entry::objects().explain(options, &db).await;
/// assert_eq!(refused.unwrap_err().to_string(), "SQLite does not support `analyze` in `explain()`");
/// # Ok(()) });
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExplainOptions {
    pub(crate) format: Option<ExplainFormat>,
    pub(crate) analyze: Option<bool>,
    /// What only PostgreSQL has.
    pub(crate) settings: [Option<bool>; SETTINGS.len()],
    pub(crate) serialize: Option<ExplainSerialize>,
}

/// The form of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExplainFormat {
    /// For people. MySQL calls it `TRADITIONAL`.
    Text,
    /// A JSON document.
    Json,
    /// An XML document. Databases: PostgreSQL.
    Xml,
    /// A YAML document. Databases: PostgreSQL.
    Yaml,
    /// The steps as a tree, which MySQL shows when no format is named. Databases: MySQL.
    Tree,
}

/// What is done with the rows of a query that is run to be explained: the `SERIALIZE` of PostgreSQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExplainSerialize {
    /// They are written as text.
    Text,
    /// They are written in the binary form.
    Binary,
}

/// The options of PostgreSQL alone, by the names that they have in SQL.
pub(crate) const SETTINGS: [&str; 9] =
    ["BUFFERS", "COSTS", "GENERIC_PLAN", "MEMORY", "SETTINGS", "SUMMARY", "TIMING", "VERBOSE", "WAL"];

macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident = $sql:literal;)*) => {
        $(
            $(#[$doc])*
            ///
            #[doc = concat!("Django: `explain(", stringify!($name), "=True)`. SQL: `", $sql, "`.")]
            /// Databases: PostgreSQL.
            #[must_use]
            pub fn $name(self, on: bool) -> Self {
                self.set($sql, on)
            }
        )*
    };
}

impl ExplainOptions {
    /// The plan, without running the query.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The form of the plan. Databases: PostgreSQL, MySQL, MariaDB.
    ///
    /// Django: `explain(format="json")`. SQL: `FORMAT`.
    #[must_use]
    pub fn format(mut self, format: ExplainFormat) -> Self {
        self.format = Some(format);
        self
    }

    /// Whether to run the query, and to show the times too. Databases: PostgreSQL, MySQL, MariaDB.
    ///
    /// Django: `explain(analyze=True)`. SQL: `EXPLAIN ANALYZE`; on MariaDB `ANALYZE`.
    #[must_use]
    pub fn analyze(mut self, on: bool) -> Self {
        self.analyze = Some(on);
        self
    }

    /// What becomes of the rows when the query is run, with [`analyze`](Self::analyze). Databases:
    /// PostgreSQL 17.
    ///
    /// Django: `explain(analyze=True, serialize="text")`. SQL: `SERIALIZE`.
    #[must_use]
    pub fn serialize(mut self, form: ExplainSerialize) -> Self {
        self.serialize = Some(form);
        self
    }

    settings! {
        /// Whether to show how many buffers were read and written.
        buffers = "BUFFERS";
        /// Whether to show what each step is thought to cost; it is shown if nothing is said.
        costs = "COSTS";
        /// Whether to show the plan for values that are not known. From PostgreSQL 16 on.
        generic_plan = "GENERIC_PLAN";
        /// Whether to show how much memory planning took. From PostgreSQL 17 on.
        memory = "MEMORY";
        /// Whether to show the settings of the server that are not as they come.
        settings = "SETTINGS";
        /// Whether to show the times of planning and of the whole.
        summary = "SUMMARY";
        /// Whether to show the time of each step, with [`analyze`](Self::analyze).
        timing = "TIMING";
        /// Whether to show the columns of each step, and more.
        verbose = "VERBOSE";
        /// Whether to show what was written to the log, with [`analyze`](Self::analyze).
        wal = "WAL";
    }

    fn set(mut self, name: &str, on: bool) -> Self {
        let place = SETTINGS.iter().position(|setting| *setting == name);
        self.settings[place.expect("each method sets one of them")] = Some(on);
        self
    }

    /// Refuses what a database does not have.
    pub(crate) fn check(self, dialect: Dialect) -> Result<(), Error> {
        if self.analyze.is_some() {
            dialect.demand(Capability::ExplainAnalyze, "`analyze` in `explain()`")?;
        }
        if self.settings.iter().any(Option::is_some) || self.serialize.is_some() {
            dialect.demand(Capability::ExplainSettings, "the options of PostgreSQL's `EXPLAIN`")?;
        }
        match self.format {
            None => Ok(()),
            Some(ExplainFormat::Text) => dialect.demand(Capability::ExplainFormat, "`Text` in `explain()`"),
            Some(ExplainFormat::Json) => dialect.demand(Capability::ExplainFormat, "`Json` in `explain()`"),
            Some(ExplainFormat::Xml) => dialect.demand(Capability::ExplainMarkup, "`Xml` in `explain()`"),
            Some(ExplainFormat::Yaml) => dialect.demand(Capability::ExplainMarkup, "`Yaml` in `explain()`"),
            Some(ExplainFormat::Tree) => dialect.demand(Capability::ExplainTree, "`Tree` in `explain()`"),
        }?;
        let named = self.format.is_some_and(|format| format != ExplainFormat::Tree);
        if named && self.analyze == Some(true) {
            dialect.demand(Capability::ExplainAnalyzeFormat, "`format` with `analyze` in `explain()`")?;
        }
        Ok(())
    }
}

/// One row of a plan, as text: its cells, whatever they are.
pub(crate) fn line(cells: &dyn Cells) -> Result<String, Error> {
    let cell = |at| -> Option<String> {
        let number = || cells.int(at).ok().flatten().map(|number| number.to_string());
        cells
            .text(at)
            .ok()
            .flatten()
            .or_else(number)
            .or_else(|| cells.float(at).ok().flatten().map(|n| n.to_string()))
    };
    Ok((0..cells.len()).filter_map(cell).collect::<Vec<_>>().join(" "))
}
