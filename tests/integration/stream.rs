//! Streams with `prefetch_related()`: rows in chunks, each with what belongs to them.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use queryset::demo::blog::{Author, Blog, City, Entry, Theme, author, blog, city, entry, theme};
use queryset::prelude::*;
use queryset::testing::{recorded, rolled_back};
use queryset::{AllowedIn, Autocommit, Backend, Closed, Context, InTransaction, Model, Rows, RunsOn, Stages};

use crate::support::{Database, Left, in_transactions, on_every_database, run, writing_on_every_database};

/// Checks that a query gives the same rows as a stream, by chunks of any size, from the pool and in a
/// transaction, with one query more for each of `relations` and each chunk.
#[track_caller]
fn check<M, R, S, X>(query: &QuerySet<M, R, S, X>, relations: usize)
where
    M: Model,
    R: Rows<M, Row: Debug + PartialEq>,
    S: Stages<Lock: AllowedIn<InTransaction> + AllowedIn<Autocommit>>,
    X: Context<Parent: Closed, Backends: RunsOn<AnyBackend>>,
{
    on_every_database(async |db, database| {
        let rows = query.all(&db).await?;
        assert!(rows.len() > 2, "on {database:?}");
        for size in [1, 2, 3, rows.len(), 1000] {
            let (noted, queries) = recorded(&db);
            let streamed: Vec<_> = query.iterator_chunked(size, &noted).try_collect().await?;
            assert_eq!(streamed, rows, "by {size} on {database:?}");
            let chunks = rows.len().div_ceil(size);
            assert!(queries.len() <= 1 + relations * chunks, "by {size} on {database:?}: {queries:?}");
            if size >= rows.len() {
                assert_eq!(queries.len(), 1 + relations, "on {database:?}: {queries:?}");
            }

            let mut tx = db.begin().await?;
            let streamed: Vec<_> = query.iterator_chunked(size, &mut tx).try_collect().await?;
            assert_eq!(streamed, rows, "by {size} in a transaction on {database:?}");
            tx.rollback().await?;
        }
        Ok(())
    });
}

#[test]
fn rows_are_those_of_all_whatever_is_loaded() {
    let blogs = Blog::objects().order_by(blog::id);
    check(&blogs.clone().prefetch_related(blog::entry()), 1);
    check(&blogs.clone().prefetch_related((blog::entry(), blog::theme())), 2);
    // Of a chunk all of whose keys are `NULL` nothing is asked.
    check(&blogs.clone().order_by((blog::theme_id.desc(), blog::id)).prefetch_related(blog::theme()), 1);
    // One relation twice, with other rows.
    let few = Entry::objects().order_by(entry::id.desc()).slice(1..2);
    let all = Entry::objects().order_by(entry::headline).values_list(entry::headline).flat();
    check(
        &blogs.clone().prefetch_related((prefetch(blog::entry(), few.clone()), prefetch(blog::entry(), all))),
        2,
    );
    // Relations of relations.
    let authors = Author::objects().order_by(author::id.desc()).limit(2);
    let entries = Entry::objects().order_by(entry::id);
    let entries = entries.prefetch_related((prefetch(entry::authors(), authors), entry::entry_detail()));
    check(&blogs.clone().prefetch_related(prefetch(blog::entry(), entries)), 3);
    // Beside joined rows, annotations, and selected fields.
    let entries = Entry::objects().order_by((entry::rating.desc(), entry::id));
    check(&entries.clone().select_related(entry::blog()).prefetch_related(entry::authors()), 1);
    let some = Blog::objects().filter(blog::id.gt(1)).values_list(blog::name);
    let joined = entries.clone().select_related((entry::blog(), entry::blog().theme()));
    check(
        &joined
            .annotate(entry::authors().count())
            .prefetch_related((entry::authors(), prefetch(entry::blog(), some))),
        2,
    );
    check(&entries.clone().only(entry::headline).prefetch_related(entry::authors()), 1);
    check(&entries.slice(2..9).prefetch_related(entry::entry_detail()), 1);
    // A key that may be `NULL`, and the row that it leads to joined as well.
    let cities = City::objects().order_by(city::id).select_related(city::country());
    check(&cities.prefetch_related(city::country()), 1);
}

