//! Whether both sides have given the same.

use queryset::Value;
use queryset::dynamic::DynamicRow;
use rust_decimal::Decimal;
use serde_json::{Value as Json, json};

use crate::database::Database;
use crate::query::{Ask, Expr, Query};

/// What one side has given.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    pub(crate) rows: Result<Vec<Json>, String>,
    pub(crate) joins: usize,
    pub(crate) selects: usize,
}

impl Outcome {
    pub(crate) fn of_django(answer: &Json) -> Self {
        let rows = match (&answer["rows"], &answer["error"]) {
            (Json::Array(rows), _) => Ok(rows.iter().map(rounded).collect()),
            (_, error) => Err(error.as_str().unwrap_or("no rows").to_owned()),
        };
        let count = |name: &str| answer[name].as_u64().unwrap_or_default() as usize;
        Self { rows, joins: count("joins"), selects: count("selects") }
    }
}

/// How two outcomes differ.
#[derive(Debug, PartialEq)]
pub(crate) enum Difference {
    Rows,
    /// There are more joins or subqueries than Django has.
    Wide,
    /// Only this library fails.
    OursFails,
    /// Only this library refuses the query.
    OursRefuses,
    /// Only Django fails, and by its database: not because it refuses the query.
    TheirsFails,
}

impl Difference {
    /// Whether it is one that `ARCHITECTURE.md` lists; the texts are those of the two queries.
    pub(crate) fn is_listed(&self, theirs: &Outcome, our_sql: &str, their_sql: &str) -> bool {
        match self {
            // A subquery of `exclude()` speaks of a row by the name of its table, which is a number.
            Self::Rows => {
                // MariaDB forgets HAVING beside a window and `ORDER BY NULL`.
                let forgets =
                    ["HAVING", "OVER (", "ORDER BY NULL"].iter().all(|part| their_sql.contains(part));
                // It also knows fewer digits of the average of a value that is rounded and written into SQL.
                let rounds =
                    ["AVG(CEILING(%s))", "AVG(FLOOR(%s))"].iter().any(|part| their_sql.contains(part));
                forgets
                    || rounds && their_sql.contains('`')
                    || speaks_of_number(our_sql)
                    || speaks_of_number(their_sql)
                    || reads_text(their_sql)
            }
            // The SQL of a subquery speaks of a table that Django has left out of it.
            Self::TheirsFails => theirs.rows.as_ref().is_err_and(|error| {
                // Two columns of one name below a `COUNT`.
                if error.contains("Duplicate column name") {
                    return true;
                }
                // A filter on a window that leaves no row out, or that stands beside another one.
                if error.starts_with("FullResultSet")
                    || their_sql.contains("\\\"qualify\\\"")
                    || their_sql.contains("`qualify`")
                {
                    return true;
                }
                // A year of a window, which Django has put a name in the place of.
                if error.starts_with("AttributeError: 'Ref' object has no attribute 'lhs'") {
                    return true;
                }
                // Rows that hold nothing but aggregates, and are counted.
                if their_sql.contains("(SELECT  FROM") {
                    return true;
                }
                // An order by a decimal that is a value.
                if their_sql.contains("(None, None)") {
                    return true;
                }
                // Groups by a subquery that MariaDB does not find the columns of.
                if error.contains("Unknown column") && their_sql.contains(", EXISTS(SELECT") {
                    return true;
                }
                // Groups by a lookup that is known to be true or false, and what stands beside it in HAVING.
                if error.contains("non-integer constant in GROUP BY")
                    || error.contains("Unknown column '0' in 'GROUP BY'")
                    || error.contains("in 'HAVING'")
                {
                    return true;
                }
                // HAVING compares a column whose year is grouped by.
                if let Some((_, name)) = error.split_once("column \"")
                    && let Some((column, rest)) = name.split_once('"')
                    && rest.starts_with(" must appear in the GROUP BY clause")
                    && has_year_of(their_sql, column)
                {
                    return true;
                }
                let missing = [
                    "no such column: ",
                    "missing FROM-clause entry for table \"",
                    "column \"",
                    "Unknown column '",
                ];
                missing.iter().any(|told| {
                    let name = error.split_once(told).map(|(_, name)| name.trim_start_matches('"'));
                    // The name of a table, or of an annotation that `values()` has left out.
                    name.is_some_and(|name| is_numbered(name, 'U'..='Z') || is_numbered(name, 'A'..='A'))
                })
            }),
            Self::Wide | Self::OursFails | Self::OursRefuses => false,
        }
    }
}

/// Whether a table of a subquery is joined to one of the query around it, and that is named by a number:
/// `U1."id" = (T3."id")`.
fn speaks_of_number(sql: &str) -> bool {
    let plain = plain(sql);
    plain.split(" = ").zip(plain.split(" = ").skip(1)).any(|(before, after)| {
        let before = before.rsplit(' ').next().unwrap_or_default();
        is_numbered(before, 'U'..='Z') && is_numbered(after, 'T'..='T')
    })
}

