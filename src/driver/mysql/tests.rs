//! The driver against a server, MySQL or MariaDB: `QUERYSET_MYSQL_URL` says where.

use std::net::IpAddr;
use std::str::FromStr;
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use jiff::{SignedDuration, civil};
use rust_decimal::Decimal;
use serde_json::json;
use uuid::Uuid;

use super::MySqlPool;
use crate::decode::Collect;
use crate::dialect::{Dialect, MySqlFlavor};
use crate::driver::server::checks;
use crate::driver::server::testing::{
    Read, cells, check_cell, check_mismatch, check_round_trip, execute, number, rows, script, settings,
    statement, url,
};
use crate::driver::{Access, Begin, Connection, Pool, PoolSettings};
use crate::error::{Error, Violation};
use crate::value::Value;
use crate::zone::Zone;

async fn pool(max_connections: u32) -> Option<MySqlPool> {
    pool_with(settings(max_connections)).await
}

async fn pool_with(settings: PoolSettings) -> Option<MySqlPool> {
    let url = url("QUERYSET_MYSQL_URL")?;
    Some(super::open(&url, settings).await.expect("the server is there"))
}

#[tokio::test]
async fn a_zone_that_was_not_loaded_is_an_error() {
    let Some(pool) = pool(1).await else { return };
    let mut connection = pool.acquire(Access::Read).await.expect("the server is there");
    let sink = || Collect::boxed(|_| Ok(()));
    let mut asked =
        statement("SELECT CONVERT_TZ('2000-01-01', 'UTC', ?)", [Value::Text("Nowhere/Else".into())]);
    asked.zones = vec![Zone::new("UTC").expect("a zone"), Zone::nowhere()];
    let error = connection.fetch(asked.clone(), sink()).await.err().expect("there is no such zone");
    let expected = "MariaDB does not know the time zone `Nowhere/Else`; load its zones: \
         `mariadb-tzinfo-to-sql /usr/share/zoneinfo | mariadb mysql`";
    assert_eq!(error.to_string().replace("MySQL does", "MariaDB does"), expected);
    let streamed = connection.stream(asked.clone(), 10, Box::new(sink)).next().await;
    assert!(matches!(streamed, Some(Err(Error::ZoneNotLoaded { .. }))));
    asked.zones = vec![Zone::new("Europe/Oslo").expect("a zone")];
    assert!(connection.fetch(asked, sink()).await.is_ok());
}

