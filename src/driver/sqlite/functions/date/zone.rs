//! Time zones by name, and with an offset: `Europe/Oslo`, `+02:00`, `UTC-03:30`.

use jiff::SignedDuration;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rusqlite::Result;

use super::super::failed;
use crate::zone::ZONES;

/// What the clocks of `zone` show when those of `stored` show `datetime`.
pub(super) fn localize(datetime: DateTime, zone: &str, stored: &str) -> Result<DateTime> {
    if zone == stored {
        return Ok(datetime);
    }
    // A name comes first: `Etc/GMT+5` is a zone, not `Etc/GMT` and five hours more.
    if let Ok(zone) = ZONES.get(zone) {
        return convert(datetime, &zone, stored);
    }
    let (name, offset) = split(zone).ok_or_else(|| unknown(zone))?;
    let datetime = datetime.checked_add(offset).map_err(|error| failed(error.to_string()))?;
    let name = if name.is_empty() { stored } else { name };
    if name == stored { Ok(datetime) } else { convert(datetime, &named(name)?, stored) }
}

fn convert(datetime: DateTime, zone: &TimeZone, stored: &str) -> Result<DateTime> {
    crate::zone::convert(datetime, &named(stored)?, zone).map_err(|error| failed(error.to_string()))
}

pub(super) fn named(name: &str) -> Result<TimeZone> {
    if name == "UTC" { Ok(TimeZone::UTC) } else { ZONES.get(name).map_err(|_| unknown(name)) }
}

fn unknown(name: &str) -> rusqlite::Error {
    failed(format!("`{name}` is not a time zone"))
}

/// Splits `UTC+05:30` into its name, which may be empty, and its offset.
fn split(zone: &str) -> Option<(&str, SignedDuration)> {
    let at = zone.rfind(['+', '-'])?;
    let (name, signed) = zone.split_at(at);
    let (hours, minutes) = signed[1..].split_once(':').unwrap_or((&signed[1..], "0"));
    let in_range = |text: &str, most: i64| -> Option<i64> {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|value| digits && *value <= most)
    };
    let minutes = in_range(hours, 23)? * 60 + in_range(minutes, 59)?;
    let sign = if signed.starts_with('-') { -1 } else { 1 };
    Some((name, SignedDuration::from_mins(sign * minutes)))
}
