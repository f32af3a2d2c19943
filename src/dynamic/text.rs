//! Values from text, as a query string has them, and from JSON.

use std::ops::Bound;

use jiff::fmt::temporal::Pieces;
use jiff::{SignedDuration, SpanRelativeTo, civil};
use rust_decimal::Decimal;
use serde_json::Value as Json;

use crate::field::value_of;
use crate::range::Range;
use crate::value::{Value, ValueType, parse_moment};

/// What a value of a kind looks like as text, for messages.
pub(crate) fn expected(kind: ValueType) -> &'static str {
    match kind {
        ValueType::Bool => "`true` or `false`",
        ValueType::Int => "an integer of at most 64 bits",
        ValueType::Float => "a number",
        ValueType::Decimal => "a decimal number of at most 28 digits",
        ValueType::Text => "text",
        ValueType::Date => "a date like `2025-03-01`",
        ValueType::DateTime => "a datetime like `2025-03-01T14:30:00Z`",
        ValueType::Time => "a time of day like `14:30:00`",
        ValueType::Duration => "a duration like `P2DT1H30M` or `2 01:30:00`",
        ValueType::Uuid => "a UUID of 32 hexadecimal digits",
        ValueType::Json => "a JSON document",
        ValueType::Bytes => "bytes as hexadecimal digits",
        ValueType::Ip => "an IPv4 or IPv6 address",
        ValueType::Array(_) => "items with commas between them, or a JSON array",
        ValueType::Range(_) => "a range like `[1,5)`",
    }
}

/// Reads a value of a kind from text; `None` when it is none.
pub(crate) fn parse(kind: ValueType, text: &str) -> Option<Value> {
    match kind {
        ValueType::Bool => boolean(text).map(Value::Bool),
        ValueType::Int => integer(text),
        ValueType::Float => text.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Float),
        ValueType::Decimal => decimal(text).map(Value::Decimal),
        ValueType::Text => Some(Value::Text(text.to_owned())),
        ValueType::Date => date(text).map(Value::Date),
        ValueType::DateTime => datetime(text).map(|datetime| value_of(&datetime)),
        ValueType::Time => time(text).map(|time| value_of(&time)),
        ValueType::Duration => duration(text).map(Value::Duration),
        ValueType::Uuid => text.parse().ok().map(Value::Uuid),
        ValueType::Json => serde_json::from_str(text).ok().map(Value::Json),
        ValueType::Bytes => bytes(text).map(Value::Bytes),
        ValueType::Ip => text.parse().ok().map(Value::Ip),
        ValueType::Array(of) => array(of, text),
        ValueType::Range(of) => range(of, text),
    }
}

/// Items with commas between them, or a JSON array.
fn array(of: &'static ValueType, text: &str) -> Option<Value> {
    if let Ok(json @ Json::Array(_)) = serde_json::from_str(text) {
        return from_json(ValueType::Array(of), &json);
    }
    let items = text.split(',').filter(|_| !text.is_empty()).map(|item| parse(*of, item));
    Some(Value::Array(of, items.collect::<Option<_>>()?))
}

/// A range as PostgreSQL writes it: `[1,5)`, `empty`.
fn range(of: &'static ValueType, text: &str) -> Option<Value> {
    if text == "empty" {
        return Some(Value::Range(of, Box::new(Range::empty())));
    }
    let (opens, closes) = (text.chars().next()?, text.chars().last()?);
    let inside = text.strip_prefix(['[', '('])?.strip_suffix([']', ')'])?;
    let (lower, upper) = inside.split_once(',')?;
    let bound = |text: &str, included: bool| {
        Some(match text.trim() {
            "" => Bound::Unbounded,
            text if included => Bound::Included(parse(*of, text)?),
            text => Bound::Excluded(parse(*of, text)?),
        })
    };
    let range = Range::between(bound(lower, opens == '[')?, bound(upper, closes == ']')?);
    Some(Value::Range(of, Box::new(range)))
}

