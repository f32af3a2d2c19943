//! What the SQLSTATE of an error means.

use sqlx::error::DatabaseError;
use sqlx::postgres::PgDatabaseError;

use crate::driver::server::{Effect, Failure, Refusal};
use crate::error::{BoxError, Conflict, Error, Violation};

pub(super) fn failure(error: Box<dyn DatabaseError>, database: &str) -> Failure {
    let error = error.downcast::<PgDatabaseError>();
    let code = error.code().to_owned();
    let source: BoxError = Box::new(Refusal {
        message: error.message().to_owned(),
        detail: error.detail().or(error.hint()).map(str::to_owned),
    });
    let violation = match code.as_str() {
        // An exclusion constraint is a unique key with another comparison than `=`.
        "23505" | "23P01" => Some(Violation::Unique),
        "23503" | "23001" => Some(Violation::ForeignKey),
        "23502" => Some(Violation::NotNull),
        "23514" => Some(Violation::Check),
        _ => None,
    };
    if let Some(violation) = violation {
        let columns = match error.column() {
            Some(column) => vec![column.to_owned()],
            None => error.detail().map(key_columns).unwrap_or_default(),
        };
        let error = Error::Integrity {
            model: None,
            fields: Vec::new(),
            violation,
            table: error.table().map(str::to_owned),
            columns,
            constraint: error.constraint().map(str::to_owned),
            source,
        };
        return Failure { error, effect: Effect::StatementFailed };
    }
    match code.as_str() {
        "40001" => conflict(Conflict::Serialization, source),
        "40P01" => conflict(Conflict::Deadlock, source),
        // A lock that `NOWAIT` or a timeout did not wait for.
        "55P03" => conflict(Conflict::Locked, source),
        // A timeout of the statement, or a cancel request.
        "57014" => Failure { error: Error::Interrupted { source }, effect: Effect::StatementFailed },
        // There is no such function, or no such operator.
        "42883" => {
            let error = match extension_with(error.message()) {
                Some(extension) => Error::MissingExtension { extension, source },
                None => Error::Database { model: None, code: Some(code), source },
            };
            Failure { error, effect: Effect::StatementFailed }
        }
        "25P02" => Failure { error: Error::TransactionAborted, effect: Effect::StatementFailed },
        // The connection itself, too many of them, a server that goes down or comes up, a
        // transaction or session that was idle for too long.
        "53300" | "57P01" | "57P02" | "57P03" | "57P05" | "25P03" => lost(database, source),
        _ if code.starts_with("08") => lost(database, source),
        // "cached plan must not change result type": a table was changed under the statements
        // that this connection keeps prepared; a new connection has none.
        "0A000" if error.routine() == Some("RevalidateCachedQuery") => Failure {
            error: Error::Database { model: None, code: Some(code), source },
            effect: Effect::ConnectionLost,
        },
        _ => Failure {
            error: Error::Database { model: None, code: Some(code), source },
            effect: Effect::StatementFailed,
        },
    }
}

fn conflict(reason: Conflict, source: BoxError) -> Failure {
    Failure { error: Error::Conflict { reason, source }, effect: Effect::StatementFailed }
}

/// The extension that has the function or the operator of a message, whatever the language of the
/// sentence.
fn extension_with(message: &str) -> Option<&'static str> {
    let missing = [
        ("digest(", "pgcrypto"),
        ("similarity(", "pg_trgm"),
        ("%> ", "pg_trgm"),
        ("%>> ", "pg_trgm"),
        // Of numbers it is a remainder.
        ("text % ", "pg_trgm"),
        ("character varying % ", "pg_trgm"),
        ("unaccent(", "unaccent"),
    ];
    missing.into_iter().find_map(|(name, extension)| message.contains(name).then_some(extension))
}

fn lost(database: &str, source: BoxError) -> Failure {
    let error = Error::Connection { database: database.to_owned(), source };
    Failure { error, effect: Effect::ConnectionLost }
}

/// The columns in `Key (a, b)=(1, 2) already exists.`, whatever the language of the sentence. An
/// expression in an index comes as it is.
fn key_columns(detail: &str) -> Vec<String> {
    let Some((before, _)) = detail.split_once(")=(") else { return Vec::new() };
    let Some((_, list)) = before.split_once('(') else { return Vec::new() };
    let mut columns = vec![String::new()];
    let (mut depth, mut quoted) = (0, false);
    for character in list.chars() {
        match character {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                columns.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(column) = columns.last_mut() {
            column.push(character);
        }
    }
    columns.iter().map(|column| unquoted(column.trim())).collect()
}

fn unquoted(name: &str) -> String {
    match name.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
        Some(name) => name.replace("\"\"", "\""),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod unit_tests {
    use super::key_columns;

    #[test]
    fn the_columns_of_a_key_are_found_in_the_detail() {
        assert_eq!(key_columns("Key (name)=(x) already exists."), ["name"]);
        assert_eq!(key_columns("Key (a, b)=(1, (2)) already exists."), ["a", "b"]);
        assert_eq!(
            key_columns("Key (lower(a::text), \"B, \"\"c\")=(x, y) exists"),
            ["lower(a::text)", "B, \"c"]
        );
        assert_eq!(key_columns("Failing row contains (1, null)."), Vec::<String>::new());
    }
}
