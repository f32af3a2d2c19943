//! What the number of an error means.
//!
//! MySQL and MariaDB tell table, columns and constraint in the sentence alone, between quotes.

use sqlx::error::DatabaseError;
use sqlx::mysql::MySqlDatabaseError;

use super::Facts;
use crate::dialect::MySqlFlavor;
use crate::driver::server::{Effect, Failure, Refusal};
use crate::error::{BoxError, Conflict, Error, Violation};

pub(super) fn failure(error: Box<dyn DatabaseError>, facts: Facts, database: &str) -> Failure {
    let error = error.downcast::<MySqlDatabaseError>();
    let number = error.number();
    let message = error.message().to_owned();
    let source: BoxError = Box::new(Refusal { message: message.clone(), detail: None });
    if let Some(violation) = violation(number, error.code()) {
        let Place { table, columns, constraint } = Place::find(violation, &message);
        let error = Error::Integrity {
            violation,
            model: None,
            fields: Vec::new(),
            table,
            columns,
            constraint,
            source,
        };
        return Failure { error, effect: Effect::StatementFailed };
    }
    let conflict =
        |reason, effect| Failure { error: Error::Conflict { reason, source: refusal(&message) }, effect };
    match number {
        1213 => conflict(Conflict::Deadlock, Effect::TransactionLost),
        // MariaDB: the row has changed since the snapshot of this transaction.
        1020 if facts.flavor == MySqlFlavor::MariaDb => {
            conflict(Conflict::Serialization, Effect::TransactionLost)
        }
        // The lock was not to be had in time; with `NOWAIT`, not at once.
        1205 if facts.rollback_on_timeout => conflict(Conflict::Locked, Effect::TransactionLost),
        1205 | 3572 => conflict(Conflict::Locked, Effect::StatementFailed),
        // `KILL QUERY`; the time limit of MariaDB, and that of MySQL.
        1317 | 1969 | 3024 => {
            Failure { error: Error::Interrupted { source }, effect: Effect::StatementFailed }
        }
        // Too many connections, shutdown, killed, idle for too long, trouble on the way.
        1040 | 1053 | 1077 | 1079 | 1152 | 1158..=1161 | 1184 | 1927 | 2006 | 2013 | 3169 | 4031 => Failure {
            error: Error::Connection { database: database.to_owned(), source },
            effect: Effect::ConnectionLost,
        },
        _ => Failure {
            error: Error::Database { model: None, code: Some(number.to_string()), source },
            effect: Effect::StatementFailed,
        },
    }
}

fn refusal(message: &str) -> BoxError {
    Box::new(Refusal { message: message.to_owned(), detail: None })
}

fn violation(number: u16, sqlstate: Option<&str>) -> Option<Violation> {
    match number {
        1022 | 1062 | 1169 | 1557 | 1586 | 1761 | 1762 | 1859 => Some(Violation::Unique),
        1216 | 1217 | 1451 | 1452 => Some(Violation::ForeignKey),
        1048 | 1263 | 1364 => Some(Violation::NotNull),
        3819 => Some(Violation::Check),
        // MariaDB; for MySQL the number means something else.
        4025 if sqlstate == Some("23000") => Some(Violation::Check),
        _ => None,
    }
}

/// Where a rule was broken.
#[derive(Debug, Default, PartialEq, Eq)]
struct Place {
    table: Option<String>,
    columns: Vec<String>,
    constraint: Option<String>,
}

impl Place {
    fn find(violation: Violation, message: &str) -> Self {
        match violation {
            Violation::Unique => Self::of_key(message),
            Violation::ForeignKey => Self::of_foreign_key(message),
            Violation::NotNull => {
                // Column 'name' cannot be null; Field 'name' doesn't have a default value
                let columns = between(message, "'", "'").map(str::to_owned).into_iter().collect();
                Self { columns, ..Self::default() }
            }
            Violation::Check => Self::of_check(message),
        }
    }

