//! [`rolled_back()`]: a database that forgets what was written.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt};
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::backend::Backend;
use crate::db::Db;
use crate::decode::{Collect, Sink};
use crate::dialect::{DeferredRules, Dialect};
use crate::driver::{Access, Begin, Connection, Cursor, Done, NewSink, OpenTransaction, Pool, Statement};
use crate::error::{Error, Violation};

/// How long a statement waits for a transaction that is open: a test that uses the database beside its
/// own transaction should fail, not hang.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is written next goes behind this.
const MARK: &str = "SAVEPOINT qs_test";
const BACK: &str = "ROLLBACK TO SAVEPOINT qs_test";
const ON: &str = "RELEASE SAVEPOINT qs_test; SAVEPOINT qs_test";

/// The same database for one test: all that is written by the new handle and its clones is undone as
/// soon as the last of them is dropped, and nobody else sees it.
///
/// It is one transaction on one connection. A statement is atomic by itself as before, and what the
/// program opens as transactions are savepoints:
///
/// - `atomic()`, `begin()` and their savepoints commit and roll back as they would. Of their options,
///   the isolation level and `read_only()` are left out, and there is nobody to be in conflict with.
/// - `on_commit()` runs its callbacks when the program's own transaction commits.
/// - Foreign keys that the database checks at the commit are checked there, too.
/// - Statements wait for each other. One that waits for 10 s, because the test itself has a transaction
///   open meanwhile, is [`Error::PoolTimeout`].
/// - On MySQL a statement that makes or drops a table commits what was written.
///
/// Sequences and counters of keys go on, as in Django. On SQLite it is the one writer of its file until
/// it is dropped; give each test a database in memory to have them run beside each other.
///
/// Django: `TestCase`, in which `on_commit()` wants `captureOnCommitCallbacks(execute=True)`, and an
/// error of the database outside of `atomic()` ends the test on PostgreSQL.
///
/// # Errors
///
/// Those of [`Db::begin`].
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::testing::rolled_back;
///
/// # tokio_test(async |shared| {
/// {
///     let db = rolled_back(&shared).await?;
///     Entry::objects().delete(&db).await?;
///     db.atomic(async |mut tx| Blog::objects().delete(&mut tx).await).await?;
///     assert_eq!(Blog::objects().count(&db).await?, 0);
/// }
/// assert_eq!(Blog::objects().count(&shared).await?, 1);
/// # Ok(()) });
/// ```
#[doc(alias = "TestCase")]
pub async fn rolled_back<B: Backend>(db: &Db<B>) -> Result<Db<B>, Error> {
    let mut transaction = db.pool().begin(Begin::default()).await?;
    transaction.execute_script(MARK.to_owned()).await?;
    let dialect = transaction.dialect();
    let only = Arc::new(Mutex::new(Only { transaction: Some(transaction), unfinished: false }));
    Ok(db.with_pool(|_| Arc::new(OneTransaction { only, dialect })))
}

/// A pool of one connection, whose transaction nobody commits.
struct OneTransaction {
    only: Arc<Mutex<Only>>,
    dialect: Dialect,
}

/// The connection. Between two statements it stands at the savepoint, with nothing behind that.
struct Only {
    /// `None` after `close()`.
    transaction: Option<Box<dyn OpenTransaction>>,
    /// What stands behind the savepoint was given up half-way: it is undone first.
    unfinished: bool,
}

impl OneTransaction {
    async fn turn(&self) -> Result<Turn, Error> {
        let waiting = tokio::time::timeout(PATIENCE, Arc::clone(&self.only).lock_owned());
        let only = waiting.await.map_err(|_| Error::PoolTimeout { waited: PATIENCE, max_connections: 1 })?;
        let mut turn = Turn(only);
        if turn.0.unfinished {
            turn.back().await?;
        }
        Ok(turn)
    }
}

impl Pool for OneTransaction {
    fn dialect(&self) -> Dialect {
        self.dialect
    }

    fn acquire(&self, access: Access) -> BoxFuture<'_, Result<Box<dyn Connection>, Error>> {
        async move { Ok(Box::new(Single { turn: self.turn().await?, access }) as Box<dyn Connection>) }
            .boxed()
    }

    fn begin(&self, _begin: Begin) -> BoxFuture<'_, Result<Box<dyn OpenTransaction>, Error>> {
        async move {
            let mut turn = self.turn().await?;
            turn.0.unfinished = true;
            Ok(Box::new(turn) as Box<dyn OpenTransaction>)
        }
        .boxed()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        async {
            let transaction = self.only.lock().await.transaction.take();
            if let Some(transaction) = transaction {
                // The database does it by itself when the connection is lost.
                let _ = transaction.rollback().await;
            }
        }
        .boxed()
    }
}

/// The connection, for one statement or for one transaction of the program's.
struct Turn(OwnedMutexGuard<Only>);

impl Turn {
    fn transaction(&mut self) -> Result<&mut Box<dyn OpenTransaction>, Error> {
        self.0.transaction.as_mut().ok_or_else(closed)
    }

    async fn script(&mut self, sql: &str) -> Result<(), Error> {
        self.transaction()?.execute_script(sql.to_owned()).await
    }

    /// Undoes what stands behind the savepoint.
    async fn back(&mut self) -> Result<(), Error> {
        self.script(BACK).await?;
        self.0.unfinished = false;
        Ok(())
    }

