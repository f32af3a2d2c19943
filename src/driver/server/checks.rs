//! What must hold on each database server: transactions, streams, cancellation, the pool.
//!
//! Each check is given a pool and the name of a table that it may drop.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::testing::{Counter, execute, number, rows, script, statement, stream_some};
use crate::decode::{Cells, Collect, Sink};
use crate::driver::{Access, Begin, Connection, Isolation, NewSink, Pool};
use crate::error::Error;
use crate::value::Value;

/// 100,000 rows of one integer, on any database.
const MANY_ROWS: &str = "SELECT a.i + 10 * b.i + 100 * c.i + 1000 * d.i + 10000 * e.i FROM digits a \
     CROSS JOIN digits b CROSS JOIN digits c CROSS JOIN digits d CROSS JOIN digits e";

async fn new_table(pool: &impl Pool, table: &str) {
    script(pool, &format!("DROP TABLE IF EXISTS {table}; CREATE TABLE {table} (id INT PRIMARY KEY)")).await;
}

async fn count(pool: &impl Pool, table: &str) -> i64 {
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    number(&mut *connection, &format!("SELECT COUNT(*) FROM {table}")).await.expect("a number")
}

fn many_rows(table: &str) -> String {
    MANY_ROWS.replace("digits", table)
}

async fn new_digits(pool: &impl Pool, table: &str) {
    new_table(pool, table).await;
    let rows: Vec<String> = (0..10).map(|digit| format!("({digit})")).collect();
    script(pool, &format!("INSERT INTO {table} VALUES {}", rows.join(", "))).await;
    // The name of the column in `MANY_ROWS`.
    script(pool, &format!("ALTER TABLE {table} RENAME COLUMN id TO i")).await;
}

pub(in crate::driver) async fn a_transaction_commits_or_rolls_back(pool: &impl Pool, table: &str) {
    new_table(pool, table).await;
    let insert = format!("INSERT INTO {table} VALUES (1)");

    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    execute(&mut *transaction, &insert, []).await.expect("inserts");
    transaction.rollback().await.expect("rolls back");
    assert_eq!(count(pool, table).await, 0);

    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    execute(&mut *transaction, &insert, []).await.expect("inserts");
    drop(transaction);
    assert_eq!(count(pool, table).await, 0);

    let serializable = Begin { isolation: Some(Isolation::Serializable), read_only: false };
    let mut transaction = pool.begin(serializable).await.expect("begins");
    let done = execute(&mut *transaction, &insert, []).await.expect("inserts");
    assert_eq!(done.rows, 1);
    transaction.commit().await.expect("commits");
    assert_eq!(count(pool, table).await, 1);

    let read_only = Begin { isolation: None, read_only: true };
    let mut transaction = pool.begin(read_only).await.expect("begins");
    let refused = execute(&mut *transaction, &insert, []).await;
    assert!(matches!(refused, Err(Error::Database { .. })), "{refused:?}");
}

pub(in crate::driver) async fn a_savepoint_is_rolled_back_alone(pool: &impl Pool, table: &str) {
    new_table(pool, table).await;
    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    execute(&mut *transaction, &format!("INSERT INTO {table} VALUES (1)"), []).await.expect("inserts");
    execute(&mut *transaction, "SAVEPOINT one", []).await.expect("sets a savepoint");
    let again = execute(&mut *transaction, &format!("INSERT INTO {table} VALUES (1)"), []).await;
    assert!(matches!(again, Err(Error::Integrity { .. })), "{again:?}");
    execute(&mut *transaction, "ROLLBACK TO SAVEPOINT one", []).await.expect("rolls back");
    execute(&mut *transaction, &format!("INSERT INTO {table} VALUES (2)"), []).await.expect("inserts");
    transaction.commit().await.expect("commits: the failed statement was rolled back");
    assert_eq!(count(pool, table).await, 2);
}

