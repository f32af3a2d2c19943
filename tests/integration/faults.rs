//! What goes wrong between a service and its database: connections that are cut, futures that are
//! dropped. No row is lost or written half, no connection goes back to the pool dirty.

use std::time::Duration;

use queryset::demo::blog::Theme;
use queryset::demo::everything::{CharKey, char_key};
use queryset::prelude::*;

use crate::support::{Database, Left, run, writing_on_every_database};

async fn add(code: &str, tx: &mut Transaction<'_, AnyBackend>) -> Result<(), Error> {
    CharKey::create().code(code).name("fault").save(tx).await.map(drop)
}

async fn count(db: &Db<AnyBackend>) -> Result<u64, Error> {
    CharKey::objects().filter(char_key::name.exact("fault")).count(db).await
}

/// A pool of its own, so that all of its connections are known.
async fn pool(database: Database, connections: u32) -> Option<Db<AnyBackend>> {
    let options = PoolOptions::new().max_connections(connections).acquire_timeout(Duration::from_secs(20));
    Some(options.connect(&database.url()?).await.expect("it is there"))
}

/// The number by which the server knows the connection of a transaction.
async fn connection(database: Database, tx: &mut Transaction<'_, AnyBackend>) -> Result<i64, Error> {
    let number = match database {
        Database::Sqlite => unreachable!("SQLite has no server"),
        Database::Postgres => "pg_backend_pid()",
        Database::MySql => "CONNECTION_ID()",
    };
    let number = raw_sql::<Theme, kind::Integer>(number).expr();
    Theme::objects().values_list(number).flat().limit(1).get(tx).await
}

/// Makes the server end a connection.
async fn cut(database: Database, connection: i64, db: &Db<AnyBackend>) -> Result<(), Error> {
    db.execute_script(match database {
        Database::Sqlite => unreachable!("SQLite has no server"),
        Database::Postgres => format!("SELECT pg_terminate_backend({connection})"),
        Database::MySql => format!("KILL {connection}"),
    })
    .await
}

const SERVERS: [Database; 2] = [Database::Postgres, Database::MySql];

