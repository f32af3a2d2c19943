//! SQLite's errors as the crate's [`Error`].

use rusqlite::ffi;

use crate::error::{Conflict, Error, Violation};

/// The crate's error for one of the driver; `database` says where it was, without secrets.
pub(super) fn database_error(error: rusqlite::Error, database: &str) -> Error {
    let Some((failure, _)) = failure(&error) else {
        return Error::Database { model: None, code: None, source: error.into() };
    };
    let code = failure.extended_code;
    match failure.code {
        ffi::ErrorCode::ConstraintViolation => match violation(code) {
            Some(violation) => integrity_error(violation, error),
            None => Error::Database { model: None, code: Some(code.to_string()), source: error.into() },
        },
        ffi::ErrorCode::DatabaseBusy | ffi::ErrorCode::DatabaseLocked => {
            Error::Conflict { reason: Conflict::Locked, source: error.into() }
        }
        ffi::ErrorCode::OperationInterrupted => Error::Interrupted { source: error.into() },
        ffi::ErrorCode::CannotOpen | ffi::ErrorCode::NotADatabase | ffi::ErrorCode::PermissionDenied => {
            Error::Connection { database: database.to_owned(), source: error.into() }
        }
        _ => Error::Database { model: None, code: Some(code.to_string()), source: error.into() },
    }
}

fn failure(error: &rusqlite::Error) -> Option<(ffi::Error, &str)> {
    match error {
        rusqlite::Error::SqliteFailure(failure, message) => {
            Some((*failure, message.as_deref().unwrap_or_default()))
        }
        rusqlite::Error::SqlInputError { error, msg, .. } => Some((*error, msg)),
        _ => None,
    }
}

/// `None` for what is no rule of the schema's own: `RAISE()` in a trigger, a type of a `STRICT` table.
fn violation(extended_code: i32) -> Option<Violation> {
    match extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            Some(Violation::Unique)
        }
        ffi::SQLITE_CONSTRAINT_NOTNULL => Some(Violation::NotNull),
        ffi::SQLITE_CONSTRAINT_CHECK => Some(Violation::Check),
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Some(Violation::ForeignKey),
        _ => None,
    }
}

/// Reads what the message tells: `UNIQUE constraint failed: t.a, t.b`, `CHECK constraint failed: name`,
/// and `UNIQUE constraint failed: index 'name'` for an index over expressions.
fn integrity_error(violation: Violation, error: rusqlite::Error) -> Error {
    let message = failure(&error).map_or("", |(_, message)| message);
    let about = message.split_once("constraint failed: ").map(|(_, about)| about);
    let mut table = None;
    let mut columns = Vec::new();
    let mut constraint = None;
    match (violation, about) {
        (Violation::Unique | Violation::NotNull, Some(about)) => {
            if let Some(index) = about.strip_prefix("index '").and_then(|rest| rest.strip_suffix('\'')) {
                constraint = Some(index.to_owned());
            } else {
                for (name, column) in about.split(", ").filter_map(|column| column.split_once('.')) {
                    table = Some(name.to_owned());
                    columns.push(column.to_owned());
                }
            }
        }
        (Violation::Check, Some(about)) => constraint = Some(about.to_owned()),
        (Violation::ForeignKey, _) | (_, None) => {}
    }
    Error::Integrity {
        violation,
        model: None,
        fields: Vec::new(),
        table,
        columns,
        constraint,
        source: error.into(),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;

    const SCHEMA: &str = "
        CREATE TABLE blog (id INTEGER PRIMARY KEY, name TEXT NOT NULL, slug TEXT, stars INTEGER,
            UNIQUE (name, stars), CONSTRAINT few_stars CHECK (stars < 6));
        CREATE UNIQUE INDEX lower_slug ON blog (lower(slug));
        CREATE TABLE entry (id INTEGER PRIMARY KEY, blog_id INTEGER NOT NULL REFERENCES blog (id));
        CREATE TRIGGER guard BEFORE DELETE ON blog BEGIN SELECT RAISE(ABORT, 'kept'); END;
        INSERT INTO blog VALUES (1, 'Beatles', 'b', 5);";

    #[track_caller]
    fn check(sql: &str, expected: &str) {
        let connection = Connection::open_in_memory().expect("memory is at hand");
        connection.execute_batch(SCHEMA).expect("the schema is right");
        let error = connection.execute_batch(sql).expect_err("SQLite refuses it");
        let error = database_error(error, "sqlite::memory:");
        let code = if let Error::Database { code, .. } = &error { code.clone() } else { None };
        let source = std::error::Error::source(&error).expect("the driver's error").to_string();
        assert_eq!(format!("{error}\n{} {source}", code.unwrap_or_default()), expected);
    }

    #[test]
    fn a_broken_constraint_names_table_and_columns() {
        check(
            "INSERT INTO blog VALUES (2, 'Beatles', 's', 5)",
            "a row with the same unique key exists; `blog.name`, `blog.stars`\n \
             UNIQUE constraint failed: blog.name, blog.stars",
        );
        check(
            "INSERT INTO blog VALUES (1, 'Stones', 's', 1)",
            "a row with the same unique key exists; `blog.id`\n \
             UNIQUE constraint failed: blog.id",
        );
        check(
            "INSERT INTO blog VALUES (2, 'Stones', 'B', 1)",
            "a row with the same unique key exists, constraint `lower_slug`\n \
             UNIQUE constraint failed: index 'lower_slug'",
        );
        check(
            "INSERT INTO blog VALUES (2, NULL, 's', 1)",
            "NULL in a field that is not declared `null`; `blog.name`\n \
             NOT NULL constraint failed: blog.name",
        );
        check(
            "INSERT INTO blog VALUES (2, 'Stones', 's', 6)",
            "a check constraint is false, constraint `few_stars`\n CHECK constraint failed: few_stars",
        );
        check(
            "INSERT INTO entry VALUES (1, 9)",
            "a foreign key points at a row that does not exist, or is still in use\n \
             FOREIGN KEY constraint failed",
        );
    }

    #[test]
    fn another_refusal_carries_the_result_code() {
        check("SELECT * FROM author", "the database refused the statement\n1 no such table: author");
        check("DELETE FROM blog", "the database refused the statement\n1811 kept");
    }
}
