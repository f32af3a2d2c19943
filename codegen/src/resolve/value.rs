//! Values that a schema writes: defaults, choices, sides of conditions. Each is checked against
//! the field that is to hold it.

use std::net::IpAddr;

use heck::{ToTitleCase, ToUpperCamelCase};
use toml::value::{Datetime, Offset};

use crate::error::Report;
use crate::kind::{FieldType, Kind, Sizes};
use crate::model::{Constant, Default, Variant};
use crate::read::{Spanned, Value};
use crate::schema::Field;
use crate::{doc, name};

/// The value for a field of this type, or the rest of "the default of `Entry.rating` …".
pub(super) fn constant(ty: FieldType, sizes: Sizes, value: &Value) -> Result<Constant, String> {
    let kind = ty.kind().expect("only columns of values have constants");
    match (kind, value) {
        (Kind::Text, Value::Text(text)) => match sizes.max_length {
            Some(longest) if text.chars().count() > longest as usize => {
                Err(format!("is longer than {longest} characters"))
            }
            _ => Ok(Constant::Text(text.clone())),
        },
        (Kind::Integer, Value::Integer(integer)) => {
            let (least, most) = ty.range().expect("every integer type has a range");
            if (least..=most).contains(integer) {
                Ok(Constant::Integer(*integer))
            } else {
                Err(format!("is out of range: {} holds {least} to {most}", article(ty)))
            }
        }
        (Kind::Float, Value::Integer(integer)) => {
            integer.to_string().parse().map(Constant::Float).map_err(|_| "is not a number".to_owned())
        }
        (Kind::Float, Value::Float(text)) => match text.parse::<f64>() {
            Ok(float) if float.is_finite() => Ok(Constant::Float(float)),
            _ => Err("is not a number that every database stores".to_owned()),
        },
        (Kind::Decimal, Value::Integer(integer)) => decimal(&integer.to_string(), sizes),
        (Kind::Decimal, Value::Float(text) | Value::Text(text)) => decimal(text, sizes),
        (Kind::Bool, Value::Boolean(boolean)) => Ok(Constant::Bool(*boolean)),
        (Kind::Date, Value::Datetime(Datetime { date: Some(date), time: None, offset: None })) => {
            Ok(Constant::Date { year: date.year, month: date.month, day: date.day })
        }
        (Kind::DateTime | Kind::Time, Value::Datetime(Datetime { time: Some(time), .. }))
            if time.second == Some(60) =>
        {
            Err("has a leap second, which no database stores".to_owned())
        }
        (Kind::Time, Value::Datetime(Datetime { date: None, time: Some(time), offset: None })) => {
            Ok(Constant::Time {
                hour: time.hour,
                minute: time.minute,
                second: time.second.unwrap_or(0),
                microsecond: time.nanosecond.unwrap_or(0) / 1000,
            })
        }
        (Kind::DateTime, Value::Datetime(datetime)) => moment(datetime),
        (Kind::Duration, Value::Text(text)) => duration(text)
            .map(|microseconds| Constant::Duration { microseconds })
            .ok_or_else(|| "is not a length of time; write it as ISO 8601: `P1DT2H30M`".to_owned()),
        (Kind::Uuid, Value::Text(text)) => uuid(text)
            .map(Constant::Uuid)
            .ok_or_else(|| "is not a UUID; `default = \"uuid\"` makes a new one for each row".to_owned()),
        (Kind::Ip, Value::Text(text)) => match text.parse::<IpAddr>() {
            Ok(address) => Ok(Constant::Ip(address.to_string())),
            Err(_) => Err("is not an IP address".to_owned()),
        },
        (Kind::Binary, Value::Text(text)) => {
            hex(text).map(Constant::Binary).ok_or_else(|| "is not a row of hex digits".to_owned())
        }
        (Kind::Json, value) => json(value).map(Constant::Json),
        (Kind::Array, Value::Array(items)) => {
            let Some(of) = sizes.items else { return Err("is a list of no type".to_owned()) };
            let sizes = Sizes { items: None, ..sizes };
            let items = items.iter().map(|item| constant(of.ty, sizes, &item.value));
            let items =
                items.collect::<Result<_, _>>().map_err(|problem| format!("has an item that {problem}"))?;
            Ok(Constant::Array { of: of.ty, items })
        }
        (_, other) => Err(format!("is {}, not {}", other.what(), wanted(kind))),
    }
}

