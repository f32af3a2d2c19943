//! [`ServerPool`]: connections to one database on a server.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::pool::{PoolConnection, PoolOptions};
use sqlx::{ConnectOptions, Connection as _};
use tokio::time::timeout;

use super::session::Session;
use super::{Server, unreachable};
use crate::dialect::Dialect;
use crate::driver::{Access, Begin, Connection, OpenTransaction, Pool, PoolSettings};
use crate::error::Error;
use crate::zone::Zone;

/// A connection that was idle for longer is tried before it is used again: the server may have
/// been restarted, or a firewall may have forgotten it.
const TRUSTED_IDLE: Duration = Duration::from_secs(1);

/// How long a connection that is tried may take to answer.
const PING_TIMEOUT: Duration = Duration::from_secs(5);

/// How long to look for the cause when no connection could be had.
const PROBE_TIMEOUT: Duration = Duration::from_secs(1);

/// How long who holds a connection waits for another one. Two that wait for each other's do not wait longer.
const ANOTHER_TIMEOUT: Duration = Duration::from_secs(1);

type Options<DB> = <<DB as sqlx::Database>::Connection as sqlx::Connection>::Options;

/// Connections to one database on a server.
pub(crate) struct ServerPool<DB: Server> {
    shared: Arc<Shared<DB>>,
}

/// What the pool and its sessions know.
pub(super) struct Shared<DB: Server> {
    pool: sqlx::Pool<DB>,
    options: Options<DB>,
    /// The URL without its password.
    pub(super) database: String,
    pub(super) facts: DB::Facts,
    settings: PoolSettings,
    /// The time zones that the server was found to know.
    pub(super) zones: Mutex<Vec<Zone>>,
}

/// Connects once, to learn what the server is and that it is there, and makes the pool.
pub(in crate::driver) async fn open<DB: Server>(
    options: Options<DB>,
    database: String,
    settings: PoolSettings,
) -> Result<ServerPool<DB>, Error> {
    let first_look = async {
        let mut connection = options.connect().await?;
        DB::set_up(&mut connection).await?;
        let facts = DB::facts(&mut connection).await?;
        // Whether the farewell arrives does not matter.
        let _ = connection.close().await;
        Ok(facts)
    };
    // The pool would try again until its time is up when the connection is refused.
    let facts = match timeout(settings.acquire_timeout, first_look).await {
        Ok(Ok(facts)) => facts,
        Ok(Err(error)) => return Err(unreachable(error, &database)),
        Err(_) => return Err(no_answer(&database, settings.acquire_timeout)),
    };
    let pool = PoolOptions::<DB>::new()
        .max_connections(settings.max_connections)
        .min_connections(settings.min_connections)
        .acquire_timeout(settings.acquire_timeout)
        .idle_timeout(settings.idle_timeout)
        .max_lifetime(settings.max_lifetime)
        .test_before_acquire(false)
        .before_acquire(|connection, idle| {
            Box::pin(async move {
                if idle.idle_for < TRUSTED_IDLE {
                    return Ok(true);
                }
                Ok(matches!(timeout(PING_TIMEOUT, connection.ping()).await, Ok(Ok(()))))
            })
        })
        .after_connect(|connection, _| DB::set_up(connection))
        .connect_lazy_with(options.clone());
    Ok(ServerPool {
        shared: Arc::new(Shared { pool, options, database, facts, settings, zones: Mutex::default() }),
    })
}

impl<DB: Server> Shared<DB> {
    pub(super) fn dialect(&self) -> Dialect {
        DB::dialect(&self.facts)
    }

    /// Takes a connection from the pool.
    pub(super) async fn lease(&self) -> Result<PoolConnection<DB>, Error> {
        match self.pool.acquire().await {
            Ok(connection) => Ok(connection),
            Err(sqlx::Error::PoolTimedOut) => Err(self.why_none().await),
            Err(error) => Err(unreachable(error, &self.database)),
        }
    }

    /// Takes a connection for who holds one, unless that would have to wait for long.
    pub(super) async fn lease_another(&self) -> Option<PoolConnection<DB>> {
        if self.settings.max_connections < 2 {
            return None;
        }
        timeout(ANOTHER_TIMEOUT, self.pool.acquire()).await.ok()?.ok()
    }

    /// The pool does not tell whether all connections were in use or a new one could not be made.
    async fn why_none(&self) -> Error {
        let max_connections = self.settings.max_connections;
        if self.pool.size() < max_connections {
            match timeout(PROBE_TIMEOUT, self.options.connect()).await {
                Ok(Ok(connection)) => drop(connection.close().await),
                Ok(Err(error)) => return unreachable(error, &self.database),
                Err(_) => return no_answer(&self.database, self.settings.acquire_timeout),
            }
        }
        Error::PoolTimeout { waited: self.settings.acquire_timeout, max_connections }
    }
}

impl<DB: Server> Pool for ServerPool<DB> {
    fn dialect(&self) -> Dialect {
        self.shared.dialect()
    }

    fn acquire(&self, _: Access) -> BoxFuture<'_, Result<Box<dyn Connection>, Error>> {
        Box::pin(async move {
            let connection = self.shared.lease().await?;
            let session: Box<dyn Connection> = Box::new(Session::new(&self.shared, connection));
            Ok(session)
        })
    }

    fn begin(&self, begin: Begin) -> BoxFuture<'_, Result<Box<dyn OpenTransaction>, Error>> {
        Box::pin(async move {
            let connection = self.shared.lease().await?;
            let session = Session::begin(&self.shared, connection, begin).await?;
            let session: Box<dyn OpenTransaction> = Box::new(session);
            Ok(session)
        })
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(self.shared.pool.close())
    }
}

fn no_answer(database: &str, waited: Duration) -> Error {
    let source = format!("no answer within {waited:?}").into();
    Error::Connection { database: database.to_owned(), source }
}
