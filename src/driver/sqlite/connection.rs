//! A connection as its holder sees it: each call is a job for the connection's thread.

use std::sync::atomic::Ordering;
use std::sync::{Arc, mpsc as wishes};

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use tokio::sync::{mpsc, oneshot};

use super::pool::Returned;
use super::thread::{Job, Reply, Signals, Ticket, Wish, Worker};
use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::driver::{Connection, Cursor, Done, NewSink, OpenTransaction, Statement};
use crate::error::Error;

/// Filled sinks that wait for the caller of a stream. One more is being filled.
const CHUNKS_AHEAD: usize = 2;

/// A connection in use. Dropping it gives it back to its pool.
pub(super) struct SqliteConnection {
    /// `None` after the drop only.
    returned: Option<Returned>,
    /// A job was sent whose end was not seen.
    in_flight: bool,
    /// Its holder opened a transaction, and has not ended it.
    in_transaction: bool,
}

impl SqliteConnection {
    pub(super) fn new(returned: Returned) -> Self {
        Self { returned: Some(returned), in_flight: false, in_transaction: false }
    }

    pub(super) async fn begin(&mut self, read_only: bool) -> Result<(), Error> {
        self.call(|_, reply| Job::Begin { read_only, reply }).await?;
        self.in_transaction = true;
        Ok(())
    }

    async fn end(&mut self, job: impl FnOnce(Ticket, Reply<()>) -> Job) -> Result<(), Error> {
        let outcome = self.call(job).await;
        // Whatever it is, no transaction is open after it.
        self.in_transaction = false;
        outcome
    }

    fn worker(&mut self) -> &mut Worker {
        let returned = self.returned.as_mut().expect("it is taken by drop alone");
        returned.worker.as_mut().expect("it is taken on the way out alone")
    }

    fn lost(&self) -> Error {
        let returned = self.returned.as_ref().expect("it is taken by drop alone");
        returned.shared.connection_error("the thread of the connection has ended")
    }

    /// Sends a job; the second value of what it gives tells the thread when the caller has gone.
    fn send(&mut self, job: impl FnOnce(Ticket) -> Job) -> Result<Caller, Error> {
        let in_transaction = self.in_transaction;
        self.in_flight = true;
        let worker = self.worker();
        worker.tickets += 1;
        let ticket = Ticket { number: worker.tickets, in_transaction };
        let caller = Caller { number: ticket.number, signals: Arc::clone(&worker.signals), done: false };
        if worker.jobs.send(job(ticket)).is_err() {
            return Err(self.lost());
        }
        Ok(caller)
    }

    /// Sends a job and waits for its answer.
    async fn call<T>(&mut self, job: impl FnOnce(Ticket, Reply<T>) -> Job) -> Result<T, Error> {
        let (reply, answer) = oneshot::channel();
        let mut caller = self.send(|ticket| job(ticket, reply))?;
        let Ok(answer) = answer.await else { return Err(self.lost()) };
        caller.finished();
        self.in_flight = false;
        answer
    }
}