#[test]
fn rows_come_before_those_that_the_database_has_not_sent() {
    on_every_database(async |db, database| {
        // The last but one of six rows cannot be read.
        let number = raw_sql::<Blog, kind::Integer>("CASE WHEN id = ? THEN NULL ELSE id END").bind(5).expr();
        let query = Blog::objects().order_by(blog::id).annotate(number).prefetch_related(blog::entry());
        let mut tx = db.begin().await?;
        for place in ["the pool", "a transaction"] {
            let stream = match place {
                "the pool" => query.iterator_chunked(2, &db),
                _ => query.iterator_chunked(2, &mut tx),
            };
            let rows: Vec<_> = stream.collect().await;
            let ids: Vec<Option<i64>> =
                rows.iter().map(|row| row.as_ref().ok().map(|row| row.0.id)).collect();
            assert_eq!(ids, [Some(1), Some(2), Some(3), Some(4), None], "from {place} of {database:?}");
            let entries = rows.iter().flatten().map(|row| row.2.len());
            assert!(entries.eq([4, 4, 1, 4]), "from {place} of {database:?}");
            assert!(matches!(rows[4], Err(Error::UnexpectedNull { .. })), "from {place} of {database:?}");
        }
        // A row that cannot be read ends neither the transaction nor the pool.
        assert_eq!(Blog::objects().count(&mut tx).await?, 6, "on {database:?}");
        tx.commit().await?;
        assert_eq!(Blog::objects().count(&db).await?, 6, "on {database:?}");
        Ok(())
    });
}

#[test]
fn an_error_of_what_is_loaded_is_the_last_item() {
    on_every_database(async |db, database| {
        let number = raw_sql::<Entry, kind::Integer>("CASE WHEN blog_id = ? THEN NULL ELSE id END");
        let entries = Entry::objects().annotate(number.bind(3).expr());
        let query = Blog::objects().order_by(blog::id).prefetch_related(prefetch(blog::entry(), entries));
        let mut stream = query.iterator_chunked(2, &db);
        assert_eq!(stream.next().await.transpose()?.map(|row| row.0.id), Some(1), "on {database:?}");
        assert_eq!(stream.next().await.transpose()?.map(|row| row.0.id), Some(2), "on {database:?}");
        let third = stream.next().await;
        assert!(matches!(third, Some(Err(Error::UnexpectedNull { .. }))), "on {database:?}: {third:?}");
        assert!(stream.next().await.is_none(), "on {database:?}");
        drop(stream);

        // A statement that fails, in a savepoint.
        let entries = Entry::objects().filter(raw_sql_predicate("no_such_column = 1").q());
        let query = Blog::objects().order_by(blog::id).prefetch_related(prefetch(blog::entry(), entries));
        let mut tx = db.begin().await?;
        let mut savepoint = tx.begin().await?;
        let rows: Vec<_> = query.iterator_chunked(2, &mut savepoint).collect().await;
        assert!(matches!(*rows, [Err(Error::Database { .. })]), "on {database:?}: {rows:?}");
        savepoint.rollback().await?;
        assert_eq!(Blog::objects().count(&mut tx).await?, 6, "on {database:?}");
        tx.commit().await
    });
}

/// Runs a test on every database, with a pool of its own of so many connections.
#[track_caller]
fn with_connections(connections: u32, test: impl AsyncFn(Db<AnyBackend>, Database) -> Result<(), Error>) {
    on_every_database(async |_, database| {
        let options = PoolOptions::new().max_connections(connections);
        let url = database.url().expect("it is open");
        let db: Db<AnyBackend> = options.acquire_timeout(Duration::from_secs(20)).connect(&url).await?;
        test(db.clone(), database).await?;
        db.close().await;
        Ok(())
    });
}

/// The numbers of entries of each blog, by a stream.
async fn entries_of_blogs(chunk: usize, db: Db<AnyBackend>) -> Result<Vec<usize>, Error> {
    let query = Blog::objects().order_by(blog::id).prefetch_related((blog::entry(), blog::theme()));
    query.iterator_chunked(chunk, &db).map_ok(|(_, entries, _)| entries.len()).try_collect().await
}

const ENTRIES: [usize; 6] = [4, 4, 1, 4, 0, 3];

