//! `atomic()`: closures in transactions and savepoints, what runs after their commit, other attempts.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use queryset::demo::blog::Theme;
use queryset::demo::everything::{AutoKey, Together, auto_key, together};
use queryset::prelude::*;
use queryset::{AtomicOptions, Conflict, Isolation};

use crate::support::{Database, in_transactions, writing_on_every_database};

/// An error of a service.
#[derive(Debug)]
enum Failure {
    TooMany,
    Database(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Database(error)
    }
}

async fn add(name: &str, tx: &mut Transaction<'_, AnyBackend>) -> Result<AutoKey, Error> {
    AutoKey::create().name(name).save(tx).await
}

async fn names(db: &Db<AnyBackend>) -> Result<Vec<String>, Error> {
    AutoKey::objects().order_by(auto_key::id).values_list(auto_key::name).flat().all(db).await
}

/// Breaks a rule, so that PostgreSQL gives the transaction up.
async fn break_a_rule(tx: &mut Transaction<'_, AnyBackend>) -> Result<(), Error> {
    Theme::create().id(1).name("twice").order(100).save(tx).await.map(drop)
}

/// What was done after a commit, in its order.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<&'static str>>>);

impl Log {
    /// Notes something when it is called and awaited.
    fn note(&self, what: &'static str) -> impl FnOnce() -> futures_util::future::Ready<()> + Send + 'static {
        let log = self.clone();
        move || {
            log.0.lock().expect("nothing panics").push(what);
            futures_util::future::ready(())
        }
    }

    fn take(&self) -> String {
        std::mem::take(&mut *self.0.lock().expect("nothing panics")).join(" ")
    }
}

#[test]
fn a_closure_that_succeeds_is_committed_and_gives_its_value() {
    writing_on_every_database(async |db, database| {
        AutoKey::objects().delete(&db).await?;
        let added = db.atomic(async |mut tx| add("kept", &mut tx).await).await?;
        assert_eq!(
            (names(&db).await?, added.name.as_str()),
            (vec!["kept".to_owned()], "kept"),
            "{database:?}"
        );
        AutoKey::objects().delete(&db).await.map(drop)
    });
}

#[test]
fn a_closure_that_fails_is_rolled_back_and_gives_its_error() {
    writing_on_every_database(async |db, database| {
        AutoKey::objects().delete(&db).await?;
        let outcome: Result<(), Failure> = db
            .atomic(async |mut tx| {
                add("lost", &mut tx).await?;
                Err(Failure::TooMany)
            })
            .await;
        assert!(matches!(outcome, Err(Failure::TooMany)), "on {database:?}: {outcome:?}");
        let outcome: Result<(), Failure> = db
            .atomic(async |mut tx| {
                add("lost", &mut tx).await?;
                Ok(break_a_rule(&mut tx).await?)
            })
            .await;
        assert!(
            matches!(outcome, Err(Failure::Database(Error::Integrity { .. }))),
            "on {database:?}: {outcome:?}"
        );
        assert_eq!(names(&db).await?, [""; 0], "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_closure_that_panics_is_rolled_back() {
    writing_on_every_database(async |db, database| {
        AutoKey::objects().delete(&db).await?;
        let task = tokio::spawn({
            let db = db.clone();
            async move {
                db.atomic(async |mut tx| -> Result<(), Error> {
                    add("lost", &mut tx).await?;
                    panic!("on purpose")
                })
                .await
            }
        });
        assert!(task.await.is_err_and(|error| error.is_panic()), "on {database:?}");
        assert_eq!(names(&db).await?, [""; 0], "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_closure_inside_is_undone_alone() {
    in_transactions(async |tx, database| {
        AutoKey::objects().delete(&mut *tx).await?;
        tx.atomic(async |mut tx| add("kept", &mut tx).await).await?;
        let undone: Result<(), Failure> = tx
            .atomic(async |mut tx| {
                add("lost", &mut tx).await?;
                tx.atomic(async |mut tx| add("lost as well", &mut tx).await).await?;
                Err(Failure::TooMany)
            })
            .await;
        assert!(matches!(undone, Err(Failure::TooMany)), "on {database:?}: {undone:?}");
        let refused: Result<(), Error> = tx.atomic(async |mut tx| break_a_rule(&mut tx).await).await;
        assert!(matches!(refused, Err(Error::Integrity { .. })), "on {database:?}: {refused:?}");
        add("last", tx).await?;
        let names = AutoKey::objects().order_by(auto_key::id).values_list(auto_key::name).flat();
        assert_eq!(names.all(tx).await?, ["kept", "last"], "on {database:?}");
        Ok(())
    });
}

#[test]
fn an_error_that_is_swallowed_does_not_commit_what_the_database_gave_up() {
    writing_on_every_database(async |db, database| {
        AutoKey::objects().delete(&db).await?;
        let swallow = async |tx: &mut Transaction<'_, AnyBackend>| -> Result<(), Error> {
            add("mine", tx).await?;
            let _ = break_a_rule(tx).await;
            Ok(())
        };
        let outcomes = [
            db.atomic(async |mut tx| swallow(&mut tx).await).await,
            db.atomic(async |mut tx| {
                let inner = tx.atomic(async |mut tx| swallow(&mut tx).await).await;
                add("after", &mut tx).await?;
                inner
            })
            .await,
        ];
        match database {
            Database::Postgres => {
                for outcome in outcomes {
                    assert!(matches!(outcome, Err(Error::TransactionAborted)), "{outcome:?}");
                }
                assert_eq!(names(&db).await?, [""; 0]);
            }
            Database::Sqlite | Database::MySql => {
                assert!(outcomes.iter().all(Result::is_ok), "on {database:?}");
                assert_eq!(names(&db).await?, ["mine", "mine", "after"], "on {database:?}");
            }
        }
        AutoKey::objects().delete(&db).await.map(drop)
    });
}

#[test]
fn callbacks_run_after_the_commit_in_their_order() {
    writing_on_every_database(async |db, database| {
        let log = Log::default();
        db.atomic(async |mut tx| -> Result<(), Error> {
            tx.on_commit(log.note("first"));
            tx.atomic(async |mut tx| -> Result<(), Error> {
                tx.on_commit(log.note("second"));
                Ok(())
            })
            .await?;
            tx.on_commit(log.note("third"));
            assert_eq!(log.take(), "", "on {database:?}");
            Ok(())
        })
        .await?;
        assert_eq!(log.take(), "first second third", "on {database:?}");

        let mut tx = db.begin().await?;
        tx.on_commit(log.note("by hand"));
        tx.commit().await?;
        assert_eq!(log.take(), "by hand", "on {database:?}");
        Ok(())
    });
}

#[test]
fn callbacks_of_what_is_rolled_back_do_not_run() {
    writing_on_every_database(async |db, database| {
        let log = Log::default();
        let failed: Result<(), Failure> = db
            .atomic(async |mut tx| {
                tx.on_commit(log.note("never"));
                Err(Failure::TooMany)
            })
            .await;
        assert!(failed.is_err() && log.take().is_empty(), "on {database:?}");

        db.atomic(async |mut tx| -> Result<(), Error> {
            tx.on_commit(log.note("outside"));
            let undone: Result<(), Failure> = tx
                .atomic(async |mut tx| {
                    tx.on_commit(log.note("never"));
                    tx.atomic(async |mut tx| -> Result<(), Failure> {
                        tx.on_commit(log.note("released, and never"));
                        Ok(())
                    })
                    .await?;
                    Err(Failure::TooMany)
                })
                .await;
            assert!(undone.is_err());
            let mut dropped = tx.begin().await?;
            dropped.on_commit(log.note("never"));
            drop(dropped);
            tx.on_commit(log.note("later"));
            Ok(())
        })
        .await?;
        assert_eq!(log.take(), "outside later", "on {database:?}");

        // A commit that fails: PostgreSQL has given the transaction up.
        let mut tx = db.begin().await?;
        tx.on_commit(log.note("committed"));
        let broken = break_a_rule(&mut tx).await;
        assert!(broken.is_err(), "on {database:?}");
        let committed = tx.commit().await;
        let expected = if database == Database::Postgres { "" } else { "committed" };
        assert_eq!(
            (committed.is_ok(), log.take().as_str()),
            (!expected.is_empty(), expected),
            "{database:?}"
        );
        Ok(())
    });
}

#[test]
fn a_callback_may_use_the_database() {
    writing_on_every_database(async |db, database| {
        AutoKey::objects().delete(&db).await?;
        let other = db.clone();
        db.atomic(async move |mut tx| -> Result<(), Error> {
            add("before", &mut tx).await?;
            tx.on_commit(async move || {
                let added = other.atomic(async |mut tx| add("after", &mut tx).await).await;
                assert!(added.is_ok());
            });
            Ok(())
        })
        .await?;
        assert_eq!(names(&db).await?, ["before", "after"], "on {database:?}");
        AutoKey::objects().delete(&db).await.map(drop)
    });
}

/// Two rows that two transactions write in opposite orders.
async fn two_rows(db: &Db<AnyBackend>) -> Result<[i64; 2], Error> {
    Together::objects().delete(db).await?;
    let new = ["a", "b"].map(|name| Together::create().first(0).second(name));
    let rows = Together::objects().bulk_create(new, db).await?;
    Ok([rows[0].id, rows[1].id])
}

#[test]
fn a_deadlock_is_tried_again() {
    writing_on_every_database(async |db, database| {
        let keys = two_rows(&db).await?;
        let attempts = Arc::new(AtomicU32::new(0));
        let task = |[first, second]: [i64; 2], attempts: Arc<AtomicU32>| {
            let db = db.clone();
            tokio::spawn(async move {
                let options = AtomicOptions::new().retries(5).backoff(Duration::from_millis(1));
                db.atomic_with(options, async |mut tx| -> Result<(), Error> {
                    attempts.fetch_add(1, Ordering::Relaxed);
                    for key in [first, second] {
                        let row = Together::objects().filter(together::id.exact(key));
                        row.update(together::first.set(together::first + 1), &mut tx).await?;
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                    Ok(())
                })
                .await
            })
        };
        let tasks = [task(keys, attempts.clone()), task([keys[1], keys[0]], attempts.clone())];
        for task in tasks {
            task.await.expect("no task panics")?;
        }
        let written = Together::objects().order_by(together::id).values_list(together::first).flat();
        assert_eq!(written.all(&db).await?, [2, 2], "on {database:?}");
        let expected = if database == Database::Sqlite { 2..=2 } else { 3..=12 };
        let attempts = attempts.load(Ordering::Relaxed);
        assert!(expected.contains(&attempts), "on {database:?}: {attempts}");
        Together::objects().delete(&db).await.map(drop)
    });
}

#[test]
fn what_cannot_be_serialized_is_tried_again_and_told_in_the_end() {
    writing_on_every_database(async |db, database| {
        if database != Database::Postgres {
            return Ok(());
        }
        let [key, _] = two_rows(&db).await?;
        let row = Together::objects().filter(together::id.exact(key));
        let options = AtomicOptions::new().isolation(Isolation::RepeatableRead).backoff(Duration::ZERO);
        // Somebody else writes the row between its reading and its writing, `times` times.
        let contend = async |options: AtomicOptions, times: u32| {
            let attempts = AtomicU32::new(0);
            let outcome = db
                .atomic_with(options, async |mut tx| -> Result<(), Error> {
                    let read = row.get(&mut tx).await?;
                    if attempts.fetch_add(1, Ordering::Relaxed) < times {
                        row.update(together::first.set(together::first + 1), &db).await?;
                    }
                    row.update(together::first.set(read.first + 10), &mut tx).await?;
                    Ok(())
                })
                .await;
            (outcome, attempts.into_inner())
        };
        let (outcome, attempts) = contend(options.retries(3), 2).await;
        outcome?;
        assert_eq!((attempts, row.get(&db).await?.first), (3, 12));
        let (outcome, attempts) = contend(options.retries(1), 9).await;
        assert!(
            matches!(outcome, Err(Error::Conflict { reason: Conflict::Serialization, .. })),
            "{outcome:?}"
        );
        assert_eq!(attempts, 2);
        Together::objects().delete(&db).await.map(drop)
    });
}

#[test]
fn other_errors_are_not_tried_again() {
    writing_on_every_database(async |db, database| {
        let mut attempts = 0;
        let outcome = db
            .atomic_with(AtomicOptions::new().retries(3), |mut tx| {
                attempts += 1;
                async move { break_a_rule(&mut tx).await }
            })
            .await;
        assert!(matches!(outcome, Err(Error::Integrity { .. })), "on {database:?}: {outcome:?}");
        assert_eq!(attempts, 1, "on {database:?}");

        let written = db
            .atomic_with(AtomicOptions::new().read_only(), async |mut tx| add("never", &mut tx).await)
            .await;
        assert!(matches!(written, Err(Error::Database { .. })), "on {database:?}: {written:?}");
        Ok(())
    });
}
