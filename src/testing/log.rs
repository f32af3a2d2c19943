//! [`QueryLog`]: the queries that a database has run, and what a test says about them.

use std::fmt::{self, Write};
use std::panic::Location;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::driver::Statement;
use crate::value::Value;

/// How many queries a message shows.
const SHOWN: usize = 50;

/// The queries that a database of [`recorded()`](super::recorded) has run, in their order. A clone is
/// the same log.
///
/// What opens and ends transactions and savepoints is not in it.
///
/// Django: `CaptureQueriesContext`, whose queries have `SAVEPOINT` and the like among them.
///
/// # Example
///
/// ```
/// # use queryset::doctest::*;
/// use queryset::testing::recorded;
///
/// # tokio_test(async |db| {
/// let (db, queries) = recorded(&db);
/// Blog::objects().filter(blog::name.exact("Cheddar Talk")).exists(&db).await?;
/// queries.assert_num_queries(1);
/// let query = &queries.all()[0];
/// assert_eq!(query.sql(), r#"SELECT 1 FROM "blog_blog" WHERE "blog_blog"."name" = ? LIMIT 1"#);
/// assert_eq!(query.params()[0].to_string(), r#""Cheddar Talk""#);
/// # Ok(()) });
/// ```
#[derive(Clone, Debug, Default)]
#[doc(alias = "CaptureQueriesContext")]
#[doc(alias = "captured_queries")]
pub struct QueryLog(Arc<Mutex<Vec<RecordedQuery>>>);

/// One query of a [`QueryLog`].
#[derive(Clone, Debug)]
pub struct RecordedQuery {
    sql: Arc<str>,
    params: Vec<Value>,
}

impl RecordedQuery {
    /// Its text, with placeholders.
    #[must_use]
    pub fn sql(&self) -> &str {
        &self.sql
    }

    /// The values of the placeholders, in their order.
    #[must_use]
    pub fn params(&self) -> &[Value] {
        &self.params
    }
}

/// The text, and behind it the values.
impl fmt::Display for RecordedQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sql)?;
        for (at, value) in self.params.iter().enumerate() {
            write!(f, "{}{value}", if at == 0 { "  -- " } else { ", " })?;
        }
        Ok(())
    }
}

/// A query that was run several times, each time with other values: see [`QueryLog::repeated`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeated {
    sql: String,
    times: usize,
}

impl Repeated {
    /// Its text; of a list of placeholders there is one.
    #[must_use]
    pub fn sql(&self) -> &str {
        &self.sql
    }

    /// How often it was run.
    #[must_use]
    pub fn times(&self) -> usize {
        self.times
    }

    /// What asks for the same at once.
    fn advice(&self) -> &'static str {
        match self.sql.split(' ').next() {
            Some("INSERT") => "write the rows at once, by `bulk_create(…)`",
            Some("UPDATE") => "change the rows at once, by `update(…)` of a query set or by `bulk_update(…)`",
            Some("DELETE") => "delete the rows at once, by `delete(…)` of a query set",
            _ => {
                "load related rows with the rows that they belong to, by `select_related(…)` or \
                 `prefetch_related(…)`, or ask for all of them by `in_(…)`"
            }
        }
    }
}

impl fmt::Display for Repeated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} times {}\n  {}", self.times, self.sql, self.advice())
    }
}

impl QueryLog {
    pub(super) fn push(&self, statement: &Statement) {
        let query = RecordedQuery { sql: Arc::clone(&statement.sql), params: statement.values.to_vec() };
        self.lock().push(query);
    }

    pub(super) fn push_script(&self, sql: &str) {
        self.lock().push(RecordedQuery { sql: sql.into(), params: Vec::new() });
    }

    fn lock(&self) -> MutexGuard<'_, Vec<RecordedQuery>> {
        // Nothing panics while it is locked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The queries so far.
    #[must_use]
    pub fn all(&self) -> Vec<RecordedQuery> {
        self.lock().clone()
    }

