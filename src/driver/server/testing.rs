//! What the tests of the drivers share.

use std::any::Any;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;

use crate::decode::{Cells, Collect, Sink};
use crate::driver::{Access, Connection, Done, Pool, PoolSettings, Statement};
use crate::error::Error;
use crate::value::Value;

/// The URL in an environment variable. A test without one is not run, except that CI must run all.
pub(in crate::driver) fn url(variable: &str) -> Option<String> {
    match std::env::var(variable) {
        Ok(url) => Some(url),
        Err(_) if std::env::var_os("CI").is_some() => panic!("`{variable}` is not set, and CI runs all tests"),
        Err(_) => {
            println!("not run: `{variable}` is not set");
            None
        }
    }
}

pub(in crate::driver) fn settings(max_connections: u32) -> PoolSettings {
    PoolSettings { max_connections, acquire_timeout: Duration::from_secs(10), ..PoolSettings::default() }
}

pub(in crate::driver) fn statement(sql: &str, values: impl Into<Vec<Value>>) -> Statement {
    Statement { sql: Arc::from(sql), values: values.into() }
}

/// The rows of a statement, each read by `read`.
pub(in crate::driver) async fn rows<T: Send + 'static>(
    connection: &mut (impl Connection + ?Sized),
    sql: &str,
    values: impl Into<Vec<Value>>,
    read: fn(&dyn Cells) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    connection.fetch(statement(sql, values), Collect::boxed(read)).await.map(Collect::rows)
}

/// The one integer that a statement gives.
pub(in crate::driver) async fn number(connection: &mut (impl Connection + ?Sized), sql: &str) -> Result<i64, Error> {
    let rows = rows(connection, sql, [], |row| Ok(row.int(0).expect("an integer").expect("not NULL"))).await?;
    Ok(rows[0])
}

pub(in crate::driver) async fn script(pool: &impl Pool, sql: &str) {
    let mut connection = pool.acquire(Access::Write).await.expect("the server is there");
    connection.execute_script(sql.to_owned()).await.expect("the script is right");
}

pub(in crate::driver) async fn execute(
    connection: &mut (impl Connection + ?Sized),
    sql: &str,
    values: impl Into<Vec<Value>>,
) -> Result<Done, Error> {
    connection.execute(statement(sql, values)).await
}

/// Rows of a stream in chunks of 1,000, until `enough` of them have come.
pub(in crate::driver) async fn stream_some(
    connection: &mut (impl Connection + ?Sized),
    sql: &str,
    enough: usize,
) -> Result<usize, Error> {
    let mut stream = connection.stream(statement(sql, []), 1_000, Box::new(|| Box::new(Counter(0))));
    let mut seen = 0;
    while seen < enough
        && let Some(sink) = stream.next().await
    {
        let chunk = sink?.len();
        assert!((1..=1_000).contains(&chunk));
        seen += chunk;
    }
    Ok(seen)
}

/// Counts rows and keeps none.
pub(in crate::driver) struct Counter(pub(in crate::driver) usize);

impl Sink for Counter {
    fn row(&mut self, _: &dyn Cells) -> Result<(), Error> {
        self.0 += 1;
        Ok(())
    }

    fn len(&self) -> usize {
        self.0
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}
