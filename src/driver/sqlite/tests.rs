//! The pool and its connections as the layer above meets them.

use std::any::Any;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::{FutureExt as _, StreamExt as _};
use jiff::{SignedDuration, civil};
use rust_decimal::Decimal;
use tempfile::TempDir;

use super::{SqlitePool, open};
use crate::decode::{CellError, Cells, Collect, Sink};
use crate::driver::{
    Access, Begin, Connection, Done, Isolation, OpenTransaction, Pool, PoolSettings, Statement,
};
use crate::error::{Error, Violation};
use crate::value::Value;

/// A query that takes a minute or more when nobody stops it.
const ENDLESS: &str =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0 LIMIT 1";

/// Rows as fast as they are taken.
const ROWS: &str =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n";

fn statement(sql: &str, values: impl Into<Vec<Value>>) -> Statement {
    Statement::new(sql, values.into())
}

/// The first column of each row.
async fn ints(connection: &mut (impl Connection + ?Sized), sql: &str) -> Result<Vec<i64>, Error> {
    let sink = connection.fetch(statement(sql, []), int_sink()).await?;
    Ok(Collect::rows(sink))
}

fn int_sink() -> Box<dyn Sink> {
    Collect::<i64>::boxed(|row| Ok(row.int(0).expect("an integer").expect("no NULL")))
}

async fn execute(connection: &mut (impl Connection + ?Sized), sql: &str) -> Result<Done, Error> {
    connection.execute(statement(sql, [])).await
}

/// A pool on a file with one empty table `t (id, name)`. The folder lives as long as the first value.
async fn in_file(settings: PoolSettings) -> (TempDir, SqlitePool) {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let url = format!("sqlite://{}", folder.path().join("test.db").display());
    let pool = open(&url, settings).await.expect("the file is created");
    create_table(&pool).await;
    (folder, pool)
}

async fn in_memory() -> SqlitePool {
    let pool = open("sqlite::memory:", PoolSettings::default()).await.expect("memory is at hand");
    create_table(&pool).await;
    pool
}

async fn create_table(pool: &SqlitePool) {
    let mut connection = pool.acquire(Access::Write).await.expect("a connection");
    let sql = "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE); CREATE TABLE child
        (t_id INTEGER REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED)";
    connection.execute_script(sql.to_owned()).await.expect("the SQL is right");
}

async fn read(pool: &SqlitePool) -> Box<dyn Connection> {
    pool.acquire(Access::Read).await.expect("a connection")
}

async fn write(pool: &SqlitePool) -> Box<dyn Connection> {
    pool.acquire(Access::Write).await.expect("a connection")
}

async fn begin(pool: &SqlitePool) -> Box<dyn OpenTransaction> {
    pool.begin(Begin::default()).await.expect("a transaction")
}

async fn count(pool: &SqlitePool) -> i64 {
    ints(&mut *read(pool).await, "SELECT COUNT(*) FROM t").await.expect("the SQL is right")[0]
}

fn at_most(max_connections: u32) -> PoolSettings {
    PoolSettings { max_connections, ..PoolSettings::default() }
}

#[tokio::test]
async fn execute_tells_the_rows_and_the_key_of_its_own_statement() {
    let pool = in_memory().await;
    let mut connection = write(&pool).await;
    let done = |rows, last_insert_id| Done { rows, last_insert_id };
    for (sql, expected) in [
        ("INSERT INTO t (name) VALUES ('a'), ('b')", done(2, Some(2))),
        ("INSERT OR IGNORE INTO t (name) VALUES ('a')", done(0, None)),
        ("UPDATE t SET name = name", done(2, None)),
        ("CREATE TABLE other (id INTEGER)", done(0, None)),
        ("DELETE FROM t WHERE id > 5", done(0, None)),
        ("PRAGMA foreign_keys", done(0, None)),
        ("  replace into t (id, name) values (9, 'c')", done(1, Some(9))),
        ("DELETE FROM t", done(3, None)),
    ] {
        assert_eq!(execute(&mut *connection, sql).await.expect("the SQL is right"), expected, "{sql}");
    }
}

