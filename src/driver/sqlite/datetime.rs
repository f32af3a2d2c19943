//! Dates and times as text, the way Django stores them on SQLite.
//!
//! Written: `YYYY-MM-DD`, `HH:MM:SS[.ffffff]`, and both with a space between. Read: the same, and what
//! Django reads too. No time zone is applied here but an offset that the text itself carries.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use crate::value::in_utc;

/// The years that four digits can say, so that texts sort as their dates do.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 1..=9999;

/// Appends `YYYY-MM-DD`.
pub(super) fn push_date(out: &mut String, date: Date) {
    push_digits(out, i64::from(date.year()), 4);
    out.push('-');
    push_digits(out, i64::from(date.month()), 2);
    out.push('-');
    push_digits(out, i64::from(date.day()), 2);
}

/// Appends `HH:MM:SS`, and `.ffffff` when there are microseconds.
pub(super) fn push_time(out: &mut String, time: Time) {
    push_digits(out, i64::from(time.hour()), 2);
    out.push(':');
    push_digits(out, i64::from(time.minute()), 2);
    out.push(':');
    push_digits(out, i64::from(time.second()), 2);
    let microseconds = time.subsec_nanosecond() / 1000;
    if microseconds != 0 {
        out.push('.');
        push_digits(out, i64::from(microseconds), 6);
    }
}

/// Appends the date, a space, and the time.
pub(super) fn push_datetime(out: &mut String, datetime: DateTime) {
    push_date(out, datetime.date());
    out.push(' ');
    push_time(out, datetime.time());
}

/// Microseconds since midnight; what is finer is cut off.
pub(super) fn microseconds_of_day(time: Time) -> i64 {
    let seconds = i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second());
    seconds * 1_000_000 + i64::from(time.subsec_nanosecond()) / 1000
}

fn push_digits(out: &mut String, value: i64, width: u32) {
    for position in (0..width).rev() {
        let digit = (value / 10_i64.pow(position)) % 10;
        out.push(char::from(b'0' + u8::try_from(digit).expect("a remainder of 10 is one digit")));
    }
}

/// Reads a date. The time of a datetime is ignored, if it is one.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    parse_datetime(text).map(|parsed| parsed.datetime.date())
}

/// Reads a time of day.
pub(super) fn parse_time(text: &str) -> Option<Time> {
    let mut scan = Scan(text.as_bytes());
    let time = scan.time()?;
    scan.0.is_empty().then_some(time)
}

/// Reads a moment in UTC: without an offset it is UTC, without a time it is midnight.
pub(super) fn parse_moment(text: &str) -> Option<DateTime> {
    let parsed = parse_datetime(text)?;
    in_utc(parsed.datetime, parsed.offset.unwrap_or(Offset::UTC))
}

/// A datetime as its text says it.
pub(super) struct Parsed {
    pub(super) datetime: DateTime,
    /// `false` for a date alone.
    pub(super) has_time: bool,
    pub(super) offset: Option<Offset>,
}

/// Reads a date or a datetime with a space or a `T` in the middle.
pub(super) fn parse_datetime(text: &str) -> Option<Parsed> {
    let mut scan = Scan(text.as_bytes());
    let date = scan.date()?;
    if scan.0.is_empty() {
        return Some(Parsed { datetime: date.at(0, 0, 0, 0), has_time: false, offset: None });
    }
    if !(scan.eat(b' ') || scan.eat(b'T')) {
        return None;
    }
    let time = scan.time()?;
    let offset = if scan.0.is_empty() { None } else { Some(scan.offset()?) };
    scan.0.is_empty().then(|| Parsed { datetime: date.to_datetime(time), has_time: true, offset })
}

/// The text that is still to be read.
struct Scan<'a>(&'a [u8]);

