//! Transactions and savepoints.

use queryset::demo::blog::{Theme, theme};
use queryset::demo::everything::{AutoKey, auto_key};
use queryset::prelude::*;
use queryset::{Begin, Error, Isolation};

use crate::support::{Database, in_transactions, writing_on_every_database};

async fn add(name: &str, tx: &mut Transaction<'_, AnyBackend>) -> Result<(), Error> {
    Theme::create().name(name).order(100).save(tx).await.map(|_| ())
}

/// The names of the themes that a test has added.
async fn added(tx: &mut Transaction<'_, AnyBackend>) -> Result<String, Error> {
    let names = Theme::objects().filter(theme::order.exact(100)).order_by(theme::name);
    Ok(names.values_list(theme::name).flat().all(tx).await?.join(" "))
}

async fn break_a_rule(tx: &mut Transaction<'_, AnyBackend>) {
    let outcome = Theme::create().id(1).name("twice").order(100).save(tx).await;
    assert!(matches!(outcome, Err(Error::Integrity { .. })), "{outcome:?}");
}

#[test]
fn what_was_committed_stays_and_what_was_rolled_back_or_dropped_does_not() {
    writing_on_every_database(async |db, database| {
        AutoKey::objects().delete(&db).await?;
        let mut tx = db.begin().await?;
        AutoKey::create().name("committed").save(&mut tx).await?;
        tx.commit().await?;

        let mut tx = db.begin().await?;
        AutoKey::create().name("rolled back").save(&mut tx).await?;
        tx.rollback().await?;

        let mut tx = db.begin().await?;
        AutoKey::create().name("dropped").save(&mut tx).await?;
        drop(tx);

        let names = AutoKey::objects().values_list(auto_key::name).flat().all(&db).await?;
        assert_eq!(names, ["committed"], "on {database:?}");
        AutoKey::objects().delete(&db).await?;
        Ok(())
    });
}

#[test]
fn a_transaction_sees_its_own_changes_alone() {
    writing_on_every_database(async |db, database| {
        let mut tx = db.begin().await?;
        add("mine", &mut tx).await?;
        assert_eq!(added(&mut tx).await?, "mine", "on {database:?}");
        let others = Theme::objects().filter(theme::order.exact(100)).count(&db).await?;
        assert_eq!(others, 0, "on {database:?}");
        tx.rollback().await
    });
}

