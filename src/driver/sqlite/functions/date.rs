//! Dates and times: parts, truncation, differences, and time zones.
//!
//! Zones come from the database that is built into this crate, so that results do not depend on the
//! machine. Text that is no date gives `NULL`; a zone or a part that does not exist is an error.

mod extract;
mod interval;
mod trunc;
mod zone;

use rusqlite::functions::Context;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Result};

use crate::driver::sqlite::datetime::{parse_datetime, parse_time};

pub(super) fn register(connection: &Connection) -> Result<()> {
    extract::register(connection)?;
    trunc::register(connection)?;
    interval::register(connection)
}

/// A date, or a datetime: Django's functions tell them apart.
#[derive(Clone, Copy, Debug)]
struct Moment {
    datetime: jiff::civil::DateTime,
    has_time: bool,
}

/// Reads an argument as Django does: an offset in the text is ignored, since none is ever stored.
fn moment(value: ValueRef<'_>) -> Option<Moment> {
    let parsed = parse_datetime(value.as_str_or_null().ok()??)?;
    Some(Moment { datetime: parsed.datetime, has_time: parsed.has_time })
}

fn time(value: ValueRef<'_>) -> Option<jiff::civil::Time> {
    parse_time(value.as_str_or_null().ok()??)
}

/// The moment in argument `at`, in the zone that argument `zone` names; it is stored in the zone of the
/// argument after that.
fn local_moment(context: &Context<'_>, at: usize, zone: usize) -> Result<Option<Moment>> {
    let Some(moment) = moment(context.get_raw(at)) else { return Ok(None) };
    let (Some(zone), stored) = (name(context, zone)?, name(context, zone + 1)?) else {
        return Ok(Some(moment));
    };
    let datetime = zone::localize(moment.datetime, zone, stored.unwrap_or("UTC"))?;
    Ok(Some(Moment { datetime, has_time: true }))
}

fn name<'a>(context: &'a Context<'_>, at: usize) -> Result<Option<&'a str>> {
    Ok(context.get_raw(at).as_str_or_null()?)
}

#[cfg(test)]
mod tests {
    use crate::driver::sqlite::functions::tests::{check_all, check_error};

