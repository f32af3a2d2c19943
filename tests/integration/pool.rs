//! Connections: URLs, pools, concurrent tasks, futures that are dropped.

use std::time::Duration;

use queryset::demo::blog::{Author, Blog, Entry, author, blog, entry};
use queryset::demo::everything::{CharKey, char_key};
use queryset::prelude::*;

use crate::support::{Database, chain, on_every_database, run, writing_on_every_database};

/// The error that opening a URL ends with.
fn refused(url: &str) -> Error {
    match run(Db::<AnyBackend>::connect(url)) {
        Ok(_) => panic!("`{url}` was opened"),
        Err(error) => error,
    }
}

#[test]
fn a_url_that_cannot_be_understood_is_shown_without_its_password() {
    for url in ["oracle://me:secret@host/db", "", "nonsense", "me:secret@host"] {
        let error = refused(url);
        assert!(matches!(error, Error::InvalidUrl { .. }), "{url}: {error:?}");
        if url.contains("://") {
            assert!(!chain(&error).contains("secret"), "{}", chain(&error));
        }
    }
}

#[cfg(feature = "postgres")]
#[test]
fn an_unreachable_postgres_is_an_error_at_once() {
    check_unreachable("postgres://me:secret@127.0.0.1:1/db");
}

#[cfg(feature = "mysql")]
#[test]
fn an_unreachable_mysql_is_an_error_at_once() {
    check_unreachable("mysql://me:secret@127.0.0.1:1/db");
}

#[cfg(any(feature = "postgres", feature = "mysql"))]
#[track_caller]
fn check_unreachable(url: &str) {
    let started = std::time::Instant::now();
    let error = refused(url);
    assert!(started.elapsed() < Duration::from_secs(5), "after {:?}", started.elapsed());
    assert!(matches!(error, Error::Connection { .. }), "{error:?}");
    assert!(error.to_string().contains("127.0.0.1"), "{error}");
    assert!(!format!("{} {error:?}", chain(&error)).contains("secret"), "{error:?}");
}

#[test]
fn a_pool_that_is_used_up_is_an_error_that_says_so() {
    for url in Database::ALL.into_iter().filter_map(Database::url) {
        run(async {
            // Long enough for a busy machine to roll back what is dropped below.
            let timeout = Duration::from_secs(2);
            let options = PoolOptions::new().max_connections(1).acquire_timeout(timeout);
            let db: Db<AnyBackend> = options.connect(&url).await.expect("it is there");
            let tx = db.begin().await.expect("there is one connection");
            match db.begin().await.map(|_| ()) {
                Err(Error::PoolTimeout { waited, max_connections: 1 }) => {
                    assert!(waited >= timeout, "{waited:?}");
                }
                outcome => panic!("{url}: {outcome:?}"),
            }
            drop(tx);
            assert!(Blog::objects().count(&db).await.is_ok(), "the connection came back");
            db.close().await;
        });
    }
}

#[test]
fn fifty_tasks_share_a_pool() {
    on_every_database(async |db, database| {
        let tasks: Vec<_> = (0..50_i64)
            .map(|number| {
                let db = db.clone();
                tokio::spawn(async move {
                    let id = number % 16 + 1;
                    let entry = Entry::objects().filter(entry::id.exact(id)).get(&db).await?;
                    let blog = Blog::objects().filter(blog::id.exact(entry.blog_id)).get(&db).await?;
                    let authors = Author::objects().filter(author::entry().id.exact(id)).count(&db).await?;
                    Ok::<_, Error>((entry.id == id && blog.id == entry.blog_id, authors))
                })
            })
            .collect();
        let mut authors = 0;
        for task in tasks {
            let (right, count) = task.await.expect("no task panics")?;
            assert!(right, "on {database:?}");
            authors += count;
        }
        assert!(authors > 50, "on {database:?}: {authors}");
        Ok(())
    });
}

#[test]
fn fifty_tasks_write_and_none_is_lost() {
    writing_on_every_database(async |db, database| {
        CharKey::objects().delete(&db).await?;
        let tasks: Vec<_> = (1..=50)
            .map(|number| {
                let db = db.clone();
                tokio::spawn(async move {
                    let code = format!("task{number}");
                    let mut tx = db.begin().await?;
                    CharKey::create().code(&code).name("new").save(&mut tx).await?;
                    CharKey::objects()
                        .filter(char_key::code.exact(&code))
                        .update(char_key::name.set("changed"), &mut tx)
                        .await?;
                    tx.commit().await
                })
            })
            .collect();
        for task in tasks {
            task.await.expect("no task panics")?;
        }
        let changed = CharKey::objects().filter(char_key::name.exact("changed"));
        assert_eq!(changed.count(&db).await?, 50, "on {database:?}");
        CharKey::objects().delete(&db).await?;
        Ok(())
    });
}

#[test]
fn a_future_that_is_dropped_half_way_leaves_the_pool_fit() {
    writing_on_every_database(async |db, database| {
        for wait in [0, 1, 10, 100, 1000, 5000] {
            let everything = Entry::objects()
                .filter(entry::blog().entry().blog().entry().authors().entry().rating.gte(-100));
            let _ = tokio::time::timeout(Duration::from_micros(wait), everything.all(&db)).await;
            let _ = tokio::time::timeout(Duration::from_micros(wait), db.begin()).await;
        }
        for _ in 0..10 {
            assert_eq!(Entry::objects().count(&db).await?, 16, "on {database:?}");
        }
        Ok(())
    });
}

#[test]
fn a_write_that_is_dropped_half_way_in_a_transaction_is_rolled_back_with_it() {
    writing_on_every_database(async |db, database| {
        for wait in [0, 1, 50, 500] {
            let mut tx = db.begin().await?;
            let write = Entry::objects().update(entry::rating.set(1), &mut tx);
            let _ = tokio::time::timeout(Duration::from_micros(wait), write).await;
            drop(tx);
            let changed = Entry::objects().filter(entry::rating.exact(1)).count(&db).await?;
            assert_eq!(changed, 1, "after {wait} µs on {database:?}");
        }
        Ok(())
    });
}
