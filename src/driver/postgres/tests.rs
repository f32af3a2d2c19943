//! The driver against a server: `QUERYSET_POSTGRES_URL` says where.

use std::net::IpAddr;
use std::str::FromStr;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, civil};
use rust_decimal::Decimal;
use serde_json::json;
use uuid::Uuid;

use super::PostgresPool;
use crate::dialect::Dialect;
use crate::driver::server::checks;
use crate::driver::server::testing::{
    Read, cells, check_cell, check_mismatch, check_round_trip, execute, number, rows, script, settings,
    statement, url,
};
use crate::driver::{Access, Begin, Connection, Pool, PoolSettings};
use crate::error::{Error, Violation};
use crate::value::Value;

async fn pool(max_connections: u32) -> Option<PostgresPool> {
    pool_with(settings(max_connections)).await
}

async fn pool_with(settings: PoolSettings) -> Option<PostgresPool> {
    let url = url("QUERYSET_POSTGRES_URL")?;
    Some(super::open(&url, settings).await.expect("the server is there"))
}

/// A test that has a pool of so many connections.
macro_rules! with_pool {
    ($($name:ident($connections:literal) => |$pool:ident| $body:expr;)*) => {$(
        #[tokio::test]
        async fn $name() {
            let Some($pool) = pool($connections).await else { return };
            $body
        }
    )*};
}