#[tokio::test]
async fn an_upsert_tells_no_key_for_it_may_have_updated() {
    let pool = in_memory().await;
    let mut connection = write(&pool).await;
    let upsert = "INSERT INTO t (id, name) VALUES (4, 'a') ON CONFLICT (name) DO UPDATE SET id = 5";
    for _ in 0..2 {
        let done = execute(&mut *connection, upsert).await.expect("the SQL is right");
        assert_eq!(done, Done { rows: 1, last_insert_id: None });
    }
}

#[tokio::test]
async fn each_value_comes_back_as_it_was_bound() {
    let pool = in_memory().await;
    let values = [
        Value::Bool(true),
        Value::Int(i64::MIN),
        Value::UInt(i64::MAX as u64),
        Value::Float(-0.1),
        Value::Decimal("123456789012345678901234.5678".parse().expect("a decimal")),
        Value::Text("Åse\0's \"text\"".to_owned()),
        Value::Date(civil::date(1, 1, 1)),
        Value::DateTime(civil::datetime(9999, 12, 31, 23, 59, 59, 999_999_000)),
        Value::Time(civil::time(23, 59, 59, 1000)),
        Value::Duration(SignedDuration::from_micros(i64::MIN)),
        Value::Uuid(uuid::Uuid::from_u128(1)),
        Value::Json(serde_json::json!({"a": [null, 1.5, "é"]}).into()),
        Value::Bytes(vec![0, 1, 255]),
        Value::Ip("::1".parse().expect("an address")),
    ];
    let sink = Collect::<[Option<Value>; 14]>::boxed(|row| {
        let read = || -> Result<_, CellError> {
            Ok([
                row.bool(0)?.map(Value::Bool),
                row.int(1)?.map(Value::Int),
                row.uint(2)?.map(Value::UInt),
                row.float(3)?.map(Value::Float),
                row.decimal(4)?.map(Value::Decimal),
                row.text(5)?.map(Value::Text),
                row.date(6)?.map(Value::Date),
                row.datetime(7)?.map(Value::DateTime),
                row.time(8)?.map(Value::Time),
                row.duration(9)?.map(Value::Duration),
                row.uuid(10)?.map(Value::Uuid),
                row.json(11)?.map(|json| Value::Json(json.into())),
                row.bytes(12)?.map(Value::Bytes),
                row.ip(13)?.map(Value::Ip),
            ])
        };
        read().map_err(|source| Error::Decode { model: "Row", field: "cell", source })
    });
    let placeholders = vec!["?"; values.len()].join(", ");
    let query = statement(&format!("SELECT {placeholders}"), values.clone());
    let sink = read(&pool).await.fetch(query, sink).await.expect("all can be read");
    let rows: Vec<[Option<Value>; 14]> = Collect::rows(sink);
    assert_eq!(rows, [values.map(Some)]);
}

#[tokio::test]
async fn a_decimal_column_gives_back_its_number() {
    let pool = in_memory().await;
    let mut connection = write(&pool).await;
    execute(&mut *connection, "CREATE TABLE price (amount decimal(10, 2))").await.expect("the SQL is right");
    for (text, column_type) in [("10.50", "real"), ("10.00", "integer"), ("-0.01", "real")] {
        let amount: Decimal = text.parse().expect("a decimal");
        let insert = statement("INSERT INTO price VALUES (?)", [Value::Decimal(amount)]);
        connection.execute(insert).await.expect("a number");
        let sink = Collect::<(Decimal, String)>::boxed(|row| {
            Ok((
                row.decimal(0).expect("a decimal").expect("no NULL"),
                row.text(1).expect("text").expect("no NULL"),
            ))
        });
        // The type that SQLite chose for it, which the column's type leads to.
        let query = "SELECT amount, typeof(amount) FROM price WHERE amount = ?";
        let query = statement(query, [Value::Decimal(amount)]);
        let rows: Vec<(Decimal, String)> =
            Collect::rows(connection.fetch(query, sink).await.expect("one row"));
        assert_eq!(rows, [(amount, column_type.to_owned())]);
    }
}

#[tokio::test]
async fn returning_gives_rows() {
    let pool = in_memory().await;
    let sql = "INSERT INTO t (name) VALUES ('a'), ('b') RETURNING id";
    assert_eq!(ints(&mut *write(&pool).await, sql).await.expect("the SQL is right"), [1, 2]);
}

