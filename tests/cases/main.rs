//! Queries with the results that Django gave, on all three databases: see `README.md`.

mod areas;
mod case;
mod compare;
mod data;
#[path = "../integration/database.rs"]
mod database;
mod guide;
mod recorder;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use queryset::demo::{self, MODELS};
use queryset::prelude::*;
use queryset::{AnyBackend, Error, PoolOptions};
use tokio::runtime::{Builder, Runtime};

use self::case::{Case, Verdict};
use self::data::Known;
use self::database::Database;

#[test]
fn sqlite_gives_what_django_gives() {
    check(Database::Sqlite);
}

#[test]
fn postgres_gives_what_django_gives() {
    check(Database::Postgres);
}

#[test]
fn mysql_gives_what_django_gives() {
    check(Database::MySql);
}

#[test]
fn every_case_has_one_verdict() {
    let known: BTreeSet<String> = data::all().into_iter().map(|known| known.id).collect();
    let mut judged = BTreeSet::new();
    for case in areas::cases() {
        assert!(known.contains(case.id), "there is no case `{}`", case.id);
        assert!(judged.insert(case.id.to_owned()), "`{}` has two verdicts", case.id);
    }
    let missing: Vec<_> = known.difference(&judged).collect();
    assert!(missing.is_empty(), "without a verdict: {missing:?}");
}

#[test]
fn every_compile_error_is_a_case_of_the_ui_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui-tests/fail");
    for case in areas::cases() {
        if let Verdict::CompileError(name) = case.verdict {
            let file = root.join(name).with_extension("rs");
            assert!(file.is_file(), "`{}`: there is no {}", case.id, file.display());
        }
    }
}

/// Runs every ported case, each in a transaction that is rolled back, and tells of all that differ.
#[track_caller]
fn check(database: Database) {
    let Some(url) = database.url() else { return };
    let known: BTreeMap<String, Known> =
        data::all().into_iter().map(|known| (known.id.clone(), known)).collect();
    let wanted = std::env::var("QUERYSET_CASES").unwrap_or_default();
    let cases = areas::cases();
    let cases: Vec<&Case> = cases.iter().filter(|case| case.id.starts_with(&wanted)).collect();

    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime starts");
    let mut run = Run { db: open(&runtime, &url), runtime, database };
    let wrong: Vec<String> =
        cases.iter().filter_map(|case| run.case(case, known.get(case.id)?).err()).collect();
    assert!(wrong.is_empty(), "on {database:?}, {} cases:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

fn open(runtime: &Runtime, url: &str) -> Db<AnyBackend> {
    let opened: Result<_, Error> = runtime.block_on(async {
        let db = PoolOptions::new().max_connections(2).connect(url).await?;
        queryset::drop_tables(&db, MODELS).await?;
        queryset::create_tables(&db, MODELS).await?;
        demo::load(&db).await?;
        Ok(db)
    });
    opened.unwrap_or_else(|error| panic!("{url}: {}", case::chain(&error)))
}

struct Run {
    db: Db<AnyBackend>,
    runtime: Runtime,
    database: Database,
}

impl Run {
    /// Runs a case if it is ported, and says what is wrong with its outcome.
    fn case(&mut self, case: &Case, known: &Known) -> Result<(), String> {
        let Verdict::Ported(ported) = &case.verdict else { return Ok(()) };
        let outcome: Result<_, Error> = self.runtime.block_on(async {
            let mut tx = self.db.begin().await?;
            let (result, statements) = recorder::record(ported.run(&mut tx)).await;
            let state = match (&result, ported.state_query()) {
                (Ok(_), Some(query)) => Some(query(&mut tx).await?),
                _ => None,
            };
            tx.rollback().await?;
            self.restart_keys(&statements).await?;
            Ok((result, state, statements))
        });
        let (result, state, statements) =
            outcome.map_err(|error| format!("{}: {}", case.id, case::chain(&error)))?;
        ported.check(known, self.database, result, state, &statements)
    }

    /// Makes the tables that were written number their rows from the greatest key on.
    async fn restart_keys(&self, statements: &[String]) -> Result<(), Error> {
        let inserts = statements.iter().filter_map(|sql| sql.strip_prefix("INSERT "));
        let tables = inserts.filter_map(|sql| sql.split_once("INTO ")?.1.split_whitespace().next());
        for table in tables.collect::<BTreeSet<_>>() {
            let model = MODELS.iter().find(|model| model.table == table.trim_matches(['"', '`']));
            let key = model.expect("only tables of models are written").pk().column;
            let script = match self.database {
                Database::Sqlite => continue,
                Database::Postgres => format!(
                    r#"SELECT setval(s, (SELECT COALESCE(MAX("{key}"), 0) + 1 FROM {table}), false)
                       FROM (SELECT pg_get_serial_sequence('{table}', '{key}') AS s) AS t WHERE s IS NOT NULL"#
                ),
                Database::MySql => format!("ALTER TABLE {table} AUTO_INCREMENT = 1"),
            };
            self.db.execute_script(script).await?;
        }
        Ok(())
    }
}
