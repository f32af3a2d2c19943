//! [`Transaction`]: an open transaction, and the savepoints inside it.

use std::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt};

use crate::backend::Backend;
use crate::capability::Capability;
use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::driver::{self, Connection, Cursor, Done, Isolation, NewSink, OpenTransaction, Statement};
use crate::error::Error;
use crate::hooks::Registry;

/// How a transaction begins: see [`Db::begin_with`](crate::Db::begin_with).
#[derive(Clone, Copy, Debug, Default)]
pub struct Begin {
    isolation: Option<Isolation>,
    read_only: bool,
}

impl Begin {
    /// As [`Db::begin`](crate::Db::begin) does it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the isolation level. SQLite's transactions are serializable, whatever is asked for.
    #[must_use]
    pub fn isolation(mut self, isolation: Isolation) -> Self {
        self.isolation = Some(isolation);
        self
    }

    /// Refuses to write. On SQLite such a transaction does not wait for the one writer.
    #[must_use]
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }
}

impl From<Begin> for driver::Begin {
    fn from(begin: Begin) -> Self {
        Self { isolation: begin.isolation, read_only: begin.read_only }
    }
}

/// An open transaction, or a savepoint inside one. Dropping it rolls it back.
///
/// Pass `&mut tx` to whatever runs a query. While a savepoint is open, only it can be used.
///
/// Django: `transaction.atomic()`.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio_test(async |db| {
/// let mut tx = db.begin().await?;
/// Theme::create().name("Autumn").order(1).save(&mut tx).await?;
///
/// let mut savepoint = tx.begin().await?;
/// Theme::objects().delete(&mut savepoint).await?;
/// savepoint.rollback().await?;
///
/// tx.commit().await?;
/// # Ok(()) });
/// ```
#[must_use = "dropping a transaction rolls it back"]
pub struct Transaction<'t, B> {
    level: Level<'t>,
    backend: PhantomData<fn() -> B>,
}

/// Why a transaction has a level that is not ended by itself.
const NOT_ITS_OWN: &str = "closures and hooks get a reference, by which they cannot end it";

enum Level<'t> {
    Outermost(Box<Open>),
    Savepoint {
        open: &'t mut Open,
        savepoint: Savepoint,
    },
    /// Part of what is around it.
    Within(&'t mut Open),
    /// Lent to a closure: at its end it goes home.
    Lent {
        open: Box<Open>,
        depth: u32,
        home: Home,
    },
    Finished,
}

/// Where whoever lends a transaction finds it again.
#[derive(Clone, Default)]
pub(super) struct Home(Arc<Mutex<Option<Box<Open>>>>);

impl Home {
    fn put(&self, open: Box<Open>) {
        // Nothing panics while it is locked.
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(open);
    }

    /// `None` when it was kept by whom it was lent to.
    pub(super) fn take(&self) -> Option<Box<Open>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl<B: Backend> Transaction<'static, B> {
    pub(super) fn outermost(open: Open) -> Self {
        Self { level: Level::Outermost(Box::new(open)), backend: PhantomData }
    }

    /// That of a closure; `depth` is that of the savepoint around it.
    pub(super) fn lent(open: Box<Open>, depth: u32, home: Home) -> Self {
        Self { level: Level::Lent { open, depth, home }, backend: PhantomData }
    }
}

impl<'t, B> Transaction<'t, B> {
    /// What hooks work in: it ends with what is around it.
    pub(crate) fn within(open: &'t mut Open) -> Self {
        Self { level: Level::Within(open), backend: PhantomData }
    }
}

impl<B> Transaction<'_, B> {
    pub(super) fn open(&mut self) -> &mut Open {
        let open = match &mut self.level {
            Level::Outermost(open) | Level::Lent { open, .. } => open,
            Level::Savepoint { open, .. } | Level::Within(open) => &mut **open,
            Level::Finished => unreachable!("commit and rollback take the transaction"),
        };
        open.recover();
        open
    }
}

