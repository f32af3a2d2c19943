//! JSON as Django writes it, where the database stores it as text: by `json.dumps` of Python.
//!
//! Each side finds what the other has written then: Django compares documents by their text, and
//! MariaDB a key of a path with one of a document.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

/// A document as it is stored.
#[cfg_attr(
    not(any(feature = "sqlite", feature = "mysql")),
    allow(dead_code, reason = "PostgreSQL has a type for it")
)]
pub(crate) fn json_text(document: &Value) -> String {
    written(document)
}

/// A key as it is stored, in its quotes.
pub(crate) fn quoted(key: &str) -> String {
    written(key)
}

fn written<T: Serialize + ?Sized>(value: &T) -> String {
    let mut text = Vec::new();
    value
        .serialize(&mut Serializer::with_formatter(&mut text, Python))
        .expect("JSON can be written to memory");
    String::from_utf8(text).expect("JSON is text")
}

/// With a space after each comma and colon, and in ASCII.
struct Python;

impl Formatter for Python {
    fn begin_array_value<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        writer.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        writer.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn write_string_fragment<W: Write + ?Sized>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut text = String::with_capacity(fragment.len());
        for character in fragment.chars() {
            match character {
                ' '..='~' => text.push(character),
                character => {
                    for unit in character.encode_utf16(&mut [0; 2]) {
                        write!(text, "\\u{unit:04x}").expect("a String takes all text");
                    }
                }
            }
        }
        writer.write_all(text.as_bytes())
    }

    fn write_f64<W: Write + ?Sized>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(float(value).as_bytes())
    }
}

/// `repr()` of a float: with an exponent from 1e16 on, and below 1e-4.
fn float(value: f64) -> String {
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').expect("it is written with an exponent");
    match exponent.parse() {
        Ok(-4..=15) => format!("{value:?}"),
        Ok(exponent @ ..=-5) => format!("{digits}e-{:02}", -exponent),
        Ok(exponent) => format!("{digits}e+{exponent:02}"),
        Err(_) => unreachable!("an exponent is a number"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_document_is_written_as_python_does() {
        let document = json!({
            "a": [1, -2.5, null, true, "é😀\"\\\n\u{1}\u{7f}"],
            "é": {},
            "f": [1.0, 1e15, 1e16, 1.5e16, 123456789012345680.0, 1e22, 1e-4, 0.00012, 1e-5, 1.5e-7, 1e100, 0.0, -0.0],
            "i": [u64::MAX, i64::MIN],
        });
        // What json.dumps() gives.
        let python = concat!(
            r#"{"a": [1, -2.5, null, true, "\u00e9\ud83d\ude00\"\\\n\u0001"#,
            r#"\u007f"], "\u00e9": {}, "f": [1.0, 1000000000000000.0, 1e+16, 1.5e+16, 1.2345678901234568e+17, 1e+22, "#,
            r#"0.0001, 0.00012, 1e-05, 1.5e-07, 1e+100, 0.0, -0.0], "i": [18446744073709551615, -9223372036854775808]}"#,
        );
        assert_eq!(json_text(&document), python);
    }
}