    /// How many queries there were.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lock().len()
    }

    /// Whether there was none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// Forgets the queries so far: a test looks at what comes next.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// Checks the number of the queries so far.
    ///
    /// Django: `assertNumQueries(expected)`.
    ///
    /// # Panics
    ///
    /// When there were more or fewer: the message shows them.
    #[track_caller]
    #[doc(alias = "assertNumQueries")]
    pub fn assert_num_queries(&self, expected: usize) {
        self.check_number(expected, Location::caller());
    }

    /// The queries that were run more than `most` times, with whatever values. Lists of values count as
    /// the same, whatever their length.
    ///
    /// # Example
    ///
    /// ```
    /// # use queryset::doctest::*;
    /// use queryset::testing::recorded;
    ///
    /// # tokio_test(async |db| {
    /// let (db, queries) = recorded(&db);
    /// for entry in Entry::objects().all(&db).await? {
    ///     Blog::objects().filter(blog::id.exact(entry.blog_id)).get(&db).await?;
    /// }
    /// assert_eq!(queries.repeated(1)[0].times(), 2);
    /// # Ok(()) });
    /// ```
    #[must_use]
    pub fn repeated(&self, most: usize) -> Vec<Repeated> {
        let mut shapes: indexmap::IndexMap<String, usize> = indexmap::IndexMap::new();
        for query in self.lock().iter() {
            *shapes.entry(shape(&query.sql)).or_default() += 1;
        }
        let repeated = shapes.into_iter().filter(|(_, times)| *times > most);
        repeated.map(|(sql, times)| Repeated { sql, times }).collect()
    }

    /// Checks that no query was run more than `most` times: that the program does not ask for each row
    /// what it could ask for all of them.
    ///
    /// # Panics
    ///
    /// When one was: the message shows it, and says what to write instead.
    #[track_caller]
    pub fn assert_no_repeats(&self, most: usize) {
        self.check_repeats(most, Location::caller());
    }

    pub(super) fn check_number(&self, expected: usize, caller: &Location<'_>) {
        let queries = self.all();
        if queries.len() == expected {
            return;
        }
        let mut message = format!("{caller}: {} queries were run, not {expected}", queries.len());
        for (at, query) in queries.iter().take(SHOWN).enumerate() {
            let _ = write!(message, "\n{}. {query}", at + 1);
        }
        if let Some(more) = queries.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            let _ = write!(message, "\nand {more} more");
        }
        panic!("{message}");
    }

    pub(super) fn check_repeats(&self, most: usize, caller: &Location<'_>) {
        let repeated = self.repeated(most);
        if repeated.is_empty() {
            return;
        }
        let each: Vec<_> = repeated.iter().map(|repeated| format!("\n{repeated}")).collect();
        panic!("{caller}: the same query was run more than {most} times{}", each.concat());
    }
}

/// The text of a query, in which a list of placeholders has one: `IN (?, ?, ?)` is `IN (?)`, and several
/// rows of `VALUES` are one.
fn shape(sql: &str) -> String {
    let mut shape = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(start) = rest.find('(') {
        let (before, list) = rest.split_at(start + 1);
        shape.push_str(before);
        rest = list;
        let Some(end) = list.find(')') else { break };
        let mut items = list[..end].split(", ");
        if items.clone().count() > 1 && items.all(is_placeholder) {
            shape.push_str(&list[..list.find(',').unwrap_or(end)]);
            rest = &list[end..];
        }
    }
    shape.push_str(rest);
    while let Some((before, after)) = shape.split_once("), (").filter(|_| shape.starts_with("INSERT")) {
        let next = after.find("), (").or_else(|| after.find(')')).map_or("", |end| &after[end..]);
        shape = format!("{before}{next}");
    }
    shape
}

fn is_placeholder(item: &str) -> bool {
    let digits = item.strip_prefix('$').or_else(|| item.strip_prefix('?'));
    digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn lists_of_any_length_have_one_shape() {
        let of = r#"SELECT "a" FROM "t" WHERE ("id" IN (?) AND "b" = ?) LIMIT ?"#;
        assert_eq!(shape(r#"SELECT "a" FROM "t" WHERE ("id" IN (?, ?, ?) AND "b" = ?) LIMIT ?"#), of);
        assert_eq!(shape(of), of);
        assert_eq!(shape("SELECT f(a, ?) WHERE b IN ($2, $3)"), "SELECT f(a, ?) WHERE b IN ($2)");
        assert_eq!(shape("SELECT (1"), "SELECT (1");
    }

    #[test]
    fn rows_of_an_insert_have_one_shape() {
        let of = r#"INSERT INTO "t" ("a", "b") VALUES (?) RETURNING "id""#;
        assert_eq!(shape(r#"INSERT INTO "t" ("a", "b") VALUES (?, ?), (?, ?), (?, ?) RETURNING "id""#), of);
        assert_eq!(shape(r#"INSERT INTO "t" ("a", "b") VALUES (?, ?) RETURNING "id""#), of);
    }
}
