//! Lookups on dates, moments, times of day and durations, and on their parts.

use jiff::SignedDuration;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    use specimen::{clock, day, moment, span};
    vec![
        specimens("lookup_temporal-001", day.exact(date(2024, 12, 30))),
        compile_error("lookup_temporal-002", "value/a_date_takes_no_text"),
        specimens("lookup_temporal-003", day.gt(date(2024, 1, 1))),
        specimens("lookup_temporal-004", day.lte(date(1999, 12, 31))),
        specimens("lookup_temporal-005", day.range(date(2020, 12, 31), date(2021, 1, 3))),
        specimens("lookup_temporal-006", day.in_([date(2021, 1, 1), date(2021, 1, 3)])),
        compile_error("lookup_temporal-007", "value/a_date_takes_no_datetime"),
        specimens("lookup_temporal-008", day.year().exact(2024)),
        specimens("lookup_temporal-009", day.year().gt(2023)),
        specimens("lookup_temporal-010", day.year().gte(2024)),
        specimens("lookup_temporal-011", day.year().lt(2000)),
        specimens("lookup_temporal-012", day.year().lte(2000)),
        specimens("lookup_temporal-013", day.year().in_([1999, 2020])),
        specimens("lookup_temporal-014", day.year().range(2020, 2021)),
        specimens("lookup_temporal-015", day.year().lookup(NotEqual, 2021)),
        specimens("lookup_temporal-016", day.iso_year().exact(2020)),
        specimens("lookup_temporal-017", day.iso_year().exact(2025)),
        specimens("lookup_temporal-018", day.iso_year().gte(2024)),
        specimens("lookup_temporal-019", day.iso_year().lt(2021)),
        specimens("lookup_temporal-020", day.iso_year().gt(2020)),
        specimens("lookup_temporal-021", day.iso_year().lte(2022)),
        specimens("lookup_temporal-022", day.iso_year().in_([2022, 2025])),
        specimens("lookup_temporal-023", day.month().exact(12)),
        specimens("lookup_temporal-024", day.month().gte(4)),
        specimens("lookup_temporal-025", day.month().in_([1, 2])),
        specimens("lookup_temporal-026", day.day().exact(31)),
        specimens("lookup_temporal-027", day.day().lte(3)),
        specimens("lookup_temporal-028", day.week().exact(53)),
        specimens("lookup_temporal-029", day.week().exact(1)),
        specimens("lookup_temporal-030", day.week().gte(52)),
        specimens("lookup_temporal-031", day.week_day().exact(1)),
        specimens("lookup_temporal-032", day.week_day().exact(7)),
        specimens("lookup_temporal-033", day.iso_week_day().exact(7)),
        specimens("lookup_temporal-034", day.iso_week_day().lte(2)),
        specimens("lookup_temporal-035", day.quarter().exact(4)),
        specimens("lookup_temporal-036", day.quarter().in_([1, 2])),
        specimens("lookup_temporal-037", day.isnull(true)),
        specimens("lookup_temporal-038", moment.exact(utc("2024-01-01T01:01:01Z"))),
        specimens("lookup_temporal-039", moment.exact(utc("2024-01-01T02:01:01+01:00[Europe/Paris]"))),
        specimens("lookup_temporal-040", moment.gt(utc("2024-12-30T12:34:56.789011Z"))),
        specimens("lookup_temporal-041", moment.lte(utc("1999-12-31T23:59:59.999999Z"))),
        specimens("lookup_temporal-042", moment.range(utc("2021-01-01T00:00Z"), utc("2021-01-03T00:00Z"))),
        specimens("lookup_temporal-043", moment.in_([utc("2021-01-01T00:30Z")])),
        compile_error("lookup_temporal-044", "value/a_datetime_takes_no_date"),
        specimens("lookup_temporal-045", moment.date().exact(date(2021, 1, 3))),
        specimens("lookup_temporal-046", moment.date().gt(date(2024, 2, 29))),
        specimens("lookup_temporal-047", moment.date().range(date(2020, 12, 31), date(2021, 1, 1))),
        specimens("lookup_temporal-048", moment.date().in_([date(2024, 1, 1), date(2024, 4, 1)])),
        specimens("lookup_temporal-049", moment.date().year().exact(2024)),
        specimens("lookup_temporal-050", moment.date().month().lt(3)),
        specimens("lookup_temporal-051", moment.year().exact(9999)),
        specimens("lookup_temporal-052", moment.year().gte(2024)),
        specimens("lookup_temporal-053", moment.year().lt(2000)),
        specimens("lookup_temporal-054", moment.year().in_([1970, 2023])),
        specimens("lookup_temporal-055", moment.iso_year().exact(2020)),
        specimens("lookup_temporal-056", moment.month().exact(1)),
        specimens("lookup_temporal-057", moment.day().exact(1)),
        specimens("lookup_temporal-058", moment.week().exact(53)),
        specimens("lookup_temporal-059", moment.week_day().exact(2)),
        specimens("lookup_temporal-060", moment.iso_week_day().exact(1)),
        specimens("lookup_temporal-061", moment.quarter().exact(1)),
        specimens("lookup_temporal-062", moment.time().exact(time(0, 30))),
        specimens("lookup_temporal-063", moment.time().gte(time(12, 0))),
        specimens("lookup_temporal-064", moment.time().range(time(0, 0), time(1, 0))),
        specimens("lookup_temporal-065", moment.time().hour().exact(23)),
        specimens("lookup_temporal-066", moment.hour().exact(23)),
        specimens("lookup_temporal-067", moment.hour().range(6, 12)),
        specimens("lookup_temporal-068", moment.hour().in_([0, 1])),
        specimens("lookup_temporal-069", moment.minute().exact(30)),
        specimens("lookup_temporal-070", moment.minute().gt(34)),
        specimens("lookup_temporal-071", moment.second().exact(59)),
        specimens("lookup_temporal-072", moment.second().gte(7)),
        specimens("lookup_temporal-073", clock.exact(time(12, 0))),
        specimens("lookup_temporal-074", clock.gt(time(23, 30))),
        specimens("lookup_temporal-075", clock.lt(jiff::civil::time(0, 0, 0, 2_000))),
        specimens("lookup_temporal-076", clock.range(time(10, 0), time(13, 0))),
        specimens("lookup_temporal-077", clock.hour().exact(0)),
        specimens("lookup_temporal-078", clock.hour().gte(12)),
        specimens("lookup_temporal-079", clock.minute().exact(30)),
        specimens("lookup_temporal-080", clock.second().exact(56)),
        specimens("lookup_temporal-081", clock.second().in_([1, 8])),
        specimens("lookup_temporal-082", clock.in_([time(12, 0), time(0, 0)])),
        specimens("lookup_temporal-083", span.exact(SignedDuration::from_mins(90))),
        specimens("lookup_temporal-084", span.gt(SignedDuration::from_hours(1))),
        specimens("lookup_temporal-085", span.lt(SignedDuration::ZERO)),
        specimens("lookup_temporal-086", span.range(SignedDuration::ZERO, SignedDuration::from_mins(1))),
        specimens(
            "lookup_temporal-087",
            span.in_([SignedDuration::from_hours(7 * 24), SignedDuration::from_micros(1)]),
        ),
        ported("lookup_temporal-088", async |tx| {
            Specimen::objects().exclude(day.year().exact(2021)).order_by(specimen::id).all(tx).await
        }),
        ported("lookup_temporal-089", async |tx| {
            let third = moment.date().exact(date(2021, 1, 3));
            Specimen::objects().exclude(third).order_by(specimen::id).all(tx).await
        }),
        entries("lookup_temporal-090", entry::pub_date.year().exact(entry::mod_date.year())),
        entries("lookup_temporal-091", entry::pub_date.month().lt(entry::mod_date.month())),
        entries("lookup_temporal-092", entry::published_at.date().exact(entry::pub_date)),
        entries("lookup_temporal-093", entry::published_at.date().gt(entry::pub_date)),
        compile_error("lookup_temporal-094", "value/a_transform_has_its_own_kind"),
        compile_error("lookup_temporal-095", "lookup/a_date_has_no_hour"),
        compile_error("lookup_temporal-096", "lookup/a_time_has_no_year"),
        ported("lookup_temporal-097", async |tx| {
            let published = blog::entry().pub_date;
            Blog::objects()
                .filter(published.year().exact(2024) & published.quarter().exact(2))
                .order_by(blog::id)
                .all(tx)
                .await
        }),
        ported("lookup_temporal-098", async |tx| {
            Event::objects().filter(event::starts_at.second().exact(30)).order_by(event::id).all(tx).await
        }),
        ported("lookup_temporal-099", async |tx| {
            Event::objects().filter(event::date.week().exact(53)).order_by(event::id).all(tx).await
        }),
    ]
}

/// A moment.
fn utc(text: &str) -> jiff::Timestamp {
    text.parse().expect("a moment")
}

/// A time of day.
fn time(hour: i8, minute: i8) -> jiff::civil::Time {
    jiff::civil::time(hour, minute, 0, 0)
}
