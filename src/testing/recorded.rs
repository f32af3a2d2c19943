//! [`recorded()`]: a database that notes each query.

use std::panic::Location;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;

use super::QueryLog;
use crate::backend::Backend;
use crate::db::Db;
use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::driver::{Access, Begin, Connection, Cursor, Done, NewSink, OpenTransaction, Pool, Statement};
use crate::error::Error;

/// The same database, and a log of the queries that are run by the new handle and its clones, in
/// transactions and in other tasks, too. What runs by other handles is not in it.
///
/// Django: `CaptureQueriesContext(connection)`.
///
/// # Example: a whole server
///
/// ```
/// # use queryset::doctest::*;
/// # async fn blogs(db: &Db<Sqlite>) -> Result<Vec<(Blog, Vec<Entry>)>, Error> {
/// #     Blog::objects().prefetch_related(blog::entry()).all(db).await
/// # }
/// use queryset::testing::recorded;
///
/// # tokio_test(async |db| {
/// let (db, queries) = recorded(&db);
/// // … the server is started with `db`, and asked for its list of blogs …
/// # blogs(&db).await?;
/// queries.assert_num_queries(2);
/// # Ok(()) });
/// ```
#[must_use = "the queries of the new handle are recorded, not those of the old one"]
pub fn recorded<B: Backend>(db: &Db<B>) -> (Db<B>, QueryLog) {
    let log = QueryLog::default();
    let db = db.with_pool(|pool| Arc::new(RecordedPool { pool, log: log.clone() }));
    (db, log)
}

/// Runs `work` with a handle of the same database, and checks how many queries it has run.
///
/// Django: `with self.assertNumQueries(2):`.
///
/// # Panics
///
/// When `work` runs more or fewer: the message shows them.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::testing::assert_num_queries;
///
/// # tokio_test(async |db| {
/// let blogs = assert_num_queries(&db, 2, async |db| {
///     Blog::objects().prefetch_related(blog::entry()).all(&db).await
/// })
/// .await?;
/// assert_eq!(blogs[0].1.len(), 2);
/// # Ok(()) });
/// ```
#[track_caller]
#[doc(alias = "assertNumQueries")]
pub fn assert_num_queries<B, T, F, R>(db: &Db<B>, expected: usize, work: F) -> impl Future<Output = T>
where
    B: Backend,
    F: FnOnce(Db<B>) -> R,
    R: Future<Output = T>,
{
    let caller = Location::caller();
    let (db, log) = recorded(db);
    work(db).inspect(move |_| log.check_number(expected, caller))
}

/// Runs `work` with a handle of the same database, and checks that it has run no query more than `most`
/// times, with whatever values: that it does not ask for each row what it could ask for all of them.
///
/// Django: what django-zeal and nplusone find.
///
/// # Panics
///
/// When a query was run more often: the message shows it, and says what to write instead.
///
/// # Example
///
/// ```should_panic
/// # use queryset::doctest::*;
/// use queryset::testing::assert_no_repeats;
///
/// # tokio_test(async |db| {
/// assert_no_repeats(&db, 1, async |db| {
///     for entry in Entry::objects().all(&db).await? {
///         Blog::objects().filter(blog::id.exact(entry.blog_id)).get(&db).await?;
///     }
///     Ok::<(), Error>(())
/// })
/// .await
/// # });
/// ```
///
/// ```text
/// the same query was run more than 1 times
/// 2 times SELECT … FROM "blog_blog" WHERE "blog_blog"."id" = ? LIMIT 2
///   load related rows with the rows that they belong to, by `select_related(…)` or `prefetch_related(…)`, …
/// ```
#[track_caller]
#[doc(alias = "N+1")]
pub fn assert_no_repeats<B, T, F, R>(db: &Db<B>, most: usize, work: F) -> impl Future<Output = T>
where
    B: Backend,
    F: FnOnce(Db<B>) -> R,
    R: Future<Output = T>,
{
    let caller = Location::caller();
    let (db, log) = recorded(db);
    work(db).inspect(move |_| log.check_repeats(most, caller))
}

struct RecordedPool {
    pool: Arc<dyn Pool>,
    log: QueryLog,
}

impl Pool for RecordedPool {
    fn dialect(&self) -> Dialect {
        self.pool.dialect()
    }

    fn acquire(&self, access: Access) -> BoxFuture<'_, Result<Box<dyn Connection>, Error>> {
        async move {
            let inner = self.pool.acquire(access).await?;
            Ok(Box::new(Recorded { inner, log: self.log.clone() }) as Box<dyn Connection>)
        }
        .boxed()
    }

    fn begin(&self, begin: Begin) -> BoxFuture<'_, Result<Box<dyn OpenTransaction>, Error>> {
        async move {
            let inner = self.pool.begin(begin).await?;
            Ok(Box::new(Recorded { inner, log: self.log.clone() }) as Box<dyn OpenTransaction>)
        }
        .boxed()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        self.pool.close()
    }
}

/// A connection, or one with an open transaction.
struct Recorded<C: ?Sized> {
    inner: Box<C>,
    log: QueryLog,
}

impl<C: Connection + ?Sized> Connection for Recorded<C> {
    fn dialect(&self) -> Dialect {
        self.inner.dialect()
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        self.log.push(&statement);
        self.inner.fetch(statement, sink)
    }

    fn execute(&mut self, statement: Statement) -> BoxFuture<'_, Result<Done, Error>> {
        self.log.push(&statement);
        self.inner.execute(statement)
    }

    fn execute_script(&mut self, sql: String) -> BoxFuture<'_, Result<(), Error>> {
        let of_savepoints = ["SAVEPOINT qs_", "RELEASE SAVEPOINT qs_", "ROLLBACK TO SAVEPOINT qs_"];
        if !of_savepoints.iter().any(|word| sql.starts_with(word)) {
            self.log.push_script(&sql);
        }
        self.inner.execute_script(sql)
    }

    fn stream(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'_, Result<Box<dyn Sink>, Error>> {
        self.log.push(&statement);
        self.inner.stream(statement, chunk, new_sink)
    }

    fn cursor(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxFuture<'_, Result<Box<dyn Cursor + '_>, Error>> {
        self.log.push(&statement);
        async move {
            let inner = self.inner.cursor(statement, chunk, new_sink).await?;
            Ok(Box::new(RecordedCursor { inner, log: &self.log }) as Box<dyn Cursor>)
        }
        .boxed()
    }
}

struct RecordedCursor<'c> {
    inner: Box<dyn Cursor + 'c>,
    log: &'c QueryLog,
}

impl Cursor for RecordedCursor<'_> {
    fn dialect(&self) -> Dialect {
        self.inner.dialect()
    }

    fn next(&mut self) -> BoxFuture<'_, Result<Option<Box<dyn Sink>>, Error>> {
        self.inner.next()
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        self.log.push(&statement);
        self.inner.fetch(statement, sink)
    }
}

impl OpenTransaction for Recorded<dyn OpenTransaction> {
    fn commit(self: Box<Self>) -> BoxFuture<'static, Result<(), Error>> {
        self.inner.commit()
    }

    fn rollback(self: Box<Self>) -> BoxFuture<'static, Result<(), Error>> {
        self.inner.rollback()
    }
}