impl<B: Backend> Transaction<'_, B> {
    /// Opens a savepoint: a transaction inside this one. Dropping it undoes only what came after it.
    ///
    /// Django: a nested `atomic()`. SQL: `SAVEPOINT`.
    ///
    /// # Errors
    ///
    /// [`Error::TransactionAborted`] when a statement of this transaction failed before.
    pub async fn begin(&mut self) -> Result<Transaction<'_, B>, Error> {
        let open = self.open();
        let savepoint = open.savepoint().await?;
        Ok(Transaction { level: Level::Savepoint { open, savepoint }, backend: PhantomData })
    }

    /// Runs `callback` as soon as all of it is permanent: after the commit of the outermost transaction,
    /// in the order of the calls, before `commit()` or `atomic()` comes back. It is dropped when the
    /// transaction, or the savepoint that it was registered in, is rolled back.
    ///
    /// The connection is back in its pool by then. What goes wrong in a callback cannot undo the
    /// transaction, so it gives nothing: it has to deal with its own errors.
    ///
    /// Django: `transaction.on_commit(callback)`.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// # async fn announce(theme: i64) {}
    /// # tokio_test(async |db| {
    /// db.atomic(async |mut tx| -> Result<(), Error> {
    ///     let theme = Theme::create().name("Autumn").order(1).save(&mut tx).await?;
    ///     tx.on_commit(move || announce(theme.id));
    ///     Ok(())
    /// })
    /// .await?;
    /// # Ok(()) });
    /// ```
    pub fn on_commit<F, R>(&mut self, callback: F)
    where
        F: FnOnce() -> R + Send + 'static,
        R: Future<Output = ()> + Send + 'static,
    {
        let depth = match &self.level {
            Level::Outermost(_) | Level::Finished => 0,
            Level::Savepoint { savepoint, .. } => savepoint.0,
            Level::Lent { depth, .. } => *depth,
            Level::Within(open) => open.depth,
        };
        self.open().callbacks.push((depth, Box::new(move || callback().boxed())));
    }

    /// Runs SQL text of your own that may hold several statements and returns no rows.
    ///
    /// # Errors
    ///
    /// Any [`Error`] of the database.
    pub async fn execute_script(&mut self, sql: impl Into<String> + Send) -> Result<(), Error> {
        let open = self.open();
        open.settle().await?;
        open.script(sql.into()).await
    }

    /// Makes what was done permanent; of a savepoint, part of the transaction around it.
    ///
    /// # Errors
    ///
    /// [`Error::TransactionAborted`] when a statement failed and the database has given up the
    /// transaction: everything was rolled back. [`Error::Integrity`] when a deferred constraint does
    /// not hold.
    pub async fn commit(mut self) -> Result<(), Error> {
        match std::mem::replace(&mut self.level, Level::Finished) {
            Level::Outermost(open) => open.commit().await,
            Level::Savepoint { open, savepoint } => open.release(savepoint).await,
            Level::Within(_) | Level::Lent { .. } | Level::Finished => unreachable!("{NOT_ITS_OWN}"),
        }
    }

    /// Undoes what was done.
    ///
    /// # Errors
    ///
    /// When the connection is lost; the database then rolls back by itself.
    pub async fn rollback(mut self) -> Result<(), Error> {
        match std::mem::replace(&mut self.level, Level::Finished) {
            Level::Outermost(open) => open.rollback().await,
            Level::Savepoint { open, savepoint } => open.rollback_to(savepoint).await,
            Level::Within(_) | Level::Lent { .. } | Level::Finished => unreachable!("{NOT_ITS_OWN}"),
        }
    }
}

impl<B> Drop for Transaction<'_, B> {
    fn drop(&mut self) {
        match std::mem::replace(&mut self.level, Level::Finished) {
            Level::Savepoint { open, savepoint } => open.undo_later(savepoint),
            Level::Lent { open, home, .. } => home.put(open),
            // Dropping the connection rolls back.
            Level::Outermost(_) | Level::Within(_) | Level::Finished => {}
        }
    }
}

/// A savepoint, by how deep it is nested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Savepoint(pub(super) u32);

/// The connection of a transaction, and how far its savepoints are.
///
/// sqlx's own nested transactions are not used: when one fails to begin, they roll back the outer one.
pub(crate) struct Open {
    transaction: Box<dyn OpenTransaction>,
    depth: u32,
    /// A savepoint that was dropped: the next statement rolls back to it first.
    undo: Option<Savepoint>,
    /// A savepoint is on its way out. When this is still so at the next statement, the future that
    /// waited for it was dropped, and what the server did is not known.
    leaving: bool,
    /// The database has given up the whole transaction.
    lost: bool,
    /// A statement met another transaction, and what it was part of was not undone yet.
    conflict: bool,
    /// It is lent to a closure, in a savepoint of its own.
    away: Option<(Home, Savepoint)>,
    /// What is to be done after the commit, with how deep the savepoint is that it belongs to.
    callbacks: Vec<(u32, Callback)>,
    hooks: Registry,
}

/// What is to be done after a commit.
type Callback = Box<dyn FnOnce() -> BoxFuture<'static, ()> + Send>;

impl Open {
    pub(super) fn new(transaction: Box<dyn OpenTransaction>, hooks: Registry) -> Self {
        Self {
            transaction,
            depth: 0,
            undo: None,
            leaving: false,
            lost: false,
            conflict: false,
            away: None,
            callbacks: Vec::new(),
            hooks,
        }
    }

    pub(super) fn hooks(&self) -> &Registry {
        &self.hooks
    }

