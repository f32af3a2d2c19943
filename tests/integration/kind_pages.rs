//! The tables of the pages of kinds, `src/kind/*.md`: every lookup and transform as it is called, as
//! Django spells it, and as SQL. `UPDATE_EXPECT=1` writes them again.

use expect_test::expect_file;
use queryset::demo::blog::{Specimen, specimen};
use queryset::demo::on_postgres::booking::{Room, room};
use queryset::prelude::*;
use queryset::{Backend, Closed, Context, DialectOf, Range, Rows, RunsOn, Stages, Value};
use serde_json::json;

use crate::support::{date, decimal, moment};

/// One table.
struct Page {
    text: String,
}

impl Page {
    fn new() -> Self {
        Page { text: "| Call, and Django's spelling | SQL |\n| --- | --- |\n".to_owned() }
    }

    /// Adds a row: the SQL is what `part` finds in each database's statement.
    fn row(&mut self, call: &str, django: &str, sqls: &[(&str, String)]) {
        // The same but for the quotes is the same for who reads.
        let plain = |sql: &str| sql.replace('`', "\"");
        let mut shown: Vec<(Vec<&str>, &str)> = Vec::new();
        for (database, sql) in sqls {
            match shown.iter_mut().find(|(_, known)| plain(known) == plain(sql)) {
                Some((databases, _)) => databases.push(database),
                None => shown.push((vec![database], sql)),
            }
        }
        let sql: Vec<_> = shown
            .iter()
            .map(|(databases, sql)| match databases.len() {
                3 => code(sql),
                _ => format!("{}: {}", databases.join(", "), code(sql)),
            })
            .collect();
        let row = format!("| {}<br>{} | {} |\n", code(call), code(django), sql.join("<br>"));
        self.text.push_str(&row);
    }

    fn check(self, kind: &str) {
        let path = format!("{}/src/kind/{kind}.md", env!("CARGO_MANIFEST_DIR"));
        expect_file![path].assert_eq(&self.text);
    }
}

