//! [`Transaction`]: an open transaction, and the savepoints inside it.

use std::marker::PhantomData;

use futures_util::StreamExt;
use futures_util::stream::BoxStream;

use crate::backend::Backend;
use crate::capability::Capability;
use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::driver::{self, Done, Isolation, OpenTransaction, Statement};
use crate::error::Error;

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

enum Level<'t> {
    Outermost(Box<Open>),
    Savepoint { open: &'t mut Open, savepoint: Savepoint },
    Finished,
}

impl<B: Backend> Transaction<'static, B> {
    pub(super) fn outermost(transaction: Box<dyn OpenTransaction>) -> Self {
        Self { level: Level::Outermost(Box::new(Open::new(transaction))), backend: PhantomData }
    }
}

impl<B> Transaction<'_, B> {
    pub(super) fn open(&mut self) -> &mut Open {
        match &mut self.level {
            Level::Outermost(open) => open,
            Level::Savepoint { open, .. } => open,
            Level::Finished => unreachable!("commit and rollback take the transaction"),
        }
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
            Level::Finished => Ok(()),
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
            Level::Finished => Ok(()),
        }
    }
}

impl<B> Drop for Transaction<'_, B> {
    fn drop(&mut self) {
        if let Level::Savepoint { open, savepoint } = &mut self.level {
            open.undo_later(*savepoint);
        }
    }
}

/// A savepoint, by how deep it is nested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Savepoint(u32);

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
}

impl Open {
    pub(super) fn new(transaction: Box<dyn OpenTransaction>) -> Self {
        Self { transaction, depth: 0, undo: None, leaving: false, lost: false }
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.transaction.dialect()
    }

    pub(super) async fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> Result<Box<dyn Sink>, Error> {
        self.settle().await?;
        let outcome = self.transaction.fetch(statement, sink).await;
        self.watch(outcome)
    }

    pub(super) async fn execute(&mut self, statement: Statement) -> Result<Done, Error> {
        self.settle().await?;
        let outcome = self.transaction.execute(statement).await;
        self.watch(outcome)
    }

    pub(super) fn stream(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: Box<dyn Fn() -> Box<dyn Sink> + Send + Sync>,
    ) -> BoxStream<'_, Result<Box<dyn Sink>, Error>> {
        async_stream::stream! {
            if let Err(error) = self.settle().await {
                yield Err(error);
                return;
            }
            let mut chunks = self.transaction.stream(statement, chunk, new_sink);
            while let Some(chunk) = chunks.next().await {
                yield chunk;
            }
        }
        .boxed()
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
        if self.lost {
            return Err(Error::TransactionAborted);
        }
        self.leaving = true;
        self.script(format!("ROLLBACK TO SAVEPOINT qs_{}", savepoint.0)).await?;
        self.script(format!("RELEASE SAVEPOINT qs_{}", savepoint.0)).await?;
        self.leaving = false;
        self.undo = None;
        self.depth = savepoint.0 - 1;
        Ok(())
    }

    /// Undoes a savepoint before the next statement: a destructor cannot wait.
    fn undo_later(&mut self, savepoint: Savepoint) {
        self.undo = Some(self.undo.map_or(savepoint, |undo| undo.min(savepoint)));
    }

    pub(super) async fn commit(mut self) -> Result<(), Error> {
        match self.settle().await {
            Ok(()) => self.transaction.commit().await,
            Err(error) => {
                self.transaction.rollback().await?;
                Err(error)
            }
        }
    }

    pub(super) async fn rollback(self) -> Result<(), Error> {
        self.transaction.rollback().await
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

    /// After a deadlock MySQL has rolled back the whole transaction, and would run what follows in
    /// autocommit: nothing may follow.
    fn watch<T>(&mut self, outcome: Result<T, Error>) -> Result<T, Error> {
        let conflict = matches!(outcome, Err(Error::Conflict { .. }));
        if conflict && !self.dialect().has(Capability::OutlivesConflict)
            || matches!(outcome, Err(Error::Connection { .. }))
        {
            self.lost = true;
        }
        outcome
    }
}
