//! What the tests of the drivers share.

use std::any::Any;
use std::fmt::Debug;
use std::time::Duration;

use futures_util::StreamExt;

use crate::decode::{CellError, Cells, Collect, Sink};
use crate::driver::{Access, Connection, Done, Pool, PoolSettings, Statement};
use crate::error::Error;
use crate::value::Value;

/// The URL in an environment variable. A test without one is not run, except that CI must run all.
pub(in crate::driver) fn url(variable: &str) -> Option<String> {
    match std::env::var(variable) {
        Ok(url) => Some(url),
        Err(_) if std::env::var_os("CI").is_some() => {
            panic!("`{variable}` is not set, and CI runs all tests")
        }
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
    Statement::new(sql, values.into())
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
pub(in crate::driver) async fn number(
    connection: &mut (impl Connection + ?Sized),
    sql: &str,
) -> Result<i64, Error> {
    let rows =
        rows(connection, sql, [], |row| Ok(row.int(0).expect("an integer").expect("not NULL"))).await?;
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

/// How a cell is read.
pub(in crate::driver) type Read<T> = fn(&dyn Cells, usize) -> Result<Option<T>, CellError>;

/// The first cells of the rows that a statement gives, each read by `read`.
pub(in crate::driver) async fn cells<T: Send + 'static>(
    connection: &mut (impl Connection + ?Sized),
    sql: &str,
    values: impl Into<Vec<Value>>,
    read: Read<T>,
) -> Result<Vec<Result<Option<T>, String>>, Error> {
    let sink =
        connection.fetch(statement(sql, values), Box::new(FirstCells { read, cells: Vec::new() })).await?;
    let sink = sink.into_any().downcast::<FirstCells<T>>();
    Ok(sink.expect("the sink that was given").cells)
}

struct FirstCells<T> {
    read: Read<T>,
    cells: Vec<Result<Option<T>, String>>,
}

impl<T: Send + 'static> Sink for FirstCells<T> {
    fn row(&mut self, row: &dyn Cells) -> Result<(), Error> {
        self.cells.push((self.read)(row, 0).map_err(|error| error.to_string()));
        Ok(())
    }

    fn len(&self) -> usize {
        self.cells.len()
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}

/// Checks what `expression` reads as.
pub(in crate::driver) async fn check_cell<T: Debug + PartialEq + Send + 'static>(
    connection: &mut (impl Connection + ?Sized),
    expression: &str,
    read: Read<T>,
    expected: T,
) {
    let cells = cells(connection, &format!("SELECT {expression}"), [], read).await;
    assert_eq!(cells.expect(expression), [Ok(Some(expected))], "{expression}");
}

/// Checks the message about `expression`, which `read` cannot take.
pub(in crate::driver) async fn check_mismatch<T: Debug + PartialEq + Send + 'static>(
    connection: &mut (impl Connection + ?Sized),
    expression: &str,
    read: Read<T>,
    message: &str,
) {
    let cells = cells(connection, &format!("SELECT {expression}"), [], read).await;
    assert_eq!(cells.expect(expression), [Err(message.to_owned())], "{expression}");
}

/// Stores `value` and a `NULL` of its type in a column of type `column`, finds it and reads both.
/// `marks` are the placeholders of two values.
pub(in crate::driver) async fn check_round_trip<T: Debug + PartialEq + Send + 'static>(
    connection: &mut (impl Connection + ?Sized),
    marks: [&str; 2],
    column: &str,
    value: Value,
    read: Read<T>,
    expected: T,
) {
    // Each type gets a table of its own: statements that are prepared are kept by their text.
    let table = format!("trip_{}", column.replace(|c: char| !c.is_ascii_alphanumeric(), "_"));
    let create = format!("CREATE TEMPORARY TABLE {table} (id INT, value {column})");
    connection.execute_script(format!("DROP TABLE IF EXISTS {table}; {create}")).await.expect("creates");
    let [one, two] = marks;
    let insert = format!("INSERT INTO {table} (id, value) VALUES (1, {one}), (2, {two})");
    let null = Value::Null(value.value_type());
    let done = execute(connection, &insert, [value.clone(), null]).await.expect(column);
    assert_eq!(done.rows, 2);
    let read_back = format!("SELECT value FROM {table} ORDER BY id");
    let cells = cells(connection, &read_back, [], read).await.expect(column);
    assert_eq!(cells, [Ok(Some(expected)), Ok(None)], "{column}");
    if column != "json" {
        let found = format!("SELECT id FROM {table} WHERE value = {one}");
        let found = self::cells(connection, &found, [value], |row, at| row.int(at)).await.expect(column);
        assert_eq!(found, [Ok(Some(1))], "{column}");
    }
}