/// Reads a value of a kind from JSON: its own type, or text. `None` when it is neither.
pub(crate) fn from_json(kind: ValueType, json: &Json) -> Option<Value> {
    match (kind, json) {
        (ValueType::Json, json) => Some(Value::Json(json.clone().into())),
        (ValueType::Text, Json::String(text)) => Some(Value::Text(text.clone())),
        (kind, Json::String(text)) => parse(kind, text),
        (ValueType::Bool, Json::Bool(value)) => Some(Value::Bool(*value)),
        (ValueType::Int | ValueType::Float | ValueType::Decimal, Json::Number(number)) => {
            parse(kind, &number.to_string())
        }
        (ValueType::Bytes, Json::Array(bytes)) => {
            let byte = |byte: &Json| byte.as_u64().and_then(|byte| u8::try_from(byte).ok());
            bytes.iter().map(byte).collect::<Option<_>>().map(Value::Bytes)
        }
        (ValueType::Array(of), Json::Array(items)) => {
            let item = |item: &Json| match item {
                Json::Null => Some(Value::Null(*of)),
                item => from_json(*of, item),
            };
            Some(Value::Array(of, items.iter().map(item).collect::<Option<_>>()?))
        }
        (ValueType::Range(of), json @ Json::Object(_)) => {
            let range: Range<Json> = serde_json::from_value(json.clone()).ok()?;
            let bound = |bound: Bound<Json>| {
                Some(match bound {
                    Bound::Included(json) => Bound::Included(from_json(*of, &json)?),
                    Bound::Excluded(json) => Bound::Excluded(from_json(*of, &json)?),
                    Bound::Unbounded => Bound::Unbounded,
                })
            };
            let bounds = match range.into_bounds() {
                None => None,
                Some((lower, upper)) => Some((bound(lower)?, bound(upper)?)),
            };
            Some(Value::Range(of, Box::new(Range::from_bounds(bounds))))
        }
        _ => None,
    }
}

/// Reads `true` or `false`.
pub(crate) fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "1" => Some(true),
        "false" | "False" | "0" => Some(false),
        _ => None,
    }
}

fn integer(text: &str) -> Option<Value> {
    text.parse().map(Value::Int).or_else(|_| text.parse().map(Value::UInt)).ok()
}

fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok()
}

/// jiff reads more forms, and cuts a datetime to its date.
fn date(text: &str) -> Option<civil::Date> {
    let is_date = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let date: civil::Date = is_date.then(|| text.parse().ok())??;
    (date.year() >= 1).then_some(date)
}

/// With an offset, or in UTC.
fn datetime(text: &str) -> Option<civil::DateTime> {
    if let Some(date) = date(text) {
        return Some(date.at(0, 0, 0, 0));
    }
    if text.contains('[') {
        return None;
    }
    let pieces = Pieces::parse(text).ok()?;
    let datetime = match pieces.to_numeric_offset() {
        Some(_) => parse_moment(text)?,
        None => pieces.date().to_datetime(pieces.time()?),
    };
    (datetime.year() >= 1).then_some(datetime)
}

fn time(text: &str) -> Option<civil::Time> {
    let is_time = text.as_bytes().get(2) == Some(&b':');
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'));
    (is_time && plain).then(|| text.parse().ok())?
}

/// In the form of ISO 8601, or in Django's: `[days ][-]hours:minutes:seconds[.fraction]`.
fn duration(text: &str) -> Option<SignedDuration> {
    let duration = if text.contains(':') {
        clock_duration(text)?
    } else {
        let span: jiff::Span = text.parse().ok()?;
        span.to_duration(SpanRelativeTo::days_are_24_hours()).ok()?
    };
    i64::try_from(duration.as_micros()).is_ok().then_some(duration)
}

fn clock_duration(text: &str) -> Option<SignedDuration> {
    let (days, clock) = match text.split_once(' ') {
        Some((days, clock)) => (days.parse().ok()?, clock),
        None => (0_i64, text),
    };
    let (negative, clock) = clock.strip_prefix('-').map_or((false, clock), |clock| (true, clock));
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let parts = clock.split(':').map(whole).collect::<Option<Vec<_>>>()?;
    let [hours, minutes, seconds] = parts.try_into().ok()?;
    let seconds = hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?.checked_add(seconds)?;
    let digits = format!("{fraction:0<9}");
    let nanoseconds = if digits.len() == 9 { whole(&digits)?.try_into().ok()? } else { return None };
    let clock = SignedDuration::new(seconds, nanoseconds);
    let days = SignedDuration::from_secs(days.checked_mul(86_400)?);
    days.checked_add(if negative { clock.checked_neg()? } else { clock })
}

