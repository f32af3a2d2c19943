//! What the tests stand on: the databases, with the demo data, and the checks.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::task::Poll;

use expect_test::Expect;
use queryset::demo::{self, MODELS};
use queryset::prelude::*;
use queryset::{
    AllowedIn, Annotated, AnyBackend, Autocommit, Closed, Context, Error, Fetch, Flat, InTransaction,
    Instances, Model, Named, NamedRow, PoolOptions, QuerySet, Rows, RunsOn, Stages, StreamsRows, Transaction,
    Values, ValuesList,
};
use serde::Serialize;
use serde_json::Value as Json;
use tokio::runtime::Runtime;

pub(crate) use crate::database::Database;

/// All tests share one runtime, because a pool lives on the runtime that it was opened on.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().expect("a runtime starts")
});

/// The databases that were opened, by name.
static OPEN: Mutex<BTreeMap<Database, Db<AnyBackend>>> = Mutex::new(BTreeMap::new());

/// Tests that write take turns: rows that two transactions insert beside each other can be a deadlock
/// on MariaDB.
static TURN: Mutex<()> = Mutex::new(());

fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Database {
    pub(crate) const ALL: [Self; 3] = [Self::Sqlite, Self::Postgres, Self::MySql];
}

/// Runs a future to its end.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.block_on(future)
}

/// Runs a test that only reads on every database, each with the demo data.
#[track_caller]
pub(crate) fn on_every_database(test: impl AsyncFn(Db<AnyBackend>, Database) -> Result<(), Error>) {
    for database in Database::ALL {
        if let Some(db) = open(database)
            && let Err(error) = run(test(db, database))
        {
            panic!("on {database:?}: {}", chain(&error));
        }
    }
}

/// Runs a test on every database, while no other test writes.
#[track_caller]
pub(crate) fn writing_on_every_database(test: impl AsyncFn(Db<AnyBackend>, Database) -> Result<(), Error>) {
    let _turn = turn();
    on_every_database(test);
}