    /// Whether it has met a conflict with another transaction after which it can be tried again.
    pub(super) fn has_conflict(&self) -> bool {
        self.conflict
    }

    /// Lends it to a closure that works inside `savepoint`.
    pub(super) fn lend(&mut self, savepoint: Savepoint) -> (Box<Self>, Home) {
        let home = Home::default();
        let mut left = Self::new(Box::new(Gone(self.dialect())), Registry::default());
        left.away = Some((home.clone(), savepoint));
        (Box::new(std::mem::replace(self, left)), home)
    }

    /// Takes back what was lent. Where that was kept, the transaction is lost.
    pub(super) fn take_back(&mut self) -> bool {
        let Some((home, _)) = self.away.take() else { return true };
        match home.take() {
            Some(open) => *self = *open,
            None => self.lost = true,
        }
        !self.lost
    }

    /// Takes back what was lent to a closure that was dropped half-way, to undo what that has done.
    fn recover(&mut self) {
        if let Some((_, savepoint)) = self.away
            && self.take_back()
        {
            self.undo_later(savepoint);
        }
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.transaction.dialect()
    }

    pub(super) fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> impl Future<Output = Result<Box<dyn Sink>, Error>> + Send {
        self.run(move |transaction| transaction.fetch(statement, sink))
    }

    pub(super) fn execute(
        &mut self,
        statement: Statement,
    ) -> impl Future<Output = Result<Done, Error>> + Send {
        self.run(move |transaction| transaction.execute(statement))
    }

    /// Runs a statement where the caller believes that the connection is.
    fn run<'o, T: Send + 'o>(
        &'o mut self,
        run: impl for<'t> FnOnce(&'t mut dyn OpenTransaction) -> BoxFuture<'t, Result<T, Error>> + Send + 'o,
    ) -> impl Future<Output = Result<T, Error>> + Send + 'o {
        if !self.is_settled() {
            // On the heap: the future of a statement with nothing to undo stays small.
            let settled = async move {
                self.settle().await?;
                let outcome = run(&mut *self.transaction).await;
                self.watch(outcome)
            };
            return settled.boxed().left_future();
        }
        let (transaction, mut watch) = self.watched();
        run(transaction).map(move |outcome| watch.over(outcome)).right_future()
    }

    pub(super) fn stream(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'_, Result<Box<dyn Sink>, Error>> {
        async_stream::stream! {
            if let Err(error) = self.settle().await {
                yield Err(error);
                return;
            }
            let Self { transaction, conflict, .. } = self;
            let mut chunks = transaction.stream(statement, chunk, new_sink);
            while let Some(chunk) = chunks.next().await {
                *conflict |= chunk.as_ref().is_err_and(Error::is_retryable);
                yield chunk;
            }
        }
        .boxed()
    }

    pub(crate) async fn cursor(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> Result<Box<dyn Cursor + '_>, Error> {
        self.settle().await?;
        let (transaction, mut watch) = self.watched();
        let opened = transaction.cursor(statement, chunk, new_sink).await;
        let inner = watch.over(opened)?;
        Ok(Box::new(Watched { inner, watch }))
    }

    pub(super) async fn savepoint(&mut self) -> Result<Savepoint, Error> {
        self.settle().await?;
        let savepoint = Savepoint(self.depth + 1);
        self.script(format!("SAVEPOINT qs_{}", savepoint.0)).await?;
        self.depth = savepoint.0;
        Ok(savepoint)
    }

    pub(super) async fn release(&mut self, savepoint: Savepoint) -> Result<(), Error> {
        self.settle().await?;
        self.leaving = true;
        let released = self.script(format!("RELEASE SAVEPOINT qs_{}", savepoint.0)).await;
        self.leaving = false;
        match released {
            Ok(()) => {
                self.depth = savepoint.0 - 1;
                for (depth, _) in &mut self.callbacks {
                    *depth = self.depth.min(*depth);
                }
                Ok(())
            }
            // PostgreSQL refuses to release after a failed statement: the savepoint is undone, so
            // that the transaction around it goes on.
            Err(_) => {
                self.rollback_to(savepoint).await?;
                Err(Error::TransactionAborted)
            }
        }
    }

    pub(super) async fn rollback_to(&mut self, savepoint: Savepoint) -> Result<(), Error> {
        self.forget_callbacks(savepoint);
        if self.lost {
            return Err(Error::TransactionAborted);
        }
        self.leaving = true;
        self.script(format!("ROLLBACK TO SAVEPOINT qs_{}", savepoint.0)).await?;
        self.script(format!("RELEASE SAVEPOINT qs_{}", savepoint.0)).await?;
        self.leaving = false;
        self.undo = None;
        self.conflict = false;
        self.depth = savepoint.0 - 1;
        Ok(())
    }

    /// Drops what was to be done after the commit of what is undone now.
    fn forget_callbacks(&mut self, savepoint: Savepoint) {
        self.callbacks.retain(|(depth, _)| *depth < savepoint.0);
    }

    /// Undoes a savepoint before the next statement: a destructor cannot wait.
    fn undo_later(&mut self, savepoint: Savepoint) {
        self.undo = Some(self.undo.map_or(savepoint, |undo| undo.min(savepoint)));
        self.forget_callbacks(savepoint);
    }

    pub(super) async fn commit(mut self) -> Result<(), Error> {
        self.recover();
        if let Err(error) = self.settle().await {
            self.transaction.rollback().await?;
            return Err(error);
        }
        self.transaction.commit().await?;
        for (_, callback) in self.callbacks {
            callback().await;
        }
        Ok(())
    }

    pub(super) async fn rollback(self) -> Result<(), Error> {
        self.transaction.rollback().await
    }

    /// Whether the connection is where the caller believes it is.
    fn is_settled(&self) -> bool {
        !self.lost && !self.leaving && self.undo.is_none()
    }

    /// Brings the connection to where the caller believes it is.
    async fn settle(&mut self) -> Result<(), Error> {
        self.lost |= self.leaving;
        if self.lost {
            return Err(Error::TransactionAborted);
        }
        match self.undo {
            Some(savepoint) => self.rollback_to(savepoint).await,
            None => Ok(()),
        }
    }

    async fn script(&mut self, sql: String) -> Result<(), Error> {
        let outcome = self.transaction.execute_script(sql).await;
        self.watch(outcome)
    }

    fn watch<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        self.watched().1.over(outcome)
    }

    /// The transaction, and what watches over what it does.
    fn watched(&mut self) -> (&mut dyn OpenTransaction, Watch<'_>) {
        let Self { transaction, conflict, lost, .. } = self;
        let dialect = transaction.dialect();
        (&mut **transaction, Watch { conflict, lost, dialect })
    }
}

