//! Many at once: a queue of jobs, a stock, a row that all want to create.

use std::time::Duration;

use queryset::demo::everything::{AutoKey, CharKey, Together, auto_key, char_key, together};
use queryset::demo::shop::{Category, category};
use queryset::prelude::*;
use queryset::{AtomicOptions, Isolation};
use tokio::task::JoinSet;

use crate::support::{Database, writing_on_every_database};

/// A pool with a connection for each of so many workers.
async fn pool(database: Database, workers: u32) -> Db<AnyBackend> {
    let options = PoolOptions::new().max_connections(workers).acquire_timeout(Duration::from_secs(60));
    options.connect(&database.url().expect("it is configured")).await.expect("it is there")
}

const JOBS: usize = 5_000;
const WORKERS: u32 = 8;
/// How many jobs a worker takes at once.
const TAKEN: u64 = 50;

/// Takes jobs, does them, and gives how many there were. Doing a job is writing its row into another
/// table, which refuses to have it twice.
async fn work(db: &Db<AnyBackend>) -> Result<u64, Error> {
    // On MariaDB rows that others delete beside these can be a deadlock.
    db.atomic_with(AtomicOptions::new().retries(20), async |mut tx| {
        let jobs = AutoKey::objects().order_by(auto_key::id).limit(TAKEN).select_for_update().skip_locked();
        let jobs = jobs.all(&mut tx).await?;
        let done = jobs.iter().map(|job| CharKey::create().code(&job.name).name("done"));
        CharKey::objects().bulk_create(done, &mut tx).await?;
        let keys: Vec<i64> = jobs.iter().map(|job| i64::from(job.id)).collect();
        Ok(AutoKey::objects().filter(auto_key::id.in_(keys)).delete(&mut tx).await?.total())
    })
    .await
}

#[test]
fn workers_that_are_killed_do_each_job_once() {
    writing_on_every_database(async |_, database| {
        // SQLite has one writer: there is nothing to skip.
        if database == Database::Sqlite {
            return Ok(());
        }
        let db = pool(database, WORKERS).await;
        AutoKey::objects().delete(&db).await?;
        CharKey::objects().delete(&db).await?;
        let jobs = (0..JOBS).map(|number| AutoKey::create().name(format!("job{number}")));
        AutoKey::objects().bulk_create(jobs, &db).await?;

        let mut workers = JoinSet::new();
        let start = |workers: &mut JoinSet<Result<(), Error>>| {
            let db = db.clone();
            workers.spawn(async move {
                while work(&db).await? > 0 {}
                Ok(())
            })
        };
        for killed in 0..3 * WORKERS {
            let worker = start(&mut workers);
            if killed < 2 * WORKERS {
                // In the middle of whatever it does.
                tokio::time::sleep(Duration::from_micros(u64::from(killed) * 700)).await;
                worker.abort();
            }
        }
        while let Some(ended) = workers.join_next().await {
            match ended {
                Ok(outcome) => outcome?,
                Err(error) => assert!(error.is_cancelled(), "on {database:?}: {error}"),
            }
        }
        // What a killed worker held was free again only after the others had looked.
        while work(&db).await? > 0 {}
        let left = AutoKey::objects().count(&db).await?;
        let done = CharKey::objects().filter(char_key::name.exact("done")).count(&db).await?;
        assert_eq!((left, done), (0, JOBS as u64), "on {database:?}");
        CharKey::objects().delete(&db).await?;
        db.close().await;
        Ok(())
    });
}

/// Moves units from one stock to another, if there are as many.
async fn transfer(from: i64, to: i64, units: i32, db: &Db<AnyBackend>) -> Result<bool, Error> {
    // Two transfers in opposite directions may wait for each other.
    let options = AtomicOptions::new().retries(20).backoff(Duration::from_millis(2));
    db.atomic_with(options, async |mut tx| {
        let stock = |key: i64| Together::objects().filter(together::id.exact(key));
        let enough = stock(from).filter(together::first.gte(units));
        if enough.update(together::first.set(together::first - units), &mut tx).await? == 0 {
            return Ok(false);
        }
        stock(to).update(together::first.set(together::first + units), &mut tx).await?;
        Ok(true)
    })
    .await
}