/// The default of a field, or the rest of "the default of `Entry.rating` …".
pub(super) fn default(
    ty: FieldType,
    sizes: Sizes,
    variants: &[Variant],
    value: &Value,
) -> Result<Default, String> {
    match (ty.kind(), value) {
        (Some(Kind::Date | Kind::DateTime | Kind::Time), Value::Text(text)) if text == "now" => {
            return Ok(Default::Now);
        }
        (Some(Kind::Uuid), Value::Text(text)) if text == "uuid" => return Ok(Default::NewUuid),
        (Some(Kind::Date | Kind::DateTime | Kind::Time), Value::Text(text)) => {
            let help = "write a date or time without quotes, or `\"now\"`";
            return Err(format!("is the text `{text}`; {help}"));
        }
        _ => {}
    }
    let value = constant(ty, sizes, value)?;
    if variants.is_empty() {
        return Ok(Default::Constant(value));
    }
    match variants.iter().find(|variant| variant.value == value) {
        Some(variant) => Ok(Default::Variant(variant.name.clone())),
        None => Err(match nearest_choice(&value, variants) {
            Some(near) => format!("is not one of its choices; did you mean `{near}`?"),
            None => "is not one of its choices".to_owned(),
        }),
    }
}

fn nearest_choice(value: &Constant, variants: &[Variant]) -> Option<String> {
    let Constant::Text(text) = value else { return None };
    let values = variants.iter().filter_map(|variant| match &variant.value {
        Constant::Text(text) => Some(text.as_str()),
        _ => None,
    });
    name::nearest(text, values).map(str::to_owned)
}

/// The variants of a field's choices. What is wrong with them goes to `report`.
pub(super) fn choices(
    label: &str,
    ty: FieldType,
    sizes: Sizes,
    field: &Field,
    report: &Report,
) -> Vec<Variant> {
    let Some(choices) = &field.choices else { return Vec::new() };
    let mut variants: Vec<Variant> = Vec::new();
    for choice in written_choices(label, ty, choices, report) {
        let shown = match &choice.value.value {
            Value::Text(text) => text.clone(),
            Value::Integer(integer) => integer.to_string(),
            other => other.what().to_owned(),
        };
        let value = match constant(ty, sizes, &choice.value) {
            Ok(value) => value,
            Err(problem) => {
                report.error(choice.value.at, format!("the choice `{shown}` of `{label}` {problem}"));
                continue;
            }
        };
        if variants.iter().any(|variant| variant.value == value) {
            report.error(choice.value.at, format!("`{label}` has the choice `{shown}` twice"));
            continue;
        }
        let rust_name = match &choice.name {
            Some(name) => name.value.clone(),
            None => choice.words.to_upper_camel_case(),
        };
        let name_at = choice.name.as_ref().map_or(choice.value.at, |name| name.at);
        let help = "write the choice as a table: `{ value = …, name = \"…\" }`";
        if !is_type_name(&rust_name) {
            report.error_help(
                name_at,
                format!("the choice `{shown}` of `{label}` makes no name for a Rust variant"),
                help,
            );
            continue;
        }
        if let Some(other) = variants.iter().find(|variant| variant.name == rust_name) {
            let other = match &other.value {
                Constant::Text(text) => text.clone(),
                Constant::Integer(integer) => integer.to_string(),
                _ => String::new(),
            };
            report.error_help(
                name_at,
                format!(
                    "the choices `{other}` and `{shown}` of `{label}` are both the variant `{rust_name}`"
                ),
                help,
            );
            continue;
        }
        let text = choice.label.unwrap_or_else(|| choice.words.to_title_case());
        let page = doc::variant(&text, &value);
        variants.push(Variant { name: rust_name, value, label: text, page });
    }
    let none = match &choices.value {
        Value::Array(items) => items.is_empty(),
        Value::Table(entries) => entries.is_empty(),
        _ => false,
    };
    if none {
        report.error(choices.at, format!("`{label}` has no choices to choose from"));
    }
    variants
}

/// A choice as one of the three forms writes it.
struct Choice {
    value: Spanned<Value>,
    /// What the variant's name and the label are made of.
    words: String,
    name: Option<Spanned<String>>,
    label: Option<String>,
}

fn written_choices(label: &str, ty: FieldType, choices: &Spanned<Value>, report: &Report) -> Vec<Choice> {
    let number = ty.kind() == Some(Kind::Integer);
    match &choices.value {
        Value::Array(items) => {
            items.iter().filter_map(|item| listed_choice(label, number, item, report)).collect()
        }
        Value::Table(entries) => {
            let pairs = entries.iter().filter_map(|(key, (at, text))| {
                let Value::Text(text) = &text.value else {
                    report.error(
                        text.at,
                        format!("the label of a choice of `{label}` is {}, not text", text.what()),
                    );
                    return None;
                };
                let (value, words) = match key.parse() {
                    Ok(integer) if number => (Value::Integer(integer), text.clone()),
                    _ => (Value::Text(key.clone()), key.clone()),
                };
                Some(Choice { value: Spanned::new(*at, value), words, name: None, label: Some(text.clone()) })
            });
            pairs.collect()
        }
        other => {
            report.error_help(
                choices.at,
                format!("`{label}.choices` takes a list or a table, not {}", other.what()),
                "write `choices = [\"…\", \"…\"]`",
            );
            Vec::new()
        }
    }
}