/// Notes what a failure means for the transaction.
struct Watch<'o> {
    conflict: &'o mut bool,
    lost: &'o mut bool,
    dialect: Dialect,
}

impl Watch<'_> {
    /// After a deadlock MySQL has rolled back the whole transaction, and would run what follows in
    /// autocommit: nothing may follow.
    fn over<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        if let Err(error) = &outcome {
            let conflict = error.is_retryable();
            *self.conflict |= conflict;
            *self.lost |= conflict && !self.dialect.has(Capability::OutlivesConflict)
                || matches!(error, Error::Connection { .. });
        }
        outcome
    }
}

/// A cursor in the transaction.
struct Watched<'o> {
    inner: Box<dyn Cursor + 'o>,
    watch: Watch<'o>,
}

impl Cursor for Watched<'_> {
    fn dialect(&self) -> Dialect {
        self.inner.dialect()
    }

    fn next(&mut self) -> BoxFuture<'_, Result<Option<Box<dyn Sink>>, Error>> {
        async move { self.watch.over(self.inner.next().await) }.boxed()
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        async move { self.watch.over(self.inner.fetch(statement, sink).await) }.boxed()
    }
}

/// In the place of a transaction that is lent.
struct Gone(Dialect);

impl Gone {
    async fn fails<T>() -> Result<T, Error> {
        Err(Error::TransactionAborted)
    }
}

impl Connection for Gone {
    fn dialect(&self) -> Dialect {
        self.0
    }

    fn fetch(&mut self, _: Statement, _: Box<dyn Sink>) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        Self::fails().boxed()
    }

    fn execute(&mut self, _: Statement) -> BoxFuture<'_, Result<Done, Error>> {
        Self::fails().boxed()
    }

    fn execute_script(&mut self, _: String) -> BoxFuture<'_, Result<(), Error>> {
        Self::fails().boxed()
    }

    fn stream(
        &mut self,
        _: Statement,
        _: usize,
        _: Box<dyn Fn() -> Box<dyn Sink> + Send + Sync>,
    ) -> BoxStream<'_, Result<Box<dyn Sink>, Error>> {
        futures_util::stream::once(Self::fails()).boxed()
    }

    fn cursor(
        &mut self,
        _: Statement,
        _: usize,
        _: NewSink,
    ) -> BoxFuture<'_, Result<Box<dyn Cursor + '_>, Error>> {
        Self::fails().boxed()
    }
}

impl OpenTransaction for Gone {
    fn commit(self: Box<Self>) -> BoxFuture<'static, Result<(), Error>> {
        Self::fails().boxed()
    }

    fn rollback(self: Box<Self>) -> BoxFuture<'static, Result<(), Error>> {
        Self::fails().boxed()
    }
}