fn is_mariadb(pool: &MySqlPool) -> bool {
    pool.dialect() == Dialect::MySql(MySqlFlavor::MariaDb)
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
        checks::a_call_that_goes_away_leaves_the_connection_fit(&pool, "qs_cancel", "SELECT SLEEP(0.3)").await;
    a_stream_can_be_left_early(1) => |pool| checks::a_stream_can_be_left_early(&pool, "qs_stream").await;
    other_queries_run_beside_a_cursor(2) => |pool|
        checks::other_queries_run_beside_a_cursor(&pool, "qs_cursor", true, false).await;
    rows_are_read_ahead_where_there_is_no_second_connection(1) => |pool|
        checks::other_queries_run_beside_a_cursor(&pool, "qs_cursor_one", false, false).await;
    a_row_that_cannot_be_read_ends_the_statement_alone(1) => |pool|
        checks::a_row_that_cannot_be_read_ends_the_statement_alone(&pool).await;
    a_deadlock_is_a_conflict(3) => |pool| checks::a_deadlock_is_a_conflict(&pool, "qs_deadlock").await;
    too_many_values_are_refused_before_they_are_sent(1) => |pool|
        checks::too_many_values_are_refused_before_they_are_sent(&pool).await;
    a_connection_is_used_again(1) => |pool|
        checks::a_connection_is_used_again(&pool, "SELECT CONNECTION_ID()").await;
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
    checks::an_old_connection_is_replaced(&pool, "SELECT CONNECTION_ID()").await;
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
    let opened = super::open("mysql://ann:secret@127.0.0.1:1/blog", PoolSettings::default()).await;
    checks::check_unreachable(opened.map(drop), started, "mysql://ann@127.0.0.1:1/blog");

    let Some(url) = url("QUERYSET_MYSQL_URL") else { return };
    let (server, _) = url.rsplit_once('/').expect("the URL names a database");
    let host = server.rsplit_once('@').map_or("127.0.0.1", |(_, host)| host);
    for url in [format!("{server}/qs_no_such_database"), format!("mysql://qs_nobody:secret@{host}/qs")] {
        let started = Instant::now();
        let opened = super::open(&url, PoolSettings::default()).await;
        let error = opened.map(drop).expect_err("there is no such database or user");
        assert!(started.elapsed() < Duration::from_secs(2));
        assert!(matches!(&error, Error::Connection { .. }), "{error:?}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[tokio::test]
async fn a_server_that_goes_away_is_not_taken_for_a_busy_pool() {
    let Some(url) = url("QUERYSET_MYSQL_URL") else { return };
    let settings = PoolSettings { acquire_timeout: Duration::from_millis(500), ..settings(1) };
    let open = async move |url: String| super::open(&url, settings).await;
    checks::a_server_that_goes_away_is_not_taken_for_a_busy_pool(&url, open).await;
}

#[tokio::test]
async fn a_url_that_is_wrong_is_refused_without_its_password() {
    for url in
        ["postgres://db/blog", "mysql://ann:secret@db/blog?timezone=local", "mysql://ann:secret@db:x/blog"]
    {
        let error = super::open(url, settings(1)).await.map(drop).expect_err("it is wrong");
        assert!(matches!(error, Error::InvalidUrl { .. }), "{error:?}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[tokio::test]
async fn sessions_are_strict_in_utc_and_read_committed() {
    let Some(pool) = pool(1).await else { return };
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    let isolation = if is_mariadb(&pool) { "@@tx_isolation" } else { "@@transaction_isolation" };
    let sql = format!(
        "SELECT @@time_zone, @@character_set_connection, {isolation}, @@sql_mode, @@sql_auto_is_null"
    );
    let read = rows(&mut *connection, &sql, [], |row| {
        let text = |at| row.text(at).expect("text").expect("not NULL");
        Ok(([text(0), text(1), text(2)], text(3), row.int(4).expect("an integer")))
    });
    let (session, mode, auto_is_null) = read.await.expect("reads").remove(0);
    assert_eq!(session, ["+00:00", "utf8mb4", "READ-COMMITTED"]);
    assert!(mode.split(',').any(|mode| mode == "STRICT_TRANS_TABLES"), "{mode}");
    assert_eq!(auto_is_null, Some(0));
}

#[tokio::test]
async fn each_type_of_value_comes_back() {
    let Some(pool) = pool(1).await else { return };
    let mut connection = pool.acquire(Access::Write).await.expect("a connection");
    let connection = &mut *connection;
    macro_rules! check {
        ($($column:expr, $read:ident: $value:expr => $expected:expr;)*) => {$(
            let read: Read<_> = |row, at| row.$read(at);
            check_round_trip(connection, ["?", "?"], $column, $value, read, $expected).await;
        )*};
    }
    let text = || "Ünïcode 'quoted' \\ \0 \u{1F600}".to_owned();
    let moment = civil::datetime(1969, 7, 20, 20, 17, 40, 123_456_000);
    let (first, last) =
        (civil::datetime(1, 1, 1, 0, 0, 0, 0), civil::datetime(9999, 12, 31, 23, 59, 59, 999_999_000));
    let date = civil::date(1815, 12, 10);
    let time = civil::time(23, 59, 59, 999_999_000);
    // Of version 4: the `uuid` of MariaDB refuses some that are of none.
    let uuid = Uuid::from_u128(0x1234_5678_9abc_4ef0_8234_5678_9abc_def0);
    let uuid_column = if is_mariadb(&pool) { "uuid" } else { "char(32)" };
    let document = || json!({"a": [1, 2.5, null, "x"], "b": {"c": true}});
    let (v4, v6): (IpAddr, IpAddr) = ([192, 0, 2, 1].into(), "2001:db8::1".parse().expect("an address"));
    let span = SignedDuration::from_micros(-90_061_000_001);
    let decimal = |text: &str| Decimal::from_str(text).expect("a decimal");
    check! {
        "bool", bool: Value::Bool(true) => true;
        "bit(1)", bool: Value::Bool(true) => true;
        "bigint", int: Value::Int(i64::MIN) => i64::MIN;
        "integer", int: Value::Int(-7) => -7;
        "mediumint", int: Value::Int(-7) => -7;
        "smallint", int: Value::Int(-7) => -7;
        "tinyint", int: Value::Int(-7) => -7;
        "tinyint(1) unsigned", int: Value::Int(200) => 200;
        "bigint unsigned", uint: Value::UInt(u64::MAX) => u64::MAX;
        "integer unsigned", uint: Value::UInt(7) => 7;
        "double precision", float: Value::Float(0.1) => 0.1;
        "float", float: Value::Float(0.5) => 0.5;
        "numeric(20, 5)", decimal: Value::Decimal(decimal("-123456789.12345")) => decimal("-123456789.12345");
        "varchar(50)", text: Value::Text(text()) => text();
        "longtext", text: Value::Text(String::new()) => String::new();
        "date", date: Value::Date(date) => date;
        "datetime(6)", datetime: Value::DateTime(moment) => moment;
        "datetime(6)", datetime: Value::DateTime(first) => first;
        "datetime(6)", datetime: Value::DateTime(last) => last;
        "time(6)", time: Value::Time(time) => time;
        "bigint", duration: Value::Duration(span) => span;
        uuid_column, uuid: Value::Uuid(uuid) => uuid;
        "json", json: Value::Json(document().into()) => document();
        "longblob", bytes: Value::Bytes(vec![0, 255, 10]) => vec![0, 255, 10];
        "varbinary(10)", bytes: Value::Bytes(vec![0, 255, 10]) => vec![0, 255, 10];
        "char(39)", ip: Value::Ip(v4) => v4;
        "char(39)", ip: Value::Ip(v6) => v6;
    }
}

#[tokio::test]
async fn a_value_that_the_server_cannot_take_is_refused_before_it_is_sent() {
    let Some(pool) = pool(1).await else { return };
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    for value in
        [Value::Float(f64::NAN), Value::Date(civil::date(-44, 3, 15)), Value::Duration(SignedDuration::MAX)]
    {
        let refused = execute(&mut *connection, "SELECT ?", [value]).await;
        assert!(matches!(refused, Err(Error::InvalidParameter { .. })), "{refused:?}");
    }
    assert_eq!(number(&mut *connection, "SELECT 1").await.expect("a number"), 1);
}

#[tokio::test]
async fn a_cell_is_read_as_what_the_query_says_it_is() {
    let Some(pool) = pool(1).await else { return };
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
    let (moment, midnight) = (day.to_datetime(noon), day.to_datetime(civil::Time::midnight()));
    check! {
        int "SUM(x) FROM (SELECT 9000000000000000000 AS x UNION ALL SELECT -1) AS v" => 8_999_999_999_999_999_999;
        int "EXTRACT(YEAR FROM DATE '2005-06-01')" => 2005;
        int "CAST(1 AS UNSIGNED)" => 1;
        int "20000.000" => 20_000;
        int "b'101' + 0" => 5;
        uint "18446744073709551615" => u64::MAX;
        bool "1" => true;
        bool "1 > 2" => false;
        bool "EXISTS (SELECT 1)" => true;
        float "3" => 3.0;
        float "AVG(x) FROM (SELECT 1 AS x UNION ALL SELECT 2) AS v" => 1.5;
        float "0.5e0" => 0.5;
        decimal "1.50" => decimal("1.50");
        decimal "7" => decimal("7");
        decimal "0.25e0" => decimal("0.25");
        decimal "1.00000000000000 / 3" => decimal("0.333333333333333333");
        text "CONVERT('\u{e9}' USING binary)" => "\u{e9}".to_owned();
        text "CONCAT('a', 1)" => "a1".to_owned();
        date "TIMESTAMP '2000-01-01 12:30:00'" => day;
        date "CAST('2000-01-01' AS CHAR)" => day;
        datetime "TIMESTAMP '2000-01-01 12:30:00'" => moment;
        datetime "TIMESTAMP '2000-01-01 00:00:00'" => midnight;
        datetime "DATE '2000-01-01'" => midnight;
        datetime "CAST('2000-01-01 12:30:00' AS CHAR)" => moment;
        time "TIMESTAMP '2000-01-01 12:30:00'" => noon;
        time "TIME '00:00:00'" => civil::Time::midnight();
        time "CAST('12:30:00' AS CHAR)" => noon;
        duration "TIMEDIFF('10:00:00', '34:00:00.5')" => SignedDuration::from_millis(-86_400_500);
        duration "1.6" => SignedDuration::from_micros(2);
        uuid "'12345678123456781234567812345678'" => Uuid::from_u128(0x1234_5678_1234_5678_1234_5678_1234_5678);
        uuid "X'12345678123456781234567812345678'" => Uuid::from_u128(0x1234_5678_1234_5678_1234_5678_1234_5678);
        json "JSON_OBJECT('a', 1)" => json!({"a": 1});
        json "'null'" => json!(null);
        ip "'::1'" => "::1".parse().expect("an address");
    }
    macro_rules! check_not {
        ($($read:ident $expression:literal => $message:literal;)*) => {$(
            let read: Read<_> = |row, at| row.$read(at);
            check_mismatch(connection, $expression, read, $message).await;
        )*};
    }
    check_not! {
        int "1.5" => "expected an integer, found decimal 1.5";
        int "18446744073709551615" => "expected an integer, found bigint unsigned 18446744073709551615";
        int "'x'" => "expected an integer, found varchar \"x\"";
        uint "-1" => "expected an integer that is not negative, found int -1";
        text "1.5" => "expected text, found decimal 1.5";
        time "TIME '24:00:00'" => "expected a time of day, found time";
        uuid "'x'" => "expected a uuid, found varchar \"x\"";
        bytes "1.5" => "expected bytes, found decimal 1.5";
    }
    let beyond = cells(connection, "SELECT 1", [], |row, _| row.int(1)).await.expect("runs");
    assert_eq!(beyond, [Err("expected a column, found a row of 1 columns, and no position 1".to_owned())]);
}

/// Checks the error of a statement that breaks a rule.
async fn check_violation(
    connection: &mut dyn Connection,
    sql: &str,
    expected: (Violation, Option<&str>, &[&str], Option<&str>),
) {
    let error = execute(connection, sql, []).await.expect_err("it breaks a rule");
    let Error::Integrity { violation, table, columns, constraint, .. } = &error else { panic!("{error:?}") };
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    assert_eq!((*violation, table.as_deref(), &*columns, constraint.as_deref()), expected, "{sql}");
}

#[tokio::test]
async fn a_broken_rule_is_named() {
    let Some(pool) = pool(1).await else { return };
    script(
        &pool,
        "DROP TABLE IF EXISTS qs_entry; DROP TABLE IF EXISTS qs_blog;
         CREATE TABLE qs_blog (id int PRIMARY KEY, name varchar(5) NOT NULL, stars int,
             CONSTRAINT blog_key UNIQUE (name), CONSTRAINT positive CHECK (stars > 0));
         CREATE TABLE qs_entry (id int PRIMARY KEY, blog_id int,
             CONSTRAINT entry_blog FOREIGN KEY (blog_id) REFERENCES qs_blog (id));
         INSERT INTO qs_blog VALUES (1, 'a', 1); INSERT INTO qs_entry VALUES (1, 1)",
    )
    .await;
    let mariadb = is_mariadb(&pool);
    let mut connection = pool.acquire(Access::Write).await.expect("a connection");
    let connection = &mut *connection;
    // Where the table is told.
    let (in_key, in_check) = if mariadb { (None, Some("qs_blog")) } else { (Some("qs_blog"), None) };
    let unique = (Violation::Unique, in_key, &[][..], Some("blog_key"));
    check_violation(connection, "INSERT INTO qs_blog VALUES (2, 'a', 1)", unique).await;
    let not_null = (Violation::NotNull, None, &["name"][..], None);
    check_violation(connection, "INSERT INTO qs_blog VALUES (2, NULL, 1)", not_null).await;
    check_violation(connection, "INSERT INTO qs_blog (id) VALUES (2)", not_null).await;
    let check = (Violation::Check, in_check, &[][..], Some("positive"));
    check_violation(connection, "INSERT INTO qs_blog VALUES (2, 'b', 0)", check).await;
    let foreign_key = (Violation::ForeignKey, Some("qs_entry"), &["blog_id"][..], Some("entry_blog"));
    check_violation(connection, "INSERT INTO qs_entry VALUES (2, 7)", foreign_key).await;
    check_violation(connection, "DELETE FROM qs_blog", foreign_key).await;

    for (sql, expected) in [
        ("SELEC 1", "1064"),
        ("INSERT INTO qs_blog VALUES (3000000000, 'c', 1)", "1264"),
        ("INSERT INTO qs_blog VALUES (3, 'too long', 1)", "1406"),
        ("SELECT nothing", "1054"),
    ] {
        let error = execute(connection, sql, []).await.expect_err(sql);
        let Error::Database { code, .. } = &error else { panic!("{error:?}") };
        assert_eq!(code.as_deref(), Some(expected), "{sql}");
    }
}

#[tokio::test]
async fn a_key_that_the_database_makes_is_told() {
    let Some(pool) = pool(1).await else { return };
    script(
        &pool,
        "DROP TABLE IF EXISTS qs_key; CREATE TABLE qs_key (id int AUTO_INCREMENT PRIMARY KEY, n int)",
    )
    .await;
    let mut connection = pool.acquire(Access::Write).await.expect("a connection");
    let done =
        execute(&mut *connection, "INSERT INTO qs_key (n) VALUES (?), (?)", [Value::Int(1), Value::Int(1)]);
    let done = done.await.expect("inserts");
    assert_eq!((done.rows, done.last_insert_id), (2, Some(1)));
    // Matched, though nothing changes.
    let done = execute(&mut *connection, "UPDATE qs_key SET n = ?", [Value::Int(1)]).await.expect("updates");
    assert_eq!((done.rows, done.last_insert_id), (2, None));
}

#[tokio::test]
async fn a_lock_that_is_not_to_be_had_is_a_conflict() {
    let Some(pool) = pool(2).await else { return };
    script(&pool, "DROP TABLE IF EXISTS qs_lock; CREATE TABLE qs_lock (id int PRIMARY KEY); INSERT INTO qs_lock VALUES (1)").await;
    let mut first = pool.begin(Begin::default()).await.expect("begins");
    let mut second = pool.begin(Begin::default()).await.expect("begins");
    number(&mut *first, "SELECT id FROM qs_lock FOR UPDATE").await.expect("locks");
    let refused = number(&mut *second, "SELECT id FROM qs_lock FOR UPDATE NOWAIT").await;
    assert!(matches!(refused, Err(Error::Conflict { .. })), "{refused:?}");
    // The transaction stands.
    assert_eq!(number(&mut *second, "SELECT 1").await.expect("a number"), 1);
    second.commit().await.expect("commits");
}

#[tokio::test]
async fn a_connection_that_the_server_closed_is_replaced() {
    let Some(pool) = pool(1).await else { return };
    let mut connection = pool.acquire(Access::Read).await.expect("a connection");
    let killed = execute(&mut *connection, "KILL CONNECTION_ID()", []).await;
    killed.expect_err("it kills itself");
    let next = number(&mut *connection, "SELECT 1").await;
    let next = if next.is_err() { number(&mut *connection, "SELECT 1").await } else { next };
    assert_eq!(next.expect("a number"), 1);
}