fn listed_choice(label: &str, number: bool, item: &Spanned<Value>, report: &Report) -> Option<Choice> {
    match &item.value {
        Value::Text(text) => {
            Some(Choice { value: item.clone(), words: text.clone(), name: None, label: None })
        }
        Value::Array(pair) => {
            let words = |at: usize| match pair.get(at).map(|word| &word.value) {
                Some(Value::Text(text)) => text.as_str(),
                _ => "…",
            };
            report.error_help(
                item.at,
                format!("a choice of `{label}` is a list"),
                format!("write `choices = {{ {} = \"{}\" }}`", words(0), words(1)),
            );
            None
        }
        Value::Integer(integer) if number => {
            report.error_help(
                item.at,
                format!("the choice `{integer}` of `{label}` has no name"),
                format!("write `{{ value = {integer}, name = \"…\" }}`"),
            );
            None
        }
        Value::Table(entries) => {
            let mut value = None;
            let mut rust_name = None;
            let mut text = None;
            for (key, (at, entry)) in entries {
                match (key.as_str(), &entry.value) {
                    ("value", _) => value = Some(entry.clone()),
                    ("name", Value::Text(name)) => {
                        rust_name = Some(Spanned::new(entry.at, name.clone()));
                    }
                    ("label", Value::Text(label)) => text = Some(label.clone()),
                    ("name" | "label", other) => {
                        report.error(
                            entry.at,
                            format!("`{key}` of a choice of `{label}` is {}, not text", other.what()),
                        );
                    }
                    _ => report.error_maybe(
                        *at,
                        format!("`{key}` is not a key of a choice"),
                        name::suggest(key, ["value", "name", "label"]),
                    ),
                }
            }
            let Some(value) = value else {
                report.error(item.at, format!("a choice of `{label}` has no `value`"));
                return None;
            };
            let words = match (&rust_name, &value.value) {
                (Some(name), _) => name.value.clone(),
                (None, Value::Text(text)) => text.clone(),
                (None, _) => text.clone().unwrap_or_default(),
            };
            Some(Choice { value, words, name: rust_name, label: text })
        }
        _ => Some(Choice { value: item.clone(), words: String::new(), name: None, label: None }),
    }
}

/// Whether `name` can name a Rust type or variant.
pub(super) fn is_type_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|character| character.is_ascii_alphanumeric())
        && !name::is_keyword(name)
}

/// "an `integer`".
pub(super) fn article(ty: FieldType) -> String {
    let name = ty.name();
    let article = if name.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} `{name}`")
}

fn wanted(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Integer => "a whole number",
        Kind::Float | Kind::Decimal => "a number",
        Kind::Bool => "`true` or `false`",
        Kind::Date => "a date",
        Kind::DateTime => "a date with time and offset",
        Kind::Time => "a time",
        Kind::Duration => "a length of time in quotes, such as `\"PT30M\"`",
        Kind::Uuid => "a UUID in quotes",
        Kind::Json => "a JSON document",
        Kind::Binary => "hex digits in quotes",
        Kind::Ip => "an IP address in quotes",
        Kind::Array => "a list",
        Kind::IntegerRange | Kind::DecimalRange | Kind::DateRange | Kind::DateTimeRange => {
            "a range: there are no defaults of ranges"
        }
    }
}

fn decimal(text: &str, sizes: Sizes) -> Result<Constant, String> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(places) {
        return Err("is not a number; write its digits out".to_owned());
    }
    let places = places.trim_end_matches('0');
    let whole_digits = whole.trim_start_matches('0').len();
    let (Some(most), Some(most_places)) = (sizes.max_digits, sizes.decimal_places) else {
        return Ok(Constant::Decimal(text.trim_start_matches('+').to_owned()));
    };
    if places.len() > most_places as usize {
        Err(format!("has more than {most_places} decimal places"))
    } else if whole_digits > most.saturating_sub(most_places) as usize {
        Err(format!("has more than {} digits before the point", most.saturating_sub(most_places)))
    } else {
        Ok(Constant::Decimal(text.trim_start_matches('+').to_owned()))
    }
}

