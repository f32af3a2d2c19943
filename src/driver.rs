//! The seam behind which the database drivers live.
//!
//! Everything above it speaks [`Statement`], [`Value`] and [`Sink`]; everything below it speaks one
//! database. A driver can be replaced without a change above this file.

#[cfg(feature = "mysql")]
pub(crate) mod mysql;
#[cfg(feature = "postgres")]
pub(crate) mod postgres;
#[cfg(any(feature = "postgres", feature = "mysql"))]
#[cfg_attr(
    not(all(feature = "postgres", feature = "mysql")),
    allow(dead_code, unused_imports, reason = "each of the two drivers uses its part")
)]
mod server;
#[cfg(feature = "sqlite")]
pub(crate) mod sqlite;

use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;

use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::error::Error;
use crate::value::Value;
use crate::zone::Zone;

/// SQL text with the values of its placeholders, in their order.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub(crate) sql: Arc<str>,
    pub(crate) values: Values,
    /// The time zones in it, which the database must know.
    #[cfg_attr(
        not(any(feature = "postgres", feature = "mysql")),
        allow(dead_code, reason = "SQLite's functions have every zone built in")
    )]
    pub(crate) zones: Vec<Zone>,
    /// The number of placeholders, where each is an array: the values are then row after row, and every
    /// placeholder takes a column of them. Only PostgreSQL has arrays.
    #[cfg_attr(not(feature = "postgres"), allow(dead_code, reason = "only PostgreSQL has arrays"))]
    pub(crate) arrays: Option<usize>,
}

impl Statement {
    pub(crate) fn new(sql: impl Into<Arc<str>>, values: Vec<Value>) -> Self {
        Self { sql: sql.into(), values: Values::Own(values), zones: Vec::new(), arrays: None }
    }
}

/// The values of a statement.
#[derive(Clone, Debug)]
pub(crate) enum Values {
    Own(Vec<Value>),
    /// Who inserts rows has their values again afterwards.
    Shared(Arc<Vec<Value>>),
}

impl Values {
    /// Shares them.
    pub(crate) fn share(&mut self) -> Arc<Vec<Value>> {
        match self {
            Self::Shared(values) => Arc::clone(values),
            Self::Own(values) => {
                let values = Arc::new(std::mem::take(values));
                *self = Self::Shared(Arc::clone(&values));
                values
            }
        }
    }

    pub(crate) fn into_vec(self) -> Vec<Value> {
        match self {
            Self::Own(values) => values,
            Self::Shared(values) => Arc::unwrap_or_clone(values),
        }
    }
}

impl Deref for Values {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        match self {
            Self::Own(values) => values,
            Self::Shared(values) => values,
        }
    }
}

/// What a statement without rows did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Done {
    /// Rows that were inserted, deleted, or matched by an `UPDATE` (changed or not).
    pub(crate) rows: u64,
    /// The key that the database gave to the last inserted row, where the driver tells.
    pub(crate) last_insert_id: Option<i64>,
}

/// What a connection is taken for. SQLite has one writer at a time, so it must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

/// How a transaction begins.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Begin {
    #[cfg_attr(
        not(any(feature = "postgres", feature = "mysql")),
        allow(dead_code, reason = "SQLite has one level")
    )]
    pub(crate) isolation: Option<Isolation>,
    pub(crate) read_only: bool,
}

/// Isolation levels, as SQL names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Isolation {
    /// `READ COMMITTED`.
    ReadCommitted,
    /// `REPEATABLE READ`.
    RepeatableRead,
    /// `SERIALIZABLE`.
    Serializable,
}

/// Settings of a pool of connections; one meaning for all drivers.
#[derive(Clone, Debug)]
pub(crate) struct PoolSettings {
    pub(crate) max_connections: u32,
    pub(crate) min_connections: u32,
    /// How long to wait for a free connection.
    pub(crate) acquire_timeout: Duration,
    pub(crate) idle_timeout: Option<Duration>,
    pub(crate) max_lifetime: Option<Duration>,
    /// Prepared statements kept for each connection.
    pub(crate) statement_cache: usize,
    /// SQLite: how long to wait for another process that writes.
    pub(crate) busy_timeout: Duration,
}

impl Default for PoolSettings {
    fn default() -> Self {
        Self {
            max_connections: 10,
            min_connections: 0,
            acquire_timeout: Duration::from_secs(30),
            idle_timeout: Some(Duration::from_secs(600)),
            max_lifetime: Some(Duration::from_secs(1800)),
            statement_cache: 1000,
            busy_timeout: Duration::from_secs(5),
        }
    }
}

/// Connections to one database.
pub(crate) trait Pool: Send + Sync {
    fn dialect(&self) -> Dialect;

    /// Takes a connection for single statements, each a transaction of its own.
    fn acquire(&self, access: Access) -> BoxFuture<'_, Result<Box<dyn Connection>, Error>>;

    /// Takes a connection and opens a transaction on it. Dropping it rolls back.
    fn begin(&self, begin: Begin) -> BoxFuture<'_, Result<Box<dyn OpenTransaction>, Error>>;

    /// Waits for the connections in use and closes all.
    fn close(&self) -> BoxFuture<'_, ()>;
}

/// One connection.
///
/// A future of these that is dropped half-way leaves the connection fit for the next statement.
pub(crate) trait Connection: Send {
    fn dialect(&self) -> Dialect;

    /// Runs a statement and feeds its rows to `sink`, which comes back.
    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>>;

    /// Runs a statement that has no rows.
    fn execute(&mut self, statement: Statement) -> BoxFuture<'_, Result<Done, Error>>;

    /// Runs SQL text without values that may hold several statements: DDL and the like.
    fn execute_script(&mut self, sql: String) -> BoxFuture<'_, Result<(), Error>>;

    /// Runs a statement and yields its rows in sinks of `chunk` rows (the last has fewer, none is
    /// empty), as the caller asks for them: neither side holds more than a few chunks in memory.
    fn stream(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'_, Result<Box<dyn Sink>, Error>>;

    /// Runs a statement whose rows are taken `chunk` by `chunk`, with other queries in between.
    fn cursor(
        &mut self,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxFuture<'_, Result<Box<dyn Cursor + '_>, Error>>;
}

/// Makes the sink of each chunk of a stream.
pub(crate) type NewSink = Box<dyn Fn() -> Box<dyn Sink> + Send + Sync>;

/// A statement whose rows come in chunks, and beside which other queries can run.
///
/// None of them waits for a connection that others hold: who has a cursor holds one already, and they may
/// wait for it. After an error a cursor is of no more use. Dropping it gives up the rows that are left.
pub(crate) trait Cursor: Send {
    fn dialect(&self) -> Dialect;

    /// The next rows: as many as a chunk has, or what is left; `None` after the last.
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Box<dyn Sink>>, Error>>;

    /// Runs another query and feeds its rows to `sink`, which comes back.
    fn fetch(
        &mut self,
        statement: Statement,
        sink: Box<dyn Sink>,
    ) -> BoxFuture<'_, Result<Box<dyn Sink>, Error>>;
}

/// A connection with an open transaction. Dropping it rolls back.
pub(crate) trait OpenTransaction: Connection {
    /// # Errors
    ///
    /// Also when the server answers the commit with a rollback: PostgreSQL does so, without an
    /// error, after a failed statement.
    fn commit(self: Box<Self>) -> BoxFuture<'static, Result<(), Error>>;
    fn rollback(self: Box<Self>) -> BoxFuture<'static, Result<(), Error>>;
}
