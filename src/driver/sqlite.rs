//! SQLite, by rusqlite: a pool of connections, each on a thread of its own.
//!
//! No SQL is made here. Databases in files are opened in WAL mode with foreign keys on; one task
//! writes at a time, and the others wait in their tasks, not in SQLite.

mod bind;
mod cells;
mod connection;
mod datetime;
mod error;
mod functions;
mod pool;
#[cfg(test)]
mod tests;
mod thread;
mod url;

use std::sync::Arc;

use futures_util::future::BoxFuture;

use self::pool::Shared;
use self::url::Target;
use crate::dialect::Dialect;
use crate::driver::{Access, Begin, Connection, OpenTransaction, Pool, PoolSettings};
use crate::error::Error;

/// Opens the database that `url` names: `sqlite://blog.db`, `sqlite:///var/lib/blog.db?mode=ro`,
/// `sqlite::memory:`.
///
/// A file that does not exist is created, unless `mode=ro` or `mode=rw` is given. A database in memory
/// has one connection, and lives as long as the pool.
pub(crate) async fn open(url: &str, settings: PoolSettings) -> Result<SqlitePool, Error> {
    let shared = Shared::open(Target::parse(url)?, settings).await?;
    Ok(SqlitePool { shared })
}

/// Connections to one SQLite database.
pub(crate) struct SqlitePool {
    shared: Arc<Shared>,
}

impl Pool for SqlitePool {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn acquire(&self, access: Access) -> BoxFuture<'_, Result<Box<dyn Connection>, Error>> {
        Box::pin(async move {
            let connection = self.shared.acquire(access).await?;
            Ok(Box::new(connection) as Box<dyn Connection>)
        })
    }

    /// Each isolation level is at hand, for SQLite knows but the strictest.
    fn begin(&self, begin: Begin) -> BoxFuture<'_, Result<Box<dyn OpenTransaction>, Error>> {
        Box::pin(async move {
            let access = if begin.read_only { Access::Read } else { Access::Write };
            let mut connection = self.shared.acquire(access).await?;
            connection.begin(begin.read_only).await?;
            Ok(Box::new(connection) as Box<dyn OpenTransaction>)
        })
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.shared.close())
    }
}
