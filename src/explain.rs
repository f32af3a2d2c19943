//! `explain()`: its options, and how its rows are read.

use crate::decode::Cells;
use crate::error::Error;

/// What `explain()` shows.
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
#[derive(Clone, Copy, Debug, Default)]
pub struct ExplainOptions {
    pub(crate) analyze: bool,
}

impl ExplainOptions {
    /// The plan, without running the query.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs the query and shows the times too. Databases: PostgreSQL, MySQL, MariaDB.
    ///
    /// SQL: `EXPLAIN ANALYZE`; on MariaDB `ANALYZE`.
    #[must_use]
    pub fn analyze(mut self) -> Self {
        self.analyze = true;
        self
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