/// Text as code in a cell of a table.
fn code(text: &str) -> String {
    let text = text.replace('|', "\\|");
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// What a query says on one database, with the values in their places, from one word to another.
fn part<B, M, R, S, X>(query: &QuerySet<M, R, S, X>, from: &str, to: &str) -> String
where
    B: Backend + DialectOf,
    M: Model,
    R: Rows<M>,
    S: Stages,
    X: Context,
    X::Parent: Closed,
    X::Backends: RunsOn<B>,
{
    let (sql, values) = query.sql_with_params::<B>().expect("the query compiles");
    let sql = sql.replace("\"blog_specimen\".", "").replace("`blog_specimen`.", "");
    let sql = sql.replace("\"booking_room\".", "");
    let begin = sql.find(from).expect("the query has this part") + from.len();
    let end = if to.is_empty() { sql.len() } else { sql.find(to).expect("the query has this part") };
    shortened(&filled(&sql[begin..end], &values))
}

/// SQL with values in the places of their placeholders.
fn filled(sql: &str, values: &[Value]) -> String {
    let mut filled = String::new();
    let mut following = values.iter();
    let numbered = values.is_empty() || sql.contains("$1");
    // Every other part is a text of SQL.
    for (index, part) in sql.split('\'').enumerate() {
        if index > 0 {
            filled.push('\'');
        }
        let mut rest = part;
        while let Some(at) = rest.find(if numbered { '$' } else { '?' }).filter(|_| index % 2 == 0) {
            filled.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
            let value = match rest[..digits].parse::<usize>() {
                Ok(number) => &values[number - 1],
                Err(_) => following.next().expect("each placeholder has a value"),
            };
            filled.push_str(&literal(value));
            rest = &rest[digits..];
        }
        filled.push_str(rest);
    }
    filled
}

/// SQL without the branches by which SQLite reads JSON's `null`, `true` and `false`.
fn shortened(sql: &str) -> String {
    const CASE: &str = "CASE WHEN (JSON_TYPE(";
    const ELSE: &str = " ELSE ";
    match (sql.find(CASE), sql.find(ELSE)) {
        (Some(begin), Some(end)) => format!("{}CASE … {}", &sql[..begin], &sql[end + ELSE.len()..]),
        _ => sql.to_owned(),
    }
}

/// An item of an array.
fn item(value: &Value) -> String {
    value.to_string().replace('"', "")
}

fn literal(value: &Value) -> String {
    match value {
        Value::Int(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Decimal(number) => number.to_string(),
        Value::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        Value::Text(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Date(date) => format!("'{date}'"),
        Value::DateTime(moment) => format!("'{}'", moment.to_string().replace('T', " ")),
        Value::Time(time) => format!("'{time}'"),
        Value::Duration(span) => format!("'{}:00:00'", span.as_hours()),
        Value::Uuid(uuid) => format!("'{uuid}'"),
        Value::Ip(address) => format!("'{address}'"),
        Value::Json(document) => format!("'{document}'"),
        Value::Bytes(bytes) => {
            let digits: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("x'{}'", digits.concat())
        }
        Value::Array(_, items) => format!("'{{{}}}'", items.iter().map(item).collect::<Vec<_>>().join(",")),
        Value::Range(..) => format!("'{value}'"),
        other => panic!("{other:?} has no literal"),
    }
}

macro_rules! call {
    ($call:ident, $($argument:tt)*) => {
        concat!(stringify!($call), "(", stringify!($($argument)*), ")")
    };
}

/// Rows of lookups: the call on the field, and Django's lookup with its value.
macro_rules! lookups {
    ($page:ident, $field:expr, $name:literal, { $($call:ident($($argument:tt)*) => $django:literal)* }) => { $(
        let query = Specimen::objects().filter($field.$call($($argument)*));
        $page.row(call!($call, $($argument)*), concat!($name, "__", $django), &[
            ("SQLite", part::<Sqlite, _, _, _, _>(&query, " WHERE ", "")),
            ("PostgreSQL", part::<Postgres, _, _, _, _>(&query, " WHERE ", "")),
            ("MySQL", part::<MySql, _, _, _, _>(&query, " WHERE ", "")),
        ]);
    )* };
}

/// Rows of lookups that SQLite does not have.
macro_rules! lookups_of_servers {
    ($page:ident, $field:expr, $name:literal, { $($call:ident($($argument:tt)*) => $django:literal)* }) => { $(
        let query = Specimen::objects().filter($field.$call($($argument)*));
        $page.row(call!($call, $($argument)*), concat!($name, "__", $django), &[
            ("PostgreSQL", part::<Postgres, _, _, _, _>(&query, " WHERE ", "")),
            ("MySQL", part::<MySql, _, _, _, _>(&query, " WHERE ", "")),
        ]);
    )* };
}

/// Rows of lookups and transforms that PostgreSQL alone has.
macro_rules! of_postgres {
    ($page:ident, $field:expr, $name:literal, { $($call:ident($($argument:tt)*) => $django:literal)* }) => {
        of_postgres!(Specimen: $page, $field, $name, { $($call($($argument)*) => $django)* });
    };
    ($model:ident: $page:ident, $field:expr, $name:literal, { $($call:ident($($argument:tt)*) => $django:literal)* }) => { $(
        let query = $model::objects().order_by(()).filter($field.$call($($argument)*));
        let sql = part::<Postgres, _, _, _, _>(&query, " WHERE ", "");
        $page.row(call!($call, $($argument)*), concat!($name, "__", $django), &[("PostgreSQL", sql)]);
    )* };
    ($model:ident: $page:ident, $field:expr, $name:literal, $($call:ident($($argument:tt)*) => $django:literal)*) => { $(
        let query = $model::objects().order_by(()).values_list($field.$call($($argument)*));
        let sql = part::<Postgres, _, _, _, _>(&query, "SELECT ", " FROM \"");
        $page.row(call!($call, $($argument)*), concat!($name, "__", $django), &[("PostgreSQL", sql)]);
    )* };
}

/// Rows of transforms: the call on the field.
macro_rules! transforms {
    ($page:ident, $field:expr, $name:literal, { $($call:ident($($argument:tt)*) => $django:literal)* }) => { $(
        let query = Specimen::objects().values_list($field.$call($($argument)*));
        $page.row(call!($call, $($argument)*), concat!($name, "__", $django), &[
            ("SQLite", part::<Sqlite, _, _, _, _>(&query, "SELECT ", " FROM \"blog")),
            ("PostgreSQL", part::<Postgres, _, _, _, _>(&query, "SELECT ", " FROM \"blog")),
            ("MySQL", part::<MySql, _, _, _, _>(&query, "SELECT ", " FROM `blog")),
        ]);
    )* };
}

/// The lookups of kinds that have an order.
macro_rules! ordered {
    ($page:ident, $field:expr, $name:literal, $low:expr, $high:expr, $first:literal, $second:literal) => {
        let (low, high) = ($low, $high);
        ordered!(@row $page, $field, $name, "exact", $first, exact(low.clone()), concat!("exact(", $first, ")"));
        let list = [low.clone(), high.clone()];
        ordered!(@row $page, $field, $name, "in", concat!("[", $first, ", ", $second, "]"),
            in_(list), concat!("in_([", $first, ", ", $second, "])"));
        ordered!(@row $page, $field, $name, "gt", $first, gt(low.clone()), concat!("gt(", $first, ")"));
        ordered!(@row $page, $field, $name, "gte", $first, gte(low.clone()), concat!("gte(", $first, ")"));
        ordered!(@row $page, $field, $name, "lt", $first, lt(low.clone()), concat!("lt(", $first, ")"));
        ordered!(@row $page, $field, $name, "lte", $first, lte(low.clone()), concat!("lte(", $first, ")"));
        ordered!(@row $page, $field, $name, "range", concat!("(", $first, ", ", $second, ")"),
            range(low.clone(), high.clone()), concat!("range(", $first, ", ", $second, ")"));
        lookups!($page, $field, $name, { isnull(true) => "isnull=True" });
    };
    (@row $page:ident, $field:expr, $name:literal, $lookup:literal, $value:expr,
        $call:ident($($argument:tt)*), $shown:expr) => {
        let query = Specimen::objects().filter($field.$call($($argument)*));
        $page.row($shown, &format!("{}__{}={}", $name, $lookup, $value), &[
            ("SQLite", part::<Sqlite, _, _, _, _>(&query, " WHERE ", "")),
            ("PostgreSQL", part::<Postgres, _, _, _, _>(&query, " WHERE ", "")),
            ("MySQL", part::<MySql, _, _, _, _>(&query, " WHERE ", "")),
        ]);
    };
}

/// The lookups of the text of a value, and of text.
macro_rules! of_text {
    ($page:ident, $field:expr, $name:literal) => {
        lookups!($page, $field, $name, {
            iexact("x") => "iexact=\"x\""
            contains("x") => "contains=\"x\""
            icontains("x") => "icontains=\"x\""
            startswith("x") => "startswith=\"x\""
            istartswith("x") => "istartswith=\"x\""
            endswith("x") => "endswith=\"x\""
            iendswith("x") => "iendswith=\"x\""
        });
    };
}

macro_rules! of_dates {
    ($page:ident, $field:expr, $name:literal) => {
        transforms!($page, $field, $name, {
            year() => "year"
            iso_year() => "iso_year"
            month() => "month"
            day() => "day"
            week() => "week"
            week_day() => "week_day"
            iso_week_day() => "iso_week_day"
            quarter() => "quarter"
        });
        // A year is a range of days, so that an index can be used.
        let query = Specimen::objects().filter($field.year().exact(2025));
        $page.row("year().exact(2025)", concat!($name, "__year=2025"), &[
            ("SQLite", part::<Sqlite, _, _, _, _>(&query, " WHERE ", "")),
            ("PostgreSQL", part::<Postgres, _, _, _, _>(&query, " WHERE ", "")),
            ("MySQL", part::<MySql, _, _, _, _>(&query, " WHERE ", "")),
        ]);
    };
}

macro_rules! of_times {
    ($page:ident, $field:expr, $name:literal) => {
        transforms!($page, $field, $name, {
            hour() => "hour"
            minute() => "minute"
            second() => "second"
        });
    };
}

#[test]
fn text() {
    let mut page = Page::new();
    ordered!(page, specimen::text, "text", "a", "f", "\"a\"", "\"f\"");
    of_text!(page, specimen::text, "text");
    lookups!(page, specimen::text, "text", {
        regex("^x") => "regex=\"^x\""
        iregex("^x") => "iregex=\"^x\""
    });
    transforms!(page, specimen::text, "text", {
        lower() => "lower"
        upper() => "upper"
        length() => "length"
    });
    of_postgres!(page, specimen::text, "text", {
        trigram_similar("x") => "trigram_similar=\"x\""
        trigram_word_similar("x") => "trigram_word_similar=\"x\""
        trigram_strict_word_similar("x") => "trigram_strict_word_similar=\"x\""
    });
    of_postgres!(Specimen: page, specimen::text, "text", unaccent() => "unaccent");
    page.check("text");
}

#[test]
fn integer() {
    let mut page = Page::new();
    ordered!(page, specimen::num, "num", 1, 9, "1", "9");
    transforms!(page, specimen::num, "num", { abs() => "abs" });
    page.check("integer");
}

#[test]
fn float() {
    let mut page = Page::new();
    ordered!(page, specimen::real, "real", 0.5, 2.5, "0.5", "2.5");
    transforms!(page, specimen::real, "real", { abs() => "abs" });
    page.check("float");
}

#[test]
fn decimals() {
    let mut page = Page::new();
    ordered!(page, specimen::dec, "dec", decimal("1.50"), decimal("9.99"), "1.50", "9.99");
    transforms!(page, specimen::dec, "dec", { abs() => "abs" });
    page.check("decimal");
}

#[test]
fn bool() {
    let mut page = Page::new();
    lookups!(page, specimen::flag, "flag", {
        exact(true) => "exact=True"
        in_([true, false]) => "in=[True, False]"
        gt(false) => "gt=False"
        gte(false) => "gte=False"
        lt(true) => "lt=True"
        lte(true) => "lte=True"
        range(false, true) => "range=(False, True)"
        isnull(true) => "isnull=True"
    });
    let query = Specimen::objects().filter(specimen::flag);
    page.row(
        "filter(specimen::flag)",
        "filter(flag=True)",
        &[
            ("SQLite", part::<Sqlite, _, _, _, _>(&query, " WHERE ", "")),
            ("PostgreSQL", part::<Postgres, _, _, _, _>(&query, " WHERE ", "")),
            ("MySQL", part::<MySql, _, _, _, _>(&query, " WHERE ", "")),
        ],
    );
    page.check("bool");
}

#[test]
fn dates() {
    let mut page = Page::new();
    ordered!(page, specimen::day, "day", date(2025, 3, 1), date(2025, 3, 31), "march_1", "march_31");
    of_dates!(page, specimen::day, "day");
    page.check("date");
}

#[test]
fn moments() {
    let mut page = Page::new();
    let (noon, later) = (moment("2025-03-01T12:00Z"), moment("2025-03-01T18:30Z"));
    ordered!(page, specimen::moment, "moment", noon, later, "noon", "evening");
    transforms!(page, specimen::moment, "moment", {
        date() => "date"
        time() => "time"
    });
    of_dates!(page, specimen::moment, "moment");
    of_times!(page, specimen::moment, "moment");
    page.check("date_time");
}

#[test]
fn times() {
    let mut page = Page::new();
    let (morning, night) = (jiff::civil::time(8, 0, 0, 0), jiff::civil::time(21, 0, 0, 0));
    ordered!(page, specimen::clock, "clock", morning, night, "morning", "night");
    of_times!(page, specimen::clock, "clock");
    page.check("time");
}

#[test]
fn duration() {
    let mut page = Page::new();
    let (hour, day) = (jiff::SignedDuration::from_hours(1), jiff::SignedDuration::from_hours(24));
    ordered!(page, specimen::span, "span", hour, day, "hour", "day");
    page.check("duration");
}

#[test]
fn uuid() {
    let mut page = Page::new();
    let (low, high) = (uuid::Uuid::from_u128(0xa), uuid::Uuid::from_u128(0xf));
    ordered!(page, specimen::uid, "uid", low, high, "a", "f");
    of_text!(page, specimen::uid, "uid");
    page.check("uuid");
}

#[test]
fn ip() {
    let mut page = Page::new();
    let address = |last| std::net::IpAddr::from([10, 0, 0, last]);
    ordered!(page, specimen::ip, "ip", address(1), address(9), "a", "b");
    of_text!(page, specimen::ip, "ip");
    page.check("ip");
}

#[test]
fn binary() {
    let mut page = Page::new();
    lookups!(page, specimen::blob, "blob", {
        exact(b"ab".to_vec()) => "exact=b\"ab\""
        in_([b"ab".to_vec(), b"c".to_vec()]) => "in=[b\"ab\", b\"c\"]"
        isnull(true) => "isnull=True"
    });
    page.check("binary");
}

#[test]
fn documents() {
    let mut page = Page::new();
    lookups!(page, specimen::data, "data", {
        exact(json!({"k": 5})) => "exact={\"k\": 5}"
        in_([json!(5), json!("x")]) => "in=[5, \"x\"]"
        isnull(true) => "isnull=True"
    });
    lookups_of_servers!(page, specimen::data, "data", {
        contains(json!({"k": 5})) => "contains={\"k\": 5}"
        contained_by(json!({"k": 5})) => "contained_by={\"k\": 5}"
    });
    lookups!(page, specimen::data, "data", {
        has_key("k") => "has_key=\"k\""
        has_keys(["k", "l"]) => "has_keys=[\"k\", \"l\"]"
        has_any_keys(["k", "l"]) => "has_any_keys=[\"k\", \"l\"]"
    });
    transforms!(page, specimen::data, "data", {
        key("k") => "k"
        index(0) => "0"
    });
    let query = Specimen::objects().values_list(specimen::data.as_text());
    page.row(
        "as_text()",
        "KT(\"data\")",
        &[
            ("SQLite", part::<Sqlite, _, _, _, _>(&query, "SELECT ", " FROM \"blog")),
            ("PostgreSQL", part::<Postgres, _, _, _, _>(&query, "SELECT ", " FROM \"blog")),
            ("MySQL", part::<MySql, _, _, _, _>(&query, "SELECT ", " FROM `blog")),
        ],
    );
    page.check("json");
}

#[test]
fn keys_of_documents() {
    let mut page = Page::new();
    let key = specimen::data.key("k");
    lookups!(page, key, "data__k", {
        exact(5) => "exact=5"
        in_([5, 6]) => "in=[5, 6]"
        isnull(true) => "isnull=True"
        gt(5) => "gt=5"
        gte(5) => "gte=5"
        lt(5) => "lt=5"
        lte(5) => "lte=5"
        range(5, 9) => "range=(5, 9)"
        iexact("x") => "iexact=\"x\""
        icontains("x") => "icontains=\"x\""
        startswith("x") => "startswith=\"x\""
        istartswith("x") => "istartswith=\"x\""
        endswith("x") => "endswith=\"x\""
        iendswith("x") => "iendswith=\"x\""
        regex("^x") => "regex=\"^x\""
        iregex("^x") => "iregex=\"^x\""
    });
    lookups_of_servers!(page, key, "data__k", {
        contains(json!([1])) => "contains=[1]"
        contained_by(json!([1])) => "contained_by=[1]"
    });
    lookups!(page, key, "data__k", {
        has_key("x") => "has_key=\"x\""
        has_keys(["x", "y"]) => "has_keys=[\"x\", \"y\"]"
        has_any_keys(["x", "y"]) => "has_any_keys=[\"x\", \"y\"]"
    });
    transforms!(page, key, "data__k", {
        key("x") => "x"
        index(0) => "0"
    });
    page.check("json_key");
}

#[test]
fn arrays() {
    let mut page = Page::new();
    of_postgres!(Room: page, room::tags, "tags", {
        exact(vec!["a", "b"]) => "exact=[\"a\", \"b\"]"
        in_([vec!["a".to_owned()]]) => "in=[[\"a\"]]"
        gt(vec!["a"]) => "gt=[\"a\"]"
        gte(vec!["a"]) => "gte=[\"a\"]"
        lt(vec!["a"]) => "lt=[\"a\"]"
        lte(vec!["a"]) => "lte=[\"a\"]"
        range(vec!["a"], vec!["f"]) => "range=([\"a\"], [\"f\"])"
        isnull(true) => "isnull=True"
        contains(["a", "b"]) => "contains=[\"a\", \"b\"]"
        contained_by(["a", "b"]) => "contained_by=[\"a\", \"b\"]"
        overlap(["a", "b"]) => "overlap=[\"a\", \"b\"]"
    });
    of_postgres!(Room: page, room::tags, "tags",
        len() => "len"
        index(0) => "0"
        slice(0..2) => "0_2"
    );
    page.check("array");
}

#[test]
fn ranges() {
    let mut page = Page::new();
    of_postgres!(Room: page, room::seats, "seats", {
        exact(Range::new(1, 5)) => "exact=NumericRange(1, 5)"
        in_([Range::new(1, 5)]) => "in=[NumericRange(1, 5)]"
        gt(Range::new(1, 5)) => "gt=NumericRange(1, 5)"
        gte(Range::new(1, 5)) => "gte=NumericRange(1, 5)"
        lt(Range::new(1, 5)) => "lt=NumericRange(1, 5)"
        lte(Range::new(1, 5)) => "lte=NumericRange(1, 5)"
        range(Range::new(1, 5), Range::new(3, 9)) => "range=(NumericRange(1, 5), NumericRange(3, 9))"
        isnull(true) => "isnull=True"
        contains(3) => "contains=3"
        contains(Range::new(1, 5)) => "contains=NumericRange(1, 5)"
        contained_by(Range::new(1, 5)) => "contained_by=NumericRange(1, 5)"
        overlap(Range::new(1, 5)) => "overlap=NumericRange(1, 5)"
        fully_lt(Range::new(1, 5)) => "fully_lt=NumericRange(1, 5)"
        fully_gt(Range::new(1, 5)) => "fully_gt=NumericRange(1, 5)"
        not_lt(Range::new(1, 5)) => "not_lt=NumericRange(1, 5)"
        not_gt(Range::new(1, 5)) => "not_gt=NumericRange(1, 5)"
        adjacent_to(Range::new(1, 5)) => "adjacent_to=NumericRange(1, 5)"
    });
    of_postgres!(Room: page, room::seats, "seats",
        startswith() => "startswith"
        endswith() => "endswith"
        isempty() => "isempty"
        lower_inc() => "lower_inc"
        lower_inf() => "lower_inf"
        upper_inc() => "upper_inc"
        upper_inf() => "upper_inf"
    );
    page.check("range");
}

/// The generator's table says which lookups and transforms the pages of fields name.
#[test]
fn each_lookup_and_transform_of_a_kind_has_a_row() {
    let mut page = String::new();
    for line in include_str!("../../codegen/tests/lookups.txt").lines() {
        let (name, rest) = line.split_once(": ").expect("a kind or a transform, and what it has");
        let asked: Vec<_> = match name.strip_prefix("  ") {
            Some(transform) => vec![transform],
            None => {
                let kind = match name.ends_with("Range") {
                    true => "range".to_owned(),
                    false => name.replace("DateTime", "date_time").to_lowercase(),
                };
                let path = format!("{}/src/kind/{kind}.md", env!("CARGO_MANIFEST_DIR"));
                page = std::fs::read_to_string(&path).expect("the kind has a page");
                rest.split(' ').collect()
            }
        };
        for name in asked {
            assert!(page.contains(&format!("__{name}")), "`{line}`: no `{name}` in\n{page}");
        }
    }
}
