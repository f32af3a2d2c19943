//! The types of `time`, for schemas that say `dates = "time"`.
//!
//! They can hold years that no database has. Such a value is refused when it is written or compared
//! with; what a type of your own stands on is the nearest value there is.

use ::time::{Date, Duration, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};
use jiff::{SignedDuration, civil};

use super::{FieldValue, base_or_beyond};
use crate::value::Value;

impl FieldValue for Date {
    type Base = civil::Date;

    fn from_base(base: civil::Date) -> Result<Self, String> {
        let month = Month::try_from(base.month().cast_unsigned()).map_err(|error| error.to_string())?;
        Date::from_calendar_date(base.year().into(), month, base.day().cast_unsigned())
            .map_err(|error| error.to_string())
    }

    fn to_base(&self) -> civil::Date {
        let nearest = if self.year() < 0 { civil::Date::MIN } else { civil::Date::MAX };
        civil_date(*self).unwrap_or(nearest)
    }

    fn to_value(&self) -> Value {
        base_or_beyond(civil_date(*self), self)
    }
}

impl FieldValue for OffsetDateTime {
    type Base = civil::DateTime;

    fn from_base(base: civil::DateTime) -> Result<Self, String> {
        let (date, time) = (Date::from_base(base.date())?, Time::from_base(base.time())?);
        Ok(PrimitiveDateTime::new(date, time).assume_utc())
    }

    fn to_base(&self) -> civil::DateTime {
        let nearest = if self.year() < 0 { civil::DateTime::MIN } else { civil::DateTime::MAX };
        civil_datetime(*self).unwrap_or(nearest)
    }

    fn to_value(&self) -> Value {
        base_or_beyond(civil_datetime(*self), self)
    }
}

impl FieldValue for Time {
    type Base = civil::Time;

    fn from_base(base: civil::Time) -> Result<Self, String> {
        let [hour, minute, second] = [base.hour(), base.minute(), base.second()].map(i8::cast_unsigned);
        Time::from_hms_nano(hour, minute, second, base.subsec_nanosecond().cast_unsigned())
            .map_err(|error| error.to_string())
    }

    fn to_base(&self) -> civil::Time {
        let (hour, minute, second, nanosecond) = self.as_hms_nano();
        let [hour, minute, second] = [hour, minute, second].map(u8::cast_signed);
        civil::time(hour, minute, second, nanosecond.cast_signed())
    }
}

impl FieldValue for Duration {
    type Base = SignedDuration;

    fn from_base(base: SignedDuration) -> Result<Self, String> {
        Ok(Duration::new(base.as_secs(), base.subsec_nanos()))
    }

    fn to_base(&self) -> SignedDuration {
        SignedDuration::new(self.whole_seconds(), self.subsec_nanoseconds())
    }
}

fn civil_date(date: Date) -> Option<civil::Date> {
    let year = i16::try_from(date.year()).ok()?;
    civil::Date::new(year, u8::from(date.month()).cast_signed(), date.day().cast_signed()).ok()
}

fn civil_datetime(moment: OffsetDateTime) -> Option<civil::DateTime> {
    let moment = moment.checked_to_offset(UtcOffset::UTC)?;
    Some(civil_date(moment.date())?.to_datetime(moment.time().to_base()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::tests::{check_both_ways, check_refused};
    use crate::value::ValueType;

    fn day(year: i32, month: Month, day: u8) -> Date {
        Date::from_calendar_date(year, month, day).expect("a date")
    }

    fn clock(hour: u8, minute: u8, second: u8, microsecond: u32) -> Time {
        Time::from_hms_micro(hour, minute, second, microsecond).expect("a time")
    }

    #[test]
    fn dates_go_both_ways() {
        check_both_ways(day(2024, Month::February, 29), Value::Date(civil::date(2024, 2, 29)));
        check_both_ways(day(1, Month::January, 1), Value::Date(civil::date(1, 1, 1)));
        check_both_ways(day(9999, Month::December, 31), Value::Date(civil::date(9999, 12, 31)));
    }

    #[test]
    fn moments_go_both_ways_in_utc() {
        let last = PrimitiveDateTime::new(day(9999, Month::December, 31), clock(23, 59, 59, 999_999));
        let bound = civil::datetime(9999, 12, 31, 23, 59, 59, 999_999_000);
        check_both_ways(last.assume_utc(), Value::DateTime(bound));
        let before = PrimitiveDateTime::new(day(1969, Month::July, 20), clock(20, 17, 40, 5));
        let bound = civil::datetime(1969, 7, 20, 20, 17, 40, 5_000);
        check_both_ways(before.assume_utc(), Value::DateTime(bound));
        let east = before.assume_offset(UtcOffset::from_hms(2, 0, 0).expect("an offset"));
        assert_eq!(east.to_value(), Value::DateTime(civil::datetime(1969, 7, 20, 18, 17, 40, 5_000)));
    }

    #[test]
    fn times_go_both_ways() {
        check_both_ways(Time::MIDNIGHT, Value::Time(civil::Time::midnight()));
        check_both_ways(clock(23, 59, 59, 999_999), Value::Time(civil::time(23, 59, 59, 999_999_000)));
    }

    #[test]
    fn durations_go_both_ways() {
        check_both_ways(Duration::milliseconds(-1500), Value::Duration(SignedDuration::from_millis(-1500)));
        check_both_ways(Duration::MAX, Value::Duration(SignedDuration::MAX));
        check_both_ways(Duration::MIN, Value::Duration(SignedDuration::MIN));
    }

    #[test]
    fn what_is_finer_than_microseconds_is_cut_off() {
        let time = Time::from_hms_nano(1, 2, 3, 4_999).expect("a time");
        assert_eq!(time.to_value(), Value::Time(civil::time(1, 2, 3, 4_000)));
    }

    #[test]
    fn a_moment_beyond_the_year_9999_is_refused() {
        let local = PrimitiveDateTime::new(day(9999, Month::December, 31), clock(23, 30, 0, 0));
        let west = local.assume_offset(UtcOffset::from_hms(-1, 0, 0).expect("an offset"));
        check_refused(&west, &ValueType::DateTime, "9999-12-31 23:30:00.0 -01:00:00");
        assert_eq!(west.to_base(), civil::DateTime::MAX);
    }
}
