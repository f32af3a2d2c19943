//! Helpers for tests: recorded queries, and databases that forget what was written.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::FutureExt;
use queryset::demo::blog::{Blog, Entry, Theme, blog, entry, theme};
use queryset::prelude::*;
use queryset::testing::{assert_no_repeats, assert_num_queries, recorded, rolled_back};
use queryset::{AtomicOptions, Backend, Error, Isolation, Violation};

use crate::support::{Database, Left, on_every_database, writing_on_every_database};

/// The message of the panic that `work` ends with.
async fn panics<T>(work: impl Future<Output = T>) -> String {
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(_) => panic!("it does not panic"),
        Err(message) => *message.downcast::<String>().expect("a message"),
    }
}

/// The blog of each entry, each by a query of its own: what should not be written.
async fn one_by_one<B: Backend>(db: &Db<B>) -> Result<usize, Error> {
    let entries = Entry::objects().order_by(entry::id).limit(3).all(db).await?;
    for entry in &entries {
        Blog::objects().filter(blog::id.exact(entry.blog_id)).get(db).await?;
    }
    Ok(entries.len())
}

#[test]
fn the_number_of_queries_is_checked() {
    on_every_database(async |db, database| {
        let rows = assert_num_queries(&db, 2, async |db| {
            Blog::objects().order_by(blog::id).prefetch_related(blog::entry()).all(&db).await
        });
        assert!(!rows.await?.is_empty(), "on {database:?}");

        let message = panics(assert_num_queries(&db, 1, async |db| one_by_one(&db).await)).await;
        let lines: Vec<&str> = message.lines().collect();
        assert!(lines[0].starts_with("tests/integration/testing.rs:"), "{message}");
        assert!(lines[0].ends_with(": 4 queries were run, not 1"), "{message}");
        assert!(lines[1].starts_with("1. SELECT ") && lines[1].ends_with("  -- 3"), "{message}");
        assert!(lines[2].starts_with("2. SELECT ") && lines[2].ends_with("  -- 1"), "{message}");
        assert_eq!(lines.len(), 5, "{message}");
        Ok(())
    });
}

