//! The types of `chrono`, for schemas that say `dates = "chrono"`.
//!
//! They can hold years that no database has. Such a value is refused when it is written or compared
//! with; what a type of your own stands on is the nearest value there is.

use ::chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};
use jiff::{SignedDuration, civil};

use super::{FieldValue, base_or_beyond};
use crate::value::Value;

impl FieldValue for NaiveDate {
    type Base = civil::Date;

    fn from_base(base: civil::Date) -> Result<Self, String> {
        let [month, day] = [base.month(), base.day()].map(|part| part.cast_unsigned().into());
        NaiveDate::from_ymd_opt(base.year().into(), month, day).ok_or_else(|| base.to_string())
    }

    fn to_base(&self) -> civil::Date {
        let nearest = if self.year() < 0 { civil::Date::MIN } else { civil::Date::MAX };
        civil_date(*self).unwrap_or(nearest)
    }

    fn to_value(&self) -> Value {
        base_or_beyond(civil_date(*self), self)
    }
}

impl FieldValue for DateTime<Utc> {
    type Base = civil::DateTime;

    fn from_base(base: civil::DateTime) -> Result<Self, String> {
        let (date, time) = (NaiveDate::from_base(base.date())?, NaiveTime::from_base(base.time())?);
        Ok(date.and_time(time).and_utc())
    }

    fn to_base(&self) -> civil::DateTime {
        let nearest = if self.year() < 0 { civil::DateTime::MIN } else { civil::DateTime::MAX };
        civil_datetime(*self).unwrap_or(nearest)
    }

    fn to_value(&self) -> Value {
        base_or_beyond(civil_datetime(*self), self)
    }
}

impl FieldValue for NaiveTime {
    type Base = civil::Time;

    fn from_base(base: civil::Time) -> Result<Self, String> {
        let [hour, minute, second] =
            [base.hour(), base.minute(), base.second()].map(|part| part.cast_unsigned().into());
        NaiveTime::from_hms_nano_opt(hour, minute, second, base.subsec_nanosecond().cast_unsigned())
            .ok_or_else(|| base.to_string())
    }

    fn to_base(&self) -> civil::Time {
        let [hour, minute, second] = [self.hour(), self.minute(), self.second()]
            .map(|part| i8::try_from(part).expect("hours, minutes and seconds are below 60"));
        // A leap second has more than 10⁹ nanoseconds, which no database keeps.
        let nanosecond = self.nanosecond().min(999_999_999).cast_signed();
        civil::time(hour, minute, second, nanosecond)
    }
}

impl FieldValue for TimeDelta {
    type Base = SignedDuration;

    fn from_base(base: SignedDuration) -> Result<Self, String> {
        let nanoseconds = base.subsec_nanos().rem_euclid(1_000_000_000).cast_unsigned();
        let seconds = base.as_secs().checked_sub(i64::from(base.subsec_nanos() < 0));
        seconds
            .and_then(|seconds| TimeDelta::new(seconds, nanoseconds))
            .ok_or_else(|| format!("{base}, and the milliseconds of a `chrono::TimeDelta` fit 64 bits"))
    }

    fn to_base(&self) -> SignedDuration {
        SignedDuration::new(self.num_seconds(), self.subsec_nanos())
    }
}

fn civil_date(date: NaiveDate) -> Option<civil::Date> {
    let [month, day] = [date.month(), date.day()]
        .map(|part| i8::try_from(part).expect("there are 12 months and at most 31 days"));
    civil::Date::new(i16::try_from(date.year()).ok()?, month, day).ok()
}

fn civil_datetime(moment: DateTime<Utc>) -> Option<civil::DateTime> {
    Some(civil_date(moment.date_naive())?.to_datetime(moment.time().to_base()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::tests::{check_both_ways, check_refused};
    use crate::value::ValueType;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    fn clock(hour: u32, minute: u32, second: u32, microsecond: u32) -> NaiveTime {
        NaiveTime::from_hms_micro_opt(hour, minute, second, microsecond).expect("a time")
    }

    #[test]
    fn dates_go_both_ways() {
        check_both_ways(day(2024, 2, 29), Value::Date(civil::date(2024, 2, 29)));
        check_both_ways(day(1, 1, 1), Value::Date(civil::date(1, 1, 1)));
        check_both_ways(day(9999, 12, 31), Value::Date(civil::date(9999, 12, 31)));
    }

    #[test]
    fn moments_go_both_ways() {
        let last = day(9999, 12, 31).and_time(clock(23, 59, 59, 999_999)).and_utc();
        check_both_ways(last, Value::DateTime(civil::datetime(9999, 12, 31, 23, 59, 59, 999_999_000)));
        let before = day(1969, 7, 20).and_time(clock(20, 17, 40, 5)).and_utc();
        check_both_ways(before, Value::DateTime(civil::datetime(1969, 7, 20, 20, 17, 40, 5_000)));
    }

    #[test]
    fn times_go_both_ways() {
        check_both_ways(NaiveTime::MIN, Value::Time(civil::Time::midnight()));
        check_both_ways(clock(23, 59, 59, 999_999), Value::Time(civil::time(23, 59, 59, 999_999_000)));
    }

    #[test]
    fn durations_go_both_ways() {
        for milliseconds in [0, 1500, -1500, -2000, i64::MAX, -i64::MAX] {
            let bound = Value::Duration(SignedDuration::from_millis(milliseconds));
            check_both_ways(TimeDelta::milliseconds(milliseconds), bound);
        }
    }

    #[test]
    fn what_is_finer_than_microseconds_is_cut_off() {
        let time = NaiveTime::from_hms_nano_opt(1, 2, 3, 4_999).expect("a time");
        assert_eq!(time.to_value(), Value::Time(civil::time(1, 2, 3, 4_000)));
    }

    #[test]
    fn a_leap_second_is_the_end_of_the_second_before() {
        let leap = clock(23, 59, 59, 1_500_000);
        let end = civil::time(23, 59, 59, 999_999_000);
        assert_eq!(leap.to_value(), Value::Time(end));
        let moment = day(2016, 12, 31).and_time(leap).and_utc();
        assert_eq!(moment.to_value(), Value::DateTime(civil::date(2016, 12, 31).to_datetime(end)));
    }

    #[test]
    fn a_year_that_no_database_has_is_refused() {
        check_refused(&day(10_000, 1, 1), &ValueType::Date, "+10000-01-01");
        check_refused(&NaiveDate::MIN, &ValueType::Date, "-262143-01-01");
        check_refused(
            &DateTime::<Utc>::MAX_UTC,
            &ValueType::DateTime,
            "+262142-12-31 23:59:59.999999999 UTC",
        );
        assert_eq!(NaiveDate::MIN.to_base(), civil::Date::MIN);
        assert_eq!(DateTime::<Utc>::MAX_UTC.to_base(), civil::DateTime::MAX);
    }

    #[test]
    fn a_duration_that_is_too_long_is_no_time_delta() {
        for (base, shown) in [
            (SignedDuration::MAX, "PT2562047788015215H30M7.999999999S"),
            (SignedDuration::MIN, "-PT2562047788015215H30M8.999999999S"),
        ] {
            let refused = TimeDelta::from_base(base);
            assert_eq!(
                refused,
                Err(format!("{shown}, and the milliseconds of a `chrono::TimeDelta` fit 64 bits"))
            );
        }
    }
}
