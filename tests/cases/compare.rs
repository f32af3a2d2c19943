//! Whether rows of ours, as serde writes them, are what Django gave.

use std::iter;

use jiff::{SignedDuration, Timestamp, civil};
use queryset::demo::MODELS;
use queryset::meta::Model;
use serde_json::{Map, Value as Json};

/// Compares an outcome; rows in no certain order are compared as a multiset.
pub(crate) fn same_rows(ours: &Json, expected: &Json, ordered: bool) -> bool {
    match (ours, expected) {
        (Json::Array(ours), Json::Array(expected)) if !ordered => {
            let mut left: Vec<&Json> = ours.iter().collect();
            ours.len() == expected.len()
                && expected.iter().all(|row| {
                    let found = left.iter().position(|other| same(other, row));
                    found.map(|at| left.swap_remove(at)).is_some()
                })
        }
        _ => same(ours, expected),
    }
}

/// Compares two values; numbers to nine digits.
pub(crate) fn same(ours: &Json, expected: &Json) -> bool {
    match (ours, expected) {
        (ours, Json::Object(map)) if map.contains_key("$") => same_instance(ours, map),
        (ours, Json::Object(map)) if map.len() == 1 => {
            let (key, value) = map.iter().next().expect("it has one");
            match (key.as_str(), value, ours) {
                ("$us", Json::Number(n), Json::String(text)) => {
                    text.parse::<SignedDuration>().is_ok_and(|span| Some(span.as_micros()) == n.as_i128())
                }
                ("$hex", Json::String(hex), Json::Array(bytes)) => {
                    let digits = bytes.iter().map(|byte| format!("{:02x}", byte.as_u64().unwrap_or(256)));
                    digits.collect::<String>() == *hex
                }
                ("$named", Json::Object(row), Json::Object(ours)) => same_map(ours, row),
                ("$map", Json::Array(pairs), Json::Object(ours)) => {
                    ours.len() == pairs.len()
                        && pairs.iter().all(|pair| {
                            let key = pair[0].as_str().map_or_else(|| pair[0].to_string(), str::to_owned);
                            ours.get(&key).is_some_and(|value| same(value, &pair[1]))
                        })
                }
                (_, _, Json::Object(ours)) => same_map(ours, map),
                // An aggregate alone is its value.
                (key, value, ours) if !key.starts_with('$') => same(ours, value),
                _ => false,
            }
        }
        (Json::Object(ours), Json::Object(expected)) => same_map(ours, expected),
        // Several aggregates are a tuple.
        (Json::Array(ours), Json::Object(expected)) => {
            ours.len() == expected.len()
                && iter::zip(ours, expected.values()).all(|(ours, expected)| same(ours, expected))
        }
        (Json::Array(ours), Json::Array(expected)) => {
            ours.len() == expected.len()
                && iter::zip(ours, expected).all(|(ours, expected)| same(ours, expected))
        }
        (Json::String(ours), Json::String(expected)) => same_text(ours, expected),
        (Json::Number(ours), Json::Number(expected)) => match (ours.as_i128(), expected.as_i128()) {
            (Some(ours), Some(expected)) => ours == expected,
            _ => close(ours.as_f64(), expected.as_f64()),
        },
        _ => ours == expected,
    }
}

/// Compares a row of `values()`. Django calls a column by any of its names, `pk`, `blog` or `blog_id`,
/// and leaves the underscore out of `entry_detail`.
fn same_map(ours: &Map<String, Json>, expected: &Map<String, Json>) -> bool {
    let value = |at: usize, key: &str| {
        let plain = |key: &str| key.trim_end_matches("_id").replace('_', "");
        let (place, own) = (ours.iter().nth(at)?, ours.get(key));
        let by_place = key == "pk" || key.ends_with("__pk") || plain(place.0) == plain(key);
        own.or(by_place.then_some(place.1))
    };
    ours.len() == expected.len()
        && expected
            .iter()
            .enumerate()
            .all(|(at, (key, expected))| value(at, key).is_some_and(|ours| same(ours, expected)))
}

/// Compares an instance, with what stands beside it in its row: as further elements of a tuple, or in
/// its map, where the row is `nested()`.
fn same_instance(ours: &Json, expected: &Map<String, Json>) -> bool {
    let mut wanted = Vec::new();
    flatten(expected, &mut wanted);
    match ours {
        Json::Array(elements) => {
            elements.len() == wanted.len()
                && iter::zip(elements, wanted).all(|(ours, expected)| same_element(ours, expected))
        }
        Json::Object(ours) if wanted.len() > 1 => same_tree(ours, expected),
        _ => wanted.len() == 1 && same_element(ours, wanted[0]),
    }
}