    // The values are what Django 5.2.19 gives on SQLite 3.40 with its functions registered.
    #[test]
    fn results_are_those_of_django() {
        check_all(&[
            ("django_date_extract('year', '2024-12-30')", "int 2024"),
            ("django_date_extract('iso_year', '2024-12-30')", "int 2025"),
            ("django_date_extract('quarter', '2024-12-30')", "int 4"),
            ("django_date_extract('month', '2024-12-30')", "int 12"),
            ("django_date_extract('week', '2024-12-30')", "int 1"),
            ("django_date_extract('week_day', '2024-12-30')", "int 2"),
            ("django_date_extract('iso_week_day', '2024-12-30')", "int 1"),
            ("django_date_extract('day', '2024-12-30')", "int 30"),
            ("django_datetime_extract('year', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 2024"),
            (
                "django_datetime_extract('year', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 2024",
            ),
            ("django_datetime_extract('iso_year', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 2025"),
            (
                "django_datetime_extract('iso_year', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 2025",
            ),
            ("django_datetime_extract('quarter', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 4"),
            (
                "django_datetime_extract('quarter', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 4",
            ),
            ("django_datetime_extract('month', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 12"),
            (
                "django_datetime_extract('month', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 12",
            ),
            ("django_datetime_extract('week', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 1"),
            (
                "django_datetime_extract('week', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 1",
            ),
            ("django_datetime_extract('week_day', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 2"),
            (
                "django_datetime_extract('week_day', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 3",
            ),
            ("django_datetime_extract('iso_week_day', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 1"),
            (
                "django_datetime_extract('iso_week_day', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 2",
            ),
            ("django_datetime_extract('day', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 30"),
            (
                "django_datetime_extract('day', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 31",
            ),
            ("django_datetime_extract('hour', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 23"),
            (
                "django_datetime_extract('hour', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 5",
            ),
            ("django_datetime_extract('minute', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 45"),
            (
                "django_datetime_extract('minute', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 30",
            ),
            ("django_datetime_extract('second', '2024-12-30 23:45:06.123456', NULL, NULL)", "int 6"),
            (
                "django_datetime_extract('second', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 6",
            ),
            (
                "django_datetime_extract('microsecond', '2024-12-30 23:45:06.123456', NULL, NULL)",
                "int 123456",
            ),
            (
                "django_datetime_extract('microsecond', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "int 123456",
            ),
            ("django_date_extract('year', '2021-01-03')", "int 2021"),
            ("django_date_extract('iso_year', '2021-01-03')", "int 2020"),
            ("django_date_extract('week', '2021-01-03')", "int 53"),
            ("django_date_extract('week_day', '2021-01-03')", "int 1"),
            ("django_date_extract('iso_week_day', '2021-01-03')", "int 7"),
            ("django_date_extract('year', NULL)", "null"),
            ("django_date_extract('year', '')", "null"),
            ("django_date_extract('year', 'never')", "null"),
            ("django_date_extract('year', 2024)", "null"),
            ("django_date_extract('year', '2024-13-01')", "null"),
            ("django_date_extract('year', '0001-01-01')", "int 1"),
            ("django_datetime_extract('hour', NULL, 'UTC', 'UTC')", "null"),
            ("django_datetime_extract('hour', 'never', 'UTC', 'UTC')", "null"),
            ("django_datetime_extract('hour', '2024-12-30 23:45:06.123456', 'UTC', 'UTC')", "int 23"),
            ("django_datetime_extract('hour', '2024-12-30 23:45:06.123456', '+02:00', 'UTC')", "int 1"),
            ("django_datetime_extract('hour', '2024-12-30 23:45:06.123456', '-03:30', 'UTC')", "int 20"),
            ("django_datetime_extract('minute', '2024-12-30 23:45:06.123456', 'UTC-03:30', 'UTC')", "int 15"),
            (
                "django_datetime_extract('hour', '2024-12-30 23:45:06.123456', 'America/New_York', 'UTC')",
                "int 18",
            ),
            ("django_datetime_extract('hour', '2024-07-01 12:00:00', 'America/New_York', 'UTC')", "int 8"),
            (
                "django_datetime_extract('hour', '2024-07-01 12:00:00', 'America/Port-au-Prince', 'UTC')",
                "int 8",
            ),
            (
                "django_datetime_extract('hour', '2024-07-01 12:00:00', 'Europe/Oslo', 'America/New_York')",
                "int 18",
            ),
            ("django_datetime_extract('hour', '2024-03-31 02:30:00', 'UTC', 'Europe/Oslo')", "int 1"),
            ("django_datetime_extract('hour', '2024-10-27 02:30:00', 'UTC', 'Europe/Oslo')", "int 0"),
            ("django_datetime_extract('hour', '2024-07-01 12:00:00+05', 'UTC', 'UTC')", "int 12"),
            ("django_date_trunc('year', '2024-05-19', NULL, NULL)", "text 2024-01-01"),
            (
                "django_date_trunc('year', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-01-01",
            ),
            ("django_date_trunc('quarter', '2024-05-19', NULL, NULL)", "text 2024-04-01"),
            (
                "django_date_trunc('quarter', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-10-01",
            ),
            ("django_date_trunc('month', '2024-05-19', NULL, NULL)", "text 2024-05-01"),
            (
                "django_date_trunc('month', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-12-01",
            ),
            ("django_date_trunc('week', '2024-05-19', NULL, NULL)", "text 2024-05-13"),
            (
                "django_date_trunc('week', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-12-30",
            ),
            ("django_date_trunc('day', '2024-05-19', NULL, NULL)", "text 2024-05-19"),
            (
                "django_date_trunc('day', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-12-31",
            ),
            (
                "django_datetime_trunc('year', '2024-12-30 23:45:06.123456', NULL, NULL)",
                "text 2024-01-01 00:00:00",
            ),
            (
                "django_datetime_trunc('year', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-01-01 00:00:00",
            ),
            (
                "django_datetime_trunc('quarter', '2024-12-30 23:45:06.123456', NULL, NULL)",
                "text 2024-10-01 00:00:00",
            ),
            (
                "django_datetime_trunc('quarter', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-10-01 00:00:00",
            ),
            (
                "django_datetime_trunc('month', '2024-12-30 23:45:06.123456', NULL, NULL)",
                "text 2024-12-01 00:00:00",
            ),
            (
                "django_datetime_trunc('month', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-12-01 00:00:00",
            ),
            (
                "django_datetime_trunc('week', '2024-12-30 23:45:06.123456', NULL, NULL)",
                "text 2024-12-30 00:00:00",
            ),
            (
                "django_datetime_trunc('week', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-12-30 00:00:00",
            ),
            (
                "django_datetime_trunc('day', '2024-12-30 23:45:06.123456', NULL, NULL)",
                "text 2024-12-30 00:00:00",
            ),
            (
                "django_datetime_trunc('day', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-12-31 00:00:00",
            ),
            (
                "django_datetime_trunc('hour', '2024-12-30 23:45:06.123456', NULL, NULL)",
                "text 2024-12-30 23:00:00",
            ),
            (
                "django_datetime_trunc('hour', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-12-31 05:00:00",
            ),
            (
                "django_datetime_trunc('minute', '2024-12-30 23:45:06.123456', NULL, NULL)",
                "text 2024-12-30 23:45:00",
            ),
            (
                "django_datetime_trunc('minute', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-12-31 05:30:00",
            ),
            (
                "django_datetime_trunc('second', '2024-12-30 23:45:06.123456', NULL, NULL)",
                "text 2024-12-30 23:45:06",
            ),
            (
                "django_datetime_trunc('second', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-12-31 05:30:06",
            ),
            ("django_time_trunc('hour', '13:14:15.678', NULL, NULL)", "text 13:00:00"),
            (
                "django_time_trunc('hour', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 05:00:00",
            ),
            ("django_time_trunc('minute', '13:14:15.678', NULL, NULL)", "text 13:14:00"),
            (
                "django_time_trunc('minute', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 05:30:00",
            ),
            ("django_time_trunc('second', '13:14:15.678', NULL, NULL)", "text 13:14:15"),
            (
                "django_time_trunc('second', '2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 05:30:06",
            ),
            ("django_time_extract('hour', '13:14:15.678')", "int 13"),
            ("django_time_extract('minute', '13:14:15.678')", "int 14"),
            ("django_time_extract('second', '13:14:15.678')", "int 15"),
            ("django_time_extract('microsecond', '13:14:15.678')", "int 678000"),
            ("django_date_trunc('year', NULL, NULL, NULL)", "null"),
            ("django_date_trunc('year', 'never', NULL, NULL)", "null"),
            ("django_datetime_trunc('year', '', NULL, NULL)", "null"),
            ("django_time_trunc('hour', NULL, NULL, NULL)", "null"),
            ("django_time_trunc('hour', 'noon', NULL, NULL)", "null"),
            ("django_time_extract('hour', NULL)", "null"),
            ("django_time_extract('hour', 'noon')", "null"),
            (
                "django_datetime_cast_date('2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 2024-12-31",
            ),
            ("django_datetime_cast_date('2024-12-30 23:45:06.123456', NULL, NULL)", "text 2024-12-30"),
            ("django_datetime_cast_date(NULL, 'UTC', 'UTC')", "null"),
            (
                "django_datetime_cast_time('2024-12-30 23:45:06.123456', 'Asia/Kathmandu', 'UTC')",
                "text 05:30:06.123456",
            ),
            ("django_datetime_cast_time('2024-05-19 10:00:00', 'UTC', 'UTC')", "text 10:00:00"),
            ("django_datetime_cast_time(NULL, 'UTC', 'UTC')", "null"),
            ("django_date_trunc('week', '2024-05-20', NULL, NULL)", "text 2024-05-20"),
            ("django_date_trunc('week', '2024-05-26', NULL, NULL)", "text 2024-05-20"),
            (
                "django_datetime_trunc('day', '2024-11-03 06:30:00', 'America/New_York', 'UTC')",
                "text 2024-11-03 00:00:00",
            ),
        ]);
    }

