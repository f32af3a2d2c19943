//! How the tour prints a query: the call, its SQL, and its rows as a table.

use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;
use tracing_subscriber::layer::SubscriberExt;

/// The rows of a table that are shown.
const SHOWN: usize = 8;

/// The widest that a cell is shown.
const WIDEST: usize = 34;

/// Numbers the queries, and catches the SQL that they send.
pub(crate) struct Tour {
    number: usize,
    sql: Arc<Mutex<Vec<String>>>,
}

/// Runs a query set with `.all(&db)` and shows it.
macro_rules! show {
    ($tour:ident, $db:ident, $title:literal, $query:expr) => {
        let rows = $query.all(&$db).await?;
        $tour.print($title, concat!(stringify!($query), ".all(&db)"), &$crate::show::rows(&rows));
    };
}

/// Runs one call and shows it.
macro_rules! step {
    ($tour:ident, $title:literal, $call:expr) => {
        let outcome = $call.await?;
        $tour.print($title, stringify!($call), &$crate::show::outcome(&outcome));
    };
}

pub(crate) use {show, step};

impl Tour {
    pub(crate) fn new() -> Self {
        let sql = Arc::new(Mutex::new(Vec::new()));
        let catch = Catch { sql: Arc::clone(&sql) };
        let subscriber = tracing_subscriber::registry().with(catch);
        tracing::subscriber::set_global_default(subscriber).expect("the tour sets the only subscriber");
        Self { number: 0, sql }
    }

    pub(crate) fn chapter(&self, title: &str) {
        println!("\n== {title} {}\n", "=".repeat(90 - title.len()));
        self.sql.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    pub(crate) fn print(&mut self, title: &str, call: &str, table: &str) {
        self.number += 1;
        println!("{:>2}. {title}\n", self.number);
        println!("{}\n", indent(&one_call_a_line(call)));
        for sql in self.sql.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            println!("{}\n", indent(&one_clause_a_line(&sql)));
        }
        println!("{}\n", indent(table));
    }
}

/// Catches the text of each statement from the library's own events.
struct Catch {
    sql: Arc<Mutex<Vec<String>>>,
}

impl<S: tracing::Subscriber> tracing_subscriber::Layer<S> for Catch {
    fn on_event(&self, event: &tracing::Event<'_>, _: tracing_subscriber::layer::Context<'_, S>) {
        struct Text(Option<String>);
        impl tracing::field::Visit for Text {
            fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
                if field.name() == "db.query.text" {
                    self.0 = Some(format!("{value:?}"));
                }
            }
        }
        let mut text = Text(None);
        event.record(&mut text);
        self.sql.lock().unwrap_or_else(PoisonError::into_inner).extend(text.0);
    }
}

/// Rows as a table.
pub(crate) fn rows<T: serde::Serialize>(rows: &[T]) -> String {
    let rows: Vec<Value> =
        rows.iter().map(|row| serde_json::to_value(row).expect("rows serialize")).collect();
    let Some(first) = rows.first() else { return "no rows\n".to_owned() };
    let header: Vec<String> = match first {
        Value::Object(fields) => fields.keys().cloned().collect(),
        Value::Array(cells) => (0..cells.len()).map(|at| format!(".{at}")).collect(),
        _ => vec!["value".to_owned()],
    };
    let cells = |row: &Value| -> Vec<String> {
        match row {
            Value::Object(fields) => fields.values().map(cell).collect(),
            Value::Array(cells) => cells.iter().map(cell).collect(),
            value => vec![cell(value)],
        }
    };
    let mut lines = vec![header];
    lines.extend(rows.iter().take(SHOWN).map(cells));
    let widths: Vec<usize> = (0..lines[0].len())
        .map(|at| lines.iter().map(|line| line[at].chars().count()).max().unwrap_or_default())
        .collect();
    let mut table = String::new();
    for (at, line) in lines.iter().enumerate() {
        let padded: Vec<String> =
            line.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        let _ = writeln!(table, "| {} |", padded.join(" | "));
        if at == 0 {
            let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
            let _ = writeln!(table, "| {} |", rules.join(" | "));
        }
    }
    if rows.len() > SHOWN {
        let _ = writeln!(table, "… {} rows in all", rows.len());
    }
    table
}

/// One answer: a row as a table of its fields, anything else as it is.
pub(crate) fn outcome<T: serde::Serialize>(outcome: &T) -> String {
    match serde_json::to_value(outcome).expect("answers serialize") {
        Value::Array(list) => rows(&list),
        Value::Object(fields) => {
            let width = fields.keys().map(|key| key.chars().count()).max().unwrap_or_default();
            let lines = fields.iter().map(|(key, value)| format!("{key:width$}  {}\n", cell(value)));
            lines.collect()
        }
        value => format!("{}\n", cell(&value)),
    }
}

fn cell(value: &Value) -> String {
    let text = match value {
        Value::Null => "NULL".to_owned(),
        Value::String(text) => text.replace('\n', " "),
        other => other.to_string(),
    };
    match text.char_indices().nth(WIDEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// A chain of calls, one on a line.
fn one_call_a_line(call: &str) -> String {
    let call: String = call.split_whitespace().collect::<Vec<_>>().join(" ");
    let call = call.replace("( ", "(").replace(" .", ".").replace(",)", ")");
    let mut lines = String::new();
    let mut depth = 0;
    for character in call.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '.' if depth == 0 && lines.ends_with([')', '\n']) => lines.push_str("\n    "),
            _ => {}
        }
        lines.push(character);
    }
    lines
}

/// SQL with its main clauses on lines of their own.
fn one_clause_a_line(sql: &str) -> String {
    let mut lines = String::new();
    let mut depth = 0;
    for word in sql.split(' ') {
        let clause = ["FROM", "WHERE", "INNER", "LEFT", "ORDER", "LIMIT", "VALUES", "SET", "RETURNING"]
            .contains(&word);
        if clause && depth == 0 {
            lines.truncate(lines.trim_end().len());
            lines.push_str("\n  ");
        }
        depth += word.matches('(').count() as i64 - word.matches(')').count() as i64;
        lines.push_str(word);
        lines.push(' ');
    }
    lines.trim_end().to_owned()
}

fn indent(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect::<String>().trim_end().to_owned()
}