pub(in crate::driver) async fn a_call_that_goes_away_leaves_the_connection_fit(
    pool: &impl Pool,
    table: &str,
    sleep: &str,
) {
    new_table(pool, table).await;
    // The pool has one connection only, so that nothing can be hidden by a new one.
    let mut connection = pool.acquire(Access::Write).await.expect("a connection");
    for wait in [0, 1, 20] {
        let left = timeout(Duration::from_millis(wait), execute(&mut *connection, sleep, [])).await;
        assert!(left.is_err(), "it sleeps for longer");
        assert_eq!(number(&mut *connection, "SELECT 1").await.expect("a number"), 1);
    }
    let many = format!("SELECT 1 FROM {table} WHERE id = 1");
    let left = timeout(Duration::ZERO, execute(&mut *connection, &many, [])).await;
    drop(left);
    drop(connection);

    // In a transaction, what it did before stays.
    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    execute(&mut *transaction, &format!("INSERT INTO {table} VALUES (1)"), []).await.expect("inserts");
    let left = timeout(Duration::from_millis(5), execute(&mut *transaction, sleep, [])).await;
    assert!(left.is_err(), "it sleeps for longer");
    assert_eq!(
        number(&mut *transaction, &format!("SELECT COUNT(*) FROM {table}")).await.expect("a number"),
        1
    );
    transaction.commit().await.expect("commits");
    assert_eq!(count(pool, table).await, 1);

    // A transaction that is dropped while a statement runs is rolled back.
    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    execute(&mut *transaction, &format!("INSERT INTO {table} VALUES (2)"), []).await.expect("inserts");
    let left = timeout(Duration::from_millis(5), execute(&mut *transaction, sleep, [])).await;
    assert!(left.is_err(), "it sleeps for longer");
    drop(transaction);
    assert_eq!(count(pool, table).await, 1);

    // So is one that is dropped while it begins: nothing must be left open for the next user.
    for microseconds in [0, 50, 100, 200, 400, 800] {
        let left = timeout(Duration::from_micros(microseconds), pool.begin(Begin::default())).await;
        drop(left);
        let mut connection = pool.acquire(Access::Write).await.expect("a connection");
        let id = 100 + microseconds;
        let insert = format!("INSERT INTO {table} VALUES ({id})");
        execute(&mut *connection, &insert, []).await.expect("inserts");
        // Would undo the insert if it were in a transaction.
        connection.execute_script("ROLLBACK".to_owned()).await.expect("rolls back nothing");
        let found = format!("SELECT COUNT(*) FROM {table} WHERE id = {id}");
        assert_eq!(number(&mut *connection, &found).await.expect("a number"), 1);
    }
}

pub(in crate::driver) async fn a_stream_can_be_left_early(pool: &impl Pool, table: &str) {
    new_digits(pool, table).await;
    let sql = many_rows(table);
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    assert_eq!(stream_some(&mut *connection, &sql, usize::MAX).await.expect("streams"), 100_000);
    for _ in 0..3 {
        assert_eq!(stream_some(&mut *connection, &sql, 1).await.expect("streams"), 1_000);
        assert_eq!(number(&mut *connection, "SELECT 7").await.expect("a number"), 7);
    }
    assert_eq!(stream_some(&mut *connection, &sql, 1).await.expect("streams"), 1_000);
    drop(connection);
    assert_eq!(count(pool, table).await, 10);
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    let none = format!("SELECT i FROM {table} WHERE i < 0");
    assert_eq!(stream_some(&mut *connection, &none, 1).await.expect("streams"), 0);
    let wrong = stream_some(&mut *connection, "SELECT nothing FROM nowhere", 1).await;
    assert!(matches!(wrong, Err(Error::Database { .. })), "{wrong:?}");
    assert_eq!(number(&mut *connection, "SELECT 7").await.expect("a number"), 7);
    drop(connection);

    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    execute(&mut *transaction, &format!("INSERT INTO {table} VALUES (10)"), []).await.expect("inserts");
    assert_eq!(stream_some(&mut *transaction, &sql, 1).await.expect("streams"), 1_000);
    assert_eq!(stream_some(&mut *transaction, &sql, 1).await.expect("streams"), 1_000);
    assert_eq!(
        number(&mut *transaction, &format!("SELECT COUNT(*) FROM {table}")).await.expect("a number"),
        11
    );
    assert_eq!(stream_some(&mut *transaction, &sql, 1).await.expect("streams"), 1_000);
    transaction.commit().await.expect("commits");
    assert_eq!(count(pool, table).await, 11);
    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    assert_eq!(stream_some(&mut *transaction, &sql, 1).await.expect("streams"), 1_000);
    drop(transaction);
    assert_eq!(count(pool, table).await, 11);
}