    // The values are what Django 5.2.19 gives on SQLite 3.40 with its functions registered.
    #[test]
    fn differences_and_durations_are_those_of_django() {
        check_all(&[
            ("django_time_diff('13:14:15.5', '12:00:00')", "int 4455500000"),
            ("django_time_diff('12:00:00', '13:14:15.5')", "int -4455500000"),
            ("django_time_diff(NULL, '12:00:00')", "null"),
            ("django_timestamp_diff('2024-03-01 00:00:00', '2024-02-28 12:00:00.25')", "int 129599750000"),
            ("django_timestamp_diff('2024-02-28', '2024-03-01')", "int -172800000000"),
            ("django_timestamp_diff('2024-02-28', NULL)", "null"),
            ("django_format_dtdelta('+', '2024-02-28 23:00:00', 7200000000)", "text 2024-02-29 01:00:00"),
            ("django_format_dtdelta('+', 7200000000, '2024-02-28 23:00:00')", "text 2024-02-29 01:00:00"),
            ("django_format_dtdelta(' - ', '2024-02-28 23:00:00', 1)", "text 2024-02-28 22:59:59.999999"),
            ("django_format_dtdelta('-', '2024-03-01 00:00:00.5', 500000)", "text 2024-03-01 00:00:00"),
            ("django_format_dtdelta('+', '2024-02-28', 86400000000)", "text 2024-02-29"),
            ("django_format_dtdelta('+', '2024-02-28', 3600000000)", "text 2024-02-28"),
            ("django_format_dtdelta('-', '2024-02-28', 3600000000)", "text 2024-02-28"),
            ("django_format_dtdelta('-', '2024-02-28', 86400000000)", "text 2024-02-27"),
            ("django_format_dtdelta('+', '2024-02-28', -3600000000)", "text 2024-02-27"),
            ("django_format_dtdelta('-', '2024-02-28', -90000000000)", "text 2024-03-01"),
            ("django_format_dtdelta('*', 5, 3)", "int 15"),
            ("django_format_dtdelta('*', 5, 1.5)", "real 7.5"),
            ("django_format_dtdelta('/', 5, 2)", "real 2.5"),
            ("django_format_dtdelta('/', 6, 3)", "real 2.0"),
            ("django_format_dtdelta('+', NULL, 5)", "null"),
            ("django_format_dtdelta('+', '2024-02-28', NULL)", "null"),
            ("django_format_dtdelta(NULL, 1, 2)", "null"),
            ("django_format_dtdelta('+', 'never', 5)", "null"),
        ]);
    }

