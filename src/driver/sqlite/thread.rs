//! The thread that owns a connection: jobs come in one after another, answers go back.
//!
//! Rows are read here, by the sink that the caller sent along, so nothing but the finished sink crosses
//! threads. No connection is chosen here: that is the pool's business.

use std::any::Any;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc;
use std::time::Instant;

use rusqlite::config::DbConfig;
use rusqlite::{CachedStatement, Connection, OpenFlags, Rows};
use tokio::sync::{mpsc as channel, oneshot};

use super::bind::bind;
use super::cells::SqliteRow;
use super::error::database_error;
use super::functions;
use super::pool::Returned;
use super::url::{Mode, Target};
use crate::decode::Sink;
use crate::driver::{Done, NewSink, PoolSettings, Statement};
use crate::error::Error;

/// Steps of SQLite's virtual machine between two looks at whether the caller is still there: some
/// ten microseconds.
const STEPS_BETWEEN_LOOKS: i32 = 1000;

/// What a connection is asked to do.
pub(super) enum Job {
    Fetch {
        ticket: Ticket,
        statement: Statement,
        sink: Box<dyn Sink>,
        reply: Reply<Box<dyn Sink>>,
    },
    Execute {
        ticket: Ticket,
        statement: Statement,
        reply: Reply<Done>,
    },
    Script {
        ticket: Ticket,
        sql: String,
        reply: Reply<()>,
    },
    Stream {
        ticket: Ticket,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
        chunks: Chunks,
    },
    /// Runs until its caller drops the other end of `wishes`.
    Cursor {
        ticket: Ticket,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
        opened: Reply<()>,
        wishes: mpsc::Receiver<Wish>,
    },
    Begin {
        read_only: bool,
        reply: Reply<()>,
    },
    Commit {
        reply: Reply<()>,
    },
    Rollback {
        reply: Reply<()>,
    },
    /// Brings the connection back into the state of a new one, and back to its pool.
    Release(Returned),
    Close {
        reply: oneshot::Sender<()>,
    },
}

pub(super) type Reply<T> = oneshot::Sender<Result<T, Error>>;

/// Filled sinks, then `None` after the last.
pub(super) type Chunks = channel::Sender<Result<Option<Box<dyn Sink>>, Error>>;

/// What the caller of a cursor wants next.
pub(super) enum Wish {
    /// More rows; `None` after the last.
    Chunk(Reply<Option<Box<dyn Sink>>>),
    /// Another query.
    Fetch { statement: Statement, sink: Box<dyn Sink>, reply: Reply<Box<dyn Sink>> },
}

/// Tells a job from those before and after it on the same connection.
#[derive(Clone, Copy)]
pub(super) struct Ticket {
    pub(super) number: u64,
    /// The caller believes that a transaction is open.
    pub(super) in_transaction: bool,
}

/// What the thread and the callers tell each other beside the jobs.
#[derive(Default)]
pub(super) struct Signals {
    /// The last job whose caller has gone. Jobs run in the order of their numbers, so none after it can
    /// be meant.
    pub(super) abandoned: AtomicU64,
    /// The job that runs and may be interrupted; 0 when there is none.
    interruptible: AtomicU64,
    /// A transaction was open after the last job.
    pub(super) in_transaction: AtomicBool,
    /// Something panicked on the thread.
    pub(super) suspect: AtomicBool,
}

impl Signals {
    /// Runs `work`; a panic in it becomes an error.
    fn caught<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
            self.suspect.store(true, Ordering::Relaxed);
            Err(Error::Database { model: None, code: None, source: panic_text(&*panic).into() })
        })
    }
}

/// A connection as its pool knows it. Dropping it closes the connection after the jobs that it has.
pub(super) struct Worker {
    pub(super) jobs: mpsc::Sender<Job>,
    pub(super) signals: Arc<Signals>,
    pub(super) tickets: u64,
    pub(super) opened: Instant,
    pub(super) idle_since: Instant,
}