#[test]
fn a_stock_under_contention_never_goes_negative_or_loses_a_unit() {
    writing_on_every_database(async |_, database| {
        let db = pool(database, 8).await;
        Together::objects().delete(&db).await?;
        let new = ["a", "b", "c"].map(|name| Together::create().first(10).second(name));
        let keys: Vec<i64> =
            Together::objects().bulk_create(new, &db).await?.iter().map(|row| row.id).collect();
        let mut tasks = JoinSet::new();
        for task in 0..8_usize {
            let (db, keys) = (db.clone(), keys.clone());
            tasks.spawn(async move {
                let mut moved = 0;
                for step in 0..12 {
                    let (from, to) = (keys[(task + step) % 3], keys[(task + 2 * step + 1) % 3]);
                    if from != to {
                        let units = i32::try_from(task % 5 + 1).expect("it is small");
                        moved += u32::from(transfer(from, to, units, &db).await?);
                    }
                    let stocks = Together::objects().values_list(together::first).flat().all(&db).await?;
                    assert!(stocks.iter().all(|stock| *stock >= 0), "{stocks:?}");
                    assert_eq!(stocks.iter().sum::<i32>(), 30, "{stocks:?}");
                }
                Ok::<_, Error>(moved)
            });
        }
        let mut moved = 0;
        while let Some(task) = tasks.join_next().await {
            moved += task.expect("no task panics")?;
        }
        assert!(moved > 0, "on {database:?}");
        Together::objects().delete(&db).await?;
        db.close().await;
        Ok(())
    });
}

#[test]
fn serializable_transactions_see_no_stock_that_another_changes() {
    writing_on_every_database(async |_, database| {
        let db = pool(database, 4).await;
        Together::objects().delete(&db).await?;
        let stock = Together::create().first(0).second("s").save(&db).await?.id;
        let mut tasks = JoinSet::new();
        for _ in 0..4 {
            let db = db.clone();
            tasks.spawn(async move {
                let options = AtomicOptions::new().isolation(Isolation::Serializable).retries(50);
                for _ in 0..5 {
                    // Read, think, write: without serialization units would be lost.
                    db.atomic_with(options, async |mut tx| {
                        let row = Together::objects().filter(together::id.exact(stock));
                        let units = row.get(&mut tx).await?.first;
                        tokio::task::yield_now().await;
                        row.update(together::first.set(units + 1), &mut tx).await
                    })
                    .await?;
                }
                Ok::<_, Error>(())
            });
        }
        while let Some(task) = tasks.join_next().await {
            task.expect("no task panics")?;
        }
        assert_eq!(Together::objects().get(&db).await?.first, 20, "on {database:?}");
        Together::objects().delete(&db).await?;
        db.close().await;
        Ok(())
    });
}

#[test]
fn fifty_tasks_that_get_or_create_make_one_row() {
    writing_on_every_database(async |_, database| {
        let db = pool(database, 10).await;
        let wanted = Category::objects().filter(category::name.exact("Wanted"));
        let mut tasks = JoinSet::new();
        for number in 0..50 {
            let (db, wanted) = (db.clone(), wanted.clone());
            tasks.spawn(async move {
                let new = Category::create().name("Wanted").description(format!("of task {number}"));
                wanted.get_or_create(new, &db).await
            });
        }
        let mut rows = Vec::new();
        while let Some(task) = tasks.join_next().await {
            rows.push(task.expect("no task panics"));
        }
        let deleted = wanted.delete(&db).await?.total();
        let rows = rows.into_iter().collect::<Result<Vec<_>, _>>()?;
        assert_eq!(rows.iter().filter(|(_, created)| *created).count(), 1, "on {database:?}");
        assert!(rows.iter().all(|(row, _)| *row == rows[0].0), "on {database:?}");
        assert_eq!(deleted, 1, "on {database:?}");
        db.close().await;
        Ok(())
    });
}