/// Compares an instance that has what belongs to it in its map.
fn same_tree(ours: &Map<String, Json>, expected: &Map<String, Json>) -> bool {
    let is_column = |key: &str| model(expected).columns.iter().any(|column| column.name == key);
    let split = |map: &Map<String, Json>| -> (Map<String, Json>, Map<String, Json>) {
        let entries = map.iter().map(|(key, value)| (key.clone(), value.clone()));
        entries.partition(|(key, _)| is_column(key) || ["$", "pk", "deferred"].contains(&key.as_str()))
    };
    let ((ours, more), (expected, wanted)) = (split(ours), split(expected));
    let value = |name: &str| more.iter().find(|(key, _)| plain_name(key) == plain_name(name));
    same_element(&Json::Object(ours), Element::Instance(&expected))
        && more.len() == wanted.len()
        && wanted.iter().all(|(name, expected)| value(name).is_some_and(|(_, ours)| same(ours, expected)))
}

/// The name of a relation, whether as in a path, `entry_detail`, or as in Python: `entrydetail`, `entry_set`.
fn plain_name(name: &str) -> String {
    name.trim_end_matches("_set").replace('_', "")
}

/// One element of a row.
#[derive(Clone, Copy)]
enum Element<'a> {
    Instance(&'a Map<String, Json>),
    Value(&'a Json),
}

/// An instance, then annotations and related instances: each one element of a row, depth first.
fn flatten<'a>(instance: &'a Map<String, Json>, elements: &mut Vec<Element<'a>>) {
    elements.push(Element::Instance(instance));
    let model = model(instance);
    let own = |key: &str| {
        ["$", "pk", "deferred"].contains(&key) || model.columns.iter().any(|column| column.name == key)
    };
    for (_, value) in instance.iter().filter(|(key, _)| !own(key)) {
        match value {
            Json::Object(related) if related.contains_key("$") => flatten(related, elements),
            value => elements.push(Element::Value(value)),
        }
    }
}

fn model(instance: &Map<String, Json>) -> &'static Model {
    let named = MODELS.iter().find(|model| instance["$"] == model.name);
    named.unwrap_or_else(|| panic!("there is no model {}", instance["$"]))
}

fn same_element(ours: &Json, expected: Element<'_>) -> bool {
    match (ours, expected) {
        (ours, Element::Value(expected)) => same(ours, expected),
        (Json::Object(ours), Element::Instance(expected)) => {
            let model = model(expected);
            let deferred = |name: &str| match expected.get("deferred") {
                Some(Json::Array(deferred)) => deferred.iter().any(|other| other == name),
                _ => false,
            };
            let loaded = || model.columns.iter().map(|column| column.name).filter(|name| !deferred(name));
            ours.keys().map(String::as_str).eq(loaded())
                && same(&ours[model.pk().name], &expected["pk"])
                && loaded().all(|name| expected.get(name).is_none_or(|value| same(&ours[name], value)))
        }
        _ => false,
    }
}

fn same_text(ours: &str, expected: &str) -> bool {
    if ours == expected || close(ours.parse().ok(), expected.parse().ok()) {
        return true;
    }
    match (moment(ours), moment(expected)) {
        (Some(ours), Some(expected)) => ours == expected,
        (None, None) => matches!(
            (ours.parse::<civil::Time>(), expected.parse::<civil::Time>()),
            (Ok(ours), Ok(expected)) if ours == expected
        ),
        _ => false,
    }
}

/// A date with a time, by the clocks of UTC, which are meant when no others are named.
fn moment(text: &str) -> Option<civil::DateTime> {
    if !text.contains('T') {
        return None;
    }
    // A timestamp ends a day before datetimes do.
    let in_utc = text.strip_suffix("+00:00").or(text.strip_suffix('Z')).unwrap_or(text);
    let timestamp = || Some(jiff::tz::TimeZone::UTC.to_datetime(text.parse::<Timestamp>().ok()?));
    timestamp().or_else(|| in_utc.parse().ok())
}

fn close(ours: Option<f64>, expected: Option<f64>) -> bool {
    match (ours, expected) {
        (Some(a), Some(b)) => a == b || (a - b).abs() <= f64::max(1e-9 * a.abs().max(b.abs()), 1e-12),
        _ => false,
    }
}