impl Worker {
    /// Starts a thread and opens a connection on it.
    pub(super) async fn start(target: Arc<Target>, settings: &PoolSettings) -> Result<Self, Error> {
        let name = target.name();
        let lost = |source| Error::Connection { database: name.clone(), source };
        let signals = Arc::new(Signals::default());
        let (jobs, inbox) = mpsc::channel();
        let (opened, ready) = oneshot::channel();
        let session = (Arc::clone(&target), settings.clone(), Arc::clone(&signals));
        std::thread::Builder::new()
            .name("queryset-sqlite".to_owned())
            .spawn(move || {
                let (target, settings, signals) = session;
                let connection = match open(&target, &settings, &signals) {
                    Ok(connection) => connection,
                    Err(error) => {
                        // Nobody waits any more when the caller was dropped: then nobody needs to know.
                        let _ = opened.send(Err(error));
                        return;
                    }
                };
                if opened.send(Ok(())).is_ok() {
                    Session { connection, signals, target, read_only: false }.run(&inbox);
                }
            })
            .map_err(|error| lost(error.into()))?;
        match ready.await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => return Err(lost(error.into())),
            Err(_) => return Err(lost("its thread ended while it opened".into())),
        }
        let now = Instant::now();
        Ok(Self { jobs, signals, tickets: 0, opened: now, idle_since: now })
    }
}

fn open(target: &Target, settings: &PoolSettings, signals: &Arc<Signals>) -> rusqlite::Result<Connection> {
    let connection = match target {
        Target::Memory => Connection::open_in_memory()?,
        Target::File { path, mode } => {
            let access = match mode {
                Mode::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
                Mode::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE,
                Mode::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
            };
            Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?
        }
    };
    connection.busy_timeout(settings.busy_timeout)?;
    // With it, a misspelt column in double quotes is text: `SELECT "nope"` gives 'nope'.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    if matches!(target, Target::File { mode: Mode::ReadWrite | Mode::Create, .. }) {
        // WAL: readers and the writer do not wait for each other. Where the file system cannot do it,
        // SQLite keeps the mode that it had, and all works but slower.
        connection.pragma_update(None, "journal_mode", "WAL")?;
    }
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // The first reading of the file, which tells whether it is a database.
    connection.pragma_query_value(None, "schema_version", |_| Ok(()))?;
    connection.set_prepared_statement_cache_capacity(settings.statement_cache);
    functions::register(&connection)?;
    let signals = Arc::clone(signals);
    connection.progress_handler(
        STEPS_BETWEEN_LOOKS,
        Some(move || {
            let running = signals.interruptible.load(Ordering::Relaxed);
            running != 0 && signals.abandoned.load(Ordering::Relaxed) >= running
        }),
    )?;
    Ok(connection)
}

struct Session {
    connection: Connection,
    signals: Arc<Signals>,
    target: Arc<Target>,
    /// `PRAGMA query_only` is on.
    read_only: bool,
}

impl Session {
    fn run(mut self, inbox: &mpsc::Receiver<Job>) {
        while let Ok(job) = inbox.recv() {
            if let ControlFlow::Break(last) = self.take(job) {
                // First the connection, with its locks, then what others wait for.
                drop(self);
                drop(last);
                return;
            }
        }
    }

    fn take(&mut self, job: Job) -> ControlFlow<Box<dyn Any>> {
        // An answer that nobody waits for is dropped: each `send` below may fail for that reason alone.
        match job {
            Job::Fetch { ticket, statement, mut sink, reply } => {
                let answer = self.guarded(Some(ticket), |session| {
                    session.each_row(ticket, &statement, |row| sink.row(row))?;
                    Ok(sink)
                });
                let _ = reply.send(answer);
            }
            Job::Execute { ticket, statement, reply } => {
                let answer = self.guarded(Some(ticket), |session| session.execute(ticket, &statement));
                let _ = reply.send(answer);
            }
            Job::Script { ticket, sql, reply } => {
                let answer = self.guarded(Some(ticket), |session| {
                    session.connection.execute_batch(&sql).map_err(|error| session.error(error))
                });
                let _ = reply.send(answer);
            }
            Job::Stream { ticket, statement, chunk, new_sink, chunks } => {
                let answer = self.guarded(Some(ticket), |session| {
                    session.stream(ticket, &statement, chunk, &new_sink, &chunks)
                });
                let _ = chunks.blocking_send(answer.map(|()| None));
            }
            Job::Cursor { ticket, statement, chunk, new_sink, opened, wishes } => {
                let mut opened = Some(opened);
                let answer = self.guarded(Some(ticket), |session| {
                    session.cursor(ticket, &statement, chunk, &new_sink, &mut opened, &wishes)
                });
                if let Some(opened) = opened {
                    let _ = opened.send(answer);
                }
            }
            Job::Begin { read_only, reply } => {
                let answer = self.guarded(None, |session| session.begin(read_only));
                let _ = reply.send(answer);
            }
            Job::Commit { reply } => {
                let answer = self.guarded(None, Self::commit);
                let _ = reply.send(answer);
            }
            Job::Rollback { reply } => {
                let answer = self.guarded(None, Self::rollback);
                let _ = reply.send(answer);
            }
            Job::Release(returned) => {
                let reset = self.guarded(None, Self::rollback);
                if reset.is_err() || self.is_suspect() {
                    return ControlFlow::Break(Box::new(returned.without_worker()));
                }
                returned.give_back();
            }
            Job::Close { reply } => return ControlFlow::Break(Box::new(reply)),
        }
        ControlFlow::Continue(())
    }

