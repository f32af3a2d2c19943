//! What the drivers of the database servers share: pools, sessions and transactions over sqlx.
//!
//! No database is known here by name; what one does its own way it says as a [`Server`].

#[cfg(test)]
pub(super) mod checks;
mod guard;
mod pool;
mod session;
#[cfg(test)]
pub(super) mod testing;
mod url;
mod work;

use std::fmt;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use sqlx::error::DatabaseError;
use sqlx::{Database, Either, SqlStr};

use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::driver::{self, Begin, Done, NewSink, Statement};
use crate::error::{BoxError, Error};

pub(super) use self::pool::{ServerPool, open};
pub(super) use self::session::{Progress, Session};
pub(super) use self::url::{Url, shown};
pub(super) use self::work::{Answer, Keep, Work};

/// Text of its own. It is copied before it is checked: the copy stands where words begin, so that more of it is
/// checked by words than byte by byte.
#[inline]
pub(super) fn owned_text(bytes: &[u8]) -> Option<String> {
    String::from_utf8(bytes.to_vec()).ok()
}

/// One of the database servers, as sqlx knows it.
pub(crate) trait Server: Database<Arguments: 'static> + Sized {
    /// The schemes of its URLs, the usual one first.
    const SCHEMES: &'static [&'static str];

    /// What is asked of a server once, when its pool is opened.
    type Facts: Clone + Send + Sync + 'static;

    /// The columns of a result as its cells are read: looked up once for all rows.
    type Columns: Send + Sync;

    /// Asks the server what the driver must know of it.
    fn facts(connection: &mut Self::Connection) -> BoxFuture<'_, sqlx::Result<Self::Facts>>;

    fn dialect(facts: &Self::Facts) -> Dialect;

    /// Brings a new connection into the state that all statements rely on.
    fn set_up(connection: &mut Self::Connection) -> BoxFuture<'_, sqlx::Result<()>>;

    /// A query whether the server knows a time zone, where it has none built in.
    const KNOWS_ZONE: Option<&'static str>;

    /// The text under which a statement is kept prepared.
    fn text(statement: &Statement, facts: &Self::Facts) -> Arc<str>;

    /// Encodes the values of a statement.
    fn bind(statement: &Statement, facts: &Self::Facts) -> Result<Self::Arguments, Error>;

    /// Runs a prepared statement.
    fn prepared(
        connection: &mut Self::Connection,
        sql: SqlStr,
        arguments: Self::Arguments,
        keep: Keep,
    ) -> Results<'_, Self>;

    /// Runs SQL text of one or several statements.
    fn script(connection: &mut Self::Connection, sql: SqlStr) -> Results<'_, Self>;

    fn done(result: &Self::QueryResult) -> Done;

    fn columns(row: &Self::Row) -> Self::Columns;

    /// Gives a row of a prepared statement to `sink`.
    fn feed(row: &Self::Row, columns: &Self::Columns, sink: &mut dyn Sink) -> Result<(), Error>;

    /// What an error of the server means.
    fn failure(error: Box<dyn DatabaseError>, facts: &Self::Facts, database: &str) -> Failure;

    /// The script that opens a transaction.
    fn begin(begin: Begin) -> String;

    /// The script that commits. `failed` says that a statement of the transaction has failed; the
    /// script must then fail where the server would answer with a rollback in silence.
    fn commit(failed: bool) -> &'static str;

    /// [`Connection::stream`](crate::driver::Connection::stream).
    fn stream<'s>(
        session: &'s mut Session<Self>,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'s, Result<Box<dyn Sink>, Error>>;

    /// [`Connection::cursor`](crate::driver::Connection::cursor).
    fn cursor<'s>(
        session: &'s mut Session<Self>,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxFuture<'s, Result<Box<dyn driver::Cursor + 's>, Error>>;
}

/// The rows and the ends of the statements in one call.
pub(crate) type Results<'c, DB> =
    BoxStream<'c, sqlx::Result<Either<<DB as Database>::QueryResult, <DB as Database>::Row>>>;

/// A statement that failed.
pub(crate) struct Failure {
    pub(super) error: Error,
    pub(super) effect: Effect,
}

/// What a failure did to the connection and its transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// None: the statement succeeded, but a row of it could not be read.
    RowUnread,
    /// The statement did nothing. On PostgreSQL its transaction is aborted.
    StatementFailed,
    /// The server rolled the whole transaction back; the connection is fit.
    TransactionLost,
    /// The connection is of no more use, and its transaction is lost.
    ConnectionLost,
}

/// The server's answer to a statement that it refused: its own words, and nothing of the driver.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) message: String,
    pub(super) detail: Option<String>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.detail {
            Some(detail) => write!(f, ": {detail}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Refusal {}

/// What an error of sqlx means for the statement that it ended.
fn failure<DB: Server>(error: sqlx::Error, facts: &DB::Facts, database: &str) -> Failure {
    match error {
        sqlx::Error::Database(error) => DB::failure(error, facts, database),
        // The driver and the server disagree about where in the conversation they are.
        error @ (sqlx::Error::Protocol(_) | sqlx::Error::Encode(_)) => Failure {
            error: Error::Database { model: None, code: None, source: innermost(error) },
            effect: Effect::ConnectionLost,
        },
        error => Failure { error: unreachable(error, database), effect: Effect::ConnectionLost },
    }
}

/// The error for a connection that could not be made, or was lost.
fn unreachable(error: sqlx::Error, database: &str) -> Error {
    Error::Connection { database: database.to_owned(), source: innermost(error) }
}

/// The cause alone: sqlx's own errors repeat their sources.
fn innermost(error: sqlx::Error) -> BoxError {
    match error {
        sqlx::Error::Io(source) => Box::new(source),
        sqlx::Error::Tls(source) | sqlx::Error::Configuration(source) | sqlx::Error::Encode(source) => source,
        sqlx::Error::Protocol(message) => message.into(),
        sqlx::Error::Database(error) => {
            Box::new(Refusal { message: error.message().to_owned(), detail: None })
        }
        error => Box::new(error),
    }
}
