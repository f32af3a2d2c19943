//! [`Session`]: one connection, with or without an open transaction.
//!
//! sqlx does not promise that a connection is in step with its server after a future was dropped
//! half-way, so no future of a caller ever holds the connection: each statement is a task of its
//! own that the session keeps. A caller that goes away leaves it there, and the next statement, or
//! the end of the session, brings it to its end first.

use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use futures_util::stream::{BoxStream, StreamExt};
use sqlx::{AssertSqlSafe, SqlSafeStr};
use tokio::runtime::Handle;

use super::guard::Held;
use super::pool::{Lease, Shared};
use super::work::{Answer, Keep, Step, Work, run, run_in_chunks};
use super::{Effect, Failure, Server};
use crate::decode::{Cells, Collect, Sink};
use crate::dialect::Dialect;
use crate::driver::{Begin, Connection, Cursor, Done, NewSink, OpenTransaction, Statement};
use crate::error::Error;
use crate::value::Value;
use crate::zone::Zone;

/// Values that one statement can take, on PostgreSQL and on MySQL: their number is sent in 16 bits.
const MAX_VALUES: usize = u16::MAX as usize;

/// One connection of a pool.
pub(crate) struct Session<DB: Server> {
    shared: Arc<Shared<DB>>,
    state: State<DB>,
    transaction: Transaction,
    /// What an abandoned stream has left to do before the next statement.
    pub(in crate::driver) clean_up: Option<String>,
    /// Set when nobody waits for the statement under way: its rows are then thrown away.
    abandoned: Arc<AtomicBool>,
    /// Streams so far.
    pub(in crate::driver) streams: u32,
    /// Whether the session has been dropped, and only ends what was under way.
    ending: bool,
}

enum State<DB: Server> {
    Idle(Lease<DB>),
    Busy(Busy<DB>),
    /// There is no connection: it was lost or given up.
    Gone,
}

struct Busy<DB: Server> {
    steps: Steps<DB>,
    /// Whether more rows may follow than are worth reading when nobody wants them.
    streams: bool,
}