fn whole(digits: &str) -> Option<i64> {
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    let digit = |digit: char| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let digits = text.chars().map(digit).collect::<Option<Vec<u8>>>()?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: ValueType, text: &str, expected: Option<&str>) {
        let value = parse(kind, text);
        assert!(value.as_ref().is_none_or(|value| value.value_type() == kind), "{value:?}");
        assert_eq!(value.map(|value| value.to_string()).as_deref(), expected, "{kind} {text:?}");
    }

    #[test]
    fn numbers() {
        check(ValueType::Int, "-12", Some("-12"));
        check(ValueType::Int, "18446744073709551615", Some("18446744073709551615"));
        check(ValueType::Int, "18446744073709551616", None);
        check(ValueType::Int, "1.0", None);
        check(ValueType::Int, " 1", None);
        check(ValueType::Int, "", None);
        check(ValueType::Float, "1e3", Some("1000.0"));
        check(ValueType::Float, "NaN", None);
        check(ValueType::Float, "inf", None);
        check(ValueType::Decimal, "19.90", Some("19.90"));
        check(ValueType::Decimal, "1e3", Some("1000"));
        check(ValueType::Decimal, "1e999", None);
        check(ValueType::Decimal, "12345678901234567890123456789012", None);
    }

    #[test]
    fn booleans() {
        check(ValueType::Bool, "true", Some("true"));
        check(ValueType::Bool, "0", Some("false"));
        check(ValueType::Bool, "yes", None);
    }

    #[test]
    fn dates_and_times() {
        check(ValueType::Date, "2025-03-01", Some("2025-03-01"));
        check(ValueType::Date, "2025-02-29", None);
        check(ValueType::Date, "2025-03-01T10:00", None);
        check(ValueType::Date, "20250301", None);
        check(ValueType::Date, "0000-01-01", None);
        check(ValueType::DateTime, "2025-03-01T14:30:00+02:00", Some("2025-03-01T12:30:00Z"));
        check(ValueType::DateTime, "2025-03-01 14:30:00", Some("2025-03-01T14:30:00Z"));
        check(ValueType::DateTime, "2025-03-01", Some("2025-03-01T00:00:00Z"));
        check(ValueType::DateTime, "2025-03-01T14:30:00.1234567Z", Some("2025-03-01T14:30:00.123456Z"));
        check(ValueType::DateTime, "2025-03-01T14:30Z[Europe/Berlin]", None);
        check(ValueType::DateTime, "0001-01-01T00:00:00+02:00", None);
        check(ValueType::Time, "14:30", Some("14:30:00"));
        check(ValueType::Time, "14:30:15.5", Some("14:30:15.5"));
        check(ValueType::Time, "T14:30", None);
        check(ValueType::Time, "1430", None);
        check(ValueType::Time, "é4:30", None);
    }

    #[test]
    fn durations() {
        check(ValueType::Duration, "P2DT1H30M", Some("PT49H30M"));
        check(ValueType::Duration, "2 01:30:00", Some("PT49H30M"));
        check(ValueType::Duration, "-1 23:59:59.5", Some("-PT0.5S"));
        check(ValueType::Duration, "-00:00:01", Some("-PT1S"));
        check(ValueType::Duration, "01:30", None);
        check(ValueType::Duration, "9999999999999 00:00:00", None);
        check(ValueType::Duration, "9223372036854775807 00:00:00", None);
        check(ValueType::Duration, "::", None);
        check(ValueType::Duration, "P1M", None);
    }

    #[test]
    fn the_rest() {
        let uuid = "67e55044-10b1-426f-9247-bb680e5fe0c8";
        check(ValueType::Uuid, uuid, Some(uuid));
        check(ValueType::Uuid, "67e5", None);
        check(ValueType::Json, "{\"a\": [1]}", Some("{\"a\":[1]}"));
        check(ValueType::Json, "{", None);
        check(ValueType::Bytes, "00fF", Some("2 bytes"));
        check(ValueType::Bytes, "0", None);
        check(ValueType::Bytes, "é", None);
        check(ValueType::Ip, "::1", Some("::1"));
        check(ValueType::Ip, "1.2.3", None);
        check(ValueType::Text, "", Some("\"\""));
    }
}