#[tokio::test]
async fn the_same_value_may_stand_at_several_placeholders() {
    let pool = in_memory().await;
    let sum = statement("SELECT ? + ? + ?", vec![Value::Int(2); 3]);
    let sink = read(&pool).await.fetch(sum, int_sink()).await.expect("the SQL is right");
    assert_eq!(Collect::<i64>::rows(sink), [6]);
}

#[tokio::test]
async fn a_column_that_does_not_exist_is_not_read_as_text() {
    let pool = in_memory().await;
    let error = ints(&mut *read(&pool).await, r#"SELECT "nope" FROM t"#).await.expect_err("no such column");
    assert!(matches!(error, Error::Database { code: Some(code), .. } if code == "1"));
}

#[tokio::test]
async fn two_statements_in_one_are_refused_but_for_scripts() {
    let pool = in_memory().await;
    let mut connection = write(&pool).await;
    execute(&mut *connection, "DELETE FROM t; DELETE FROM t").await.expect_err("two statements");
    connection.execute_script("DELETE FROM t; DELETE FROM t".into()).await.expect("a script");
}

#[tokio::test]
async fn a_file_is_opened_with_foreign_keys_and_wal() {
    let (_folder, pool) = in_file(PoolSettings::default()).await;
    let mut connection = read(&pool).await;
    let sql =
        "SELECT foreign_keys FROM pragma_foreign_keys UNION ALL SELECT synchronous FROM pragma_synchronous
        UNION ALL SELECT journal_mode = 'wal' FROM pragma_journal_mode";
    assert_eq!(ints(&mut *connection, sql).await.expect("the SQL is right"), [1, 1, 1]);
}

#[tokio::test]
async fn a_file_that_cannot_be_opened_is_named() {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let no_database = folder.path().join("text.db");
    std::fs::write(&no_database, "This text is no database.".repeat(100)).expect("the folder is writable");
    let missing = folder.path().join("missing.db");
    for (path, options, reason) in [
        (folder.path().join("no/such/folder.db"), "", "unable to open database file"),
        (missing, "?mode=rw", "unable to open database file"),
        (no_database, "", "file is not a database"),
    ] {
        let error = open(&format!("sqlite://{}{options}", path.display()), PoolSettings::default()).await;
        let error = error.err().expect("it cannot be opened");
        assert_eq!(error.to_string(), format!("cannot reach the database sqlite:{}", path.display()));
        let source = std::error::Error::source(&error).expect("the driver's error").to_string();
        assert!(source.starts_with(reason), "{source}");
    }
}

#[tokio::test]
async fn a_file_that_is_only_read_cannot_be_written() {
    let (folder, pool) = in_file(PoolSettings::default()).await;
    pool.close().await;
    let url = format!("sqlite://{}?mode=ro", folder.path().join("test.db").display());
    let pool = open(&url, PoolSettings::default()).await.expect("the file exists");
    assert_eq!(count(&pool).await, 0);
    let error = execute(&mut *write(&pool).await, "DELETE FROM t").await.expect_err("it is only read");
    assert!(matches!(error, Error::Database { code: Some(code), .. } if code == "8"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_tasks_share_a_database_in_memory() {
    fifty_tasks(in_memory().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn fifty_tasks_share_a_file() {
    let (_folder, pool) = in_file(PoolSettings::default()).await;
    fifty_tasks(pool).await;
}

async fn fifty_tasks(pool: SqlitePool) {
    let pool = Arc::new(pool);
    let tasks: Vec<_> = (0..50)
        .map(|task| {
            let pool = Arc::clone(&pool);
            tokio::spawn(async move {
                let mut transaction = begin(&pool).await;
                let before =
                    ints(&mut *transaction, "SELECT COUNT(*) FROM t").await.expect("the SQL is right");
                let name = Value::Text(format!("task {task}"));
                let insert = statement("INSERT INTO t (name) VALUES (?)", vec![name]);
                transaction.execute(insert).await.expect("the name is new");
                tokio::task::yield_now().await;
                let after =
                    ints(&mut *transaction, "SELECT COUNT(*) FROM t").await.expect("the SQL is right");
                assert_eq!(before[0] + 1, after[0], "nobody else writes meanwhile");
                transaction.commit().await.expect("nothing is in the way");
                assert!(count(&pool).await > before[0]);
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("no task panics");
    }
    assert_eq!(count(&pool).await, 50);
}

#[tokio::test]
async fn a_writer_waits_for_the_writer_before_it() {
    let (_folder, pool) = in_file(PoolSettings::default()).await;
    let mut first = begin(&pool).await;
    execute(&mut *first, "INSERT INTO t (name) VALUES ('first')").await.expect("it may write");
    let mut second = pool.begin(Begin::default());
    assert!((&mut second).now_or_never().is_none());
    first.commit().await.expect("nothing is in the way");
    let mut second = second.await.expect("it is its turn");
    assert_eq!(ints(&mut *second, "SELECT COUNT(*) FROM t").await.expect("the SQL is right"), [1]);
}

#[tokio::test]
async fn a_reader_does_not_wait_for_a_writer_in_a_file() {
    let (_folder, pool) = in_file(PoolSettings::default()).await;
    let mut transaction = begin(&pool).await;
    execute(&mut *transaction, "INSERT INTO t (name) VALUES ('new')").await.expect("it may write");
    assert_eq!(count(&pool).await, 0, "what is not committed is not seen");
    transaction.commit().await.expect("nothing is in the way");
    assert_eq!(count(&pool).await, 1);
}

#[tokio::test]
async fn writers_that_wait_keep_no_connection_from_readers() {
    let (_folder, pool) = in_file(at_most(2)).await;
    let _writing = begin(&pool).await;
    let mut waiting = pool.acquire(Access::Write);
    assert!((&mut waiting).now_or_never().is_none());
    assert_eq!(count(&pool).await, 0);
}

#[tokio::test]
async fn who_waits_too_long_is_told_so() {
    for access in [Access::Read, Access::Write] {
        let settings = PoolSettings { acquire_timeout: Duration::from_millis(50), ..at_most(1) };
        let (_folder, pool) = in_file(settings).await;
        let held = pool.acquire(access).await.expect("a connection");
        let error = pool.acquire(access).await.err().expect("the one connection is taken");
        assert_eq!(error.to_string(), "no connection became free within 50ms; the pool has 1");
        drop(held);
        pool.acquire(access).await.expect("it is free again");
    }
}

#[tokio::test]
async fn a_dropped_transaction_rolls_back() {
    for (_folder, pool) in [
        {
            let (folder, pool) = in_file(PoolSettings::default()).await;
            (Some(folder), pool)
        },
        (None, in_memory().await),
    ] {
        let mut transaction = begin(&pool).await;
        execute(&mut *transaction, "INSERT INTO t (name) VALUES ('lost')").await.expect("it may write");
        drop(transaction);
        let mut next = begin(&pool).await;
        assert_eq!(ints(&mut *next, "SELECT COUNT(*) FROM t").await.expect("the SQL is right"), [0]);
        next.rollback().await.expect("nothing is in the way");
    }
}

#[tokio::test]
async fn a_transaction_that_was_begun_by_hand_does_not_reach_the_next_holder() {
    let pool = in_memory().await;
    let mut connection = write(&pool).await;
    connection.execute_script("BEGIN; INSERT INTO t (name) VALUES ('lost')".into()).await.expect("a script");
    drop(connection);
    assert_eq!(count(&pool).await, 0);
}

#[tokio::test]
async fn what_follows_a_lost_transaction_is_not_committed_alone() {
    let pool = in_memory().await;
    let mut transaction = begin(&pool).await;
    let insert = "INSERT OR ROLLBACK INTO t (name) VALUES ('same')";
    execute(&mut *transaction, insert).await.expect("the name is new");
    let error = execute(&mut *transaction, insert).await.expect_err("SQLite rolls all back");
    assert!(matches!(error, Error::Integrity { violation: Violation::Unique, .. }));
    let error = execute(&mut *transaction, "INSERT INTO t (name) VALUES ('b')").await;
    assert!(matches!(error, Err(Error::TransactionAborted)));
    assert!(matches!(transaction.commit().await, Err(Error::TransactionAborted)));
    assert_eq!(count(&pool).await, 0);
}

#[tokio::test]
async fn a_commit_that_is_refused_leaves_no_transaction_behind() {
    let pool = in_memory().await;
    let mut transaction = begin(&pool).await;
    execute(&mut *transaction, "INSERT INTO child VALUES (7)").await.expect("the key is checked later");
    let error = transaction.commit().await.expect_err("there is no such row");
    assert!(matches!(error, Error::Integrity { violation: Violation::ForeignKey, .. }));
    assert_eq!(ints(&mut *begin(&pool).await, "SELECT COUNT(*) FROM child").await.expect("a new one"), [0]);
}

#[tokio::test]
async fn a_transaction_that_only_reads_needs_no_turn_and_cannot_write() {
    let (_folder, pool) = in_file(at_most(2)).await;
    let writing = begin(&pool).await;
    let read_only = Begin { read_only: true, isolation: Some(Isolation::RepeatableRead) };
    let mut reading = pool.begin(read_only).await.expect("it does not wait");
    execute(&mut *reading, "DELETE FROM t").await.expect_err("it only reads");
    drop(writing);
    drop(reading);
    let (mut one, mut two) = (write(&pool).await, read(&pool).await);
    for connection in [&mut one, &mut two] {
        execute(&mut **connection, "DELETE FROM t").await.expect("each may write again");
    }
}

#[tokio::test]
async fn savepoints_roll_back_to_where_they_were_set() {
    let pool = in_memory().await;
    let mut transaction = begin(&pool).await;
    for sql in [
        "INSERT INTO t (name) VALUES ('kept')",
        "SAVEPOINT s1",
        "INSERT INTO t (name) VALUES ('lost')",
        "ROLLBACK TO s1",
        "RELEASE s1",
    ] {
        execute(&mut *transaction, sql).await.expect("the SQL is right");
    }
    transaction.commit().await.expect("nothing is in the way");
    assert_eq!(count(&pool).await, 1);
}

#[tokio::test]
async fn a_stream_comes_in_chunks_of_which_none_is_empty() {
    let pool = in_memory().await;
    let mut connection = read(&pool).await;
    for (rows, expected) in [(7, vec![3, 3, 1]), (6, vec![3, 3]), (1, vec![1])] {
        let stream = connection.stream(statement(ROWS, vec![Value::Int(rows)]), 3, Box::new(int_sink));
        let chunks: Vec<_> = stream.map(|sink| sink.expect("rows").len()).collect().await;
        assert_eq!(chunks, expected);
    }
    let none = connection.stream(statement("SELECT id FROM t", []), 3, Box::new(int_sink));
    assert_eq!(none.count().await, 0);
}

#[tokio::test]
async fn the_rows_before_an_error_come_before_it() {
    let pool = in_memory().await;
    let mut connection = read(&pool).await;
    let sql =
        "SELECT abs(x) FROM (SELECT 1 AS x UNION ALL SELECT 2 UNION ALL SELECT -9223372036854775807 - 1)";
    let mut stream = connection.stream(statement(sql, []), 10, Box::new(int_sink));
    let rows = stream.next().await.expect("a chunk").expect("good rows");
    assert_eq!(Collect::<i64>::rows(rows), [1, 2]);
    let error = stream.next().await.expect("an error").err().expect("an error");
    assert_eq!(std::error::Error::source(&error).expect("the driver's").to_string(), "integer overflow");
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn other_queries_run_beside_a_cursor_and_see_what_it_sees() {
    let (_folder, pool) = in_file(at_most(2)).await;
    let mut connection = read(&pool).await;
    execute(&mut *write(&pool).await, "INSERT INTO t (name) VALUES ('before')").await.expect("it may write");
    let endless = statement(&format!("{ROWS} CROSS JOIN t"), vec![Value::Int(i64::MAX)]);
    let mut cursor = connection.cursor(endless, 100, Box::new(int_sink)).await.expect("opens");
    for start in [1, 101, 201] {
        let rows = cursor.next().await.expect("good rows").expect("more rows");
        assert!(Collect::<i64>::rows(rows).into_iter().eq(start..start + 100));
        execute(&mut *write(&pool).await, "INSERT INTO t (name) VALUES (random())").await.expect("writes");
        let beside = cursor.fetch(statement("SELECT COUNT(*) FROM t", []), int_sink()).await;
        assert_eq!(Collect::<i64>::rows(beside.expect("the SQL is right")), [1]);
    }
    drop(cursor);
    assert_eq!(ints(&mut *connection, "SELECT COUNT(*) FROM t").await.expect("the SQL is right"), [4]);

    let wrong = connection.cursor(statement("SELECT nothing", []), 1, Box::new(int_sink)).await;
    assert!(matches!(wrong.map(|_| ()), Err(Error::Database { .. })));

    // The rows before an error are good ones.
    let sql = "SELECT abs(column1) FROM (VALUES (1), (2), (-9223372036854775807 - 1))";
    let mut cursor = connection.cursor(statement(sql, []), 10, Box::new(int_sink)).await.expect("opens");
    let rows = cursor.next().await.expect("good rows").expect("some");
    assert_eq!(Collect::<i64>::rows(rows), [1, 2]);
    let error = cursor.next().await.err().expect("an error");
    assert_eq!(std::error::Error::source(&error).expect("the driver's").to_string(), "integer overflow");
    drop(cursor);

    // At its end the connection is as it was.
    let three = statement(ROWS, vec![Value::Int(3)]);
    let mut cursor = connection.cursor(three, 2, Box::new(int_sink)).await.expect("opens");
    for rows in [Some(2), Some(1), None, None] {
        assert_eq!(cursor.next().await.expect("good rows").map(|sink| sink.len()), rows);
    }
    drop(cursor);
    drop(connection);
    assert_eq!(count(&pool).await, 4);
}

#[tokio::test]
async fn a_dropped_stream_frees_its_connection_at_once() {
    let pool = in_memory().await;
    let mut connection = read(&pool).await;
    let start = Instant::now();
    {
        let endless = statement(ROWS, vec![Value::Int(i64::MAX)]);
        let mut stream = connection.stream(endless, 100, Box::new(int_sink));
        assert_eq!(stream.next().await.expect("a chunk").expect("rows").len(), 100);
    }
    assert_eq!(ints(&mut *connection, "SELECT 5").await.expect("the SQL is right"), [5]);
    {
        let mut stream = connection.stream(statement(ENDLESS, []), 100, Box::new(int_sink));
        assert!(tokio::time::timeout(Duration::from_millis(20), stream.next()).await.is_err());
    }
    drop(connection);
    assert_eq!(count(&pool).await, 0);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_dropped_query_is_stopped_and_leaves_its_connection_fit() {
    let pool = in_memory().await;
    let start = Instant::now();
    let mut transaction = begin(&pool).await;
    execute(&mut *transaction, "INSERT INTO t (name) VALUES ('kept')").await.expect("it may write");
    for _ in 0..3 {
        let query = transaction.fetch(statement(ENDLESS, []), int_sink());
        assert!(tokio::time::timeout(Duration::from_millis(20), query).await.is_err());
    }
    assert_eq!(ints(&mut *transaction, "SELECT COUNT(*) FROM t").await.expect("the SQL is right"), [1]);
    transaction.commit().await.expect("the transaction is still there");
    assert_eq!(count(&pool).await, 1);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_write_whose_future_is_dropped_never_takes_its_transaction_with_it() {
    let pool = in_memory().await;
    let mut transaction = begin(&pool).await;
    execute(&mut *transaction, "INSERT INTO t (name) VALUES ('kept')").await.expect("it may write");
    let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000)
        INSERT INTO t (name) SELECT 'n' || i FROM n";
    assert!(tokio::time::timeout(Duration::from_millis(5), execute(&mut *transaction, many)).await.is_err());
    execute(&mut *transaction, "INSERT INTO t (name) VALUES ('too')").await.expect("it is still open");
    transaction.commit().await.expect("the transaction is still there");
    // When the thread did not come to it in time, it is left out as a whole.
    let rows = count(&pool).await;
    assert!(rows == 200_002 || rows == 2, "{rows} rows");
}

#[tokio::test]
async fn a_dropped_acquire_gives_its_place_back() {
    let (_folder, pool) = in_file(at_most(1)).await;
    let held = write(&pool).await;
    for _ in 0..3 {
        assert!(pool.acquire(Access::Write).now_or_never().is_none());
        assert!(pool.begin(Begin::default()).now_or_never().is_none());
    }
    drop(held);
    // Dropped while it begins, or just after: the thread may be that fast.
    drop(pool.begin(Begin::default()).now_or_never());
    execute(&mut *write(&pool).await, "DELETE FROM t").await.expect("it may write");
}

/// A sink that panics at the first row.
struct Panics;

impl Sink for Panics {
    fn row(&mut self, _: &dyn Cells) -> Result<(), Error> {
        panic!("no row is good enough")
    }

    fn len(&self) -> usize {
        0
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any + Send> {
        self
    }
}

#[tokio::test]
async fn a_panic_in_a_sink_is_an_error_and_the_pool_goes_on() {
    for (_folder, pool) in [
        {
            let (folder, pool) = in_file(at_most(1)).await;
            (Some(folder), pool)
        },
        (None, in_memory().await),
    ] {
        execute(&mut *write(&pool).await, "INSERT INTO t (name) VALUES ('kept')")
            .await
            .expect("it may write");
        let mut transaction = begin(&pool).await;
        execute(&mut *transaction, "INSERT INTO t (name) VALUES ('lost')").await.expect("it may write");
        let error = transaction.fetch(statement("SELECT 1", []), Box::new(Panics)).await;
        let error = error.err().expect("the sink panics");
        assert_eq!(
            std::error::Error::source(&error).expect("its text").to_string(),
            "a panic while the rows were read: no row is good enough"
        );
        drop(transaction);
        let mut stream_on = read(&pool).await;
        let mut stream = stream_on.stream(statement("SELECT 1", []), 1, Box::new(|| Box::new(Panics)));
        assert!(stream.next().await.expect("an answer").is_err());
        drop(stream);
        let mut cursor =
            stream_on.cursor(statement("SELECT 1", []), 1, Box::new(int_sink)).await.expect("opens");
        let error = cursor.fetch(statement("SELECT 1", []), Box::new(Panics)).await.err().expect("it panics");
        let text = std::error::Error::source(&error).expect("its text").to_string();
        assert_eq!(text, "a panic while the rows were read: no row is good enough");
        drop(cursor);
        drop(stream_on);
        assert_eq!(count(&pool).await, 1);
    }
}

#[tokio::test]
async fn an_error_of_a_sink_stops_the_statement() {
    let pool = in_memory().await;
    let mut connection = read(&pool).await;
    let sink = Collect::<i64>::boxed(|_| Err(Error::DoesNotExist { model: "Entry" }));
    let error = connection.fetch(statement(ROWS, vec![Value::Int(i64::MAX)]), sink).await;
    assert!(matches!(error, Err(Error::DoesNotExist { model: "Entry" })));
    assert_eq!(ints(&mut *connection, "SELECT 5").await.expect("the SQL is right"), [5]);
}

#[tokio::test]
async fn another_process_that_writes_too_long_is_a_conflict() {
    let settings = PoolSettings { busy_timeout: Duration::from_millis(20), ..PoolSettings::default() };
    let (folder, pool) = in_file(settings).await;
    let other = rusqlite::Connection::open(folder.path().join("test.db")).expect("the file exists");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody writes");
    assert!(matches!(pool.begin(Begin::default()).await, Err(Error::Conflict { .. })));
    let alone = execute(&mut *write(&pool).await, "DELETE FROM t").await;
    assert!(matches!(alone, Err(Error::Conflict { .. })));
    other.execute_batch("ROLLBACK").expect("it is open");
    begin(&pool).await.commit().await.expect("nothing is in the way");
}

#[tokio::test]
async fn close_waits_for_the_connections_in_use() {
    let (folder, pool) = in_file(PoolSettings::default()).await;
    let mut transaction = begin(&pool).await;
    execute(&mut *transaction, "INSERT INTO t (name) VALUES ('kept')").await.expect("it may write");
    let mut close = pool.close();
    assert!((&mut close).now_or_never().is_none());
    let error = pool.acquire(Access::Read).await.err().expect("the pool is closing");
    assert!(matches!(error, Error::Connection { .. }));
    transaction.commit().await.expect("it may end");
    close.await;
    pool.close().await;
    assert!(!folder.path().join("test.db-wal").exists(), "the last connection writes all into the file");
}

#[tokio::test]
async fn connections_that_are_old_or_idle_for_long_are_replaced() {
    let settings = PoolSettings {
        max_lifetime: Some(Duration::ZERO),
        idle_timeout: Some(Duration::ZERO),
        ..PoolSettings::default()
    };
    let (_folder, pool) = in_file(settings).await;
    let mark = "CREATE TEMP TABLE mark (id INTEGER)";
    for _ in 0..3 {
        let (mut one, mut two) = (write(&pool).await, read(&pool).await);
        execute(&mut *one, mark).await.expect("a new connection has no such table");
        execute(&mut *two, mark).await.expect("a new connection has no such table");
    }
}
