//! Truncation to a year, a week, an hour; and the date or the time of a datetime.

use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use rusqlite::{Connection, Result};

use super::super::{failed, pure};
use super::{local_moment, moment, name, time, zone};
use crate::driver::sqlite::datetime::{push_date, push_datetime, push_time};
use crate::zone::to_utc;

pub(super) fn register(connection: &Connection) -> Result<()> {
    pure(connection, "django_date_trunc", 4, |context| {
        let Some((part, moment)) = name(context, 0)?.zip(local_moment(context, 1, 2)?) else {
            return Ok(None);
        };
        let date = trunc_date(part, moment.datetime.date())?.ok_or_else(|| unknown("date", part))?;
        Ok(Some(written(|out| push_date(out, date))))
    })?;
    pure(connection, "django_datetime_trunc", 4, |context| {
        let Some((part, moment)) = name(context, 0)?.zip(local_moment(context, 1, 2)?) else {
            return Ok(None);
        };
        let datetime = match trunc_date(part, moment.datetime.date())? {
            Some(date) => date.at(0, 0, 0, 0),
            None => {
                let time =
                    trunc_time(part, moment.datetime.time()).ok_or_else(|| unknown("datetime", part))?;
                moment.datetime.date().to_datetime(time)
            }
        };
        Ok(Some(written(|out| push_datetime(out, datetime))))
    })?;
    pure(connection, "django_time_trunc", 4, |context| {
        let time = match local_moment(context, 1, 2)? {
            Some(moment) => Some(moment.datetime.time()),
            None => time(context.get_raw(1)),
        };
        let Some((part, time)) = name(context, 0)?.zip(time) else { return Ok(None) };
        let time = trunc_time(part, time).ok_or_else(|| unknown("time", part))?;
        Ok(Some(written(|out| push_time(out, time))))
    })?;
    // Ours: Django makes a moment of what was cut by the clocks of a zone in Python.
    pure(connection, "queryset_utc", 2, |context| {
        let Some((local, zone)) = moment(context.get_raw(0)).zip(name(context, 1)?) else { return Ok(None) };
        let zone = zone::named(zone)?;
        Ok(Some(written(|out| push_datetime(out, to_utc(local.datetime, &zone)))))
    })?;
    pure(connection, "django_datetime_cast_date", 3, |context| {
        let moment = local_moment(context, 0, 1)?;
        Ok(moment.map(|moment| written(|out| push_date(out, moment.datetime.date()))))
    })?;
    pure(connection, "django_datetime_cast_time", 3, |context| {
        let moment = local_moment(context, 0, 1)?;
        Ok(moment.map(|moment| written(|out| push_time(out, moment.datetime.time()))))
    })
}

fn written(write: impl FnOnce(&mut String)) -> String {
    let mut out = String::with_capacity("YYYY-MM-DD HH:MM:SS.ffffff".len());
    write(&mut out);
    out
}

fn unknown(of: &str, part: &str) -> rusqlite::Error {
    failed(format!("a {of} cannot be truncated to `{part}`"))
}

/// `None` when `part` is no part of a date.
fn trunc_date(part: &str, date: Date) -> Result<Option<Date>> {
    let of = |year, month, day| Date::new(year, month, day).map_err(|error| failed(error.to_string()));
    Ok(Some(match part {
        "year" => of(date.year(), 1, 1)?,
        "quarter" => of(date.year(), date.month() - (date.month() - 1) % 3, 1)?,
        "month" => of(date.year(), date.month(), 1)?,
        "week" => {
            let days = i64::from(date.weekday().to_monday_zero_offset());
            date.checked_sub(days.days()).map_err(|error| failed(error.to_string()))?
        }
        "day" => date,
        _ => return Ok(None),
    }))
}

fn trunc_time(part: &str, time: Time) -> Option<Time> {
    let (minute, second) = match part {
        "hour" => (0, 0),
        "minute" => (time.minute(), 0),
        "second" => (time.minute(), time.second()),
        _ => return None,
    };
    Time::new(time.hour(), minute, second, 0).ok()
}
