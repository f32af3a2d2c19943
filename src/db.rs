//! [`Db`] and [`Transaction`]: where queries run.

mod atomic;
mod connect;
mod reader;
mod transaction;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, future};

pub use self::atomic::{Atomic, AtomicOptions, HoldsError};
pub use self::connect::{Connect, PoolOptions};
pub(crate) use self::reader::{Reader, Rows};
pub(crate) use self::transaction::Open;
use self::transaction::Savepoint;
pub use self::transaction::{Begin, Transaction};
use crate::backend::Backend;
use crate::decode::{Cells, Collect, Sink};
use crate::dialect::Dialect;
use crate::driver::{Access, Done, NewSink, Pool, Statement};
use crate::error::Error;
use crate::hooks::{Hooks, M2mHooks, Registry};
use crate::trace;

/// A database of the backend `B`: a pool of connections, cheap to clone.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio::runtime::Runtime::new().unwrap().block_on(async {
/// let db = Db::<Sqlite>::connect("sqlite::memory:").await?;
/// # let _ = db;
/// # Ok::<(), queryset::Error>(()) }).unwrap();
/// ```
pub struct Db<B> {
    pool: Arc<dyn Pool>,
    hooks: Registry,
    backend: PhantomData<fn() -> B>,
}

impl<B> Clone for Db<B> {
    fn clone(&self) -> Self {
        Self { pool: Arc::clone(&self.pool), hooks: self.hooks.clone(), backend: PhantomData }
    }
}

impl<B: Backend> fmt::Debug for Db<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Db").field("database", &self.pool.dialect().name()).finish_non_exhaustive()
    }
}

impl<B: Backend> Db<B> {
    pub(crate) fn new(pool: Arc<dyn Pool>) -> Self {
        Self { pool, hooks: Registry::default(), backend: PhantomData }
    }

    /// The same database, with what is to be done around the saving and the deleting of a model's rows.
    /// Other clones of the `Db` do not know it.
    ///
    /// Django: `post_save.connect(announce, sender=Theme)`.
    ///
    /// # Example
    ///
    /// See [`Hooks`].
    #[must_use = "the hooks run where the `Db` that this gives is used"]
    pub fn with_hooks<H: Hooks<B>>(&self, hooks: H) -> Self {
        Self { hooks: self.hooks.with(hooks), ..self.clone() }
    }

    /// The same database, with what is to be done around changes of a many-to-many relation. Other clones
    /// of the `Db` do not know it.
    ///
    /// Django: `m2m_changed.connect(check, sender=Entry.authors.through)`.
    ///
    /// # Example
    ///
    /// See [`M2mHooks`].
    #[must_use = "the hooks run where the `Db` that this gives is used"]
    pub fn with_m2m_hooks<H: M2mHooks<B>>(&self, hooks: H) -> Self {
        Self { hooks: self.hooks.with_pairs(hooks), ..self.clone() }
    }

    /// Opens a transaction. Dropping it before [`commit()`](Transaction::commit) rolls it back.
    ///
    /// On SQLite it is the only writer from the start: `BEGIN IMMEDIATE`.
    ///
    /// Django: `with transaction.atomic():`.
    ///
    /// # Errors
    ///
    /// [`Error::Connection`], [`Error::PoolTimeout`].
    pub async fn begin(&self) -> Result<Transaction<'static, B>, Error> {
        self.begin_with(Begin::default()).await
    }

    /// Opens a transaction with an isolation level, or for reading only.
    ///
    /// # Errors
    ///
    /// [`Error::Connection`], [`Error::PoolTimeout`].
    pub async fn begin_with(&self, begin: Begin) -> Result<Transaction<'static, B>, Error> {
        let transaction = self.pool.begin(begin.into()).await?;
        Ok(Transaction::outermost(Open::new(transaction, self.hooks.clone())))
    }

    /// Runs SQL text of your own that may hold several statements and returns no rows.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database.
    pub async fn execute_script(&self, sql: impl Into<String> + Send) -> Result<(), Error> {
        let mut connection = self.pool.acquire(Access::Write).await?;
        connection.execute_script(sql.into()).await
    }

    /// Waits for the connections in use, and closes all.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.pool.dialect()
    }

    pub(crate) fn pool(&self) -> &dyn Pool {
        &*self.pool
    }

    /// The same handle on another pool.
    pub(crate) fn with_pool(&self, pool: impl FnOnce(Arc<dyn Pool>) -> Arc<dyn Pool>) -> Self {
        Self { pool: pool(Arc::clone(&self.pool)), hooks: self.hooks.clone(), backend: PhantomData }
    }
}

