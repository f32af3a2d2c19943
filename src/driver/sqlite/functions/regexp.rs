//! `REGEXP`: the operator that Django's `regex` and `iregex` stand on.
//!
//! The expressions are those of the [`regex`] crate, Unicode-aware as Python's `re` is. What it does not
//! have, since its time is linear in the text: look-around and back-references. What it reads otherwise
//! than Python: `$` does not match before a line break at the end, `\z` stands for Python's `\Z`, `{0,2}`
//! for `{,2}`, and inside a class `[`, `&&`, `--` and `~~` must be escaped.

use std::cell::RefCell;
use std::collections::HashMap;

use regex::Regex;
use rusqlite::{Connection, Result};

use super::{failed, pure, text};

/// Compiled expressions that a connection keeps.
const KEPT: usize = 64;

pub(super) fn register(connection: &Connection) -> Result<()> {
    let compiled: RefCell<HashMap<String, Regex>> = RefCell::default();
    // SQLite writes `text REGEXP pattern` as `regexp(pattern, text)`.
    pure(connection, "REGEXP", 2, move |context| {
        let (Some(pattern), Some(subject)) = (text(context.get_raw(0))?, text(context.get_raw(1))?) else {
            return Ok(None);
        };
        let mut compiled = compiled.borrow_mut();
        if let Some(regex) = compiled.get(pattern.as_ref()) {
            return Ok(Some(regex.is_match(&subject)));
        }
        let regex = Regex::new(&pattern)
            .map_err(|error| failed(format!("the regular expression cannot be used: {error}")))?;
        let found = regex.is_match(&subject);
        if compiled.len() >= KEPT {
            compiled.clear();
        }
        compiled.insert(pattern.into_owned(), regex);
        Ok(Some(found))
    })
}

#[cfg(test)]
mod tests {
    use crate::driver::sqlite::functions::tests::{check_all, check_error};

    // The values are what Django 5.2.19 gives on SQLite 3.40 with its functions registered.
    #[test]
    fn matches_are_those_of_django() {
        check_all(&[
            ("'abc' REGEXP 'b'", "int 1"),
            ("'abc' REGEXP '^b'", "int 0"),
            ("'ABC' REGEXP '(?i)b'", "int 1"),
            ("'Ås' REGEXP '^\\w\\w$'", "int 1"),
            ("'ÅSE' REGEXP '(?i)åse'", "int 1"),
            ("'a1' REGEXP '\\d'", "int 1"),
            ("NULL REGEXP 'b'", "null"),
            ("'abc' REGEXP NULL", "null"),
            ("5 REGEXP '^5$'", "int 1"),
            ("1.0 REGEXP '^1\\.0$'", "int 1"),
            ("1e16 REGEXP '^1e\\+16$'", "int 1"),
            ("0.00001 REGEXP '^1e-05$'", "int 1"),
            ("'abc' NOT REGEXP 'b'", "int 0"),
            ("'' REGEXP ''", "int 1"),
            ("'two words' REGEXP '\\bwords\\b'", "int 1"),
            ("'a\nb' REGEXP '^b'", "int 0"),
            ("'a\nb' REGEXP '(?m)^b'", "int 1"),
        ]);
    }

    #[test]
    fn an_expression_that_the_crate_cannot_take_is_named() {
        check_error(
            r"'abab' REGEXP '(ab)\1'",
            "the regular expression cannot be used: regex parse error:\n    (ab)\\1\n        ^^\n\
             error: backreferences are not supported",
        );
    }

    #[test]
    fn many_expressions_do_not_pile_up() {
        let numbers = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)";
        check_all(&[(&format!("({numbers} SELECT SUM(i REGEXP '^' || i || '$') FROM n)"), "int 1000")]);
    }
}
