//! The driver for PostgreSQL, over sqlx.

mod array;
mod bind;
mod cells;
mod cursor;
mod error;
mod literal;
mod numeric;
mod prepared;
mod temporal;
#[cfg(test)]
mod tests;

use std::str::FromStr;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use sqlx::error::DatabaseError;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgConnection, PgQueryResult, PgRow};
use sqlx::{ConnectOptions, Executor, Postgres, SqlStr};

use self::cells::{Column, PgCells};
use self::prepared::PreparedTypes;
use super::server::{self, Failure, Keep, Results, Server, ServerPool, Session, Url};
use crate::decode::Sink;
use crate::dialect::Dialect;
use crate::driver::{self, Begin, Done, Isolation, NewSink, PoolSettings, Statement};
use crate::error::Error;

/// Connections to one PostgreSQL database.
pub(crate) type PostgresPool = ServerPool<Postgres>;

/// What may follow the `?` of a URL.
const URL_OPTIONS: &[&str] = &[
    "application_name",
    "dbname",
    "host",
    "hostaddr",
    "options",
    "password",
    "port",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    "user",
];

/// Connects to the database at `url`, a `postgres://` URL.
pub(crate) async fn open(url: &str, settings: PoolSettings) -> Result<PostgresPool, Error> {
    let checked = Url::new::<Postgres>(url, URL_OPTIONS)?;
    // sqlx itself sets `TimeZone` to UTC and `client_encoding` to UTF8 for each session.
    let options = PgConnectOptions::from_str(url)
        .map_err(|error| checked.refused(error))?
        .statement_cache_capacity(settings.statement_cache)
        .disable_statement_logging();
    let (user, host) = (options.get_username(), options.get_host());
    let database = server::shown("postgres", user, host, options.get_port(), options.get_database());
    server::open(options, database, settings).await
}

impl Server for Postgres {
    const SCHEMES: &'static [&'static str] = &["postgres", "postgresql"];

    const KNOWS_ZONE: Option<&'static str> = None;

    type Facts = Arc<PreparedTypes>;
    type Columns = Box<[Column]>;

    fn facts(_: &mut PgConnection) -> BoxFuture<'_, sqlx::Result<Arc<PreparedTypes>>> {
        Box::pin(async { Ok(Arc::default()) })
    }

    fn dialect(_: &Arc<PreparedTypes>) -> Dialect {
        Dialect::Postgres
    }

    fn set_up(_: &mut PgConnection) -> BoxFuture<'_, sqlx::Result<()>> {
        Box::pin(async { Ok(()) })
    }

    fn text(statement: &Statement, prepared: &Arc<PreparedTypes>) -> Arc<str> {
        let sql = Arc::clone(&statement.sql);
        match statement.arrays {
            // Their types are in the text.
            Some(_) => sql,
            None => prepared.text(sql, &statement.values),
        }
    }

    fn bind(statement: &Statement, _: &Arc<PreparedTypes>) -> Result<PgArguments, Error> {
        match statement.arrays {
            Some(arrays) => array::arguments(&statement.values, arrays),
            None => bind::arguments(&statement.values),
        }
    }

    fn prepared(
        connection: &mut PgConnection,
        sql: SqlStr,
        arguments: PgArguments,
        keep: Keep,
    ) -> Results<'_, Self> {
        let query = sqlx::query_with::<Self, _>(sql, arguments).persistent(keep == Keep::Cached);
        connection.fetch_many(query)
    }

    fn script(connection: &mut PgConnection, sql: SqlStr) -> Results<'_, Self> {
        connection.fetch_many(sqlx::raw_sql(sql))
    }

    fn done(result: &PgQueryResult) -> Done {
        Done { rows: result.rows_affected(), last_insert_id: None }
    }

    fn columns(row: &PgRow) -> Box<[Column]> {
        cells::columns(row)
    }

    fn feed(row: &PgRow, columns: &Box<[Column]>, sink: &mut dyn Sink) -> Result<(), Error> {
        sink.row(&PgCells::new(row, columns))
    }

    fn failure(error: Box<dyn DatabaseError>, _: &Arc<PreparedTypes>, database: &str) -> Failure {
        error::failure(error, database)
    }

    fn begin(begin: Begin) -> String {
        let mut sql = "BEGIN".to_owned();
        if let Some(isolation) = begin.isolation {
            sql.push_str(" ISOLATION LEVEL ");
            sql.push_str(match isolation {
                Isolation::ReadCommitted => "READ COMMITTED",
                Isolation::RepeatableRead => "REPEATABLE READ",
                Isolation::Serializable => "SERIALIZABLE",
            });
        }
        if begin.read_only {
            sql.push_str(" READ ONLY");
        }
        sql
    }

    fn commit(failed: bool) -> &'static str {
        // The server answers `COMMIT` of an aborted transaction with a rollback, and no error. An
        // empty `SELECT` before it is refused then, and the script ends there.
        if failed { "SELECT; COMMIT" } else { "COMMIT" }
    }

    fn stream<'s>(
        session: &'s mut Session<Self>,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'s, Result<Box<dyn Sink>, Error>> {
        cursor::stream(session, statement, chunk, new_sink)
    }

    fn cursor<'s>(
        session: &'s mut Session<Self>,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxFuture<'s, Result<Box<dyn driver::Cursor + 's>, Error>> {
        Box::pin(async move {
            let cursor: Box<dyn driver::Cursor> =
                Box::new(cursor::ChunkCursor::open(session, statement, chunk, new_sink).await?);
            Ok(cursor)
        })
    }
}