/// What runs a query: `&Db`, or `&mut Transaction`. Sealed.
#[diagnostic::on_unimplemented(
    message = "a query does not run on `{Self}`",
    label = "pass `&db`, or `&mut tx` inside a transaction",
    note = "Django finds the database by its alias, and raises ConnectionDoesNotExist for an unknown one"
)]
pub trait Executor<'d>: Send + Sized + sealed::Sealed {
    /// The database it speaks to.
    type Backend: Backend;
    /// [`Autocommit`] or [`InTransaction`].
    type Place;

    #[doc(hidden)]
    fn runner(self) -> Runner<'d>;
}

mod sealed {
    pub trait Sealed {}
}

/// Where a query runs: on a [`Db`], so that each statement is a transaction of its own.
pub struct Autocommit;

/// Where a query runs: in a [`Transaction`].
pub struct InTransaction;

impl<B> sealed::Sealed for &Db<B> {}
impl<B> sealed::Sealed for &mut Transaction<'_, B> {}
impl<B> sealed::Sealed for &mut Atomic<B> {}

#[diagnostic::do_not_recommend]
impl<'d, B: Backend> Executor<'d> for &'d Db<B> {
    type Backend = B;
    type Place = Autocommit;

    fn runner(self) -> Runner<'d> {
        Runner::Pool(&*self.pool, &self.hooks)
    }
}

#[diagnostic::do_not_recommend]
impl<'d, B: Backend> Executor<'d> for &'d mut Transaction<'_, B> {
    type Backend = B;
    type Place = InTransaction;

    fn runner(self) -> Runner<'d> {
        Runner::Transaction(self.open())
    }
}

#[diagnostic::do_not_recommend]
impl<'d, B: Backend> Executor<'d> for &'d mut Atomic<B> {
    type Backend = B;
    type Place = InTransaction;

    fn runner(self) -> Runner<'d> {
        Runner::Transaction(self.open())
    }
}

/// An executor without its types: everything that is compiled once, whatever the query.
pub(crate) enum Runner<'d> {
    Pool(&'d dyn Pool, &'d Registry),
    Transaction(&'d mut Open),
}

/// What the compile layer gives: a statement, or none when the query can have no rows.
pub(crate) type Compiled = Result<Option<Statement>, Error>;

