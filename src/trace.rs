//! One `tracing` event for each statement, with OpenTelemetry's stable names for databases.

use std::time::Instant;

use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::driver;
use crate::error::Error;

/// A statement on its way. Without a subscriber it costs one check.
pub(crate) struct Statement {
    running: Option<Running>,
}

struct Running {
    started: Instant,
    system: &'static str,
    sql: std::sync::Arc<str>,
}

impl Statement {
    pub(crate) fn start(dialect: Dialect, statement: &driver::Statement) -> Self {
        let enabled = tracing::enabled!(target: "queryset::statement", tracing::Level::DEBUG);
        let running = enabled.then(|| Running {
            started: Instant::now(),
            system: dialect.system(),
            sql: std::sync::Arc::clone(&statement.sql),
        });
        Self { running }
    }

    /// Tells of the statement: how long it took, and its rows or its error. Values are never told.
    pub(crate) fn end(self, outcome: Result<u64, &Error>) {
        let Some(Running { started, system, sql }) = self.running else { return };
        let seconds = started.elapsed().as_secs_f64();
        let (operation, collection) = parts(&sql);
        let summary = format!("{operation} {collection}");
        let summary = summary.trim_end();
        match outcome {
            Ok(rows) => tracing::event!(
                target: "queryset::statement",
                tracing::Level::DEBUG,
                db.system.name = system,
                db.operation.name = operation,
                db.collection.name = collection,
                db.query.summary = summary,
                db.query.text = %sql,
                db.response.returned_rows = rows,
                db.client.operation.duration = seconds,
                "statement"
            ),
            Err(error) => tracing::event!(
                target: "queryset::statement",
                tracing::Level::DEBUG,
                db.system.name = system,
                db.operation.name = operation,
                db.collection.name = collection,
                db.query.summary = summary,
                db.query.text = %sql,
                db.response.status_code = error.status_code(),
                error.type = error.type_name(),
                error = %error,
                db.client.operation.duration = seconds,
                "statement"
            ),
        }
    }
}

/// A statement whose rows come in chunks. It is told of at its end: also at an error, or where it is given up.
pub(crate) struct Chunks {
    statement: Option<Statement>,
    rows: u64,
}

impl Chunks {
    pub(crate) fn start(dialect: Dialect, statement: &driver::Statement) -> Self {
        Self { statement: Some(Statement::start(dialect, statement)), rows: 0 }
    }

    /// Notes what came next.
    pub(crate) fn note(&mut self, chunk: &Result<Box<dyn Sink>, Error>) {
        match chunk {
            Ok(sink) => self.rows += sink.len() as u64,
            Err(error) => self.end(Err(error)),
        }
    }

    /// Notes what went wrong before the first rows.
    pub(crate) fn over<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        if let Err(error) = &outcome {
            self.end(Err(error));
        }
        outcome
    }

    fn end(&mut self, outcome: Result<u64, &Error>) {
        if let Some(statement) = self.statement.take() {
            statement.end(outcome);
        }
    }
}

impl Drop for Chunks {
    fn drop(&mut self) {
        self.end(Ok(self.rows));
    }
}

/// The operation and the first table: `SELECT` and `blog_entry`.
fn parts(sql: &str) -> (&str, &str) {
    let operation = sql.split_whitespace().next().unwrap_or_default();
    let table = ["FROM ", "INTO ", "UPDATE "].iter().find_map(|word| {
        let rest = sql[sql.find(word)? + word.len()..].trim_start();
        let name = rest.split([' ', '(']).next()?;
        Some(name.trim_matches(['"', '`']))
    });
    (operation, table.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_statement_has_an_operation_and_a_table() {
        assert_eq!(parts(r#"SELECT "a"."b" FROM "blog_entry" WHERE 1"#), ("SELECT", "blog_entry"));
        assert_eq!(parts("INSERT INTO `shop_tag` (`name`) VALUES (?)"), ("INSERT", "shop_tag"));
        assert_eq!(parts(r#"UPDATE "blog_entry" SET "rating" = $1"#), ("UPDATE", "blog_entry"));
        assert_eq!(parts("BEGIN"), ("BEGIN", ""));
    }
}