    /// After a panic the connection is not used again, unless the database would go with it.
    fn is_suspect(&self) -> bool {
        *self.target != Target::Memory && self.signals.suspect.load(Ordering::Relaxed)
    }

    /// Runs `work` unless its caller has gone; a panic in it becomes an error.
    fn guarded<T>(
        &mut self,
        ticket: Option<Ticket>,
        work: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if let Some(ticket) = ticket {
            if self.signals.abandoned.load(Ordering::Relaxed) >= ticket.number {
                return Err(Error::Database {
                    model: None,
                    code: None,
                    source: "the caller has gone".into(),
                });
            }
            // SQLite itself rolls back when the disk is full, say. What follows must not be committed
            // one by one.
            if ticket.in_transaction && self.connection.is_autocommit() {
                return Err(Error::TransactionAborted);
            }
        }
        let signals = Arc::clone(&self.signals);
        let answer = signals.caught(|| work(self));
        signals.interruptible.store(0, Ordering::Relaxed);
        signals.in_transaction.store(!self.connection.is_autocommit(), Ordering::Relaxed);
        answer
    }

    fn error(&self, error: rusqlite::Error) -> Error {
        database_error(error, &self.target.name())
    }

    fn prepare(&self, ticket: Ticket, statement: &Statement) -> Result<CachedStatement<'_>, Error> {
        let mut prepared =
            self.connection.prepare_cached(&statement.sql).map_err(|error| self.error(error))?;
        bind(&mut prepared, &statement.values)?;
        // An interrupted write takes its whole transaction with it, so inside one it runs to its end.
        if prepared.readonly() || self.connection.is_autocommit() {
            self.signals.interruptible.store(ticket.number, Ordering::Relaxed);
        }
        Ok(prepared)
    }

    fn each_row(
        &self,
        ticket: Ticket,
        statement: &Statement,
        mut take: impl FnMut(&SqliteRow<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut prepared = self.prepare(ticket, statement)?;
        let mut rows = prepared.raw_query();
        while let Some(row) = rows.next().map_err(|error| self.error(error))? {
            take(&SqliteRow::new(row))?;
        }
        Ok(())
    }

    fn execute(&self, ticket: Ticket, statement: &Statement) -> Result<Done, Error> {
        let before = self.connection.total_changes();
        // A PRAGMA may have rows even where nobody wants them.
        self.each_row(ticket, statement, |_| Ok(()))?;
        // changes() tells of the last statement that could change rows, which may be an earlier one.
        let rows = if self.connection.total_changes() == before { 0 } else { self.connection.changes() };
        let inserted = rows > 0 && is_insert(&statement.sql);
        Ok(Done { rows, last_insert_id: inserted.then(|| self.connection.last_insert_rowid()) })
    }

    fn stream(
        &self,
        ticket: Ticket,
        statement: &Statement,
        chunk: usize,
        new_sink: &NewSink,
        chunks: &Chunks,
    ) -> Result<(), Error> {
        let gone = || Error::Database { model: None, code: None, source: "the caller has gone".into() };
        let mut sink = new_sink();
        let outcome = self.each_row(ticket, statement, |row| {
            sink.row(row)?;
            if sink.len() >= chunk {
                let full = std::mem::replace(&mut sink, new_sink());
                chunks.blocking_send(Ok(Some(full))).map_err(|_| gone())?;
            }
            Ok(())
        });
        // The rows before an error are good ones.
        if !sink.is_empty() {
            chunks.blocking_send(Ok(Some(sink))).map_err(|_| gone())?;
        }
        outcome
    }

    /// Gives rows as they are asked for, and runs other queries while the statement is under way: they
    /// all see the database as it was when the first row was read.
    fn cursor(
        &self,
        ticket: Ticket,
        statement: &Statement,
        chunk: usize,
        new_sink: &NewSink,
        opened: &mut Option<Reply<()>>,
        wishes: &mpsc::Receiver<Wish>,
    ) -> Result<(), Error> {
        let mut prepared = self.prepare(ticket, statement)?;
        let mut rows = prepared.raw_query();
        if let Some(opened) = opened.take() {
            let _ = opened.send(Ok(()));
        }
        let mut late = None;
        while let Ok(wish) = wishes.recv() {
            match wish {
                Wish::Chunk(reply) => {
                    let answer = self.signals.caught(|| match late.take() {
                        Some(error) => Err(error),
                        None => self.chunk(&mut rows, chunk, new_sink(), &mut late),
                    });
                    let _ = reply.send(answer);
                }
                Wish::Fetch { statement, mut sink, reply } => {
                    let answer = self.signals.caught(|| {
                        self.each_row(ticket, &statement, |row| sink.row(row))?;
                        Ok(sink)
                    });
                    let _ = reply.send(answer);
                }
            }
        }
        Ok(())
    }

    /// The next rows of a cursor. What goes wrong after some of them is told `late`: they are good ones.
    fn chunk(
        &self,
        rows: &mut Rows<'_>,
        chunk: usize,
        mut sink: Box<dyn Sink>,
        late: &mut Option<Error>,
    ) -> Result<Option<Box<dyn Sink>>, Error> {
        while sink.len() < chunk {
            let taken = match rows.next() {
                Ok(None) => break,
                Ok(Some(row)) => sink.row(&SqliteRow::new(row)),
                Err(error) => Err(self.error(error)),
            };
            match taken {
                Ok(()) => {}
                Err(error) if sink.is_empty() => return Err(error),
                Err(error) => {
                    *late = Some(error);
                    break;
                }
            }
        }
        Ok((!sink.is_empty()).then_some(sink))
    }

    fn begin(&mut self, read_only: bool) -> Result<(), Error> {
        if read_only {
            self.run_sql("PRAGMA query_only = 1")?;
            self.read_only = true;
            self.run_sql("BEGIN DEFERRED")
        } else {
            self.run_sql("BEGIN IMMEDIATE")
        }
    }

    /// Commits, or rolls back if that is refused: deferred foreign keys are checked only now.
    fn commit(&mut self) -> Result<(), Error> {
        let outcome = if self.connection.is_autocommit() {
            Err(Error::TransactionAborted)
        } else {
            self.run_sql("COMMIT")
        };
        self.rollback()?;
        outcome
    }

    /// Ends what transaction there is, and makes the connection as it was before it.
    fn rollback(&mut self) -> Result<(), Error> {
        if !self.connection.is_autocommit() {
            self.run_sql("ROLLBACK")?;
        }
        if self.read_only {
            self.run_sql("PRAGMA query_only = 0")?;
            self.read_only = false;
        }
        Ok(())
    }

    fn run_sql(&self, sql: &str) -> Result<(), Error> {
        let run = || self.connection.prepare_cached(sql)?.raw_execute();
        run().map(|_| ()).map_err(|error| self.error(error))
    }
}

/// An upsert is none: where it updates, SQLite still tells the key of an earlier insert.
fn is_insert(sql: &str) -> bool {
    let word = sql.trim_start().split(|char: char| !char.is_ascii_alphabetic()).next().unwrap_or_default();
    (word.eq_ignore_ascii_case("INSERT") && !sql.contains("DO UPDATE"))
        || word.eq_ignore_ascii_case("REPLACE")
}

fn panic_text(panic: &(dyn Any + Send)) -> String {
    let message = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message");
    format!("a panic while the rows were read: {message}")
}
