//! Parts of dates and times: `year`, `iso_week_day`, `microsecond`.

use jiff::civil::{Date, Time};
use rusqlite::{Connection, Result};

use super::super::{failed, pure};
use super::{Moment, local_moment, moment, name, time};

pub(super) fn register(connection: &Connection) -> Result<()> {
    pure(connection, "django_date_extract", 2, |context| {
        extract(name(context, 0)?, moment(context.get_raw(1)))
    })?;
    pure(connection, "django_datetime_extract", 4, |context| {
        extract(name(context, 0)?, local_moment(context, 1, 2)?)
    })?;
    pure(connection, "django_time_extract", 2, |context| {
        let Some((part, time)) = name(context, 0)?.zip(time(context.get_raw(1))) else { return Ok(None) };
        part_of_time(part, time).map(Some).ok_or_else(|| failed(format!("a time has no part `{part}`")))
    })
}

fn extract(part: Option<&str>, moment: Option<Moment>) -> Result<Option<i64>> {
    let Some((part, moment)) = part.zip(moment) else { return Ok(None) };
    let date = moment.datetime.date();
    if let Some(value) = part_of_date(part, date) {
        return Ok(Some(value));
    }
    match part_of_time(part, moment.datetime.time()) {
        Some(value) if moment.has_time => Ok(Some(value)),
        Some(_) => Err(failed(format!("a date has no part `{part}`"))),
        None => Err(failed(format!("a datetime has no part `{part}`"))),
    }
}

fn part_of_date(part: &str, date: Date) -> Option<i64> {
    Some(match part {
        "year" => date.year().into(),
        "iso_year" => date.iso_week_date().year().into(),
        "quarter" => i64::from((date.month() + 2) / 3),
        "month" => date.month().into(),
        "week" => date.iso_week_date().week().into(),
        // Sunday is 1.
        "week_day" => date.weekday().to_sunday_one_offset().into(),
        // Monday is 1.
        "iso_week_day" => date.weekday().to_monday_one_offset().into(),
        "day" => date.day().into(),
        _ => return None,
    })
}

fn part_of_time(part: &str, time: Time) -> Option<i64> {
    Some(match part {
        "hour" => time.hour().into(),
        "minute" => time.minute().into(),
        "second" => time.second().into(),
        "microsecond" => i64::from(time.subsec_nanosecond() / 1000),
        _ => return None,
    })
}
