//! `explain()`, with its options.

use queryset::demo::blog::{Entry, entry};
use queryset::{Error, ExplainFormat, ExplainOptions, QuerySet};
use serde_json::Value as Json;

use crate::support::{Database, NOT_SUPPORTED, on_every_database};

fn of_one_blog() -> QuerySet<Entry> {
    Entry::objects().filter(entry::blog_id.exact(1))
}

/// Checks that a plan has `parts` in it on SQLite, PostgreSQL and MariaDB.
#[track_caller]
fn check_plan(options: ExplainOptions, parts: [&str; 3]) {
    on_every_database(async |db, database| {
        let part = parts[database as usize];
        match of_one_blog().explain(options, &db).await {
            Err(Error::NotSupported { .. }) => assert_eq!(part, NOT_SUPPORTED, "on {database:?}"),
            plan => {
                let plan = plan?;
                assert!(plan.contains("blog_entry") && plan.contains(part), "on {database:?}: {plan}");
            }
        }
        Ok(())
    });
}

#[test]
fn a_plan_names_the_table() {
    check_plan(ExplainOptions::new(), ["SEARCH", "cost=", "SIMPLE"]);
    check_plan(ExplainOptions::new().analyze(true), [NOT_SUPPORTED, "actual time", "SIMPLE"]);
}

#[test]
fn a_plan_comes_in_the_format_that_is_named() {
    let format = |format| ExplainOptions::new().format(format);
    check_plan(format(ExplainFormat::Text), [NOT_SUPPORTED, "cost=", "SIMPLE"]);
    check_plan(format(ExplainFormat::Json), [NOT_SUPPORTED, "Plan Rows", "query_block"]);
    check_plan(format(ExplainFormat::Xml), [NOT_SUPPORTED, "<Plan-Rows>", NOT_SUPPORTED]);
    check_plan(format(ExplainFormat::Yaml), [NOT_SUPPORTED, "Plan Rows: ", NOT_SUPPORTED]);
    check_plan(format(ExplainFormat::Tree), [NOT_SUPPORTED; 3]);
    check_plan(format(ExplainFormat::Json).analyze(true), [NOT_SUPPORTED, "Actual Rows", "r_rows"]);
}

#[test]
fn a_plan_as_json_is_one_document() {
    on_every_database(async |db, database| {
        if database != Database::Sqlite {
            let options = ExplainOptions::new().format(ExplainFormat::Json);
            let plan = of_one_blog().explain(options, &db).await?;
            let plan: Json = serde_json::from_str(&plan).expect("it is JSON");
            assert!(plan.is_array() || plan.is_object(), "on {database:?}: {plan}");
        }
        Ok(())
    });
}

#[test]
fn the_options_of_postgresql_change_its_plan() {
    let new = ExplainOptions::new;
    check_plan(new().verbose(true), [NOT_SUPPORTED, "Output: ", NOT_SUPPORTED]);
    check_plan(new().costs(false), [NOT_SUPPORTED, "blog_id = ", NOT_SUPPORTED]);
    check_plan(new().summary(true), [NOT_SUPPORTED, "Planning Time", NOT_SUPPORTED]);
    check_plan(new().settings(true), [NOT_SUPPORTED, "cost=", NOT_SUPPORTED]);
    check_plan(new().analyze(true).buffers(true), [NOT_SUPPORTED, "Buffers: ", NOT_SUPPORTED]);
    check_plan(new().analyze(true).timing(false).wal(true), [NOT_SUPPORTED, "actual rows", NOT_SUPPORTED]);
}

#[test]
fn a_query_that_can_match_no_row_has_no_plan() {
    on_every_database(async |db, database| {
        let plan = Entry::objects().none().explain(ExplainOptions::new(), &db).await?;
        assert_eq!(plan, "", "on {database:?}");
        Ok(())
    });
}
