//! Dates and times as PostgreSQL counts them: days and microseconds from 2000-01-01.

use jiff::{SignedDuration, Timestamp, civil};

const EPOCH: civil::Date = civil::date(2000, 1, 1);
/// 2000-01-01T00:00:00Z in microseconds since 1970-01-01.
const EPOCH_MICROSECONDS: i64 = 946_684_800_000_000;
const DAY: i64 = 86_400_000_000;

pub(super) fn days(date: civil::Date) -> i32 {
    let hours = date.duration_since(EPOCH).as_hours();
    i32::try_from(hours / 24).expect("the years that a date can have are 20,000")
}

pub(super) fn date(days: i32) -> Option<civil::Date> {
    EPOCH.checked_add(SignedDuration::from_hours(i64::from(days) * 24)).ok()
}

/// Microseconds, cut off towards the past.
pub(super) fn microseconds(timestamp: Timestamp) -> i64 {
    let cut = i64::from(timestamp.subsec_nanosecond() % 1_000 < 0);
    timestamp.as_microsecond() - cut - EPOCH_MICROSECONDS
}

pub(super) fn timestamp(microseconds: i64) -> Option<Timestamp> {
    // `Timestamp::from_microsecond` refuses the last second that a timestamp can have.
    let microseconds = microseconds.checked_add(EPOCH_MICROSECONDS)?;
    let (second, rest) = (microseconds.div_euclid(1_000_000), microseconds.rem_euclid(1_000_000));
    Timestamp::new(second, i32::try_from(rest * 1_000).ok()?).ok()
}

pub(super) fn microseconds_of_day(time: civil::Time) -> i64 {
    let seconds = (i64::from(time.hour()) * 60 + i64::from(time.minute())) * 60 + i64::from(time.second());
    seconds * 1_000_000 + i64::from(time.subsec_nanosecond() / 1_000)
}

pub(super) fn time(microseconds: i64) -> Option<civil::Time> {
    if !(0..DAY).contains(&microseconds) {
        return None;
    }
    let (seconds, microseconds) = (microseconds / 1_000_000, microseconds % 1_000_000);
    let part = |value: i64| i8::try_from(value).ok();
    let nanoseconds = i32::try_from(microseconds * 1_000).ok()?;
    civil::Time::new(part(seconds / 3600)?, part(seconds / 60 % 60)?, part(seconds % 60)?, nanoseconds).ok()
}

/// Days and microseconds of an interval, as Django splits a `timedelta`: the days may be negative,
/// the microseconds are not.
pub(super) fn interval(duration: SignedDuration) -> Option<(i32, i64)> {
    let microseconds = i64::try_from(duration.as_nanos().div_euclid(1_000)).ok()?;
    Some((i32::try_from(microseconds.div_euclid(DAY)).ok()?, microseconds.rem_euclid(DAY)))
}

/// The length of an interval, with months and years as Django's driver counts them: 30 and 365 days.
pub(super) fn duration(months: i32, days: i32, microseconds: i64) -> Option<SignedDuration> {
    let days = i64::from(months / 12) * 365 + i64::from(months % 12) * 30 + i64::from(days);
    SignedDuration::from_hours(days.checked_mul(24)?).checked_add(SignedDuration::from_micros(microseconds))
}