with_pool! {
    a_transaction_commits_or_rolls_back(2) => |pool|
        checks::a_transaction_commits_or_rolls_back(&pool, "qs_commit").await;
    a_savepoint_is_rolled_back_alone(2) => |pool|
        checks::a_savepoint_is_rolled_back_alone(&pool, "qs_savepoint").await;
    a_call_that_goes_away_leaves_the_connection_fit(1) => |pool|
        checks::a_call_that_goes_away_leaves_the_connection_fit(&pool, "qs_cancel", "SELECT pg_sleep(0.3)").await;
    a_stream_can_be_left_early(1) => |pool| checks::a_stream_can_be_left_early(&pool, "qs_stream").await;
    other_queries_run_beside_a_cursor(1) => |pool|
        checks::other_queries_run_beside_a_cursor(&pool, "qs_cursor", true, true).await;
    a_row_that_cannot_be_read_ends_the_statement_alone(1) => |pool|
        checks::a_row_that_cannot_be_read_ends_the_statement_alone(&pool).await;
    a_deadlock_is_a_conflict(3) => |pool| checks::a_deadlock_is_a_conflict(&pool, "qs_deadlock").await;
    too_many_values_are_refused_before_they_are_sent(1) => |pool|
        checks::too_many_values_are_refused_before_they_are_sent(&pool).await;
    a_connection_is_used_again(1) => |pool|
        checks::a_connection_is_used_again(&pool, "SELECT pg_backend_pid()").await;
    a_pool_that_is_closed_waits_for_its_connections(1) => |pool|
        checks::a_pool_that_is_closed_waits_for_its_connections(&pool).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tasks_share_the_pool() {
    let Some(pool) = pool(4).await else { return };
    checks::tasks_share_the_pool(pool).await;
}

#[tokio::test]
async fn an_old_connection_is_replaced() {
    let settings = PoolSettings { max_lifetime: Some(Duration::from_millis(50)), ..settings(1) };
    let Some(pool) = pool_with(settings).await else { return };
    checks::an_old_connection_is_replaced(&pool, "SELECT pg_backend_pid()").await;
}

#[test]
fn a_pool_outlives_a_runtime() {
    checks::a_pool_outlives_a_runtime(|| pool(1));
}

#[tokio::test]
async fn a_pool_in_use_times_out() {
    let settings = PoolSettings { acquire_timeout: Duration::from_millis(500), ..settings(1) };
    let Some(pool) = pool_with(settings).await else { return };
    checks::a_pool_in_use_times_out(&pool).await;
}

#[tokio::test]
async fn a_server_that_is_not_there_is_reported_at_once() {
    let started = Instant::now();
    let opened = super::open("postgres://ann:secret@127.0.0.1:1/blog", PoolSettings::default()).await;
    checks::check_unreachable(opened.map(drop), started, "postgres://ann@127.0.0.1:1/blog");

    let Some(url) = url("QUERYSET_POSTGRES_URL") else { return };
    let (server, _) = url.rsplit_once('/').expect("the URL names a database");
    let started = Instant::now();
    let opened = super::open(&format!("{server}/qs_no_such_database"), PoolSettings::default()).await;
    let error = opened.map(drop).expect_err("there is no such database");
    assert!(started.elapsed() < Duration::from_secs(2));
    assert!(matches!(&error, Error::Connection { .. }), "{error:?}");
}

#[tokio::test]
async fn a_server_that_goes_away_is_not_taken_for_a_busy_pool() {
    let Some(url) = url("QUERYSET_POSTGRES_URL") else { return };
    let settings = PoolSettings { acquire_timeout: Duration::from_millis(500), ..settings(1) };
    let open = async move |url: String| super::open(&url, settings).await;
    checks::a_server_that_goes_away_is_not_taken_for_a_busy_pool(&url, open).await;
}

#[tokio::test]
async fn a_url_that_is_wrong_is_refused_without_its_password() {
    for url in
        ["mysql://db/blog", "postgres://ann:secret@db/blog?sslmod=require", "postgres://ann:secret@db:x/blog"]
    {
        let error = super::open(url, settings(1)).await.map(drop).expect_err("it is wrong");
        assert!(matches!(error, Error::InvalidUrl { .. }), "{error:?}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[tokio::test]
async fn sessions_are_in_utc() {
    let Some(pool) = pool(1).await else { return };
    assert_eq!(pool.dialect(), Dialect::Postgres);
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    let zone = rows(&mut *connection, "SELECT current_setting('TimeZone')", [], |row| {
        Ok(row.text(0).expect("text"))
    });
    assert_eq!(zone.await.expect("reads"), [Some("UTC".to_owned())]);
}

/// A round trip of each type of value. A date before the epoch, moments with microseconds.
#[tokio::test]
async fn each_type_of_value_comes_back() {
    let Some(pool) = pool(1).await else { return };
    let mut connection = pool.acquire(Access::Write).await.expect("a connection");
    let connection = &mut *connection;
    macro_rules! check {
        ($($column:literal, $read:ident: $value:expr => $expected:expr;)*) => {$(
            let read: Read<_> = |row, at| row.$read(at);
            check_round_trip(connection, ["$1", "$2"], $column, $value, read, $expected).await;
        )*};
    }
    let text = || "Ünïcode 'quoted' \\ \u{1F600}".to_owned();
    let moment = civil::datetime(1969, 7, 20, 20, 17, 40, 123_456_000);
    let (first, last) =
        (civil::datetime(1, 1, 1, 0, 0, 0, 0), civil::datetime(9999, 12, 31, 23, 59, 59, 999_999_000));
    let date = civil::date(1815, 12, 10);
    let time = civil::time(23, 59, 59, 999_999_000);
    let uuid = Uuid::from_u128(0x1234_5678_9abc_def0_1234_5678_9abc_def0);
    let document = || json!({"a": [1, 2.5, null, "x"], "b": {"c": true}});
    let (v4, v6): (IpAddr, IpAddr) = ([192, 0, 2, 1].into(), "2001:db8::1".parse().expect("an address"));
    let span = SignedDuration::from_micros(-90_061_000_001);
    let decimal = |text: &str| Decimal::from_str(text).expect("a decimal");
    check! {
        "boolean", bool: Value::Bool(true) => true;
        "bigint", int: Value::Int(i64::MIN) => i64::MIN;
        "integer", int: Value::Int(-7) => -7;
        "smallint", int: Value::Int(-7) => -7;
        "bigint", uint: Value::UInt(7) => 7;
        "double precision", float: Value::Float(0.1) => 0.1;
        "numeric(20, 5)", decimal: Value::Decimal(decimal("-123456789.12345")) => decimal("-123456789.12345");
        "numeric", decimal: Value::Decimal(decimal("0.0000000000000000000000000001")) => decimal("0.0000000000000000000000000001");
        "varchar(50)", text: Value::Text(text()) => text();
        "text", text: Value::Text(String::new()) => String::new();
        "date", date: Value::Date(date) => date;
        "timestamp with time zone", datetime: Value::DateTime(moment) => moment;
        "timestamp with time zone", datetime: Value::DateTime(first) => first;
        "timestamp with time zone", datetime: Value::DateTime(last) => last;
        "time", time: Value::Time(time) => time;
        "interval", duration: Value::Duration(span) => span;
        "uuid", uuid: Value::Uuid(uuid) => uuid;
        "jsonb", json: Value::Json(document().into()) => document();
        "json", json: Value::Json(document().into()) => document();
        "bytea", bytes: Value::Bytes(vec![0, 255, 10]) => vec![0, 255, 10];
        "inet", ip: Value::Ip(v4) => v4;
        "inet", ip: Value::Ip(v6) => v6;
    }
    assert_eq!(decimal("1.50").scale(), 2);
}

#[tokio::test]
async fn a_value_that_the_server_cannot_take_is_refused_before_it_is_sent() {
    let Some(pool) = pool(1).await else { return };
    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    for value in [Value::Text("a\0b".to_owned()), Value::UInt(u64::MAX), Value::Duration(SignedDuration::MAX)]
    {
        let refused = execute(&mut *transaction, "SELECT $1", [value]).await;
        assert!(matches!(refused, Err(Error::InvalidParameter { .. })), "{refused:?}");
    }
    assert_eq!(number(&mut *transaction, "SELECT 1").await.expect("a number"), 1);
}

#[tokio::test]
async fn a_cell_is_read_as_what_the_query_says_it_is() {
    let Some(pool) = pool(1).await else { return };
    script(
        &pool,
        "DROP DOMAIN IF EXISTS qs_positive; CREATE DOMAIN qs_positive AS integer CHECK (value > 0)",
    )
    .await;
    script(&pool, "DROP TYPE IF EXISTS qs_mood; CREATE TYPE qs_mood AS ENUM ('sad', 'ok')").await;
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    let connection = &mut *connection;
    macro_rules! check {
        ($($read:ident $expression:literal => $expected:expr;)*) => {$(
            let read: Read<_> = |row, at| row.$read(at);
            check_cell(connection, $expression, read, $expected).await;
        )*};
    }
    let decimal = |text: &str| Decimal::from_str(text).expect("a decimal");
    let (day, noon) = (civil::date(2000, 1, 1), civil::time(12, 30, 0, 0));
    let moment = day.to_datetime(noon);
    check! {
        int "1::smallint" => 1;
        int "SUM(x) FROM (VALUES (9000000000000000000::bigint), (-1)) AS v(x)" => 8_999_999_999_999_999_999;
        int "EXTRACT(YEAR FROM DATE '2005-06-01')" => 2005;
        int "120000000::numeric" => 120_000_000;
        int "-20000::numeric(20, 4)" => -20_000;
        int "0::numeric" => 0;
        int "true" => 1;
        int "3::qs_positive" => 3;
        int "1::oid" => 1;
        uint "18446744073709551615::numeric" => u64::MAX;
        bool "1" => true;
        bool "EXISTS (SELECT 1)" => true;
        float "0.5::real" => 0.5;
        float "3" => 3.0;
        float "AVG(x) FROM (VALUES (1), (2)) AS v(x)" => 1.5;
        float "123456789012345678901234567890.5::numeric" => 123_456_789_012_345_678_901_234_567_890.5;
        float "-0.0001::numeric" => -0.0001;
        float "1e-30::numeric" => 1e-30;
        float "'-Infinity'::numeric" => f64::NEG_INFINITY;
        decimal "1.50::numeric" => decimal("1.50");
        decimal "10000::numeric" => decimal("10000");
        decimal "12340000.00::numeric" => decimal("12340000.00");
        decimal "0.0001::numeric" => decimal("0.0001");
        decimal "7" => decimal("7");
        decimal "0.25::double precision" => decimal("0.25");
        decimal "1.0::numeric / 3" => decimal("0.33333333333333333333");
        decimal "79228162514264337593543950335" => Decimal::MAX;
        decimal "0.12345678901234567890123456789049::numeric" => decimal("0.1234567890123456789012345679");
        text "'ok'::qs_mood" => "ok".to_owned();
        text "'x'::char(3)" => "x  ".to_owned();
        text "'n'::name" => "n".to_owned();
        text "'c'::\"char\"" => "c".to_owned();
        text "'{\"a\": 1}'::jsonb" => "{\"a\": 1}".to_owned();
        date "TIMESTAMP '2000-01-01 12:30'" => day;
        datetime "TIMESTAMP '2000-01-01 12:30'" => moment;
        datetime "DATE '2000-01-01'" => civil::datetime(2000, 1, 1, 0, 0, 0, 0);
        datetime "TIMESTAMPTZ '9999-12-31 23:59:59.999999+00'" => civil::datetime(9999, 12, 31, 23, 59, 59, 999_999_000);
        datetime "TIMESTAMPTZ '0044-03-15 12:30+00 BC'" => civil::datetime(-43, 3, 15, 12, 30, 0, 0);
        date "DATE '0044-03-15 BC'" => civil::date(-43, 3, 15);
        time "TIMESTAMPTZ '2000-01-01 13:30+01'" => noon;
        duration "INTERVAL '1 year 2 months 3 days 00:00:00.5'" =>
            SignedDuration::from_hours((365 + 60 + 3) * 24) + SignedDuration::from_millis(500);
        duration "NOW() - NOW()" => SignedDuration::ZERO;
        uuid "'12345678123456781234567812345678'::text" => Uuid::from_u128(0x1234_5678_1234_5678_1234_5678_1234_5678);
        json "'[1]'::text" => json!([1]);
        json "'null'::jsonb" => json!(null);
        ip "'192.0.2.1/24'::inet" => IpAddr::from([192, 0, 2, 1]);
        ip "'::1'::text" => "::1".parse().expect("an address");
    }
    macro_rules! check_not {
        ($($read:ident $expression:literal => $message:literal;)*) => {$(
            let read: Read<_> = |row, at| row.$read(at);
            check_mismatch(connection, $expression, read, $message).await;
        )*};
    }
    check_not! {
        int "1.5" => "expected an integer, found numeric 1.5";
        int "9223372036854775808" => "expected an integer, found numeric 9223372036854775808";
        int "'x'::text" => "expected an integer, found text \"x\"";
        int "repeat('x', 100)" => "expected an integer, found text";
        uint "-1" => "expected an integer that is not negative, found int4 -1";
        decimal "'NaN'::numeric" => "expected a decimal number of at most 28 digits, found numeric NaN";
        text "1" => "expected text, found int4 1";
        date "'infinity'::date" => "expected a date, found date";
        datetime "TIMESTAMPTZ '10000-01-01 00:00+00'" => "expected a date and time, found timestamptz";
        datetime "'infinity'::timestamptz" => "expected a date and time, found timestamptz";
        uuid "'x'::text" => "expected a uuid, found text \"x\"";
        bytes "1" => "expected bytes, found int4 1";
    }
    let beyond = cells(connection, "SELECT 1", [], |row, _| row.int(1)).await.expect("runs");
    assert_eq!(beyond, [Err("expected a column, found a row of 1 columns, and no position 1".to_owned())]);
}

/// Checks the error of a statement that breaks a rule.
async fn check_violation(
    connection: &mut dyn Connection,
    sql: &str,
    expected: (Violation, &str, &[&str], Option<&str>),
) {
    let error = execute(connection, sql, []).await.expect_err("it breaks a rule");
    let Error::Integrity { violation, table, columns, constraint, .. } = &error else { panic!("{error:?}") };
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let found = (*violation, table.as_deref().unwrap_or_default(), &*columns, constraint.as_deref());
    assert_eq!(found, expected, "{sql}");
}

#[tokio::test]
async fn a_broken_rule_is_named() {
    let Some(pool) = pool(1).await else { return };
    script(
        &pool,
        "DROP TABLE IF EXISTS qs_entry, qs_blog;
         CREATE TABLE qs_blog (id int PRIMARY KEY, name text NOT NULL, \"Tag, x\" int, stars int CHECK (stars > 0),
             CONSTRAINT blog_key UNIQUE (name, \"Tag, x\"));
         CREATE TABLE qs_entry (id int PRIMARY KEY, blog_id int CONSTRAINT entry_blog REFERENCES qs_blog,
             late_id int CONSTRAINT entry_late REFERENCES qs_blog DEFERRABLE INITIALLY DEFERRED);
         INSERT INTO qs_blog VALUES (1, 'a', 1, 1); INSERT INTO qs_entry VALUES (1, 1, NULL)",
    )
    .await;
    let mut connection = pool.acquire(Access::Write).await.expect("a connection");
    let connection = &mut *connection;
    let unique = (Violation::Unique, "qs_blog", &["name", "Tag, x"][..], Some("blog_key"));
    check_violation(connection, "INSERT INTO qs_blog VALUES (2, 'a', 1, 1)", unique).await;
    let not_null = (Violation::NotNull, "qs_blog", &["name"][..], None);
    check_violation(connection, "INSERT INTO qs_blog VALUES (2, NULL, 1, 1)", not_null).await;
    let check = (Violation::Check, "qs_blog", &[][..], Some("qs_blog_stars_check"));
    check_violation(connection, "INSERT INTO qs_blog VALUES (2, 'b', 1, 0)", check).await;
    let forward = (Violation::ForeignKey, "qs_entry", &["blog_id"][..], Some("entry_blog"));
    check_violation(connection, "INSERT INTO qs_entry VALUES (2, 7, NULL)", forward).await;
    let reverse = (Violation::ForeignKey, "qs_entry", &["id"][..], Some("entry_blog"));
    check_violation(connection, "DELETE FROM qs_blog", reverse).await;
    // Without a transaction a deferred rule is checked at the end of the statement.
    let late = (Violation::ForeignKey, "qs_entry", &["late_id"][..], Some("entry_late"));
    check_violation(connection, "INSERT INTO qs_entry VALUES (3, 1, 7)", late).await;
    let with_value = statement("INSERT INTO qs_entry VALUES (4, 1, $1)", [Value::Int(7)]);
    let error = connection.execute(with_value).await.expect_err("checked at the end");
    assert!(matches!(error, Error::Integrity { .. }), "{error:?}");
    let source = std::error::Error::source(&error).expect("the server's words").to_string();
    assert!(source.ends_with(": Key (late_id)=(7) is not present in table \"qs_blog\"."), "{source}");

    let mut transaction = {
        execute(connection, "DELETE FROM qs_entry WHERE id > 1", []).await.expect("deletes");
        pool_of_one_more().await.begin(Begin::default()).await.expect("begins")
    };
    execute(&mut *transaction, "INSERT INTO qs_entry VALUES (5, 1, 7)", []).await.expect("inserts");
    let error = transaction.commit().await.expect_err("checked at the end");
    assert!(matches!(error, Error::Integrity { violation: Violation::ForeignKey, .. }), "{error:?}");
}

async fn pool_of_one_more() -> PostgresPool {
    pool(1).await.expect("the URL was there a moment ago")
}

#[tokio::test]
async fn other_errors_keep_their_code() {
    let Some(pool) = pool(1).await else { return };
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    for (sql, expected) in [
        ("SELEC 1", "42601"),
        ("SELECT 1 / 0", "22012"),
        ("SELECT 40000::smallint", "22003"),
        ("SELECT nothing", "42703"),
    ] {
        let error = execute(&mut *connection, sql, []).await.expect_err(sql);
        let Error::Database { code, .. } = &error else { panic!("{error:?}") };
        assert_eq!(code.as_deref(), Some(expected), "{sql}");
    }
}

#[tokio::test]
async fn the_commit_of_an_aborted_transaction_is_an_error() {
    let Some(pool) = pool(1).await else { return };
    script(&pool, "DROP TABLE IF EXISTS qs_aborted; CREATE TABLE qs_aborted (id int PRIMARY KEY)").await;
    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    execute(&mut *transaction, "INSERT INTO qs_aborted VALUES (1)", []).await.expect("inserts");
    execute(&mut *transaction, "SELECT 1 / 0", []).await.expect_err("divides by zero");
    let next = execute(&mut *transaction, "SELECT 1", []).await;
    assert!(matches!(next, Err(Error::TransactionAborted)), "{next:?}");
    let committed = transaction.commit().await;
    assert!(matches!(committed, Err(Error::TransactionAborted)), "{committed:?}");
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    assert_eq!(number(&mut *connection, "SELECT COUNT(*) FROM qs_aborted").await.expect("a number"), 0);
}

#[tokio::test]
async fn a_connection_that_the_server_closed_is_replaced() {
    let Some(pool) = pool(1).await else { return };
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    let killed = execute(&mut *connection, "SELECT pg_terminate_backend(pg_backend_pid())", []).await;
    assert!(matches!(killed, Err(Error::Connection { .. })), "{killed:?}");
    assert_eq!(number(&mut *connection, "SELECT 1").await.expect("a number"), 1);
    drop(connection);

    let mut transaction = pool.begin(Begin::default()).await.expect("begins");
    let killed = execute(&mut *transaction, "SELECT pg_terminate_backend(pg_backend_pid())", []).await;
    assert!(matches!(killed, Err(Error::Connection { .. })), "{killed:?}");
    let next = execute(&mut *transaction, "SELECT 1", []).await;
    assert!(matches!(next, Err(Error::TransactionAborted)), "{next:?}");
    assert!(matches!(transaction.commit().await, Err(Error::TransactionAborted)));
}

#[tokio::test]
async fn one_text_can_come_with_values_of_several_types() {
    let Some(pool) = pool(1).await else { return };
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    for (value, expected) in [
        (Value::Int(12), "12"),
        (Value::Text("eight ch".to_owned()), "eight ch"),
        (Value::Bool(true), "true"),
        (Value::Int(13), "13"),
    ] {
        let text = cells(&mut *connection, "SELECT $1::text", [value], |row, at| row.text(at)).await;
        assert_eq!(text.expect("runs"), [Ok(Some(expected.to_owned()))]);
    }
}

#[tokio::test]
async fn a_table_that_was_changed_is_read_anew() {
    let Some(pool) = pool(1).await else { return };
    script(&pool, "DROP TABLE IF EXISTS qs_changed; CREATE TABLE qs_changed (id int); INSERT INTO qs_changed VALUES (1)").await;
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    let sql = "SELECT id FROM qs_changed";
    assert_eq!(number(&mut *connection, sql).await.expect("a number"), 1);
    execute(&mut *connection, "ALTER TABLE qs_changed ALTER COLUMN id TYPE bigint", [])
        .await
        .expect("alters");
    number(&mut *connection, sql).await.expect_err("the plan is out of date");
    assert_eq!(number(&mut *connection, sql).await.expect("a number"), 1);
}