#[test]
fn one_connection_is_enough() {
    with_connections(1, async |db, database| {
        let started = Instant::now();
        for chunk in [1, 2, 4, 6, 10] {
            assert_eq!(entries_of_blogs(chunk, db.clone()).await?, ENTRIES, "by {chunk} on {database:?}");
        }
        assert!(started.elapsed() < Duration::from_secs(5), "nothing waits for a second one");
        Ok(())
    });
    run(async {
        let db = Db::<Sqlite>::connect("sqlite::memory:").await?;
        queryset::create_tables(&db, queryset::demo::MODELS).await?;
        queryset::demo::load(&db).await?;
        let query = Blog::objects().order_by(blog::id).prefetch_related(blog::entry());
        let streamed: Vec<(Blog, Vec<Entry>)> = query.iterator_chunked(2, &db).try_collect().await?;
        assert_eq!(streamed.iter().map(|(_, entries)| entries.len()).collect::<Vec<_>>(), ENTRIES);
        Ok::<_, Error>(())
    })
    .expect("a database in memory has one connection");
}

#[test]
fn streams_do_not_wait_for_each_other_s_connections() {
    with_connections(2, async |db, database| {
        let streams = (0..12).map(|at| tokio::spawn(entries_of_blogs(1 + at % 3, db.clone())));
        let all = tokio::time::timeout(Duration::from_secs(15), join_all(streams)).await;
        for entries in all.expect("they do not wait for each other") {
            assert_eq!(entries.expect("it does not panic")?, ENTRIES, "on {database:?}");
        }

        // Two that are read by turns, so that each holds a connection all the time.
        let query = Blog::objects().order_by(blog::id).prefetch_related(blog::entry());
        let pairs = query.iterator_chunked(1, &db).zip(query.iterator_chunked(2, &db)).map(|(one, other)| {
            let (one, other) = (one?, other?);
            assert_eq!(one, other, "on {database:?}");
            Ok::<_, Error>(one.1.len())
        });
        let entries: Vec<usize> = pairs.try_collect().await?;
        assert_eq!(entries, ENTRIES, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_stream_that_is_left_gives_its_connection_back() {
    with_connections(1, async |db, database| {
        let query = Blog::objects().order_by(blog::id).prefetch_related(blog::entry());
        for polls in [0, 1, 2, 3, 4, 6, 9] {
            let mut stream = query.iterator_chunked(2, &db);
            assert_eq!(stream.next().await.transpose()?.map(|row| row.1.len()), Some(4), "{database:?}");
            drop(stream);
            assert_eq!(Blog::objects().count(&db).await?, 6, "on {database:?}");
            // Left while it waits for the database.
            let mut stream = query.iterator_chunked(2, &db);
            Left::after(polls, stream.by_ref().count()).await;
            drop(stream);
            assert_eq!(Blog::objects().count(&db).await?, 6, "on {database:?}");
        }
        Ok(())
    });
    in_transactions(async |tx, database| {
        Theme::create().name("kept").order(1).save(&mut *tx).await?;
        let query = Blog::objects().order_by(blog::id).prefetch_related(blog::entry());
        for polls in [0, 1, 2, 3, 4, 6, 9] {
            let mut stream = query.iterator_chunked(2, &mut *tx);
            assert_eq!(stream.next().await.transpose()?.map(|row| row.1.len()), Some(4), "{database:?}");
            drop(stream);
            assert_eq!(Blog::objects().count(&mut *tx).await?, 6, "on {database:?}");
            let mut stream = query.iterator_chunked(2, &mut *tx);
            Left::after(polls, stream.by_ref().count()).await;
            drop(stream);
            let kept = Theme::objects().filter(theme::name.exact("kept"));
            assert_eq!(kept.count(&mut *tx).await?, 1, "on {database:?}");
        }
        Ok(())
    });
}

#[test]
fn a_stream_in_a_transaction_sees_what_that_has_written() {
    in_transactions(async |tx, database| {
        let themes = (0..5).map(|n| Theme::create().name("new").order(n));
        let themes = Theme::objects().bulk_create(themes, &mut *tx).await?;
        let blogs = themes.iter().map(|theme| Blog::create().name("new").tagline("").theme(theme));
        Blog::objects().bulk_create(blogs, &mut *tx).await?;
        let mut savepoint = tx.begin().await?;
        let query = Theme::objects().filter(theme::name.exact("new")).prefetch_related(theme::blogs());
        let rows: Vec<_> = query.iterator_chunked(2, &mut savepoint).try_collect().await?;
        assert_eq!(rows.iter().map(|row| row.1.len()).collect::<Vec<_>>(), [1; 5], "on {database:?}");
        savepoint.commit().await?;
        assert_eq!(query.count(&mut *tx).await?, 5, "on {database:?}");
        Ok(())
    });
}

#[test]
fn pools_for_tests_stream_as_well() {
    writing_on_every_database(async |db, database| {
        {
            let db = rolled_back(&db).await?;
            let (noted, queries) = recorded(&db);
            let theme = Theme::create().name("gone").order(1).save(&noted).await?;
            Blog::create().name("gone").tagline("").theme(&theme).save(&noted).await?;
            let query = Theme::objects().order_by(theme::id).prefetch_related(theme::blogs());
            let number = Theme::objects().count(&noted).await?;
            let before = queries.len();
            let rows: Vec<_> = query.iterator_chunked(1, &noted).try_collect().await?;
            assert_eq!(rows.last().map(|row| (row.0.id, row.1.len())), Some((theme.id, 1)), "{database:?}");
            let asked = queries.len() - before;
            assert_eq!(asked as u64, 1 + number, "on {database:?}: {queries:?}");

            // One that is left, and one that fails, leave what was written before.
            let mut stream = query.iterator_chunked(1, &noted);
            stream.next().await.transpose()?;
            drop(stream);
            let broken = Blog::objects().filter(raw_sql_predicate("no_such_column = 1").q());
            let broken = Theme::objects().prefetch_related(prefetch(theme::blogs(), broken));
            let failed: Vec<_> = broken.iterator_chunked(1, &noted).collect().await;
            assert!(matches!(*failed, [Err(Error::Database { .. })]), "on {database:?}: {failed:?}");
            assert_eq!(Theme::objects().count(&noted).await?, number, "on {database:?}");

            // In a transaction of the program's.
            let mut tx = noted.begin().await?;
            let rows: Vec<_> = query.iterator_chunked(1, &mut tx).try_collect().await?;
            assert_eq!(rows.len() as u64, number, "on {database:?}");
            tx.commit().await?;
            assert_eq!(Theme::objects().count(&noted).await?, number, "on {database:?}");
        }
        assert_eq!(Theme::objects().filter(theme::name.exact("gone")).count(&db).await?, 0, "{database:?}");
        Ok(())
    });
}

#[test]
fn thousands_of_rows_come_in_their_order() {
    in_transactions(async |tx, database| {
        let themes = (0..10_000).map(|n| Theme::create().name("many").order(n));
        let themes = Theme::objects().bulk_create(themes, &mut *tx).await?;
        let blogs =
            themes.iter().step_by(10).map(|theme| Blog::create().name("many").tagline("").theme(theme));
        Blog::objects().bulk_create(blogs, &mut *tx).await?;
        let query = Theme::objects().filter(theme::name.exact("many")).order_by(theme::order);
        let mut stream = query.prefetch_related(theme::blogs()).iterator_chunked(700, &mut *tx);
        let mut at = 0;
        while let Some((theme, blogs)) = stream.next().await.transpose()? {
            assert_eq!((theme.order, blogs.len()), (at, usize::from(at % 10 == 0)), "on {database:?}");
            at += 1;
        }
        assert_eq!(at, 10_000, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_stream_of_no_row_asks_for_nothing_more() {
    on_every_database(async |db, database| {
        let (noted, queries) = recorded(&db);
        let none = Blog::objects().filter(blog::id.lt(0)).prefetch_related(blog::entry());
        assert_eq!(none.iterator_chunked(2, &noted).count().await, 0, "on {database:?}");
        assert_eq!(queries.len(), 1, "on {database:?}");
        assert_eq!(none.none().iterator_chunked(2, &noted).count().await, 0, "on {database:?}");
        assert_eq!(queries.len(), 1, "on {database:?}");
        Ok(())
    });
}

/// Any database that runs a plain query.
async fn first_entries<B: Backend>(db: &Db<B>) -> Result<Vec<String>, Error> {
    let first = Entry::objects().order_by(entry::id).limit(1).values_list(entry::headline).flat();
    let query = Blog::objects().order_by(blog::id).prefetch_related(prefetch(blog::entry(), first));
    query.iterator_chunked(2, db).map_ok(|(_, first)| first.concat()).try_collect().await
}

#[test]
fn a_stream_may_be_of_any_backend() {
    on_every_database(async |db, database| {
        let first = first_entries(&db).await?;
        assert_eq!(first.len(), 6, "on {database:?}");
        assert_eq!((&*first[1], &*first[4]), ("Hello World", ""), "on {database:?}");
        Ok(())
    });
}
