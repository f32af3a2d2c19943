//! Values that a schema writes, as text: for documentation and for metadata.

use crate::model::Constant;

impl Constant {
    /// The value as a schema writes it, without quotes; dates and times as ISO 8601, moments in UTC.
    pub(crate) fn text(&self) -> String {
        match self {
            Constant::Text(text)
            | Constant::Decimal(text)
            | Constant::Uuid(text)
            | Constant::Json(text)
            | Constant::Ip(text) => text.clone(),
            Constant::Integer(integer) => integer.to_string(),
            Constant::Float(float) => format!("{float:?}"),
            Constant::Bool(boolean) => boolean.to_string(),
            Constant::Date { year, month, day } => format!("{year:04}-{month:02}-{day:02}"),
            Constant::DateTime { microseconds } => moment(*microseconds),
            Constant::Time { hour, minute, second, microsecond } => {
                format!("{hour:02}:{minute:02}:{second:02}{}", fraction((*microsecond).into()))
            }
            Constant::Duration { microseconds } => duration(*microseconds),
            Constant::Array { items, .. } => {
                let items: Vec<String> = items.iter().map(Constant::text).collect();
                format!("[{}]", items.join(", "))
            }
            Constant::Binary(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        }
    }
}

/// `.5` for half a second; nothing for whole ones.
fn fraction(microseconds: u64) -> String {
    if microseconds == 0 {
        return String::new();
    }
    format!(".{microseconds:06}").trim_end_matches('0').to_owned()
}

/// RFC 3339, in UTC.
fn moment(microseconds: i64) -> String {
    let Moment { year, month, day, hour, minute, second, microsecond } = Moment::of(microseconds);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{}Z", fraction(microsecond))
}

/// A moment, as a calendar and a clock in UTC show it.
pub(crate) struct Moment {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
    pub(crate) hour: u64,
    pub(crate) minute: u64,
    pub(crate) second: u64,
    pub(crate) microsecond: u64,
}

impl Moment {
    /// The moment that is so many microseconds after 1970-01-01T00:00:00Z.
    pub(crate) fn of(microseconds: i64) -> Self {
        const DAY: i64 = 86_400_000_000;
        let (year, month, day) = date(microseconds.div_euclid(DAY));
        let rest = microseconds.rem_euclid(DAY).unsigned_abs();
        let seconds = rest / 1_000_000;
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        Self { year, month, day, hour, minute, second, microsecond: rest % 1_000_000 }
    }
}

/// The date that is so many days after 1970-01-01, in the Gregorian calendar.
fn date(days: i64) -> (i64, i64, i64) {
    // Years begin in March here, so that a leap day is the last of its year.
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year + i64::from(month <= 2), month, day)
}

/// ISO 8601, in seconds.
fn duration(microseconds: i64) -> String {
    let sign = if microseconds < 0 { "-" } else { "" };
    let length = microseconds.unsigned_abs();
    format!("{sign}PT{}{}S", length / 1_000_000, fraction(length % 1_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_in_utc() {
        assert_eq!(moment(0), "1970-01-01T00:00:00Z");
        assert_eq!(moment(-1), "1969-12-31T23:59:59.999999Z");
        assert_eq!(moment(951_782_400_500_000), "2000-02-29T00:00:00.5Z");
        assert_eq!(moment(1_740_787_199_000_000), "2025-02-28T23:59:59Z");
    }

    #[test]
    fn durations_are_written_in_seconds() {
        assert_eq!(duration(0), "PT0S");
        assert_eq!(duration(-1_500_000), "-PT1.5S");
    }
}