impl<'d> Runner<'d> {
    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Self::Pool(pool, _) => pool.dialect(),
            Self::Transaction(open) => open.dialect(),
        }
    }

    /// Whether it runs inside a transaction of the user's.
    pub(crate) fn is_transaction(&self) -> bool {
        matches!(self, Self::Transaction(_))
    }

    /// A second use of the same executor.
    pub(crate) fn again(&mut self) -> Runner<'_> {
        match self {
            Self::Pool(pool, hooks) => Runner::Pool(*pool, hooks),
            Self::Transaction(open) => Runner::Transaction(open),
        }
    }

    /// What is to be done around the writing of a model's rows.
    pub(crate) fn hooks(&self) -> &Registry {
        match self {
            Self::Pool(_, hooks) => hooks,
            Self::Transaction(open) => open.hooks(),
        }
    }

    /// The transaction of a runner that is known to have one.
    pub(crate) fn opened(&mut self) -> &mut Open {
        match self {
            Self::Pool(..) => unreachable!("whoever asks has opened a transaction"),
            Self::Transaction(open) => open,
        }
    }

    /// Runs a query and decodes its rows.
    pub(crate) async fn fetch<T: Send + 'static>(
        self,
        compiled: Compiled,
        decode: fn(&dyn Cells) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        match compiled? {
            None => Ok(Vec::new()),
            Some(statement) => {
                Ok(Collect::rows(self.run(statement, Access::Read, Collect::boxed(decode)).await?))
            }
        }
    }

    /// Runs a query and feeds its rows to `sink`, which comes back.
    pub(crate) fn fetch_into(
        self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> impl Future<Output = Result<Box<dyn Sink>, Error>> + Send + use<'d> {
        self.run(statement, Access::Read, sink)
    }

    /// Runs a statement and feeds its rows to `sink`, which comes back. Here and below an async block stands
    /// for an `async fn`, which has two places for each argument.
    pub(crate) fn run(
        self,
        statement: Statement,
        access: Access,
        sink: Box<dyn Sink>,
    ) -> impl Future<Output = Result<Box<dyn Sink>, Error>> + Send + use<'d> {
        let dialect = self.dialect();
        async move {
            let span = trace::Statement::start(dialect, &statement);
            let outcome = match self {
                Self::Pool(pool, _) => match pool.acquire(access).await {
                    Ok(mut connection) => connection.fetch(statement, sink).await,
                    Err(error) => Err(error),
                },
                Self::Transaction(open) => open.fetch(statement, sink).await,
            };
            span.end(outcome.as_ref().map(|sink| sink.len() as u64));
            outcome
        }
    }

    /// Runs a statement without rows.
    pub(crate) fn execute(
        self,
        statement: Statement,
    ) -> impl Future<Output = Result<Done, Error>> + Send + use<'d> {
        let dialect = self.dialect();
        async move {
            let span = trace::Statement::start(dialect, &statement);
            let outcome = match self {
                Self::Pool(pool, _) => match pool.acquire(Access::Write).await {
                    Ok(mut connection) => connection.execute(statement).await,
                    Err(error) => Err(error),
                },
                Self::Transaction(open) => open.execute(statement).await,
            };
            span.end(outcome.as_ref().map(|done| done.rows));
            outcome
        }
    }

    /// Opens a unit of several statements, all or none: a transaction, or a savepoint inside one.
    pub(crate) async fn atomic(self) -> Result<Unit<'d>, Error> {
        Ok(match self {
            Self::Pool(pool, hooks) => {
                let transaction = pool.begin(crate::driver::Begin::default()).await?;
                Unit::Transaction(Open::new(transaction, hooks.clone()))
            }
            Self::Transaction(open) => {
                let savepoint = open.savepoint().await?;
                Unit::Savepoint(open, savepoint)
            }
        })
    }

    /// Does several things, all or none.
    pub(crate) fn atomically<T: Send + 'd>(
        self,
        work: impl for<'r> FnOnce(Runner<'r>) -> BoxFuture<'r, Result<T, Error>> + Send + 'd,
    ) -> BoxFuture<'d, Result<T, Error>> {
        // On the heap: what often does one thing alone has a small future.
        Box::pin(async move {
            let mut unit = self.atomic().await?;
            match work(unit.runner()).await {
                Ok(done) => {
                    unit.commit().await?;
                    Ok(done)
                }
                Err(error) => {
                    // What went wrong first says more; when this fails, so does whatever follows.
                    let _ = unit.rollback().await;
                    Err(error)
                }
            }
        })
    }

    /// Runs a query and gives its rows in chunks.
    pub(crate) fn stream(
        self,
        compiled: Compiled,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'d, Result<Box<dyn Sink>, Error>> {
        let statement = match compiled {
            Ok(Some(statement)) => statement,
            Ok(None) => return futures_util::stream::empty().boxed(),
            Err(error) => return futures_util::stream::once(future::ready(Err(error))).boxed(),
        };
        match self {
            Self::Pool(pool, _) => async_stream::stream! {
                let mut span = trace::Chunks::start(pool.dialect(), &statement);
                match span.over(pool.acquire(Access::Read).await) {
                    Err(error) => yield Err(error),
                    Ok(mut connection) => {
                        let mut chunks = connection.stream(statement, chunk, new_sink);
                        while let Some(chunk) = chunks.next().await {
                            span.note(&chunk);
                            yield chunk;
                        }
                    }
                }
            }
            .boxed(),
            Self::Transaction(open) => {
                let mut span = trace::Chunks::start(open.dialect(), &statement);
                let chunks = open.stream(statement, chunk, new_sink);
                chunks.inspect(move |chunk| span.note(chunk)).boxed()
            }
        }
    }
}

/// Several statements, all or none. Dropping it undoes them.
pub(crate) enum Unit<'d> {
    Transaction(Open),
    Savepoint(&'d mut Open, Savepoint),
}

impl Unit<'_> {
    pub(crate) fn runner(&mut self) -> Runner<'_> {
        match self {
            Self::Transaction(open) => Runner::Transaction(open),
            Self::Savepoint(open, _) => Runner::Transaction(open),
        }
    }

    pub(crate) async fn commit(self) -> Result<(), Error> {
        match self {
            Self::Transaction(open) => open.commit().await,
            Self::Savepoint(open, savepoint) => open.release(savepoint).await,
        }
    }

    pub(crate) async fn rollback(self) -> Result<(), Error> {
        match self {
            Self::Transaction(open) => open.rollback().await,
            Self::Savepoint(open, savepoint) => open.rollback_to(savepoint).await,
        }
    }
}