impl Connection for SqliteConnection {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        Box::pin(self.call(|ticket, reply| Job::Fetch { ticket, statement, sink, reply }))
    }

    fn execute(&mut self, statement: Statement) -> BoxFuture<'_, Result<Done, Error>> {
        Box::pin(self.call(|ticket, reply| Job::Execute { ticket, statement, reply }))
    }

    fn execute_script(&mut self, sql: String) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(self.call(|ticket, reply| Job::Script { ticket, sql, reply }))
    }

    fn stream(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'_, Result<Box<dyn Sink>, Error>> {
        Box::pin(async_stream::try_stream! {
            let (chunks, mut filled) = mpsc::channel(CHUNKS_AHEAD);
            let chunk = chunk.max(1);
            let mut caller =
                self.send(|ticket| Job::Stream { ticket, statement, chunk, new_sink, chunks })?;
            loop {
                let next = filled.recv().await.ok_or_else(|| self.lost())?;
                if !matches!(next, Ok(Some(_))) {
                    caller.finished();
                    self.in_flight = false;
                }
                match next? {
                    Some(sink) => yield sink,
                    None => break,
                }
            }
        })
    }

    fn cursor(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxFuture<'_, Result<Box<dyn Cursor + '_>, Error>> {
        Box::pin(async move {
            let (opened, answer) = oneshot::channel();
            let (wish, wishes) = wishes::channel();
            let chunk = chunk.max(1);
            let mut caller =
                self.send(|ticket| Job::Cursor { ticket, statement, chunk, new_sink, opened, wishes })?;
            let Ok(answer) = answer.await else { return Err(self.lost()) };
            if let Err(error) = answer {
                caller.finished();
                self.in_flight = false;
                return Err(error);
            }
            let cursor: Box<dyn Cursor> =
                Box::new(SqliteCursor { connection: self, caller, wish: Some(wish) });
            Ok(cursor)
        })
    }
}

/// A statement under way on the connection's thread, which does nothing else before the drop of this.
struct SqliteCursor<'c> {
    connection: &'c mut SqliteConnection,
    caller: Caller,
    /// `None` after the last row.
    wish: Option<wishes::Sender<Wish>>,
}

impl SqliteCursor<'_> {
    async fn ask<T>(&self, wish: impl FnOnce(Reply<T>) -> Wish) -> Result<T, Error> {
        let (reply, answer) = oneshot::channel();
        // Where it cannot be sent, the reply is dropped with it.
        if let Some(sender) = &self.wish {
            let _ = sender.send(wish(reply));
        }
        answer.await.unwrap_or_else(|_| Err(self.connection.lost()))
    }
}

impl Cursor for SqliteCursor<'_> {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn next(&mut self) -> BoxFuture<'_, Result<Option<Box<dyn Sink>>, Error>> {
        Box::pin(async move {
            if self.wish.is_none() {
                return Ok(None);
            }
            let sink = self.ask(Wish::Chunk).await?;
            if sink.is_none() {
                self.wish = None;
                self.caller.finished();
                self.connection.in_flight = false;
            }
            Ok(sink)
        })
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        Box::pin(async move { self.ask(|reply| Wish::Fetch { statement, sink, reply }).await })
    }
}

impl OpenTransaction for SqliteConnection {
    fn commit(mut self: Box<Self>) -> BoxFuture<'static, Result<(), Error>> {
        Box::pin(async move { self.end(|_, reply| Job::Commit { reply }).await })
    }

    fn rollback(mut self: Box<Self>) -> BoxFuture<'static, Result<(), Error>> {
        Box::pin(async move { self.end(|_, reply| Job::Rollback { reply }).await })
    }
}

impl Drop for SqliteConnection {
    fn drop(&mut self) {
        let Some(returned) = self.returned.take() else { return };
        let Some(worker) = &returned.worker else { return };
        let changed = worker.signals.in_transaction.load(Ordering::Relaxed)
            || worker.signals.suspect.load(Ordering::Relaxed);
        if !(self.in_flight || self.in_transaction || changed) {
            returned.give_back();
            return;
        }
        // The thread gives it back, permits and all, when the jobs before are done and rolled back. If it
        // has ended, the job comes back, and its drop gives the permits back.
        let jobs = worker.jobs.clone();
        let _ = jobs.send(Job::Release(returned));
    }
}

/// The caller of a job. Dropping it before the job is `finished` stops it.
struct Caller {
    number: u64,
    signals: Arc<Signals>,
    done: bool,
}

impl Caller {
    fn finished(&mut self) {
        self.done = true;
    }
}

impl Drop for Caller {
    fn drop(&mut self) {
        if !self.done {
            self.signals.abandoned.store(self.number, Ordering::Relaxed);
        }
    }
}