    #[test]
    fn what_django_s_functions_fail_on_has_a_value_where_one_makes_sense() {
        check_all(&[
            // A name of the database before an offset: Django reads ten hours more than Etc/GMT.
            ("django_datetime_extract('hour', '2024-07-01 12:00:00', 'Etc/GMT+10', 'UTC')", "int 2"),
            ("django_datetime_extract('hour', '2024-07-01T12:00:00Z', NULL, NULL)", "int 12"),
            ("django_datetime_cast_date('2024-05-19', NULL, NULL)", "text 2024-05-19"),
            ("django_time_diff('noon', '12:00:00')", "null"),
            ("django_timestamp_diff('2024-02-28 00:00:01', '2024-02-28')", "int 1000000"),
            ("django_timestamp_diff('', '2024-02-28')", "null"),
            ("django_format_dtdelta('+', 5, 6)", "int 11"),
            ("django_format_dtdelta('-', '2024-02-28 01:00:00', '2024-02-28 00:00:00')", "int 3600000000"),
            ("django_format_dtdelta('/', 5, 0)", "null"),
        ]);
    }

    #[test]
    fn what_has_no_value_is_an_error_that_says_why() {
        let beyond = "the result is beyond what a date or a duration can hold";
        check_error("django_date_extract('hour', '2024-05-19')", "a date has no part `hour`");
        check_error(
            "django_datetime_extract('age', '2024-05-19', NULL, NULL)",
            "a datetime has no part `age`",
        );
        check_error("django_time_extract('year', '12:00:00')", "a time has no part `year`");
        check_error(
            "django_date_trunc('hour', '2024-05-19', NULL, NULL)",
            "a date cannot be truncated to `hour`",
        );
        check_error(
            "django_datetime_extract('hour', '2024-05-19', 'Europe/Atlantis', 'UTC')",
            "`Europe/Atlantis` is not a time zone",
        );
        check_error("django_format_dtdelta('+', '9999-12-31', 86400000000)", beyond);
        check_error("django_format_dtdelta('-', '0001-01-01 00:00:00', 1)", beyond);
        check_error("django_format_dtdelta('-', '2024-02-28', -9223372036854775807 - 1)", beyond);
        check_error("django_format_dtdelta('*', 9223372036854775807, 2)", beyond);
        check_error("django_format_dtdelta('%', 1, 2)", "`%` is no arithmetic of durations");
    }
}