enum Steps<DB: Server> {
    /// The last one alone.
    End(BoxFuture<'static, Step<DB>>),
    Several(BoxStream<'static, Step<DB>>),
}

/// What a session tells about the statement under way.
pub(in crate::driver) enum Progress {
    Chunk(Box<dyn Sink>),
    End(Result<Answer, Error>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Transaction {
    None,
    Open {
        /// Whether a statement in it has failed.
        failed: bool,
    },
    /// It was open, and is not any more: statements would each commit by themselves.
    Lost,
}

impl<DB: Server> Session<DB> {
    pub(super) fn new(shared: &Arc<Shared<DB>>, connection: Lease<DB>) -> Self {
        Self {
            shared: Arc::clone(shared),
            state: State::Idle(connection),
            transaction: Transaction::None,
            clean_up: None,
            abandoned: Arc::default(),
            streams: 0,
            ending: false,
        }
    }

    pub(super) async fn begin(
        shared: &Arc<Shared<DB>>,
        connection: Lease<DB>,
        begin: Begin,
    ) -> Result<Self, Error> {
        let mut session = Self::new(shared, connection);
        // From here on, so that it is rolled back when the caller goes away during `BEGIN`.
        session.transaction = Transaction::Open { failed: false };
        session.run(Work::script(DB::begin(begin))).await?;
        Ok(session)
    }

    pub(in crate::driver) fn in_transaction(&self) -> bool {
        self.transaction != Transaction::None
    }

    /// Another connection for a statement beside a stream, where one is to be had without much waiting.
    pub(in crate::driver) fn beside(&self) -> impl Future<Output = Option<Self>> + Send + use<DB> {
        let shared = Arc::clone(&self.shared);
        async move {
            let connection = shared.lease_another().await?;
            Some(Self::new(&shared, connection))
        }
    }

    /// Encodes the values of a statement.
    pub(in crate::driver) fn bind(&self, statement: &Statement) -> Result<DB::Arguments, Error> {
        let count = statement.arrays.unwrap_or(statement.values.len());
        if count > MAX_VALUES {
            let message = format!("a statement has {count} values; {} takes {MAX_VALUES}", DB::NAME);
            return Err(Error::InvalidQuery { message });
        }
        DB::bind(statement, &self.shared.facts)
    }

    /// A statement whose text comes again.
    pub(in crate::driver) fn prepared(&self, statement: Statement) -> Result<Work<DB>, Error> {
        let arguments = self.bind(&statement)?;
        let text = DB::text(&statement, &self.shared.facts);
        Ok(Work::prepared(AssertSqlSafe(text).into_sql_str(), arguments, Keep::Cached))
    }

    /// Refuses a statement with a time zone that the server does not know: its answer would be `NULL`.
    pub(in crate::driver) async fn check_zones(&mut self, statement: &Statement) -> Result<(), Error> {
        match DB::KNOWS_ZONE {
            // On the heap: few statements have a zone.
            Some(sql) if !statement.zones.is_empty() => {
                self.ask_for_zones(sql, &statement.zones).boxed().await
            }
            _ => Ok(()),
        }
    }

    async fn ask_for_zones(&mut self, sql: &'static str, zones: &[Zone]) -> Result<(), Error> {
        for zone in zones {
            let known = || self.shared.zones.lock().unwrap_or_else(PoisonError::into_inner);
            if known().contains(zone) {
                continue;
            }
            let values = vec![Value::Text(zone.name().to_owned())];
            let asked = Statement::new(sql, values);
            let read = |cells: &dyn Cells| Ok(cells.int(0).ok().flatten() == Some(1));
            let work = self.prepared(asked)?.feeding(Collect::boxed(read));
            let answer = self.run(work).await?;
            let sink = answer.sink.expect("the sink comes back with every answer to the work it was in");
            if Collect::<bool>::rows(sink) != [true] {
                let database = self.shared.dialect().name();
                return Err(Error::ZoneNotLoaded { zone: zone.name().to_owned(), database });
            }
            self.shared.zones.lock().unwrap_or_else(PoisonError::into_inner).push(zone.clone());
        }
        Ok(())
    }

    /// Runs one statement to its end, after what was left under way.
    fn run(&mut self, work: Work<DB>) -> impl Future<Output = Result<Answer, Error>> + Send {
        match self.at_rest() {
            Some(connection) => {
                self.start(connection, work);
                self.finish().left_future()
            }
            // On the heap: the future of a statement with nothing to wait for stays small.
            None => self.run_at_rest(work).boxed().right_future(),
        }
    }

    async fn run_at_rest(&mut self, work: Work<DB>) -> Result<Answer, Error> {
        let connection = self.rest().await?;
        self.start(connection, work);
        self.finish().await
    }

    /// Runs one more statement of a stream: before what the stream has left to do.
    pub(in crate::driver) async fn go_on(&mut self, work: Work<DB>) -> Result<Answer, Error> {
        let connection = self.idle()?;
        self.start(connection, work);
        self.finish().await
    }

    /// The connection between two statements of a stream.
    pub(in crate::driver) fn idle(&mut self) -> Result<Lease<DB>, Error> {
        match mem::replace(&mut self.state, State::Gone) {
            State::Idle(connection) => Ok(connection),
            State::Busy(_) | State::Gone => Err(Error::TransactionAborted),
        }
    }

    /// Does what an abandoned stream has left to do.
    pub(in crate::driver) async fn clean(&mut self) -> Result<(), Error> {
        if let Some(sql) = self.clean_up.take() {
            self.go_on(Work::script(sql)).await?;
        }
        Ok(())
    }

    pub(in crate::driver) async fn clean_or_give_up(&mut self) {
        if self.clean().await.is_err() {
            self.give_up();
        }
    }

    /// Ends what an abandoned call has left, before statements of a stream.
    pub(in crate::driver) async fn ready(&mut self) -> Result<(), Error> {
        let connection = self.rest().await?;
        self.state = State::Idle(connection);
        Ok(())
    }

    /// Takes the connection for another statement, where nothing is left to be ended.
    fn at_rest(&mut self) -> Option<Lease<DB>> {
        if self.clean_up.is_some() || self.transaction == Transaction::Lost {
            return None;
        }
        match mem::replace(&mut self.state, State::Gone) {
            State::Idle(connection) => Some(connection),
            other => {
                self.state = other;
                None
            }
        }
    }

    /// Ends what an abandoned call has left, and takes the connection for another statement.
    pub(in crate::driver) async fn rest(&mut self) -> Result<Lease<DB>, Error> {
        self.abandoned.store(true, Ordering::Relaxed);
        while let State::Busy(busy) = &self.state {
            if busy.streams && !self.in_transaction() {
                // Quicker than to read what is left. In a transaction there is no choice.
                self.state = State::Gone;
            } else {
                self.next().await;
            }
        }
        if self.transaction == (Transaction::Open { failed: true }) {
            // There is nothing to close in a transaction that is aborted, and no way to.
            self.clean_up = None;
        }
        if matches!(self.state, State::Idle(_)) {
            self.clean_or_give_up().await;
        }
        if self.transaction == Transaction::Lost {
            return Err(Error::TransactionAborted);
        }
        match mem::replace(&mut self.state, State::Gone) {
            State::Idle(connection) => Ok(connection),
            State::Busy(_) | State::Gone if self.in_transaction() => {
                self.transaction = Transaction::Lost;
                Err(Error::TransactionAborted)
            }
            State::Busy(_) | State::Gone => {
                self.clean_up = None;
                self.shared.lease().await
            }
        }
    }

    fn start(&mut self, connection: Lease<DB>, work: Work<DB>) {
        self.abandoned.store(false, Ordering::Relaxed);
        let held = Held::new(connection);
        let end = run(held, work, Arc::clone(&self.shared), Arc::clone(&self.abandoned));
        self.state = State::Busy(Busy { steps: Steps::End(Box::pin(end)), streams: false });
    }

    /// Starts a statement whose rows are read as they are asked for. Where it is `bounded`, those that
    /// nobody wants any more are few, and are read to keep the connection.
    pub(in crate::driver) fn start_stream(
        &mut self,
        connection: Lease<DB>,
        work: Work<DB>,
        chunk: usize,
        new_sink: NewSink,
        bounded: bool,
    ) {
        self.abandoned.store(false, Ordering::Relaxed);
        let held = Held::new(connection);
        let (shared, abandoned) = (Arc::clone(&self.shared), Arc::clone(&self.abandoned));
        let reads_on = bounded || self.in_transaction();
        let steps = run_in_chunks(held, work, shared, abandoned, reads_on, chunk, new_sink);
        self.state = State::Busy(Busy { steps: Steps::Several(Box::pin(steps)), streams: !bounded });
    }

    async fn finish(&mut self) -> Result<Answer, Error> {
        loop {
            match self.next().await {
                Some(Progress::Chunk(_)) => {}
                Some(Progress::End(result)) => return result,
                None => return Err(Error::TransactionAborted),
            }
        }
    }

    /// The next step of the statement under way. Dropped half-way, it can be called again.
    pub(in crate::driver) async fn next(&mut self) -> Option<Progress> {
        let State::Busy(busy) = &mut self.state else { return None };
        let step = match &mut busy.steps {
            Steps::End(end) => Some(end.await),
            Steps::Several(steps) => steps.next().await,
        };
        match step {
            Some(Step::Chunk(sink)) => Some(Progress::Chunk(sink)),
            Some(Step::End(connection, result)) => {
                self.state = connection.map_or(State::Gone, State::Idle);
                Some(Progress::End(result.map_err(|failure| self.note(failure))))
            }
            None => {
                self.state = State::Gone;
                None
            }
        }
    }

    /// Keeps in mind what a failure means for the transaction.
    fn note(&mut self, failure: Failure) -> Error {
        if let Transaction::Open { failed } = &mut self.transaction {
            match failure.effect {
                Effect::RowUnread => {}
                Effect::StatementFailed => *failed = true,
                Effect::TransactionLost | Effect::ConnectionLost => self.transaction = Transaction::Lost,
            }
        }
        failure.error
    }

    /// Closes the connection: the server then rolls back what it has not committed.
    fn give_up(&mut self) {
        if let State::Idle(connection) = mem::replace(&mut self.state, State::Gone) {
            drop(Held::new(connection));
        }
    }

    /// Ends what the session was dropped with, so that its connection can go back to the pool.
    async fn end(mut self) {
        self.ending = true;
        self.abandoned.store(true, Ordering::Relaxed);
        while matches!(self.state, State::Busy(_)) {
            self.next().await;
        }
        let work = if self.in_transaction() { Some("ROLLBACK".to_owned()) } else { self.clean_up.take() };
        if let Some(sql) = work
            && self.go_on(Work::script(sql)).await.is_err()
        {
            self.give_up();
        }
        self.transaction = Transaction::None;
    }

    async fn commit_all(mut self) -> Result<(), Error> {
        // A cursor that is still open is closed by the commit.
        self.clean_up = None;
        let connection = self.rest().await?;
        let failed = self.transaction == Transaction::Open { failed: true };
        self.start(connection, Work::script(DB::commit(failed)));
        let result = self.finish().await;
        if result.is_ok() || self.go_on(Work::script("ROLLBACK")).await.is_ok() {
            self.transaction = Transaction::None;
        }
        result.map(drop)
    }

    async fn roll_back_all(mut self) -> Result<(), Error> {
        self.clean_up = None;
        if self.transaction == Transaction::Lost {
            // It is done already; the connection may be gone as well.
            return Ok(());
        }
        self.run(Work::script("ROLLBACK")).await?;
        self.transaction = Transaction::None;
        Ok(())
    }
}

impl<DB: Server> Drop for Session<DB> {
    fn drop(&mut self) {
        let at_rest = match &self.state {
            State::Idle(_) => !self.in_transaction() && self.clean_up.is_none(),
            State::Busy(busy) => busy.streams,
            State::Gone => true,
        };
        if at_rest {
            return;
        }
        if let Ok(runtime) = Handle::try_current()
            && !self.ending
        {
            let left = Self {
                shared: Arc::clone(&self.shared),
                state: mem::replace(&mut self.state, State::Gone),
                transaction: self.transaction,
                clean_up: self.clean_up.take(),
                abandoned: Arc::clone(&self.abandoned),
                streams: self.streams,
                ending: true,
            };
            runtime.spawn(left.end());
        } else {
            self.give_up();
        }
    }
}

impl<DB: Server> Connection for Session<DB> {
    fn dialect(&self) -> Dialect {
        self.shared.dialect()
    }

    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>> {
        Box::pin(async move {
            self.check_zones(&statement).await?;
            let work = self.prepared(statement)?.feeding(sink);
            let answer = self.run(work).await?;
            Ok(answer.sink.expect("the sink comes back with every answer to the work it was in"))
        })
    }

    fn execute(&mut self, statement: Statement) -> BoxFuture<'_, Result<Done, Error>> {
        Box::pin(async move {
            self.check_zones(&statement).await?;
            let work = if statement.values.is_empty() {
                // `SAVEPOINT` and the like cannot be prepared on MySQL; one round trip elsewhere.
                Work::script(statement.sql)
            } else {
                self.prepared(statement)?
            };
            Ok(self.run(work).await?.done)
        })
    }

    fn execute_script(&mut self, sql: String) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async move { self.run(Work::script(sql)).await.map(drop) })
    }

    fn stream(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'_, Result<Box<dyn Sink>, Error>> {
        DB::stream(self, statement, chunk.max(1), new_sink)
    }

    fn cursor(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxFuture<'_, Result<Box<dyn Cursor + '_>, Error>> {
        DB::cursor(self, statement, chunk.max(1), new_sink)
    }
}

impl<DB: Server> OpenTransaction for Session<DB> {
    fn commit(self: Box<Self>) -> BoxFuture<'static, Result<(), Error>> {
        Box::pin(self.commit_all())
    }

    fn rollback(self: Box<Self>) -> BoxFuture<'static, Result<(), Error>> {
        Box::pin(self.roll_back_all())
    }
}
