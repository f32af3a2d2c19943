//! What stands before a query to have it explained.

use super::{Dialect, MySqlFlavor};
use crate::explain::{ExplainFormat, ExplainOptions, ExplainSerialize, SETTINGS};

impl Dialect {
    /// What stands before a query to have it explained, with options that the database has.
    pub(crate) fn explain(self, options: ExplainOptions) -> String {
        match self {
            Self::Sqlite => "EXPLAIN QUERY PLAN ".to_owned(),
            Self::Postgres => postgres(options),
            Self::MySql(flavor) => mysql(flavor, options),
        }
    }
}

fn postgres(options: ExplainOptions) -> String {
    let on_or_off = |on: bool| if on { "true" } else { "false" };
    let mut all: Vec<String> = Vec::new();
    all.extend(options.analyze.map(|on| format!("ANALYZE {}", on_or_off(on))));
    let settings = SETTINGS.iter().zip(options.settings);
    all.extend(settings.filter_map(|(name, on)| Some(format!("{name} {}", on_or_off(on?)))));
    all.extend(options.serialize.map(|form| match form {
        ExplainSerialize::Text => "SERIALIZE TEXT".to_owned(),
        ExplainSerialize::Binary => "SERIALIZE BINARY".to_owned(),
    }));
    all.extend(options.format.map(|format| format!("FORMAT {}", format_name(format))));
    match all.is_empty() {
        true => "EXPLAIN ".to_owned(),
        false => format!("EXPLAIN ({}) ", all.join(", ")),
    }
}

fn mysql(flavor: MySqlFlavor, options: ExplainOptions) -> String {
    let analyze = options.analyze == Some(true);
    let format = match (options.format, flavor) {
        (Some(ExplainFormat::Text), _) => Some("TRADITIONAL"),
        (Some(format), _) => Some(format_name(format)),
        // As in Django: it tells more.
        (None, MySqlFlavor::MySql) => Some("TREE"),
        (None, MySqlFlavor::MariaDb) => None,
    };
    let verb = match (analyze, flavor) {
        (false, _) => "EXPLAIN ",
        // It is always shown as a tree, and takes no format.
        (true, MySqlFlavor::MySql) => return "EXPLAIN ANALYZE ".to_owned(),
        (true, MySqlFlavor::MariaDb) => "ANALYZE ",
    };
    format.map_or_else(|| verb.to_owned(), |format| format!("{verb}FORMAT={format} "))
}

fn format_name(format: ExplainFormat) -> &'static str {
    match format {
        ExplainFormat::Text => "TEXT",
        ExplainFormat::Json => "JSON",
        ExplainFormat::Xml => "XML",
        ExplainFormat::Yaml => "YAML",
        ExplainFormat::Tree => "TREE",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Dialect; 4] = [
        Dialect::Sqlite,
        Dialect::Postgres,
        Dialect::MySql(MySqlFlavor::MySql),
        Dialect::MySql(MySqlFlavor::MariaDb),
    ];

    const REFUSED: &str = "refused";

    /// Checks what stands before a query on SQLite, PostgreSQL, MySQL and MariaDB.
    #[track_caller]
    fn check(options: ExplainOptions, expected: [&str; 4]) {
        let prefix = |dialect: Dialect| match options.check(dialect) {
            Ok(()) => dialect.explain(options),
            Err(_) => REFUSED.to_owned(),
        };
        assert_eq!(ALL.map(prefix), expected);
    }

    #[test]
    fn options_are_those_of_the_database() {
        let new = ExplainOptions::new;
        let plain = ["EXPLAIN QUERY PLAN ", "EXPLAIN ", "EXPLAIN FORMAT=TREE ", "EXPLAIN "];
        check(new(), plain);
        check(new().analyze(true), [REFUSED, "EXPLAIN (ANALYZE true) ", "EXPLAIN ANALYZE ", "ANALYZE "]);
        check(
            new().format(ExplainFormat::Text),
            [REFUSED, "EXPLAIN (FORMAT TEXT) ", "EXPLAIN FORMAT=TRADITIONAL ", "EXPLAIN FORMAT=TRADITIONAL "],
        );
        check(
            new().format(ExplainFormat::Json),
            [REFUSED, "EXPLAIN (FORMAT JSON) ", "EXPLAIN FORMAT=JSON ", "EXPLAIN FORMAT=JSON "],
        );
        check(new().format(ExplainFormat::Xml), [REFUSED, "EXPLAIN (FORMAT XML) ", REFUSED, REFUSED]);
        check(new().format(ExplainFormat::Yaml), [REFUSED, "EXPLAIN (FORMAT YAML) ", REFUSED, REFUSED]);
        check(new().format(ExplainFormat::Tree), [REFUSED, REFUSED, "EXPLAIN FORMAT=TREE ", REFUSED]);
        check(
            new().analyze(true).format(ExplainFormat::Json),
            [REFUSED, "EXPLAIN (ANALYZE true, FORMAT JSON) ", REFUSED, "ANALYZE FORMAT=JSON "],
        );
    }

    #[test]
    fn the_other_options_are_postgresql_s() {
        let options = ExplainOptions::new()
            .wal(true)
            .verbose(true)
            .timing(false)
            .summary(true)
            .settings(true)
            .memory(true)
            .generic_plan(false)
            .costs(false)
            .buffers(true)
            .serialize(ExplainSerialize::Binary)
            .analyze(false);
        let postgres = "EXPLAIN (ANALYZE false, BUFFERS true, COSTS false, GENERIC_PLAN false, MEMORY true, \
             SETTINGS true, SUMMARY true, TIMING false, VERBOSE true, WAL true, SERIALIZE BINARY) ";
        check(options, [REFUSED, postgres, REFUSED, REFUSED]);
        check(
            ExplainOptions::new().costs(true).costs(false),
            [REFUSED, "EXPLAIN (COSTS false) ", REFUSED, REFUSED],
        );
    }
}