#[test]
fn a_connection_that_is_cut_between_two_statements_ends_the_transaction() {
    writing_on_every_database(async |db, database| {
        if !SERVERS.contains(&database) {
            return Ok(());
        }
        let one = pool(database, 1).await.expect("it is configured");
        let mut tx = one.begin().await?;
        add("lost", &mut tx).await?;
        cut(database, connection(database, &mut tx).await?, &db).await?;
        let next = add("next", &mut tx).await;
        assert!(matches!(next, Err(Error::Connection { .. })), "on {database:?}: {next:?}");
        let again = add("again", &mut tx).await;
        assert!(matches!(again, Err(Error::TransactionAborted)), "on {database:?}: {again:?}");
        let committed = tx.commit().await;
        assert!(matches!(committed, Err(Error::TransactionAborted)), "on {database:?}: {committed:?}");
        assert_eq!(count(&one).await?, 0, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_connection_that_is_cut_before_the_commit_commits_nothing() {
    writing_on_every_database(async |db, database| {
        if !SERVERS.contains(&database) {
            return Ok(());
        }
        let one = pool(database, 1).await.expect("it is configured");
        let outcome = one
            .atomic(async |mut tx| {
                add("lost", &mut tx).await?;
                let number = connection(database, &mut tx).await?;
                tx.atomic(async |mut tx| add("inside", &mut tx).await).await?;
                cut(database, number, &db).await
            })
            .await;
        assert!(
            matches!(outcome, Err(Error::Connection { .. } | Error::TransactionAborted)),
            "on {database:?}: {outcome:?}"
        );
        assert_eq!(count(&one).await?, 0, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_connection_that_is_cut_during_a_statement_is_told() {
    writing_on_every_database(async |db, database| {
        let sleep = match database {
            Database::Sqlite => return Ok(()),
            Database::Postgres => "(SELECT 1 FROM pg_sleep(30))",
            Database::MySql => "SLEEP(30)",
        };
        let one = pool(database, 1).await.expect("it is configured");
        let mut tx = one.begin().await?;
        add("lost", &mut tx).await?;
        let number = connection(database, &mut tx).await?;
        let slow = raw_sql::<Theme, kind::Integer>(sleep).expr();
        let rows = Theme::objects().values_list(slow).flat().limit(1);
        let (outcome, killed) = tokio::join!(rows.get(&mut tx), async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            cut(database, number, &db).await
        });
        killed?;
        assert!(matches!(outcome, Err(Error::Connection { .. })), "on {database:?}: {outcome:?}");
        let committed = tx.commit().await;
        assert!(matches!(committed, Err(Error::TransactionAborted)), "on {database:?}: {committed:?}");
        assert_eq!(count(&one).await?, 0, "on {database:?}");
        Ok(())
    });
}

/// Leaves what `work` does after 0, 1, 2, … polls, until it comes to its end, and checks after each
/// time that all of its rows are there or none, and that the next one can write.
#[track_caller]
fn leave_everywhere(rows: u64, work: impl AsyncFn(&Db<AnyBackend>) -> Result<(), Error>) {
    writing_on_every_database(async |_, database| {
        // With one connection whatever was left must have ended before the next query.
        let db = pool(database, 1).await.expect("it is configured");
        CharKey::objects().delete(&db).await?;
        for polls in 0.. {
            let done = Left::after(polls, work(&db)).await;
            let written = count(&db).await?;
            assert!(written == 0 || written == rows, "on {database:?} after {polls} polls: {written} rows");
            CharKey::objects().delete(&db).await?;
            if let Some(outcome) = done {
                outcome?;
                assert_eq!(written, rows, "on {database:?}");
                break;
            }
        }
        db.close().await;
        Ok(())
    });
}

#[test]
fn a_transaction_that_is_left_at_any_await_is_all_or_nothing() {
    leave_everywhere(2, async |db| {
        let mut tx = db.begin().await?;
        add("a", &mut tx).await?;
        add("b", &mut tx).await?;
        tx.commit().await
    });
}

#[test]
fn a_closure_that_is_left_at_any_await_is_all_or_nothing() {
    leave_everywhere(3, async |db| {
        db.atomic(async |mut tx| {
            add("a", &mut tx).await?;
            tx.atomic(async |mut tx| add("b", &mut tx).await).await?;
            add("c", &mut tx).await
        })
        .await
    });
}

#[test]
fn writes_of_several_statements_that_are_left_at_any_await_are_all_or_nothing() {
    leave_everywhere(4, async |db| {
        let new = ["a", "b", "c", "d"].map(|code| CharKey::create().code(code).name("fault"));
        CharKey::objects().bulk_create(new, db).batch_size(1).await.map(drop)
    });
}

#[test]
fn a_savepoint_that_is_left_at_any_await_is_undone_or_loses_the_transaction() {
    writing_on_every_database(async |_, database| {
        let db = pool(database, 1).await.expect("it is configured");
        CharKey::objects().delete(&db).await?;
        for polls in 0.. {
            let mut tx = db.begin().await?;
            add("before", &mut tx).await?;
            let inside = tx.atomic(async |mut tx| {
                add("inside", &mut tx).await?;
                add("inside2", &mut tx).await
            });
            let done = Left::after(polls, inside).await;
            let after = add("after", &mut tx).await;
            let committed = tx.commit().await;
            let written = count(&db).await?;
            match (after, committed) {
                (Ok(()), Ok(())) if done.is_some() => assert_eq!(written, 4, "on {database:?}"),
                (Ok(()), Ok(())) => assert_eq!(written, 2, "on {database:?} after {polls} polls"),
                (Err(Error::TransactionAborted), Err(Error::TransactionAborted)) => {
                    assert_eq!(written, 0, "on {database:?} after {polls} polls");
                }
                outcome => panic!("on {database:?} after {polls} polls: {outcome:?}"),
            }
            CharKey::objects().delete(&db).await?;
            if done.is_some() {
                break;
            }
        }
        db.close().await;
        Ok(())
    });
}

#[test]
fn tasks_that_are_killed_leave_no_transaction_open() {
    writing_on_every_database(async |_, database| {
        let db = pool(database, 3).await.expect("it is configured");
        CharKey::objects().delete(&db).await?;
        CharKey::create().code("row").name("fault").save(&db).await?;
        for wait in (0..30).map(|step| Duration::from_micros(step * 200)) {
            let task = tokio::spawn({
                let db = db.clone();
                async move {
                    db.atomic(async |mut tx| -> Result<(), Error> {
                        let row = CharKey::objects().filter(char_key::code.exact("row"));
                        row.clone().select_for_update().get(&mut tx).await?;
                        row.update(char_key::name.set("killed"), &mut tx).await?;
                        std::future::pending().await
                    })
                    .await
                }
            });
            tokio::time::sleep(wait).await;
            task.abort();
        }
        // Whoever still had the row locked would keep this waiting.
        let row = CharKey::objects().filter(char_key::code.exact("row"));
        let update = row.update(char_key::name.set("fault"), &db);
        let updated = tokio::time::timeout(Duration::from_secs(20), update).await;
        assert!(matches!(updated, Ok(Ok(1))), "on {database:?}: {updated:?}");
        CharKey::objects().delete(&db).await?;
        db.close().await;
        Ok(())
    });
}

#[test]
fn a_database_that_is_gone_is_told_at_once() {
    run(async {
        for url in ["postgres://me@127.0.0.1:1/db", "mysql://me@127.0.0.1:1/db"] {
            let outcome = Db::<AnyBackend>::connect(url).await.map(drop);
            // A build without the driver does not know the database.
            assert!(
                matches!(outcome, Err(Error::Connection { .. } | Error::NotSupported { .. })),
                "{url}: {outcome:?}"
            );
        }
    });
}
