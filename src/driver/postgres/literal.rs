//! Arrays and ranges as PostgreSQL writes them: `{1,2}`, `[1,5)`. They are sent as text, and cast to the
//! type of their column: none of them is another one's, but each is read from text.

use std::fmt::Write;
use std::ops::Bound;

use super::temporal;
use crate::range::brackets;
use crate::value::{Value, YEARS};

/// A value as text that the server reads.
pub(super) fn literal(value: &Value) -> Result<String, &'static str> {
    Ok(match value {
        Value::Null(_) => return Err("`NULL` has no text"),
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::UInt(_) => return Err("the integers of PostgreSQL end at 9223372036854775807"),
        Value::Float(value) if value.is_infinite() => {
            if *value > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
        }
        Value::Float(value) => value.to_string(),
        Value::Decimal(value) => value.to_string(),
        Value::Text(value) if value.contains('\0') => {
            return Err("PostgreSQL keeps no text with a NUL character");
        }
        Value::Text(value) => value.clone(),
        Value::Date(value) => value.to_string(),
        Value::DateTime(value) => format!("{value}Z"),
        Value::Time(value) => value.to_string(),
        Value::Duration(value) => {
            let (days, microseconds) =
                temporal::interval(*value).ok_or("it is longer than an interval of PostgreSQL can be")?;
            format!("{days} days {microseconds} microseconds")
        }
        Value::Uuid(value) => value.to_string(),
        Value::Json(value) => value.to_string(),
        Value::Bytes(value) => {
            let digits: String = value.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("\\x{digits}")
        }
        Value::Ip(value) => value.to_string(),
        Value::Array(_, items) => {
            let mut text = String::with_capacity(2 + items.len() * 8);
            for item in items {
                text.push(if text.is_empty() { '{' } else { ',' });
                match item {
                    Value::Null(_) => text.push_str("NULL"),
                    // Without a text of its own: lists of keys are long.
                    Value::Int(value) => write!(text, "{value}").expect("a string takes all"),
                    Value::Text(value) if !value.contains('\0') => push_quoted(&mut text, value),
                    item => push_quoted(&mut text, &literal(item)?),
                }
            }
            text.push_str(if items.is_empty() { "{}" } else { "}" });
            text
        }
        Value::Range(_, range) => {
            let Some((lower, upper)) = range.as_bounds() else { return Ok("empty".to_owned()) };
            let [opens, closes] = brackets(lower, upper);
            let bound = |bound: &Bound<Value>| match bound {
                Bound::Included(value) | Bound::Excluded(value) => literal(value).map(|text| quoted(&text)),
                Bound::Unbounded => Ok(String::new()),
            };
            format!("{opens}{},{}{closes}", bound(lower)?, bound(upper)?)
        }
        Value::Beyond(..) => return Err(YEARS),
    })
}

/// Between quotes nothing but these two has a meaning.
fn push_quoted(to: &mut String, text: &str) {
    to.push('"');
    for character in text.chars() {
        if matches!(character, '\\' | '"') {
            to.push('\\');
        }
        to.push(character);
    }
    to.push('"');
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(2 + text.len());
    push_quoted(&mut quoted, text);
    quoted
}

#[cfg(test)]
mod unit_tests {
    use super::*;
    use crate::range::Range;
    use crate::value::ValueType;

    #[test]
    fn every_character_stands_for_itself() {
        let items = ["", "a b", "\"q\"", "\\", "{1,2}", "NULL", "é"];
        let items = items.map(|item| Value::Text(item.to_owned())).to_vec();
        let array =
            Value::Array(&ValueType::Text, [items, vec![Value::Null(ValueType::Text)]].concat().into());
        assert_eq!(literal(&array), Ok(r#"{"","a b","\"q\"","\\","{1,2}","NULL","é",NULL}"#.to_owned()));
    }

    #[test]
    fn a_range_has_its_brackets() {
        let shown = |range: Range<i64>| {
            let bounds = range.into_bounds();
            let bounds = bounds.map(|(lower, upper)| (lower.map(Value::Int), upper.map(Value::Int)));
            literal(&Value::Range(&ValueType::Int, Box::new(Range::from_bounds(bounds))))
        };
        assert_eq!(shown(Range::new(1, 5)).as_deref(), Ok(r#"["1","5")"#));
        assert_eq!(shown(Range::from(..=5)).as_deref(), Ok(r#"(,"5"]"#));
        assert_eq!(shown(Range::from(..)).as_deref(), Ok("(,)"));
        assert_eq!(shown(Range::empty()).as_deref(), Ok("empty"));
    }
}