impl Scan<'_> {
    fn eat(&mut self, byte: u8) -> bool {
        let found = self.0.first() == Some(&byte);
        if found {
            self.0 = &self.0[1..];
        }
        found
    }

    /// Takes up to `most` digits; fails when there are fewer than `least`.
    fn digits(&mut self, least: usize, most: usize) -> Option<i32> {
        let count = self.0.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
        if count < least {
            return None;
        }
        let (digits, rest) = self.0.split_at(count);
        self.0 = rest;
        Some(digits.iter().fold(0, |value, digit| value * 10 + i32::from(digit - b'0')))
    }

    fn two(&mut self) -> Option<i8> {
        self.digits(1, 2).map(|value| i8::try_from(value).expect("two digits are below 128"))
    }

    fn date(&mut self) -> Option<Date> {
        let year = i16::try_from(self.digits(4, 4)?).expect("four digits are below 10000");
        let month = self.eat(b'-').then(|| self.two())??;
        let day = self.eat(b'-').then(|| self.two())??;
        if !YEARS.contains(&year) {
            return None;
        }
        Date::new(year, month, day).ok()
    }

    fn time(&mut self) -> Option<Time> {
        let hour = self.two()?;
        let minute = self.eat(b':').then(|| self.two())??;
        let second = if self.eat(b':') { self.two()? } else { 0 };
        let mut nanosecond = 0;
        if self.eat(b'.') || self.eat(b',') {
            let before = self.0.len();
            let value = self.digits(1, 6)?;
            let places = u32::try_from(before - self.0.len()).expect("at most six digits were read");
            nanosecond = value * 10_i32.pow(9 - places);
            while self.digits(1, 1).is_some() {}
        }
        Time::new(hour, minute, second, nanosecond).ok()
    }

    /// `Z`, `+02`, `+02:00` or `+0200`, after spaces if there are any.
    fn offset(&mut self) -> Option<Offset> {
        while self.eat(b' ') {}
        if self.eat(b'Z') || self.eat(b'z') {
            return Some(Offset::UTC);
        }
        let sign = if self.eat(b'+') {
            1
        } else if self.eat(b'-') {
            -1
        } else {
            return None;
        };
        let hours = self.digits(2, 2)?;
        let colon = self.eat(b':');
        let minutes = if self.0.is_empty() && !colon { 0 } else { self.digits(2, 2)? };
        if minutes > 59 {
            return None;
        }
        Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_moment(text: &str, expected: Option<&str>) {
        let found = parse_moment(text).map(|moment| moment.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_moment_is_read_in_each_form_that_django_reads() {
        check_moment("2024-03-05 06:07:08", Some("2024-03-05T06:07:08"));
        check_moment("2024-03-05T06:07:08.5", Some("2024-03-05T06:07:08.5"));
        check_moment("2024-03-05 06:07:08.123456", Some("2024-03-05T06:07:08.123456"));
        check_moment("2024-03-05 06:07", Some("2024-03-05T06:07:00"));
        check_moment("2024-03-05", Some("2024-03-05T00:00:00"));
        check_moment("2024-3-5 6:07:08", Some("2024-03-05T06:07:08"));
        check_moment("2024-03-05 06:07:08Z", Some("2024-03-05T06:07:08"));
        check_moment("2024-03-05 06:07:08+02:00", Some("2024-03-05T04:07:08"));
        check_moment("2024-03-05 06:07:08 -0530", Some("2024-03-05T11:37:08"));
        check_moment("2024-03-05 06:07:08-05", Some("2024-03-05T11:07:08"));
        check_moment("9999-12-31 23:59:59.999999", Some("9999-12-31T23:59:59.999999"));
        check_moment("9999-12-31 23:59:59.999999+14:00", Some("9999-12-31T09:59:59.999999"));
    }

    #[test]
    fn digits_beyond_microseconds_are_cut_off() {
        check_moment("2024-03-05 06:07:08.123456789", Some("2024-03-05T06:07:08.123456"));
    }

    #[test]
    fn what_is_no_moment_is_not_read() {
        for text in [
            "",
            "yesterday",
            "2024-02-30",
            "2024-13-01",
            "0000-01-01",
            "24-01-01",
            "2024-03-05 ",
            "2024-03-05 25:00:00",
            "2024-03-05 06:07:08 x",
            "2024-03-05 06:07:08.",
            "2024-03-05 06:07:08+2",
            "2024-03-05 06:07:08+02:",
            "2024-03-05 06:07:08+02:60",
            "2024-03-05 06:07:08+02:00x",
            "2024-03-05x06:07:08",
            "9999-12-31 23:59:59-05:00",
        ] {
            check_moment(text, None);
        }
    }

    #[test]
    fn microseconds_are_written_only_when_there_are_any() {
        let mut out = String::new();
        push_datetime(&mut out, jiff::civil::datetime(2024, 3, 5, 6, 7, 8, 0));
        out.push('|');
        push_datetime(&mut out, jiff::civil::datetime(987, 12, 31, 23, 59, 59, 42_000));
        out.push('|');
        push_time(&mut out, jiff::civil::time(1, 2, 3, 999));
        assert_eq!(out, "2024-03-05 06:07:08|0987-12-31 23:59:59.000042|01:02:03");
    }

    #[test]
    fn a_time_is_not_read_from_a_datetime() {
        assert_eq!(parse_time("06:07:08.25"), Some(jiff::civil::time(6, 7, 8, 250_000_000)));
        assert_eq!(parse_time("2024-03-05 06:07:08"), None);
    }
}
