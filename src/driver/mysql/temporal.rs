//! Dates and times in MySQL's binary form: a length, then only the parts that are not zero.

use jiff::{SignedDuration, civil};

/// Year, month, day, hour, minute, second, microseconds: a `DATETIME` in UTC, cut off towards the
/// past. `None` before the year 0.
pub(super) fn datetime(datetime: civil::DateTime) -> Option<[u8; 12]> {
    let [year_low, year_high] = year(datetime.date())?;
    let microseconds = (datetime.subsec_nanosecond() / 1_000).to_le_bytes();
    let [m0, m1, m2, m3] = microseconds;
    let date = datetime.date();
    let [month, day] = [date.month(), date.day()].map(i8::cast_unsigned);
    let [hour, minute, second] =
        [datetime.hour(), datetime.minute(), datetime.second()].map(i8::cast_unsigned);
    Some([11, year_low, year_high, month, day, hour, minute, second, m0, m1, m2, m3])
}

/// `None` before the year 0.
pub(super) fn date(date: civil::Date) -> Option<[u8; 5]> {
    let [year_low, year_high] = year(date)?;
    let [month, day] = [date.month(), date.day()].map(i8::cast_unsigned);
    Some([4, year_low, year_high, month, day])
}

fn year(date: civil::Date) -> Option<[u8; 2]> {
    u16::try_from(date.year()).ok().map(u16::to_le_bytes)
}

/// Sign and days come first: a `TIME` of MySQL is a span.
pub(super) fn time(time: civil::Time) -> [u8; 13] {
    let [m0, m1, m2, m3] = (time.subsec_nanosecond() / 1_000).to_le_bytes();
    let [hour, minute, second] = [time.hour(), time.minute(), time.second()].map(i8::cast_unsigned);
    [12, 0, 0, 0, 0, 0, hour, minute, second, m0, m1, m2, m3]
}

/// A `DATE`, `DATETIME` or `TIMESTAMP`.
pub(super) fn read_datetime(bytes: &[u8]) -> Option<civil::DateTime> {
    let (&length, rest) = bytes.split_first()?;
    let mut parts = [0; 11];
    parts.get_mut(..usize::from(length))?.copy_from_slice(rest.get(..usize::from(length))?);
    let [y0, y1, month, day, hour, minute, second, m0, m1, m2, m3] = parts;
    let nanoseconds = i32::from_le_bytes([m0, m1, m2, m3]).checked_mul(1_000)?;
    let year = i16::try_from(u16::from_le_bytes([y0, y1])).ok()?;
    let [month, day, hour, minute, second] = [month, day, hour, minute, second].map(u8::cast_signed);
    civil::DateTime::new(year, month, day, hour, minute, second, nanoseconds).ok()
}

/// A `TIME`, which may be negative and longer than a day.
pub(super) fn read_time(bytes: &[u8]) -> Option<SignedDuration> {
    let (&length, rest) = bytes.split_first()?;
    let mut parts = [0; 12];
    parts.get_mut(..usize::from(length))?.copy_from_slice(rest.get(..usize::from(length))?);
    let [negative, d0, d1, d2, d3, hour, minute, second, m0, m1, m2, m3] = parts;
    let hours = i64::from(u32::from_le_bytes([d0, d1, d2, d3])) * 24 + i64::from(hour);
    let seconds = (hours * 60 + i64::from(minute)) * 60 + i64::from(second);
    let microseconds = i64::from(u32::from_le_bytes([m0, m1, m2, m3]));
    let span = SignedDuration::from_micros(seconds * 1_000_000 + microseconds);
    Some(if negative == 0 { span } else { -span })
}

/// A `TIME` that is a time of day.
pub(super) fn time_of_day(span: SignedDuration) -> Option<civil::Time> {
    if span.is_negative() || span.as_hours() >= 24 {
        return None;
    }
    civil::Time::midnight().checked_add(span).ok()
}
