//! Where SQL text is written: a placeholder for each value, and which value it stands for.

use std::fmt;

use sea_query as sql;

use super::Dialect;

/// The expression that stands for the value at `index` of the compiler's list.
pub(crate) fn placeholder(index: usize) -> sql::Expr {
    sql::Expr::Value(sql::Value::BigUnsigned(Some(index as u64)))
}

/// What stands for a number that is written into the text itself, where sea-query wants a number.
pub(crate) fn in_text(number: u64) -> u64 {
    number | IN_TEXT
}

/// Tells a number from the index of a value.
const IN_TEXT: u64 = 1 << 63;

/// Collects SQL text and, in the order of its placeholders, the indexes of their values.
///
/// sea-query's own values are not used: it sees the index of each value, and nothing else.
pub(crate) struct Writer {
    sql: String,
    indexes: Vec<usize>,
    /// The number of the placeholder of each value, where they have one; 0 is none yet.
    numbers: Vec<usize>,
    dialect: Dialect,
    /// Whether values stay marks, because the text will stand inside of other text.
    marked: bool,
}

impl Writer {
    pub(crate) fn new(dialect: Dialect) -> Self {
        let sql = String::with_capacity(256);
        Self { sql, indexes: Vec::new(), numbers: Vec::new(), dialect, marked: false }
    }

    /// Of text that will stand inside of other text.
    pub(crate) fn marked(dialect: Dialect) -> Self {
        Self { marked: true, ..Self::new(dialect) }
    }

    /// Writes text, and a placeholder for each value that is marked in it.
    pub(crate) fn push_marked(&mut self, text: &str) {
        for (at, part) in text.split(MARK).enumerate() {
            match (at % 2 == 1, part.parse()) {
                (true, Ok(index)) => self.push_placeholder(index),
                _ => self.sql.push_str(part),
            }
        }
    }

    pub(crate) fn into_parts(self) -> (String, Vec<usize>) {
        (self.sql, self.indexes)
    }

    /// PostgreSQL has a number for each value, so that expressions with the same one are the same.
    fn push_placeholder(&mut self, index: usize) {
        if self.marked {
            self.sql.push_str(&format!("{MARK}{index}{MARK}"));
            return;
        }
        match self.dialect {
            Dialect::Sqlite | Dialect::MySql(_) => {
                self.indexes.push(index);
                self.sql.push('?');
            }
            Dialect::Postgres => {
                if self.numbers.len() <= index {
                    self.numbers.resize(index + 1, 0);
                }
                if self.numbers[index] == 0 {
                    self.indexes.push(index);
                    self.numbers[index] = self.indexes.len();
                }
                self.sql.push('$');
                self.sql.push_str(&self.numbers[index].to_string());
            }
        }
    }
}

/// Stands before and after the index of a value inside the text of the user's own SQL: sea-query's
/// templates lose arguments that stand in square brackets.
pub(crate) const MARK: char = '\u{10FFFE}';

impl fmt::Write for Writer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if !text.contains(MARK) {
            self.sql.push_str(text);
            return Ok(());
        }
        self.push_marked(text);
        Ok(())
    }
}

impl fmt::Display for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sql)
    }
}

impl sql::SqlWriter for Writer {
    fn push_param<T: sql::QueryBuilder>(&mut self, value: sql::Value, _builder: &T) {
        match value {
            sql::Value::BigUnsigned(Some(number)) if number & IN_TEXT != 0 => {
                self.sql.push_str(&(number & !IN_TEXT).to_string());
            }
            sql::Value::BigUnsigned(Some(index)) => self.push_placeholder(index as usize),
            other => unreachable!("the compiler binds by index only, not {other:?}"),
        }
    }

    fn as_writer(&mut self) -> &mut dyn fmt::Write {
        self
    }
}