/// The last second of the year 9999, which is the last that every database stores.
const LATEST: i64 = 253_402_300_799;

fn moment(datetime: &Datetime) -> Result<Constant, String> {
    let (Some(date), Some(time), Some(offset)) = (datetime.date, datetime.time, datetime.offset) else {
        return Err(format!(
            "lacks {}; write it as `2025-01-31T12:00:00Z`",
            match (datetime.date, datetime.time) {
                (None, _) => "a date",
                (_, None) => "a time",
                _ => "an offset",
            }
        ));
    };
    let minutes = match offset {
        Offset::Z => 0,
        Offset::Custom { minutes } => i64::from(minutes),
    };
    let seconds = days(i64::from(date.year), i64::from(date.month), i64::from(date.day)) * 86400
        + i64::from(time.hour) * 3600
        + (i64::from(time.minute) - minutes) * 60
        + i64::from(time.second.unwrap_or(0));
    if seconds > LATEST {
        return Err("is later than the year 9999 in UTC".to_owned());
    }
    let microseconds = seconds * 1_000_000 + i64::from(time.nanosecond.unwrap_or(0) / 1000);
    Ok(Constant::DateTime { microseconds })
}

/// Days from 1970-01-01, in the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Microseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds.
fn duration(text: &str) -> Option<i64> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let mut rest = text.strip_prefix('P').filter(|rest| !rest.is_empty())?;
    let mut in_time = false;
    let mut total = 0_i64;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            if in_time || after.is_empty() {
                return None;
            }
            in_time = true;
            rest = after;
            continue;
        }
        let end = rest.find(|character: char| character.is_ascii_alphabetic())?;
        let (number, after) = rest.split_at(end);
        let seconds = match (&after[..1], in_time) {
            ("W", false) => 604_800,
            ("D", false) => 86_400,
            ("H", true) => 3600,
            ("M", true) => 60,
            ("S", true) => 1,
            _ => return None,
        };
        let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
        if part.len() > 6 || (part != "0" && seconds != 1) {
            return None;
        }
        let whole: i64 = whole.parse().ok().filter(|whole| *whole >= 0)?;
        let part: i64 = format!("{part:0<6}").parse().ok()?;
        let amount = whole.checked_mul(seconds)?.checked_mul(1_000_000)?.checked_add(part)?;
        total = total.checked_add(amount)?;
        rest = &after[1..];
    }
    Some(sign * total)
}

fn uuid(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|character| *character != '-').collect();
    let bytes = hex(&digits).filter(|bytes| bytes.len() == 16)?;
    let hex: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let group = |from: usize, to: usize| hex[from..to].concat();
    let groups = [group(0, 4), group(4, 6), group(6, 8), group(8, 10), group(10, 16)];
    Some(groups.join("-"))
}

fn hex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    let pairs = (0..text.len()).step_by(2).map(|start| &text[start..start + 2]);
    pairs.map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}

fn json(value: &Value) -> Result<String, String> {
    match value {
        Value::Text(text) => Ok(quoted(text)),
        Value::Integer(integer) => Ok(integer.to_string()),
        Value::Float(text) => match text.parse::<f64>() {
            Ok(float) if float.is_finite() => Ok(text.trim_start_matches('+').to_owned()),
            _ => Err(format!("has `{text}`, which JSON does not know")),
        },
        Value::Boolean(boolean) => Ok(boolean.to_string()),
        Value::Datetime(_) => {
            Err("has a date or time, which JSON does not know; write it as text".to_owned())
        }
        Value::Array(items) => {
            let items: Result<Vec<_>, _> = items.iter().map(|item| json(item)).collect();
            Ok(format!("[{}]", items?.join(",")))
        }
        Value::Table(entries) => {
            let pairs: Result<Vec<_>, String> = entries
                .iter()
                .map(|(key, (_, value))| Ok(format!("{}:{}", quoted(key), json(value)?)))
                .collect();
            Ok(format!("{{{}}}", pairs?.join(",")))
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            control if control < ' ' => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(days(1970, 1, 1), 0);
        assert_eq!(days(2000, 3, 1), 11_017);
        assert_eq!(days(1969, 12, 31), -1);
    }

    #[test]
    fn durations_are_iso_8601() {
        assert_eq!(duration("PT30M"), Some(1_800_000_000));
        assert_eq!(duration("-P1DT0.5S"), Some(-86_400_500_000));
        assert_eq!(duration("P1M"), None);
        assert_eq!(duration("P"), None);
        assert_eq!(duration("30"), None);
    }
}