#[test]
fn a_savepoint_undoes_only_what_came_after_it() {
    in_transactions(async |tx, database| {
        add("before", tx).await?;
        let mut savepoint = tx.begin().await?;
        add("inside", &mut savepoint).await?;
        savepoint.rollback().await?;
        add("after", tx).await?;
        assert_eq!(added(tx).await?, "after before", "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_savepoint_that_is_dropped_is_undone() {
    in_transactions(async |tx, database| {
        let mut savepoint = tx.begin().await?;
        add("inside", &mut savepoint).await?;
        drop(savepoint);
        assert_eq!(added(tx).await?, "", "on {database:?}");
        add("after", tx).await?;
        assert_eq!(added(tx).await?, "after", "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_savepoint_that_is_committed_belongs_to_the_transaction_around_it() {
    in_transactions(async |tx, database| {
        let mut outer = tx.begin().await?;
        let mut inner = outer.begin().await?;
        add("inside", &mut inner).await?;
        inner.commit().await?;
        assert_eq!(added(&mut outer).await?, "inside", "on {database:?}");
        outer.rollback().await?;
        assert_eq!(added(tx).await?, "", "on {database:?}");
        Ok(())
    });
}

#[test]
fn savepoints_nest_three_deep() {
    in_transactions(async |tx, database| {
        add("0", tx).await?;
        let mut first = tx.begin().await?;
        add("1", &mut first).await?;
        {
            let mut second = first.begin().await?;
            add("2", &mut second).await?;
            let mut third = second.begin().await?;
            add("3", &mut third).await?;
            drop(third);
            add("4", &mut second).await?;
            second.commit().await?;
        }
        add("5", &mut first).await?;
        first.commit().await?;
        assert_eq!(added(tx).await?, "0 1 2 4 5", "on {database:?}");
        Ok(())
    });
}

#[test]
fn savepoints_that_are_dropped_together_are_undone_together() {
    in_transactions(async |tx, database| {
        add("0", tx).await?;
        {
            let mut first = tx.begin().await?;
            add("1", &mut first).await?;
            let mut second = first.begin().await?;
            add("2", &mut second).await?;
            let mut third = second.begin().await?;
            add("3", &mut third).await?;
        }
        let mut again = tx.begin().await?;
        add("4", &mut again).await?;
        again.commit().await?;
        assert_eq!(added(tx).await?, "0 4", "on {database:?}");
        Ok(())
    });
}

#[test]
fn after_a_failure_in_a_savepoint_the_transaction_goes_on() {
    in_transactions(async |tx, database| {
        add("before", tx).await?;
        let mut savepoint = tx.begin().await?;
        add("inside", &mut savepoint).await?;
        break_a_rule(&mut savepoint).await;
        savepoint.rollback().await?;
        add("after", tx).await?;
        assert_eq!(added(tx).await?, "after before", "on {database:?}");

        let mut savepoint = tx.begin().await?;
        break_a_rule(&mut savepoint).await;
        drop(savepoint);
        assert_eq!(added(tx).await?, "after before", "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_savepoint_in_which_a_statement_failed_is_not_committed_where_the_database_gave_it_up() {
    in_transactions(async |tx, database| {
        let mut savepoint = tx.begin().await?;
        add("inside", &mut savepoint).await?;
        break_a_rule(&mut savepoint).await;
        let committed = savepoint.commit().await;
        match database {
            Database::Postgres => {
                assert!(matches!(committed, Err(Error::TransactionAborted)), "{committed:?}");
                assert_eq!(added(tx).await?, "");
            }
            Database::Sqlite | Database::MySql => {
                committed?;
                assert_eq!(added(tx).await?, "inside", "on {database:?}");
            }
        }
        add("after", tx).await
    });
}

#[test]
fn a_transaction_in_which_a_statement_failed_is_not_committed_where_the_database_gave_it_up() {
    writing_on_every_database(async |db, database| {
        let mut tx = db.begin().await?;
        add("mine", &mut tx).await?;
        break_a_rule(&mut tx).await;
        match database {
            Database::Postgres => {
                let outcome = tx.commit().await;
                assert!(matches!(outcome, Err(Error::TransactionAborted)), "{outcome:?}");
            }
            Database::Sqlite | Database::MySql => {
                assert_eq!(added(&mut tx).await?, "mine", "on {database:?}");
                tx.rollback().await?;
            }
        }
        let left = Theme::objects().filter(theme::order.exact(100)).count(&db).await?;
        assert_eq!(left, 0, "on {database:?}");
        Ok(())
    });
}

#[test]
fn every_isolation_level_begins() {
    writing_on_every_database(async |db, database| {
        for isolation in [Isolation::ReadCommitted, Isolation::RepeatableRead, Isolation::Serializable] {
            let mut tx = db.begin_with(Begin::new().isolation(isolation)).await?;
            add("isolated", &mut tx).await?;
            assert_eq!(added(&mut tx).await?, "isolated", "{isolation:?} on {database:?}");
            tx.rollback().await?;
        }
        Ok(())
    });
}

#[test]
fn a_transaction_that_only_reads_refuses_to_write() {
    writing_on_every_database(async |db, database| {
        let mut tx = db.begin_with(Begin::new().read_only()).await?;
        assert_eq!(Theme::objects().count(&mut tx).await?, 4, "on {database:?}");
        let outcome = add("never", &mut tx).await;
        assert!(matches!(outcome, Err(Error::Database { .. })), "on {database:?}: {outcome:?}");
        tx.rollback().await?;
        // The connection that goes back to the pool writes again.
        let mut tx = db.begin().await?;
        add("again", &mut tx).await?;
        tx.rollback().await
    });
}

#[test]
fn a_failed_bulk_create_leaves_the_transaction_as_it_was() {
    in_transactions(async |tx, database| {
        add("before", tx).await?;
        let rows = [
            Theme::create().name("new").order(100).build(),
            Theme::create().id(1).name("twice").order(100).build(),
        ];
        let outcome = Theme::objects().bulk_create(rows, &mut *tx).await;
        assert!(matches!(outcome, Err(Error::Integrity { .. })), "on {database:?}: {outcome:?}");
        assert_eq!(added(tx).await?, "before", "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_are_locked_in_a_transaction() {
    writing_on_every_database(async |db, database| {
        let mut tx = db.begin().await?;
        let locked = Theme::objects().filter(theme::id.exact(1)).select_for_update().all(&mut tx).await?;
        assert_eq!(locked.len(), 1, "on {database:?}");
        if database != Database::Sqlite {
            let mut other = db.begin().await?;
            let free = Theme::objects().order_by(theme::id).select_for_update().skip_locked();
            let free = free.values_list(theme::id).flat().all(&mut other).await?;
            assert_eq!(free, [2, 3, 4], "on {database:?}");
            let taken = Theme::objects().filter(theme::id.exact(1)).select_for_update().nowait();
            let outcome = taken.all(&mut other).await;
            assert!(
                matches!(outcome, Err(Error::Database { .. } | Error::Conflict { .. })),
                "on {database:?}: {outcome:?}"
            );
            other.rollback().await?;
        }
        tx.rollback().await
    });
}

#[test]
fn a_savepoint_whose_end_was_not_waited_for_loses_the_transaction() {
    writing_on_every_database(async |db, database| {
        let before = AutoKey::objects().count(&db).await?;
        let mut tx = db.begin().await?;
        let mut savepoint = tx.begin().await?;
        AutoKey::objects().bulk_create([AutoKey::create().name("lost").build()], &mut savepoint).await?;
        let mut commit = Box::pin(savepoint.commit());
        let poll =
            std::future::poll_fn(|context| std::task::Poll::Ready(commit.as_mut().poll(context).is_ready()));
        let finished = poll.await;
        drop(commit);
        if !finished {
            let refused = AutoKey::objects().count(&mut tx).await;
            assert!(matches!(refused, Err(Error::TransactionAborted)), "on {database:?}: {refused:?}");
            let refused = tx.commit().await;
            assert!(matches!(refused, Err(Error::TransactionAborted)), "on {database:?}: {refused:?}");
        } else {
            tx.rollback().await?;
        }
        assert_eq!(AutoKey::objects().count(&db).await?, before, "on {database:?}");
        Ok(())
    });
}