#[test]
fn a_log_has_what_its_own_handle_runs() {
    writing_on_every_database(async |db, database| {
        let (noted, queries) = recorded(&db);
        Theme::objects().count(&db).await?;
        assert!(queries.is_empty(), "on {database:?}");

        // In a transaction, in a savepoint, row by row, in another task, with SQL of one's own; but not
        // what opens and ends transactions.
        let mut tx = noted.begin().await?;
        Theme::objects().count(&mut tx).await?;
        tx.atomic(async |mut tx| Theme::objects().count(&mut tx).await).await?;
        tx.rollback().await?;
        let mut rows = noted.atomic(async |mut tx| Theme::objects().count(&mut tx).await).await?;
        let themes = Theme::objects();
        let mut stream = themes.iterator(&noted);
        while let Some(theme) = stream.next().await {
            theme?;
            rows -= 1;
        }
        assert_eq!(rows, 0, "on {database:?}");
        let other = noted.clone();
        tokio::spawn(async move { Theme::objects().count(&other).await }).await.expect("it runs")?;
        noted.execute_script("SELECT 1").await?;
        queries.assert_num_queries(6);
        assert_eq!(queries.all()[5].to_string(), "SELECT 1");

        queries.clear();
        let named = Theme::objects().filter(theme::name.exact("Space") & theme::order.gt(-5));
        named.all(&noted).await?;
        let all = queries.all();
        let shown: Vec<_> = all[0].params().iter().map(ToString::to_string).collect();
        assert_eq!(shown, [r#""Space""#, "-5"], "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_query_for_each_row_is_found() {
    on_every_database(async |db, database| {
        assert_eq!(assert_no_repeats(&db, 3, async |db| one_by_one(&db).await).await?, 3);
        let message = panics(assert_no_repeats(&db, 2, async |db| one_by_one(&db).await)).await;
        let lines: Vec<&str> = message.lines().collect();
        assert!(lines[0].ends_with(": the same query was run more than 2 times"), "{message}");
        assert!(lines[1].starts_with("3 times SELECT "), "{message}");
        let by_key = match database {
            Database::Sqlite => r#" FROM "blog_blog" WHERE "blog_blog"."id" = ? LIMIT 2"#,
            Database::Postgres => r#" FROM "blog_blog" WHERE "blog_blog"."id" = $1 LIMIT 2"#,
            Database::MySql => " FROM `blog_blog` WHERE `blog_blog`.`id` = ? LIMIT 2",
        };
        assert!(lines[1].ends_with(by_key), "{message}");
        assert_eq!(
            lines[2],
            "  load related rows with the rows that they belong to, by `select_related(…)` or \
             `prefetch_related(…)`, or ask for all of them by `in_(…)`"
        );
        Ok(())
    });
}

#[test]
fn lists_of_any_length_are_the_same_query() {
    on_every_database(async |db, _| {
        let (db, queries) = recorded(&db);
        for ids in [vec![1], vec![1, 2], vec![1, 2, 3]] {
            Blog::objects().filter(blog::id.in_(ids)).count(&db).await?;
        }
        let repeated = queries.repeated(2);
        assert_eq!((repeated.len(), repeated[0].times()), (1, 3));
        Ok(())
    });
}

#[test]
fn what_a_rolled_back_database_writes_is_its_own_and_is_undone() {
    writing_on_every_database(async |shared, database| {
        let before = Theme::objects().count(&shared).await?;
        let db = rolled_back(&shared).await?;
        Theme::create().name("one").order(100).save(&db).await?;
        db.atomic(async |mut tx| Theme::create().name("two").order(100).save(&mut tx).await).await?;
        let mut tx = db.begin().await?;
        Theme::create().name("three").order(100).save(&mut tx).await?;
        tx.commit().await?;
        assert_eq!(Theme::objects().count(&db.clone()).await?, before + 3, "on {database:?}");
        assert_eq!(Theme::objects().count(&shared).await?, before, "on {database:?}");
        drop(db);

        let db = rolled_back(&shared).await?;
        assert_eq!(Theme::objects().count(&db).await?, before, "on {database:?}");
        db.close().await;
        let closed = Theme::objects().count(&db).await;
        assert!(matches!(closed, Err(Error::Connection { .. })), "on {database:?}: {closed:?}");
        Ok(())
    });
}

#[test]
fn transactions_of_a_rolled_back_database_end_as_they_would() {
    writing_on_every_database(async |shared, database| {
        let db = rolled_back(&shared).await?;
        let names = async |db: &Db<AnyBackend>| {
            let names = Theme::objects().filter(theme::order.exact(100)).order_by(theme::name);
            names.values_list(theme::name).flat().all(db).await
        };
        let add = |name: &'static str| Theme::create().name(name).order(100);

        let mut tx = db.begin().await?;
        add("rolled back").save(&mut tx).await?;
        tx.rollback().await?;
        let mut tx = db.begin().await?;
        add("dropped").save(&mut tx).await?;
        drop(tx);
        let refused: Result<(), Error> = db
            .atomic(async |mut tx| {
                add("refused").save(&mut tx).await?;
                Err(Error::DoesNotExist { model: "Theme" })
            })
            .await;
        assert!(refused.is_err());
        assert!(names(&db).await?.is_empty(), "on {database:?}");

        let options = AtomicOptions::new().isolation(Isolation::Serializable).retries(2);
        db.atomic_with(options, async |mut tx| -> Result<(), Error> {
            add("kept").save(&mut tx).await?;
            let inner =
                tx.atomic(async |mut tx| Theme::create().id(1).name("twice").order(100).save(&mut tx).await);
            assert!(matches!(inner.await, Err(Error::Integrity { violation: Violation::Unique, .. })));
            add("kept, too").save(&mut tx).await?;
            Ok(())
        })
        .await?;
        assert_eq!(names(&db).await?, ["kept", "kept, too"], "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_failed_statement_does_not_end_a_rolled_back_database() {
    writing_on_every_database(async |shared, database| {
        let db = rolled_back(&shared).await?;
        Theme::create().name("kept").order(100).save(&db).await?;
        let twice = Theme::create().id(1).name("twice").order(100).save(&db).await;
        assert!(matches!(twice, Err(Error::Integrity { violation: Violation::Unique, .. })), "{twice:?}");
        let nonsense = db.execute_script("nonsense").await;
        assert!(matches!(nonsense, Err(Error::Database { .. })), "{nonsense:?}");
        let kept = Theme::objects().filter(theme::order.exact(100));
        assert_eq!(kept.count(&db).await?, 1, "on {database:?}");

        // A transaction in which a statement failed is not committed, where the database says so.
        let mut tx = db.begin().await?;
        let again = Theme::create().id(1).name("twice").order(100).save(&mut tx).await;
        assert!(again.is_err());
        match (database, tx.commit().await) {
            (Database::Postgres, outcome) => assert!(matches!(outcome, Err(Error::TransactionAborted))),
            (_, outcome) => outcome?,
        }
        assert_eq!(kept.count(&db).await?, 1, "on {database:?}");
        Ok(())
    });
}

#[test]
fn keys_that_point_at_nothing_are_refused_by_a_rolled_back_database() {
    writing_on_every_database(async |shared, database| {
        let db = rolled_back(&shared).await?;
        let entry = Entry::create()
            .blog_id(987_654)
            .headline("x")
            .body_text("")
            .pub_date(jiff::civil::date(2025, 1, 1));
        let alone = entry.clone().save(&db).await;
        let is_refused =
            |error: &Error| matches!(error, Error::Integrity { violation: Violation::ForeignKey, .. });
        assert!(alone.as_ref().is_err_and(is_refused), "on {database:?}: {alone:?}");
        let in_transaction = db.atomic(async |mut tx| entry.save(&mut tx).await).await;
        assert!(in_transaction.as_ref().is_err_and(is_refused), "on {database:?}: {in_transaction:?}");
        assert_eq!(Entry::objects().filter(entry::blog_id.exact(987_654)).count(&db).await?, 0);
        Ok(())
    });
}

#[test]
fn callbacks_run_when_the_program_commits_in_a_rolled_back_database() {
    writing_on_every_database(async |shared, database| {
        let db = rolled_back(&shared).await?;
        let called = Arc::new(AtomicUsize::new(0));
        let call = |tx: &mut Transaction<'_, AnyBackend>| {
            let called = Arc::clone(&called);
            tx.on_commit(move || async move {
                called.fetch_add(1, Ordering::Relaxed);
            });
        };
        let mut tx = db.begin().await?;
        call(&mut tx);
        tx.rollback().await?;
        let mut tx = db.begin().await?;
        call(&mut tx);
        assert_eq!(called.load(Ordering::Relaxed), 0, "on {database:?}");
        tx.commit().await?;
        assert_eq!(called.load(Ordering::Relaxed), 1, "on {database:?}");
        Ok(())
    });
}

#[test]
fn statements_of_a_rolled_back_database_wait_for_each_other() {
    writing_on_every_database(async |shared, database| {
        let (db, queries) = recorded(&rolled_back(&shared).await?);
        let tasks: Vec<_> = (0..8)
            .map(|order| {
                let db = db.clone();
                tokio::spawn(async move {
                    db.atomic(async |mut tx| {
                        Theme::create().name(format!("{order}")).order(100 + order).save(&mut tx).await?;
                        Theme::objects().filter(theme::order.gte(100)).count(&mut tx).await
                    })
                    .await
                })
            })
            .collect();
        for task in tasks {
            task.await.expect("it runs")?;
        }
        assert_eq!(Theme::objects().filter(theme::order.gte(100)).count(&db).await?, 8, "on {database:?}");
        let writes = queries.all().iter().filter(|query| query.sql().starts_with("INSERT")).count();
        assert_eq!(writes, 8, "on {database:?}");
        Ok(())
    });
}

/// Leaves what `work` does after 0, 1, 2, … polls, until it comes to its end. All of its rows are there or
/// none, and the next one can write.
async fn leave_everywhere(
    db: &Db<AnyBackend>,
    rows: u64,
    work: impl AsyncFn(&Db<AnyBackend>) -> Result<(), Error>,
) -> Result<(), Error> {
    let given_up = || Theme::objects().filter(theme::name.exact("given up"));
    let kept = || Theme::objects().filter(theme::name.exact("kept"));
    kept().delete(db).await?;
    for polls in 0.. {
        let done = Left::after(polls, work(db)).await;
        Theme::create().name("kept").order(polls as i32).save(db).await?;
        let written = given_up().count(db).await?;
        assert!(written == 0 || written == rows, "after {polls} polls: {written} rows");
        given_up().delete(db).await?;
        assert_eq!(kept().count(db).await?, polls as u64 + 1, "after {polls} polls");
        if let Some(outcome) = done {
            assert_eq!(written, rows);
            return outcome;
        }
    }
    Ok(())
}

#[test]
fn what_is_given_up_in_a_rolled_back_database_is_there_whole_or_not_at_all() {
    writing_on_every_database(async |shared, database| {
        let db = rolled_back(&shared).await?;
        leave_everywhere(&db, 1, async |db| {
            Theme::create().name("given up").order(0).save(db).await.map(drop)
        })
        .await?;
        let new = |rows| (0..rows).map(|order| Theme::create().name("given up").order(order));
        leave_everywhere(&db, 4, async |db| {
            Theme::objects().bulk_create(new(4), db).batch_size(1).await.map(drop)
        })
        .await?;
        // A database that answers before it is asked for the answer may come to the end of them at once.
        let many = Theme::objects().bulk_create(new(500), &db).batch_size(1);
        let done = Left::after(1, many.into_future()).await.transpose()?;
        let kept = Theme::objects().filter(theme::name.exact("given up")).count(&db).await?;
        assert_eq!(kept, if done.is_some() { 500 } else { 0 }, "on {database:?}");
        Ok(())
    });
}