    /// `Duplicate entry 'x' for key 'blog.name'`; without the table on MariaDB. The entry itself
    /// may contain anything.
    fn of_key(message: &str) -> Self {
        let key = message.rsplit_once(" key '").and_then(|(_, key)| key.strip_suffix('\''));
        match key.map(|key| key.split_once('.').map_or((None, key), |(table, key)| (Some(table), key))) {
            Some((table, key)) => {
                Self { table: table.map(str::to_owned), constraint: Some(key.to_owned()), ..Self::default() }
            }
            None => Self::default(),
        }
    }

    /// ``… a foreign key constraint fails (`db`.`entry`, CONSTRAINT `fk` FOREIGN KEY (`blog_id`)
    /// REFERENCES `blog` (`id`))``
    fn of_foreign_key(message: &str) -> Self {
        let table = between(message, "fails (", ",").and_then(|name| name.split("`.`").last()).map(unquoted);
        let columns = between(message, "FOREIGN KEY (", ") REFERENCES");
        Self {
            table,
            columns: columns.map(|list| list.split(", ").map(unquoted).collect()).unwrap_or_default(),
            constraint: between(message, "CONSTRAINT `", "` FOREIGN KEY").map(unquoted),
        }
    }

    /// ``CONSTRAINT `positive` failed for `db`.`blog` `` or `Check constraint 'positive' is violated.`
    fn of_check(message: &str) -> Self {
        let mariadb = between(message, "CONSTRAINT `", "` failed").map(|name| {
            // The check of a column is named by table and column.
            name.split("`.`").last().map(unquoted).unwrap_or_default()
        });
        let table = message.rsplit_once("failed for ").and_then(|(_, name)| name.split("`.`").last());
        Self {
            table: table.map(unquoted),
            columns: Vec::new(),
            constraint: mariadb.or_else(|| between(message, "constraint '", "'").map(str::to_owned)),
        }
    }
}

fn between<'m>(message: &'m str, before: &str, after: &str) -> Option<&'m str> {
    let (_, rest) = message.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

fn unquoted(name: &str) -> String {
    name.trim_matches('`').replace("``", "`")
}

#[cfg(test)]
mod unit_tests {
    use super::*;

    #[track_caller]
    fn check(
        violation: Violation,
        message: &str,
        table: Option<&str>,
        columns: &[&str],
        constraint: Option<&str>,
    ) {
        let expected = Place {
            table: table.map(str::to_owned),
            columns: columns.iter().map(|&column| column.to_owned()).collect(),
            constraint: constraint.map(str::to_owned),
        };
        assert_eq!(Place::find(violation, message), expected);
    }

    #[test]
    fn the_sentences_of_mysql_and_mariadb_are_understood() {
        let unique = Violation::Unique;
        check(unique, "Duplicate entry 'a' for key 'blog.name'", Some("blog"), &[], Some("name"));
        check(unique, "Duplicate entry 'b' for key 'x'' for key 'PRIMARY'", None, &[], Some("PRIMARY"));
        check(
            Violation::ForeignKey,
            "Cannot add or update a child row: a foreign key constraint fails (`db`.`entry`, CONSTRAINT \
             `entry_blog_fk` FOREIGN KEY (`blog_id`, `kind`) REFERENCES `blog` (`id`, `kind`))",
            Some("entry"),
            &["blog_id", "kind"],
            Some("entry_blog_fk"),
        );
        check(Violation::NotNull, "Column 'name' cannot be null", None, &["name"], None);
        check(Violation::NotNull, "Field 'name' doesn't have a default value", None, &["name"], None);
        check(
            Violation::Check,
            "CONSTRAINT `positive` failed for `db`.`blog`",
            Some("blog"),
            &[],
            Some("positive"),
        );
        check(Violation::Check, "Check constraint 'positive' is violated.", None, &[], Some("positive"));
    }
}
