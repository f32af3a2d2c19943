//! The driver for MySQL and MariaDB, over sqlx.

mod bind;
mod cells;
mod cursor;
mod error;
mod temporal;
#[cfg(test)]
mod tests;

use std::str::FromStr;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use sqlx::error::DatabaseError;
use sqlx::mysql::{MySqlArguments, MySqlConnectOptions, MySqlConnection, MySqlQueryResult, MySqlRow};
use sqlx::{ConnectOptions, Executor, MySql, Row, SqlStr};

use self::cells::{Column, MySqlCells};
use super::server::{self, Failure, Keep, Progress, Results, Server, ServerPool, Session, Url};
use crate::decode::Sink;
use crate::dialect::{Dialect, MySqlFlavor};
use crate::driver::{self, Begin, Done, Isolation, NewSink, PoolSettings, Statement};
use crate::error::Error;

/// Connections to one MySQL or MariaDB database.
pub(crate) type MySqlPool = ServerPool<MySql>;

/// What may follow the `?` of a URL. Character set and time zone are not for choice.
const URL_OPTIONS: &[&str] = &[
    "collation",
    "socket",
    "sslca",
    "ssl-ca",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "sslmode",
    "ssl-mode",
];

/// What each session is set to, beyond UTC and utf8mb4, which are sqlx's choice as well: a value
/// that does not fit is an error, `GROUP_CONCAT` is not cut off, and the rest is what Django sets.
const SET_UP: &str = "SET SESSION sql_mode = CONCAT(@@sql_mode, ',STRICT_TRANS_TABLES'), sql_auto_is_null = 0, \
     group_concat_max_len = 1073741824; \
     SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

/// What is asked of the server once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    flavor: MySqlFlavor,
    /// Whether a lock that was not to be had in time costs the whole transaction.
    rollback_on_timeout: bool,
}

/// Connects to the database at `url`, a `mysql://` URL.
pub(crate) async fn open(url: &str, settings: PoolSettings) -> Result<MySqlPool, Error> {
    let checked = Url::new::<MySql>(url, URL_OPTIONS)?;
    let options = MySqlConnectOptions::from_str(url)
        .map_err(|error| checked.refused(error))?
        .statement_cache_capacity(settings.statement_cache)
        .disable_statement_logging();
    let (user, host) = (options.get_username(), options.get_host());
    let database = server::shown("mysql", user, host, options.get_port(), options.get_database());
    server::open(options, database, settings).await
}

impl Server for MySql {
    const SCHEMES: &'static [&'static str] = &["mysql", "mariadb"];

    // `NULL` for a zone whose tables were not loaded, in place of an error.
    const KNOWS_ZONE: Option<&'static str> =
        Some("SELECT CONVERT_TZ('2000-01-01 00:00:00', 'UTC', ?) IS NOT NULL");

    type Facts = Facts;
    type Columns = Box<[Column]>;

    fn facts(connection: &mut MySqlConnection) -> BoxFuture<'_, sqlx::Result<Facts>> {
        Box::pin(async move {
            let sql = "SELECT VERSION(), CAST(@@innodb_rollback_on_timeout AS SIGNED)";
            let row = connection.fetch_one(sqlx::query(sql)).await?;
            let version: String = row.try_get(0)?;
            let rollback_on_timeout: i64 = row.try_get(1)?;
            let mariadb = version.to_ascii_lowercase().contains("mariadb");
            let flavor = if mariadb { MySqlFlavor::MariaDb } else { MySqlFlavor::MySql };
            Ok(Facts { flavor, rollback_on_timeout: rollback_on_timeout != 0 })
        })
    }

    fn dialect(facts: &Facts) -> Dialect {
        Dialect::MySql(facts.flavor)
    }

    fn set_up(connection: &mut MySqlConnection) -> BoxFuture<'_, sqlx::Result<()>> {
        Box::pin(async move { connection.execute(sqlx::raw_sql(SET_UP)).await.map(drop) })
    }

    fn text(statement: &Statement, _: &Facts) -> Arc<str> {
        // The types are sent with the values each time.
        Arc::clone(&statement.sql)
    }

    fn bind(statement: &Statement, facts: &Facts) -> Result<MySqlArguments, Error> {
        bind::arguments(&statement.values, facts.flavor)
    }

    fn prepared(
        connection: &mut MySqlConnection,
        sql: SqlStr,
        arguments: MySqlArguments,
        _: Keep,
    ) -> Results<'_, Self> {
        // Always cached: sqlx takes 40 ms to close a statement, as it leaves Nagle's algorithm on.
        connection.fetch_many(sqlx::query_with::<Self, _>(sql, arguments))
    }

    fn script(connection: &mut MySqlConnection, sql: SqlStr) -> Results<'_, Self> {
        connection.fetch_many(sqlx::raw_sql(sql))
    }

    fn done(result: &MySqlQueryResult) -> Done {
        let id = result.last_insert_id();
        Done { rows: result.rows_affected(), last_insert_id: i64::try_from(id).ok().filter(|id| *id != 0) }
    }

    fn columns(row: &MySqlRow) -> Box<[Column]> {
        cells::columns(row)
    }

    fn feed(row: &MySqlRow, columns: &Box<[Column]>, sink: &mut dyn Sink) -> Result<(), Error> {
        sink.row(&MySqlCells { row, columns })
    }

    fn failure(error: Box<dyn DatabaseError>, facts: &Facts, database: &str) -> Failure {
        error::failure(error, *facts, database)
    }

    fn begin(begin: Begin) -> String {
        let mut sql = String::new();
        if let Some(isolation) = begin.isolation {
            // Without `SESSION`: for the next transaction alone.
            sql.push_str("SET TRANSACTION ISOLATION LEVEL ");
            sql.push_str(match isolation {
                Isolation::ReadCommitted => "READ COMMITTED",
                Isolation::RepeatableRead => "REPEATABLE READ",
                Isolation::Serializable => "SERIALIZABLE",
            });
            sql.push_str("; ");
        }
        sql.push_str("START TRANSACTION");
        if begin.read_only {
            sql.push_str(" READ ONLY");
        }
        sql
    }

    fn commit(_: bool) -> &'static str {
        // A failed statement leaves the rest of its transaction standing.
        "COMMIT"
    }

    fn stream<'s>(
        session: &'s mut Session<Self>,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxStream<'s, Result<Box<dyn Sink>, Error>> {
        Box::pin(async_stream::try_stream! {
            cursor::start(session, statement, chunk, new_sink).await?;
            while let Some(progress) = session.next().await {
                match progress {
                    Progress::Chunk(sink) => yield sink,
                    Progress::End(result) => drop(result?),
                }
            }
        })
    }

    fn cursor<'s>(
        session: &'s mut Session<Self>,
        statement: Statement,
        chunk: usize,
        new_sink: NewSink,
    ) -> BoxFuture<'s, Result<Box<dyn driver::Cursor + 's>, Error>> {
        Box::pin(async move {
            let cursor: Box<dyn driver::Cursor> =
                Box::new(cursor::Cursor::open(session, statement, chunk, new_sink).await?);
            Ok(cursor)
        })
    }
}