/// `flat` says that rows are read as they are asked for on a connection without a transaction, and `held`
/// the same of one with a transaction.
pub(in crate::driver) async fn other_queries_run_beside_a_cursor(
    pool: &impl Pool,
    table: &str,
    flat: bool,
    held: bool,
) {
    new_digits(pool, table).await;
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    read_beside(&mut *connection, table, 10, flat).await;
    read_beside(&mut *connection, table, 10, flat).await;
    assert_eq!(number(&mut *connection, "SELECT 7").await.expect("a number"), 7);
    // A query that fails ends the cursor alone.
    let sql = many_rows(table);
    let sinks = Counted::sinks(&Arc::default());
    let mut cursor = connection.cursor(statement(&sql, []), 10, sinks).await.expect("a cursor");
    assert_eq!(cursor.next().await.expect("rows").map_or(0, |sink| sink.len()), 10);
    let wrong = cursor.fetch(statement("SELECT nothing FROM nowhere", []), Box::new(Counter(0))).await;
    assert!(matches!(wrong.map(|_| ()), Err(Error::Database { .. })));
    drop(cursor);
    drop(connection);
    assert_eq!(count(pool, table).await, 10);

    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    execute(&mut *transaction, &format!("INSERT INTO {table} VALUES (10)"), []).await.expect("inserts");
    read_beside(&mut *transaction, table, 11, held).await;
    read_beside(&mut *transaction, table, 11, held).await;
    execute(&mut *transaction, &format!("INSERT INTO {table} VALUES (11)"), []).await.expect("inserts");
    transaction.commit().await.expect("commits");
    assert_eq!(count(pool, table).await, 12);
}

/// Reads three chunks of a cursor, counts the rows of the table beside each, and drops the cursor.
async fn read_beside(connection: &mut (impl Connection + ?Sized), table: &str, rows: i64, flat: bool) {
    let read = Arc::default();
    let sql = many_rows(table);
    let mut cursor =
        connection.cursor(statement(&sql, []), 1_000, Counted::sinks(&read)).await.expect("a cursor");
    let sql = format!("SELECT COUNT(*) FROM {table}");
    for _ in 0..3 {
        assert_eq!(cursor.next().await.expect("rows").map_or(0, |sink| sink.len()), 1_000);
        let sink = Collect::boxed(|row| Ok(row.int(0).expect("an integer")));
        let counted = cursor.fetch(statement(&sql, []), sink).await.expect("a number");
        assert_eq!(Collect::<Option<i64>>::rows(counted), [Some(rows)]);
    }
    let read = read.load(Ordering::Relaxed);
    assert_eq!(read < 10_000, flat, "{read} rows were read");
}

/// Counts its rows, and those of others.
struct Counted {
    rows: usize,
    all: Arc<AtomicUsize>,
}

impl Counted {
    fn sinks(all: &Arc<AtomicUsize>) -> NewSink {
        let all = Arc::clone(all);
        Box::new(move || Box::new(Self { rows: 0, all: Arc::clone(&all) }))
    }
}