/// Whether the filter of an aggregate reads an alias that the rows below it do not hold: SQLite takes its
/// name for text.
fn reads_text(sql: &str) -> bool {
    let sql = sql.replace('\\', "");
    let Some((aggregates, rows)) = sql.split_once(" FROM (SELECT DISTINCT ") else { return false };
    let names = aggregates.split('"').filter(|name| is_numbered(name, 'A'..='A'));
    aggregates.contains(" FILTER (WHERE ")
        && names.into_iter().any(|name| !rows.contains(&format!(" AS \"{name}\"")))
}

/// Whether a year is cut from a column, outside of HAVING.
fn has_year_of(sql: &str, column: &str) -> bool {
    let sql = plain(sql).to_lowercase();
    let before_having = sql.split(" having ").next().unwrap_or_default();
    let years = before_having.split("year from ").skip(1);
    years.filter_map(|year| year.split(" as ").next()).any(|year| year.contains(column))
}

/// SQL without quotes and parentheses.
fn plain(sql: &str) -> String {
    sql.chars().filter(|character| !"\"`()\\".contains(*character)).collect()
}

/// Whether text begins with the name of a table by a number: `T3.`, `u1"`.
fn is_numbered(text: &str, letters: std::ops::RangeInclusive<char>) -> bool {
    let name = text.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or_default();
    let number = name.strip_prefix(|first: char| letters.contains(&first.to_ascii_uppercase()));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What Django raises before it asks the database, since the kinds here take more, as `range` of a
/// foreign key; and where its SQL is longer than SQLite takes.
const REFUSED: [&str; 9] = [
    "FieldError",
    "ValueError",
    "TypeError",
    "NotSupportedError",
    "OverflowError",
    // A filter on a window `|` one on a column, behind an aggregate: refused here as well, where rows are asked for.
    "NotImplementedError: Heterogeneous disjunctive predicates against window functions",
    "OperationalError: parser stack overflow",
    // Values have no types for PostgreSQL.
    "ProgrammingError: function round(double precision, integer) does not exist",
    // Django's own functions on SQLite do not take `NULL`.
    "OperationalError: user-defined aggregate's 'finalize' method raised error",
];

impl Outcome {
    pub(crate) fn is_refused(&self) -> bool {
        matches!(&self.rows, Err(error) if REFUSED.iter().any(|name| error.starts_with(name)))
    }

    /// How it differs from Django's, if it does.
    pub(crate) fn differs(&self, theirs: &Self, query: &Query, database: Database) -> Option<Difference> {
        let wide = self.joins > theirs.joins || self.selects > theirs.selects;
        match (&self.rows, &theirs.rows) {
            (Err(_), Err(_)) => None,
            (Ok(_), Err(_)) if theirs.is_refused() => None,
            (Ok(_), Err(_)) => Some(Difference::TheirsFails),
            (Err(error), Ok(_)) if error.starts_with("the database") => Some(Difference::OursFails),
            (Err(_), Ok(_)) => Some(Difference::OursRefuses),
            (Ok(ours), Ok(theirs)) if !are_same(query, database, ours, theirs) => Some(Difference::Rows),
            (Ok(_), Ok(_)) => (wide && matches!(query.ask, Ask::Rows)).then_some(Difference::Wide),
        }
    }

    pub(crate) fn told(&self) -> String {
        let rows = match &self.rows {
            Ok(rows) => format!("{} rows {}", rows.len(), Json::Array(rows.clone())),
            Err(error) => error.clone(),
        };
        format!("{} joins, {} selects, {rows:.700}", self.joins, self.selects)
    }
}

fn are_same(query: &Query, database: Database, ours: &[Json], theirs: &[Json]) -> bool {
    let ordered = query.order.is_some();
    same(ours, theirs, ordered)
        // MySQL takes one of several texts that it holds to be the same.
        || database == Database::MySql && same(&folded(ours), &folded(theirs), ordered)
        // Averages are decimals on servers, and Django does not say that of a key is a float.
        || database != Database::Sqlite && has_average(query) && same(&floats(ours), &floats(theirs), ordered)
}

fn has_average(query: &Query) -> bool {
    let is_average = |expr: &Expr| matches!(expr, Expr::Aggregate(aggregate) if aggregate.name == "Avg");
    matches!(&query.ask, Ask::Aggregate(all) if all.iter().any(|(_, expr)| is_average(expr)))
}

/// Rows with decimals as floats, as far as both are told.
fn floats(rows: &[Json]) -> Vec<Json> {
    let float = |cell: &Json| match cell {
        Json::String(text) => {
            text.parse().map_or_else(|_| cell.clone(), |number: f64| json!(format!("{number:.9e}")))
        }
        other => other.clone(),
    };
    let row = |row: &Json| row.as_array().map(|cells| cells.iter().map(float).collect());
    rows.iter().map(|cells| row(cells).unwrap_or_else(|| cells.clone())).collect()
}

fn same(ours: &[Json], theirs: &[Json], ordered: bool) -> bool {
    if ordered {
        return ours == theirs;
    }
    let sorted = |rows: &[Json]| {
        let mut rows: Vec<String> = rows.iter().map(Json::to_string).collect();
        rows.sort_unstable();
        rows
    };
    ours.len() == theirs.len() && sorted(ours) == sorted(theirs)
}

/// Rows with their text as `utf8mb4_general_ci` compares it.
fn folded(rows: &[Json]) -> Vec<Json> {
    let fold = |cell: &Json| match cell {
        // A server that answers in text shows fewer digits.
        Json::String(text) if is_float(text) => few_digits(text.parse().unwrap_or_default()),
        Json::String(text) => json!(text.trim_end().chars().map(folded_char).collect::<String>()),
        other => other.clone(),
    };
    let row = |row: &Json| match row {
        Json::Array(cells) => Json::Array(cells.iter().map(fold).collect()),
        other => other.clone(),
    };
    rows.iter().map(row).collect()
}

fn folded_char(character: char) -> char {
    match character {
        'é' | 'É' => 'e',
        'ï' | 'İ' => 'i',
        'ß' => 's',
        '\u{10000}'.. => '\u{fffd}',
        other => other.to_lowercase().next().unwrap_or(other),
    }
}

/// A row as Django's side writes it.
pub(crate) fn row(row: &DynamicRow) -> Json {
    rounded(&row.values().iter().map(cell).collect())
}

/// A row with floats as far as all orders of the rows below a sum or an average give the same.
fn rounded(row: &Json) -> Json {
    match row {
        Json::Array(cells) => cells.iter().map(rounded).collect(),
        Json::Number(number) if number.is_f64() => {
            let number = number.as_f64().unwrap_or_default();
            // Django does not say what is an integer in all places.
            match number.fract() == 0.0 && number.abs() < 1e9 {
                true => json!(number as i64),
                false => json!(format!("{number:.10e}")),
            }
        }
        // On PostgreSQL, Django makes a moment of a date that is cut inside of another function, and one
        // without a zone of a moment.
        Json::String(text) if is_moment(text) => {
            let text = text.trim_end_matches('Z');
            json!(text.trim_end_matches("T00:00:00"))
        }
        Json::Object(cell) if cell.contains_key("$dec") => {
            let text = cell["$dec"].as_str().unwrap_or_default();
            // Django gives the sum of automatic keys as a decimal.
            let number: Option<Decimal> = text.parse().ok();
            // PostgreSQL takes Django's decimals for floats beside those.
            let rounded =
                number.and_then(|number| number.round_sf(12)).map(|number| number.normalize().to_string());
            let text = rounded.as_deref().unwrap_or(text);
            text.parse::<i64>().map_or_else(|_| json!(text), Json::from)
        }
        other => other.clone(),
    }
}

fn few_digits(number: f64) -> Json {
    match (number - number.round()).abs() < 1e-3 {
        true => json!(number.round() as i64),
        false => json!(format!("{number:.2e}")),
    }
}

fn is_float(text: &str) -> bool {
    text.contains('.') && text.contains('e') && text.parse::<f64>().is_ok()
}

fn is_moment(text: &str) -> bool {
    text.len() >= 19 && text.as_bytes()[10] == b'T' && text[..10].parse::<jiff::civil::Date>().is_ok()
}

fn cell(value: &Value) -> Json {
    match value {
        Value::Null(_) => Json::Null,
        Value::Bool(value) => json!(value),
        Value::Int(value) => json!(value),
        Value::UInt(value) => json!(value),
        Value::Float(value) => json!(value),
        Value::Decimal(value) => json!({ "$dec": value.normalize().to_string() }),
        Value::Text(text) => json!(text),
        Value::Date(date) => json!(date.to_string()),
        Value::DateTime(moment) => json!(format!("{}T{}Z", moment.date(), clock(moment.time()))),
        Value::Time(time) => json!(clock(*time)),
        Value::Duration(span) => json!({ "$us": span.as_micros() as i64 }),
        Value::Uuid(uuid) => json!(uuid.to_string()),
        Value::Json(document) => json!({ "$json": document }),
        Value::Bytes(bytes) => {
            json!({ "$hex": bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>() })
        }
        Value::Ip(ip) => json!(ip.to_string()),
        other => unreachable!("{other:?} is in no row"),
    }
}

/// A time with no fraction, or with six digits of it.
fn clock(time: jiff::civil::Time) -> String {
    let whole = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
    match time.subsec_nanosecond() / 1000 {
        0 => whole,
        micros => format!("{whole}.{micros:06}"),
    }
}