/// Runs a test on every database, in a transaction that is rolled back.
#[track_caller]
pub(crate) fn in_transactions(
    test: impl AsyncFn(&mut Transaction<'static, AnyBackend>, Database) -> Result<(), Error>,
) {
    writing_on_every_database(async |db, database| {
        let mut tx = db.begin().await?;
        let outcome = test(&mut tx, database).await;
        tx.rollback().await?;
        outcome
    });
}

/// Checks that `write` tells of so many rows, and what `after` gives then, on every database.
#[track_caller]
pub(crate) fn check_write<M, R, S>(
    write: impl for<'t> Fn(&'t mut Transaction<'static, AnyBackend>) -> Fetch<'t, u64>,
    rows: u64,
    after: QuerySet<M, R, S>,
    expected: impl Into<Expected>,
) where
    M: Model,
    R: Shown<M>,
    S: Stages,
    S::Lock: AllowedIn<InTransaction>,
{
    let _turn = turn();
    let expected = expected.into();
    for database in Database::ALL {
        let Some(db) = open(database) else { continue };
        let outcome: Result<_, Error> = run(async {
            let mut tx = db.begin().await?;
            let written = write(&mut tx).await;
            let shown = match written {
                Ok(_) => R::shown(&after.all(&mut tx).await?),
                Err(_) => String::new(),
            };
            tx.rollback().await?;
            Ok((written?, shown))
        });
        match outcome {
            Ok((written, shown)) => {
                assert_eq!(written, rows, "on {database:?}");
                expected.check(database, &shown);
            }
            Err(error) => panic!("on {database:?}: {}", chain(&error)),
        }
    }
}

/// Checks the message of the error that `call` ends with on every database, in a transaction that
/// is rolled back.
#[track_caller]
pub(crate) fn check_error<T: std::fmt::Debug>(
    call: impl for<'t> Fn(&'t mut Transaction<'static, AnyBackend>) -> Fetch<'t, T>,
    expected: impl Into<Expected>,
) {
    let _turn = turn();
    let expected = expected.into();
    for database in Database::ALL {
        let Some(db) = open(database) else { continue };
        let outcome = run(async {
            let mut tx = db.begin().await.expect("a transaction begins");
            let outcome = call(&mut tx).await;
            tx.rollback().await.expect("it is rolled back");
            outcome
        });
        match outcome {
            Ok(value) => panic!("on {database:?}: no error, but {value:?}"),
            Err(error) => expected.check(database, &error.to_string()),
        }
    }
}

/// An error with everything behind it.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

/// The database with the demo data, opened and filled at the first call.
pub(crate) fn open(database: Database) -> Option<Db<AnyBackend>> {
    let url = database.url()?;
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(db) = open.get(&database) {
        return Some(db.clone());
    }
    let db = run(prepare(&url)).unwrap_or_else(|error| panic!("{database:?}: {}", chain(&error)));
    open.insert(database, db.clone());
    Some(db)
}

async fn prepare(url: &str) -> Result<Db<AnyBackend>, Error> {
    let db: Db<AnyBackend> = PoolOptions::new().max_connections(5).connect(url).await?;
    queryset::drop_tables(&db, MODELS).await?;
    queryset::create_tables(&db, MODELS).await?;
    demo::load(&db).await?;
    Ok(db)
}

/// What a query gives: the same everywhere, or on SQLite, PostgreSQL and MariaDB each its own.
pub(crate) enum Expected {
    Line(&'static str),
    LineEach([&'static str; 3]),
    Lines(Expect),
    LinesEach([Expect; 3]),
}

/// Expected of a database that does not have what the query uses.
pub(crate) const NOT_SUPPORTED: &str = "not supported";

impl From<&'static str> for Expected {
    fn from(line: &'static str) -> Self {
        Self::Line(line)
    }
}

impl From<[&'static str; 3]> for Expected {
    fn from(lines: [&'static str; 3]) -> Self {
        Self::LineEach(lines)
    }
}

impl From<Expect> for Expected {
    fn from(lines: Expect) -> Self {
        Self::Lines(lines)
    }
}

impl From<[Expect; 3]> for Expected {
    fn from(lines: [Expect; 3]) -> Self {
        Self::LinesEach(lines)
    }
}

impl Expected {
    #[track_caller]
    pub(crate) fn check(&self, database: Database, actual: &str) {
        match self {
            Self::Line(expected) => assert_eq!(actual, *expected, "on {database:?}"),
            Self::LineEach(each) => assert_eq!(actual, each[database as usize], "on {database:?}"),
            Self::Lines(expected) => expected.assert_eq(actual),
            Self::LinesEach(each) => each[database as usize].assert_eq(actual),
        }
    }
}

/// How the rows of a query are written: instances by their keys and single values on one line, any
/// other rows on a line each.
pub(crate) trait Shown<M>: Rows<M> + StreamsRows {
    fn shown(rows: &[Self::Row]) -> String;
}

impl<M: Model + Serialize> Shown<M> for Instances {
    fn shown(rows: &[M]) -> String {
        let key = |row: &M| match json(row) {
            Json::Object(fields) => match fields.into_iter().next() {
                Some((_, Json::String(key))) => key,
                Some((_, key)) => key.to_string(),
                None => String::new(),
            },
            other => other.to_string(),
        };
        rows.iter().map(key).collect::<Vec<_>>().join(" ")
    }
}

impl<M: 'static, V: Serialize + Send + 'static> Shown<M> for Flat<V> {
    fn shown(rows: &[V]) -> String {
        rows.iter().map(|row| json(row).to_string()).collect::<Vec<_>>().join(" ")
    }
}

impl<M: 'static, T: Serialize + Send + 'static> Shown<M> for ValuesList<T> {
    fn shown(rows: &[T]) -> String {
        lines(rows)
    }
}

impl<M: 'static, L: 'static> Shown<M> for Values<L>
where
    Values<L>: Rows<M>,
    <Values<L> as Rows<M>>::Row: Serialize,
{
    fn shown(rows: &[Self::Row]) -> String {
        lines(rows)
    }
}

impl<M: 'static, T: Send + 'static> Shown<M> for Named<T>
where
    NamedRow<T>: Serialize,
{
    fn shown(rows: &[NamedRow<T>]) -> String {
        lines(rows)
    }
}

/// Annotated instances are their keys with the annotations: `1 4, 2 3`.
impl<M: Model, B: 'static, T: 'static> Shown<M> for Annotated<B, T>
where
    Annotated<B, T>: Rows<M> + StreamsRows,
    <Annotated<B, T> as Rows<M>>::Row: Serialize,
{
    fn shown(rows: &[Self::Row]) -> String {
        let row = |row: &Self::Row| match json(row) {
            Json::Array(mut elements) => {
                if let Json::Object(instance) = &elements[0] {
                    elements[0] = instance.values().next().cloned().unwrap_or_default();
                }
                elements.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
            }
            other => other.to_string(),
        };
        rows.iter().map(row).collect::<Vec<_>>().join(", ")
    }
}

fn json(row: &impl Serialize) -> Json {
    serde_json::to_value(row).expect("rows serialize")
}

pub(crate) fn lines(rows: &[impl Serialize]) -> String {
    rows.iter().map(|row| format!("{}\n", json(row))).collect()
}

/// Checks the rows of a query on every database. Counting them, asking whether there is one, and
/// taking them one by one must tell the same.
#[track_caller]
pub(crate) fn check_rows<M, R, S, X>(query: QuerySet<M, R, S, X>, expected: impl Into<Expected>)
where
    M: Model,
    R: Shown<M>,
    S: Stages,
    X: Context,
    X::Parent: Closed,
    X::Backends: RunsOn<AnyBackend>,
    S::Lock: AllowedIn<Autocommit>,
{
    check_rows_counted(query, expected.into(), Some);
}

/// Checks the rows of a query that `count()` counts otherwise: as in Django it leaves out the order,
/// which adds rows here.
#[track_caller]
pub(crate) fn check_rows_uncounted<M, R, S, X>(query: QuerySet<M, R, S, X>, expected: impl Into<Expected>)
where
    M: Model,
    R: Shown<M>,
    S: Stages,
    X: Context,
    X::Parent: Closed,
    X::Backends: RunsOn<AnyBackend>,
    S::Lock: AllowedIn<Autocommit>,
{
    check_rows_counted(query, expected.into(), |_| None);
}

#[track_caller]
fn check_rows_counted<M, R, S, X>(
    query: QuerySet<M, R, S, X>,
    expected: Expected,
    count: fn(usize) -> Option<usize>,
) where
    M: Model,
    R: Shown<M>,
    S: Stages,
    X: Context,
    X::Parent: Closed,
    X::Backends: RunsOn<AnyBackend>,
    S::Lock: AllowedIn<Autocommit>,
{
    for database in Database::ALL {
        let Some(db) = open(database) else { continue };
        let outcome: Result<_, Error> = run(async {
            let rows = query.all(&db).await?;
            let counted = query.count(&db).await?;
            let exists = query.exists(&db).await?;
            let mut one_by_one = query.iterator(&db);
            let mut streamed = Vec::new();
            while let Some(row) = one_by_one.next().await {
                streamed.push(row?);
            }
            Ok((rows, counted, exists, streamed))
        });
        match outcome {
            Ok((rows, counted, exists, streamed)) => {
                let shown = R::shown(&rows);
                expected.check(database, &shown);
                if let Some(count) = count(rows.len()) {
                    assert_eq!(counted, count as u64, "counted on {database:?}");
                }
                assert_eq!(exists, !rows.is_empty(), "exists on {database:?}");
                assert_eq!(R::shown(&streamed), shown, "streamed from {database:?}");
            }
            Err(Error::NotSupported { .. }) => expected.check(database, NOT_SUPPORTED),
            Err(error) => panic!("on {database:?}: {}", chain(&error)),
        }
    }
}

/// A date, a time of day, a moment, a decimal number: as short as in Django's cases.
pub(crate) fn date(year: i16, month: i8, day: i8) -> jiff::civil::Date {
    jiff::civil::date(year, month, day)
}

pub(crate) fn clock(hour: i8, minute: i8, second: i8) -> jiff::civil::Time {
    jiff::civil::time(hour, minute, second, 0)
}

pub(crate) fn moment(text: &str) -> jiff::Timestamp {
    text.parse().expect("a moment")
}

pub(crate) fn decimal(text: &str) -> rust_decimal::Decimal {
    text.parse().expect("a decimal number")
}

pub(crate) fn uuid(text: &str) -> uuid::Uuid {
    text.parse().expect("a uuid")
}

/// Checks the number of rows of a query on every database.
#[track_caller]
pub(crate) fn check_count<M, R, S, X>(query: QuerySet<M, R, S, X>, expected: u64)
where
    M: Model,
    R: Rows<M>,
    S: Stages,
    X: Context,
    X::Parent: Closed,
    X::Backends: RunsOn<AnyBackend>,
{
    check_count_each(query, [expected; 3]);
}

/// Checks the number of rows of a query on SQLite, PostgreSQL and MariaDB.
#[track_caller]
pub(crate) fn check_count_each<M, R, S, X>(query: QuerySet<M, R, S, X>, expected: [u64; 3])
where
    M: Model,
    R: Rows<M>,
    S: Stages,
    X: Context,
    X::Parent: Closed,
    X::Backends: RunsOn<AnyBackend>,
{
    for database in Database::ALL {
        let Some(db) = open(database) else { continue };
        match run(query.count(&db)) {
            Ok(counted) => assert_eq!(counted, expected[database as usize], "on {database:?}"),
            Err(error) => panic!("on {database:?}: {}", chain(&error)),
        }
    }
}

pub(crate) fn ip(text: &str) -> std::net::IpAddr {
    text.parse().expect("an address")
}

/// A future that is left after so many polls.
pub(crate) struct Left<F> {
    future: Pin<Box<F>>,
    polls: usize,
}

impl<F: Future> Left<F> {
    pub(crate) fn after(polls: usize, future: F) -> Self {
        Self { future: Box::pin(future), polls }
    }
}

impl<F: Future> Future for Left<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut std::task::Context<'_>) -> Poll<Self::Output> {
        if self.polls == 0 {
            return Poll::Ready(None);
        }
        self.polls -= 1;
        self.future.as_mut().poll(context).map(Some)
    }
}