    /// Keeps what stands behind the savepoint, when it breaks no rule.
    async fn on(&mut self) -> Result<(), Error> {
        let kept = match self.transaction()?.dialect().deferred_rules() {
            DeferredRules::None => self.script(ON).await,
            DeferredRules::CheckedBy(check) => self.script(&format!("{check}; {ON}")).await,
            DeferredRules::BrokenIn(query) => match self.broken(query).await {
                Ok(None) => self.script(ON).await,
                Ok(Some(table)) => Err(broken_key(table)),
                Err(error) => Err(error),
            },
        };
        match kept {
            Ok(()) => {
                self.0.unfinished = false;
                Ok(())
            }
            Err(error) => {
                self.back().await?;
                Err(error)
            }
        }
    }

    /// The first table that a query finds broken.
    async fn broken(&mut self, query: &'static str) -> Result<Option<String>, Error> {
        let statement = Statement::new(query, Vec::new());
        let sink = Collect::boxed(|cells| Ok(cells.text(0).ok().flatten().unwrap_or_default()));
        let tables = Collect::<String>::rows(self.transaction()?.fetch(statement, sink).await?);
        Ok(tables.into_iter().next())
    }
}

fn closed() -> Error {
    Error::Connection { database: "the test's transaction".to_owned(), source: "the pool is closed".into() }
}

/// What SQLite says of it at a commit.
fn broken_key(table: String) -> Error {
    Error::Integrity {
        violation: Violation::ForeignKey,
        model: None,
        fields: Vec::new(),
        table: Some(table),
        columns: Vec::new(),
        constraint: None,
        source: "FOREIGN KEY constraint failed".into(),
    }
}

/// For single statements, each a transaction of its own.
struct Single {
    turn: Turn,
    access: Access,
}

impl Single {
    async fn end<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        match (&outcome, self.access) {
            (Ok(_), Access::Read) => self.turn.0.unfinished = false,
            (Ok(_), Access::Write) => self.turn.on().await?,
            // What went wrong first says more.
            (Err(_), _) => drop(self.turn.back().await),
        }
        outcome
    }
}

impl Connection for Single {
    fn dialect(&self) -> Dialect {
        self.turn.dialect()
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        async move {
            self.turn.0.unfinished = true;
            let outcome = self.turn.fetch(statement, sink).await;
            self.end(outcome).await
        }
        .boxed()
    }

    fn execute(&mut self, statement: Statement) -> BoxFuture<'_, Result<Done, Error>> {
        async move {
            self.turn.0.unfinished = true;
            let outcome = self.turn.execute(statement).await;
            self.end(outcome).await
        }
        .boxed()
    }

    fn execute_script(&mut self, sql: String) -> BoxFuture<'_, Result<(), Error>> {
        async move {
            self.turn.0.unfinished = true;
            let outcome = self.turn.execute_script(sql).await;
            self.end(outcome).await
        }
        .boxed()
    }

    fn stream(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'_, Result<Box<dyn Sink>, Error>> {
        async_stream::stream! {
            self.turn.0.unfinished = true;
            let mut failed = false;
            let mut chunks = self.turn.stream(statement, chunk, new_sink);
            while let Some(chunk) = chunks.next().await {
                failed |= chunk.is_err();
                yield chunk;
            }
            drop(chunks);
            self.turn.0.unfinished = failed;
        }
        .boxed()
    }

    fn cursor(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxFuture<'_, Result<Box<dyn Cursor + '_>, Error>> {
        async move {
            let Only { transaction, unfinished } = &mut *self.turn.0;
            *unfinished = true;
            let transaction = transaction.as_mut().ok_or_else(closed)?;
            let inner = transaction.cursor(statement, chunk, new_sink).await?;
            Ok(Box::new(SingleCursor { inner, unfinished }) as Box<dyn Cursor>)
        }
        .boxed()
    }
}

/// Where it is dropped before its end, what it has left is undone.
struct SingleCursor<'t> {
    inner: Box<dyn Cursor + 't>,
    unfinished: &'t mut bool,
}

impl Cursor for SingleCursor<'_> {
    fn dialect(&self) -> Dialect {
        self.inner.dialect()
    }

    fn next(&mut self) -> BoxFuture<'_, Result<Option<Box<dyn Sink>>, Error>> {
        async move {
            let chunk = self.inner.next().await?;
            *self.unfinished = chunk.is_some();
            Ok(chunk)
        }
        .boxed()
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        self.inner.fetch(statement, sink)
    }
}

/// For a transaction of the program's.
impl Connection for Turn {
    fn dialect(&self) -> Dialect {
        self.0.transaction.as_ref().map_or(Dialect::Sqlite, |transaction| transaction.dialect())
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        async move { self.transaction()?.fetch(statement, sink).await }.boxed()
    }

    fn execute(&mut self, statement: Statement) -> BoxFuture<'_, Result<Done, Error>> {
        async move { self.transaction()?.execute(statement).await }.boxed()
    }

    fn execute_script(&mut self, sql: String) -> BoxFuture<'_, Result<(), Error>> {
        async move { self.transaction()?.execute_script(sql).await }.boxed()
    }

    fn stream(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'_, Result<Box<dyn Sink>, Error>> {
        match self.transaction() {
            Ok(transaction) => transaction.stream(statement, chunk, new_sink),
            Err(error) => futures_util::stream::once(async { Err(error) }).boxed(),
        }
    }

    fn cursor(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxFuture<'_, Result<Box<dyn Cursor + '_>, Error>> {
        async move { self.transaction()?.cursor(statement, chunk, new_sink).await }.boxed()
    }
}

impl OpenTransaction for Turn {
    fn commit(mut self: Box<Self>) -> BoxFuture<'static, Result<(), Error>> {
        async move { self.on().await }.boxed()
    }

    fn rollback(mut self: Box<Self>) -> BoxFuture<'static, Result<(), Error>> {
        async move { self.back().await }.boxed()
    }
}
