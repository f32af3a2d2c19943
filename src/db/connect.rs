//! How a [`Db`] is opened: URLs and pool options.

use std::sync::Arc;
use std::time::Duration;

use super::Db;
use crate::backend::{AnyBackend, Backend, MySql, Postgres, Sqlite};
use crate::driver::{Pool, PoolSettings};
use crate::error::Error;

/// A backend that connections can be opened to. Sealed.
pub trait Connect: Backend + sealed::Sealed {
    #[doc(hidden)]
    fn open(url: &str, settings: PoolSettings) -> impl Future<Output = Result<Opened, Error>> + Send;
}

/// A pool of connections that was opened.
#[doc(hidden)]
pub struct Opened(Arc<dyn Pool>);

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Sqlite {}
    impl Sealed for super::Postgres {}
    impl Sealed for super::MySql {}
    impl Sealed for super::AnyBackend {}
}

impl<B: Connect> Db<B> {
    /// Connects, with the default [`PoolOptions`].
    ///
    /// | Backend | URL |
    /// | --- | --- |
    /// | SQLite | `sqlite:data/shop.db`, made when it is missing; `sqlite::memory:` |
    /// | PostgreSQL | `postgres://user:password@host:5432/database` |
    /// | MySQL, MariaDB | `mysql://user:password@host:3306/database` |
    ///
    /// # Errors
    ///
    /// [`Error::InvalidUrl`]; [`Error::Connection`] when the database cannot be reached;
    /// [`Error::NotSupported`] when the Cargo feature of the backend is off.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        PoolOptions::new().connect(url).await
    }
}

/// Settings of a [`Db`]'s pool of connections.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// # tokio::runtime::Runtime::new().unwrap().block_on(async {
/// let db: Db<Sqlite> = PoolOptions::new().max_connections(4).connect("sqlite::memory:").await?;
/// # let _ = db;
/// # Ok::<(), queryset::Error>(()) }).unwrap();
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "options do nothing until `connect` is called"]
pub struct PoolOptions {
    settings: PoolSettings,
}

impl PoolOptions {
    /// The defaults: at most 10 connections, opened when needed, and 30 s of waiting for a free one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens at most `connections`, 10 by default. A database in memory has one, whatever is said.
    pub fn max_connections(mut self, connections: u32) -> Self {
        self.settings.max_connections = connections.max(1);
        self
    }

    /// Keeps at least `connections` open, 0 by default.
    pub fn min_connections(mut self, connections: u32) -> Self {
        self.settings.min_connections = connections;
        self
    }

    /// Waits at most `timeout` for a free connection, 30 s by default.
    pub fn acquire_timeout(mut self, timeout: Duration) -> Self {
        self.settings.acquire_timeout = timeout;
        self
    }

    /// Closes a connection that was not used for `timeout`, 10 min by default; `None` never.
    pub fn idle_timeout(mut self, timeout: Option<Duration>) -> Self {
        self.settings.idle_timeout = timeout;
        self
    }

    /// Closes a connection after `lifetime`, 30 min by default; `None` never.
    pub fn max_lifetime(mut self, lifetime: Option<Duration>) -> Self {
        self.settings.max_lifetime = lifetime;
        self
    }

    /// Keeps at most `statements` prepared on each connection, 1000 by default.
    pub fn statement_cache(mut self, statements: usize) -> Self {
        self.settings.statement_cache = statements;
        self
    }

    /// On SQLite, waits at most `timeout` for another process that writes, 5 s by default.
    pub fn busy_timeout(mut self, timeout: Duration) -> Self {
        self.settings.busy_timeout = timeout;
        self
    }

    /// Connects.
    ///
    /// # Errors
    ///
    /// As [`Db::connect`].
    pub async fn connect<B: Connect>(self, url: &str) -> Result<Db<B>, Error> {
        Ok(Db::new(B::open(url, self.settings).await?.0))
    }
}

macro_rules! drivers {
    ($($backend:ident $feature:literal $module:ident: $lacking:literal;)*) => {
        $(
            impl Connect for $backend {
                #[cfg(feature = $feature)]
                async fn open(url: &str, settings: PoolSettings) -> Result<Opened, Error> {
                    Ok(Opened(Arc::new(crate::driver::$module::open(url, settings).await?)))
                }

                #[cfg(not(feature = $feature))]
                async fn open(_url: &str, _settings: PoolSettings) -> Result<Opened, Error> {
                    Err(Error::NotSupported { feature: $lacking, database: "this build of queryset" })
                }
            }
        )*
    };
}

drivers! {
    Sqlite "sqlite" sqlite: "SQLite (Cargo feature `sqlite`)";
    Postgres "postgres" postgres: "PostgreSQL (Cargo feature `postgres`)";
    MySql "mysql" mysql: "MySQL (Cargo feature `mysql`)";
}

impl Connect for AnyBackend {
    async fn open(url: &str, settings: PoolSettings) -> Result<Opened, Error> {
        match url.split(':').next().unwrap_or_default() {
            "sqlite" => Sqlite::open(url, settings).await,
            "postgres" | "postgresql" => Postgres::open(url, settings).await,
            "mysql" | "mariadb" => MySql::open(url, settings).await,
            _ => Err(Error::InvalidUrl {
                url: without_password(url),
                reason: "it must begin with `sqlite:`, `postgres:` or `mysql:`".to_owned(),
            }),
        }
    }
}

/// The URL as it may be shown: what stands between the user's name and the host is left out.
fn without_password(url: &str) -> String {
    match (url.find("://"), url.rfind('@')) {
        (Some(start), Some(end)) if start < end => match url[start + 3..end].find(':') {
            Some(colon) => format!("{}:***{}", &url[..start + 3 + colon], &url[end..]),
            None => url.to_owned(),
        },
        _ => url.to_owned(),
    }
}