impl Sink for Counted {
    fn row(&mut self, _: &dyn Cells) -> Result<(), Error> {
        self.rows += 1;
        self.all.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn len(&self) -> usize {
        self.rows
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}

pub(in crate::driver) async fn a_row_that_cannot_be_read_ends_the_statement_alone(pool: &impl Pool) {
    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    let read = |_: &dyn Cells| -> Result<(), Error> { Err(Error::DoesNotExist { model: "Row" }) };
    let sql = "SELECT 1 UNION ALL SELECT 2";
    let unread = transaction.fetch(statement(sql, []), Collect::boxed(read)).await.map(|_| ());
    assert!(matches!(unread, Err(Error::DoesNotExist { .. })), "{unread:?}");
    assert_eq!(number(&mut *transaction, "SELECT 1").await.expect("a number"), 1);
    transaction.commit().await.expect("commits");
}

pub(in crate::driver) async fn tasks_share_the_pool(pool: impl Pool + 'static) {
    let pool = std::sync::Arc::new(pool);
    let tasks: Vec<_> = (0..40)
        .map(|task| {
            let pool = std::sync::Arc::clone(&pool);
            tokio::spawn(async move {
                for turn in 0..20 {
                    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
                    let sent = task * 1_000 + turn;
                    let got = number(&mut *connection, &format!("SELECT {sent}")).await.expect("a number");
                    assert_eq!(got, sent);
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("no task panics");
    }
    pool.close().await;
    let closed = pool.acquire(Access::Read).await.map(|_| ());
    assert!(matches!(closed, Err(Error::Connection { .. })), "{closed:?}");
}

/// `pool` has one connection and waits for half a second.
pub(in crate::driver) async fn a_pool_in_use_times_out(pool: &impl Pool) {
    let taken = pool.acquire(Access::Read).await.expect("a connection");
    let started = Instant::now();
    let none = pool.acquire(Access::Read).await.map(|_| ());
    assert!(matches!(none, Err(Error::PoolTimeout { max_connections: 1, .. })), "{none:?}");
    assert!(started.elapsed() < Duration::from_secs(3));
    drop(taken);
    pool.acquire(Access::Read).await.expect("free again");
}

/// `opened` is what came of opening a pool that is not to be had.
#[track_caller]
pub(in crate::driver) fn check_unreachable(opened: Result<(), Error>, started: Instant, shown: &str) {
    assert!(started.elapsed() < Duration::from_secs(2), "it took {:?}", started.elapsed());
    match opened {
        Err(Error::Connection { database, .. }) => assert_eq!(database, shown),
        opened => panic!("expected an error about the connection, found {opened:?}"),
    }
}

/// A pool whose server goes away and comes back. `open` opens it at a URL, with one connection
/// that it waits for half a second for.
pub(in crate::driver) async fn a_server_that_goes_away_is_not_taken_for_a_busy_pool<P, F>(
    url: &str,
    open: impl FnOnce(String) -> F,
) where
    P: Pool,
    F: Future<Output = Result<P, Error>>,
{
    // The server as seen through a door that can be shut.
    let (before, after) = url.split_once("127.0.0.1:").expect("the tests run beside the server");
    let (port, after) = after.split_once('/').expect("the URL names a database");
    let server = format!("127.0.0.1:{port}");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let door = listener.local_addr().expect("it is bound");
    let keeper = tokio::spawn(keep_door(listener, server.clone()));

    let pool = open(format!("{before}{door}/{after}")).await.expect("the server is there");
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    assert_eq!(number(&mut *connection, "SELECT 1").await.expect("a number"), 1);
    keeper.abort();
    let lost = number(&mut *connection, "SELECT 1").await;
    assert!(matches!(lost, Err(Error::Connection { .. })), "{lost:?}");
    let lost = number(&mut *connection, "SELECT 1").await;
    assert!(matches!(lost, Err(Error::Connection { .. })), "{lost:?}");

    let listener = TcpListener::bind(door).await.expect("the port is free again");
    tokio::spawn(keep_door(listener, server));
    assert_eq!(number(&mut *connection, "SELECT 1").await.expect("a number"), 1);
}

/// Lets all through to the server, until it is aborted.
async fn keep_door(listener: TcpListener, server: String) {
    let mut guests = JoinSet::new();
    while let Ok((mut guest, _)) = listener.accept().await {
        let server = server.clone();
        guests.spawn(async move {
            let mut host = TcpStream::connect(server).await?;
            tokio::io::copy_bidirectional(&mut guest, &mut host).await
        });
    }
}

/// Two transactions that wait for each other: one of them fails, and is lost or aborted.
pub(in crate::driver) async fn a_deadlock_is_a_conflict(pool: &impl Pool, table: &str) {
    new_table(pool, table).await;
    script(pool, &format!("INSERT INTO {table} VALUES (1), (2)")).await;
    let lock = |id: i32| format!("SELECT id FROM {table} WHERE id = {id} FOR UPDATE");
    let mut first = pool.begin(Begin::default()).await.expect("begins");
    let mut second = pool.begin(Begin::default()).await.expect("begins");
    execute(&mut *first, &format!("INSERT INTO {table} VALUES (3)"), []).await.expect("inserts");
    execute(&mut *second, &format!("INSERT INTO {table} VALUES (4)"), []).await.expect("inserts");
    let read: fn(&dyn Cells) -> Result<(), Error> = |_| Ok(());
    rows(&mut *first, &lock(1), [], read).await.expect("locks");
    rows(&mut *second, &lock(2), [], read).await.expect("locks");
    let (lock_2, lock_1) = (lock(2), lock(1));
    let (one, two) = tokio::join!(rows(&mut *first, &lock_2, [], read), async {
        let result = rows(&mut *second, &lock_1, [], read).await;
        if result.is_err() {
            // The other one waits for this.
            let next = number(&mut *second, "SELECT 1").await;
            assert!(matches!(next, Err(Error::TransactionAborted)), "{next:?}");
            assert!(matches!(second.commit().await, Err(Error::TransactionAborted)));
            None
        } else {
            Some((second, result))
        }
    },);
    match (one, two) {
        (Ok(_), None) => first.commit().await.expect("commits"),
        (Err(error), Some((second, _))) => {
            assert!(matches!(error, Error::Conflict { .. }), "{error:?}");
            assert!(matches!(first.commit().await, Err(Error::TransactionAborted)));
            second.commit().await.expect("commits");
        }
        (one, _) => panic!("exactly one of two transactions in a deadlock fails: {one:?}"),
    }
    assert_eq!(count(pool, table).await, 3);
}

pub(in crate::driver) async fn too_many_values_are_refused_before_they_are_sent(pool: &impl Pool) {
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    let values = vec![Value::Int(1); 65_536];
    let refused = execute(&mut *connection, "SELECT 1", values).await;
    assert!(matches!(refused, Err(Error::InvalidQuery { .. })), "{refused:?}");
    assert_eq!(number(&mut *connection, "SELECT 1").await.expect("a number"), 1);
}

/// `pool` has one connection. `number_of` asks for the number by which the server knows it.
pub(in crate::driver) async fn a_connection_is_used_again(pool: &impl Pool, number_of: &str) {
    let mut numbers = Vec::new();
    for _ in 0..3 {
        let mut connection = pool.acquire(Access::Read).await.expect("a connection");
        numbers.push(number(&mut *connection, number_of).await.expect("a number"));
        let refused = number(&mut *connection, "SELECT nothing FROM nowhere").await;
        assert!(matches!(refused, Err(Error::Database { .. })), "{refused:?}");
    }
    assert!(numbers.iter().all(|number| *number == numbers[0]), "{numbers:?}");
}

/// `pool` has one connection, which lives for 50 ms.
pub(in crate::driver) async fn an_old_connection_is_replaced(pool: &impl Pool, number_of: &str) {
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    let first = number(&mut *connection, number_of).await.expect("a number");
    drop(connection);
    tokio::time::sleep(Duration::from_millis(60)).await;
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    let second = number(&mut *connection, number_of).await.expect("a number");
    assert_ne!(first, second);
}

/// `pool` has one connection.
pub(in crate::driver) async fn a_pool_that_is_closed_waits_for_its_connections(pool: &impl Pool) {
    let mut taken = pool.acquire(Access::Read).await.expect("a connection");
    let (waiting, closed, ()) = tokio::join!(pool.acquire(Access::Read), pool.close(), async {
        // The others have come to wait.
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(number(&mut *taken, "SELECT 1").await.expect("a number"), 1);
        drop(taken);
    });
    let waiting = waiting.map(|_| ());
    assert!(matches!(waiting, Err(Error::Connection { .. })), "{waiting:?}");
    assert_eq!(closed, ());
    pool.close().await;
}

/// What opens a pool, each time that it is called.
pub(in crate::driver) fn a_pool_outlives_a_runtime<P: Pool, F: Future<Output = Option<P>>>(
    open: impl FnOnce() -> F,
) {
    let runtime =
        || tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime is made");
    let use_it = async |pool: &P| {
        let mut connection = pool.acquire(Access::Read).await.expect("a connection");
        assert_eq!(number(&mut *connection, "SELECT 1").await.expect("a number"), 1);
    };
    let first = runtime();
    let Some(pool) = first.block_on(open()) else { return };
    first.block_on(use_it(&pool));
    drop(first);
    runtime().block_on(use_it(&pool));
}
