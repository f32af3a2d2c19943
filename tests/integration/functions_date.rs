//! Functions of dates and times: the ends of the calendar, changes of clocks, `now()`, `dates()`.

use expect_test::expect;
use jiff::Timestamp;
use queryset::Zone;
use queryset::demo::blog::{Blog, Entry, Specimen, blog, entry, specimen};
use queryset::prelude::*;

use crate::support::{check_count, check_rows, date, moment, on_every_database};

fn zone(name: &str) -> Zone {
    Zone::new(name).expect("a zone")
}

fn one() -> QuerySet<Specimen> {
    Specimen::objects().filter(specimen::label.exact("one"))
}

#[test]
fn the_calendar_has_two_ends() {
    let day = |year, month, day| value::<Specimen, _>(date(year, month, day));
    let (first, last) = (day(1, 1, 1), day(9999, 12, 31));
    check_rows(
        one().values_list((
            first.trunc_year(),
            first.trunc_week(),
            first.trunc_quarter(),
            day(1, 5, 31).trunc_quarter(),
            last.trunc_year(),
            last.trunc_quarter(),
            last.trunc_month(),
            last.trunc_week(),
            last.trunc_day(),
            last.trunc(DateUnit::Month),
        )),
        expect![[r#"
            ["0001-01-01","0001-01-01","0001-01-01","0001-04-01","9999-01-01","9999-10-01","9999-12-01","9999-12-27","9999-12-31","9999-12-01"]
        "#]],
    );
    check_rows(
        Specimen::objects().filter(specimen::label.exact("max")).values_list((
            specimen::moment.trunc_year(),
            specimen::moment.trunc_quarter(),
            specimen::moment.trunc_week(),
            specimen::moment.trunc_hour(),
            specimen::moment.trunc_second(),
            specimen::clock.trunc_minute(),
        )),
        expect![[r#"
            ["9999-01-01T00:00:00","9999-10-01T00:00:00","9999-12-27T00:00:00","9999-12-31T23:00:00","9999-12-31T23:59:59","12:00:00"]
        "#]],
    );
}

#[test]
fn a_quarter_begins_with_its_first_month() {
    let months = (1..=12).map(|month| date(2023, month, 28));
    on_every_database(async |db, database| {
        for day in months.clone() {
            let begins: Vec<jiff::civil::Date> =
                one().values_list(value(day).trunc_quarter()).flat().all(&db).await?;
            assert_eq!(begins, [date(2023, (day.month() - 1) / 3 * 3 + 1, 1)], "on {database:?}");
        }
        Ok(())
    });
}

/// Checks to which moments, by the clocks of a zone, some moments are cut.
#[track_caller]
fn check_cut<U: queryset::Unit<kind::DateTime> + Copy>(zone_name: &str, unit: U, cut: &[(&str, &str)]) {
    let there = zone(zone_name);
    on_every_database(async |db, database| {
        for (of, expected) in cut {
            let of = value::<Specimen, _>(moment(of)).at_zone(&there).trunc(unit);
            let found: Vec<Timestamp> = one().values_list(of).flat().all(&db).await?;
            assert_eq!(found, [moment(expected)], "on {database:?}");
        }
        Ok(())
    });
}

// The moments are those that Django gives.
#[test]
fn where_clocks_show_an_hour_twice_the_first_one_is_meant() {
    check_cut(
        "Europe/Oslo",
        TimeUnit::Hour,
        &[
            ("2024-10-26T23:30:00Z", "2024-10-26T23:00:00Z"),
            ("2024-10-27T00:30:00Z", "2024-10-27T00:00:00Z"),
            ("2024-10-27T01:30:00Z", "2024-10-27T00:00:00Z"),
            ("2024-10-27T02:30:00Z", "2024-10-27T02:00:00Z"),
            ("2024-10-27T12:30:00Z", "2024-10-27T12:00:00Z"),
            ("2024-03-31T00:30:00Z", "2024-03-31T00:00:00Z"),
            ("2024-03-31T01:30:00Z", "2024-03-31T01:00:00Z"),
            ("2024-03-31T02:30:00Z", "2024-03-31T02:00:00Z"),
        ],
    );
    check_cut(
        "Europe/Oslo",
        TimeUnit::Minute,
        &[
            ("2024-10-27T01:59:59.5Z", "2024-10-27T00:59:00Z"),
            ("2024-10-27T00:00:00Z", "2024-10-27T00:00:00Z"),
        ],
    );
}

#[test]
fn a_day_begins_at_its_first_midnight() {
    check_cut(
        "Europe/Oslo",
        DateUnit::Day,
        &[
            ("2024-10-27T12:00:00Z", "2024-10-26T22:00:00Z"),
            ("2024-10-27T22:59:59Z", "2024-10-26T22:00:00Z"),
            ("2024-10-27T23:00:00Z", "2024-10-27T23:00:00Z"),
            ("2024-03-31T12:00:00Z", "2024-03-30T23:00:00Z"),
        ],
    );
    // The clocks of Havana go back at one o'clock, to midnight.
    check_cut(
        "America/Havana",
        DateUnit::Day,
        &[("2024-11-03T04:30:00Z", "2024-11-03T04:00:00Z"), ("2024-11-03T12:00:00Z", "2024-11-03T04:00:00Z")],
    );
    // Those of São Paulo left out midnight.
    check_cut("America/Sao_Paulo", DateUnit::Day, &[("2018-11-04T12:00:00Z", "2018-11-04T03:00:00Z")]);
    check_cut("Asia/Kolkata", TimeUnit::Hour, &[("2024-05-06T07:08:09Z", "2024-05-06T06:30:00Z")]);
}

#[test]
fn a_longer_unit_begins_by_the_clocks_of_that_day() {
    check_cut("Europe/Oslo", DateUnit::Year, &[("2024-07-01T00:00:00Z", "2023-12-31T23:00:00Z")]);
    check_cut("Europe/Oslo", DateUnit::Quarter, &[("2024-05-06T00:00:00Z", "2024-03-31T22:00:00Z")]);
    check_cut("Europe/Oslo", DateUnit::Month, &[("2024-10-31T00:00:00Z", "2024-09-30T22:00:00Z")]);
    check_cut("America/New_York", DateUnit::Week, &[("2024-03-11T03:00:00Z", "2024-03-04T05:00:00Z")]);
}

#[test]
fn what_was_cut_is_a_moment() {
    let day = entry::published_at.at_zone(&zone("Asia/Kolkata")).trunc_day();
    check_rows(
        Entry::objects().filter(day.exact(moment("2023-12-31T18:30:00Z"))).order_by(entry::id),
        "12 13",
    );
    check_rows(
        Entry::objects()
            .filter(entry::published_at.trunc_month().lt(moment("2008-01-02T00:00:00Z")))
            .order_by(entry::id),
        "3 14 15",
    );
    check_rows(
        Entry::objects().exclude(entry::published_at.trunc_year().year().gt(2000)).order_by(entry::id),
        "6 11 14 15",
    );
}

#[test]
fn now_is_the_moment_of_the_statement() {
    on_every_database(async |db, database| {
        let before = Timestamp::now();
        let times: Vec<(Timestamp, i64)> = one().values_list((now(), now().year())).all(&db).await?;
        let [(at, year)] = times[..] else { panic!("there is one") };
        let off = at.duration_since(before).abs();
        assert!(off < jiff::SignedDuration::from_secs(120), "on {database:?}: {at}, and it was {before}");
        assert!(year >= 2024, "on {database:?}");
        assert_eq!(Entry::objects().filter(entry::published_at.gt(now())).count(&db).await?, 0);
        Ok(())
    });
    // That of its transaction is another one.
    on_every_database(async |db, database| {
        let mut tx = db.begin().await?;
        let first: Vec<Timestamp> = one().values_list(now()).flat().all(&mut tx).await?;
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        let second: Vec<Timestamp> = one().values_list(now()).flat().all(&mut tx).await?;
        assert!(second > first, "on {database:?}");
        tx.rollback().await
    });
}

#[test]
fn parts_of_durations_are_those_of_postgresql() {
    let (label, span) = (specimen::label, specimen::span);
    let parts = Specimen::objects()
        .filter(label.in_(["neg", "max", "nulls", "half", "mixed"]))
        .order_by(specimen::id);
    check_rows(
        parts.values_list((label, span.day(), span.hour(), span.minute(), span.second())),
        [
            expect![["not supported"]],
            expect![[r#"
            ["neg",-2,22,58,58]
            ["max",400,0,0,0]
            ["nulls",null,null,null,null]
            ["half",0,1,30,0]
            ["mixed",0,1,2,3]
        "#]],
            expect![["not supported"]],
        ],
    );
}

#[test]
fn dates_come_once_in_their_order_without_null() {
    let years = Specimen::objects().dates(specimen::day, DateUnit::Year);
    check_rows(
        years.clone(),
        expect![[
            r#""1970-01-01" "1999-01-01" "2020-01-01" "2021-01-01" "2023-01-01" "2024-01-01" "9999-01-01""#
        ]],
    );
    check_rows(years.clone().reverse().limit(2), expect![[r#""9999-01-01" "2024-01-01""#]]);
    check_count(years.clone(), 7);
    check_rows(years.clone().slice(1..3), expect![[r#""1999-01-01" "2020-01-01""#]]);
    check_rows(Specimen::objects().none().dates(specimen::day, DateUnit::Day), "");
    check_rows(
        Specimen::objects().order_by(specimen::id.desc()).dates(specimen::day, DateUnit::Year).limit(1),
        expect![[r#""1970-01-01""#]],
    );
}

#[test]
fn dates_over_a_relation_are_those_of_the_rows_that_were_joined() {
    let rated = Blog::objects().filter(blog::entry().rating.exact(5));
    let dates = rated.dates(blog::entry().pub_date, DateUnit::Year);
    check_rows(dates.clone(), expect![[r#""1999-01-01" "2008-01-01" "2021-01-01" "2024-01-01""#]]);
    expect![[r#"SELECT DISTINCT django_date_trunc('year', "blog_entry"."pub_date", NULL, NULL) FROM "blog_blog" INNER JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" WHERE "blog_entry"."rating" = ? AND "blog_entry"."pub_date" IS NOT NULL ORDER BY 1 ASC"#]].assert_eq(&dates.sql::<Sqlite>().expect("it compiles"));
}

#[test]
fn dates_stand_on_the_right_of_in() {
    let days = Entry::objects().filter(entry::rating.exact(5)).dates(entry::pub_date, DateUnit::Day);
    check_rows(Entry::objects().filter(entry::pub_date.in_(days)).order_by(entry::id), "1 6 10 11 15");
}

#[test]
fn datetimes_are_cut_by_the_clocks_of_a_zone() {
    let there = entry::published_at.at_zone(&zone("America/New_York"));
    let entries = Entry::objects().filter(entry::pub_date.year().exact(2008));
    check_rows(
        entries.clone().datetimes(there.clone(), DateUnit::Month),
        expect![[r#""2007-12-01T05:00:00Z" "2008-06-01T04:00:00Z" "2008-07-01T04:00:00Z""#]],
    );
    check_rows(
        entries.datetimes(there, TimeUnit::Hour).reverse(),
        expect![[r#""2008-07-15T23:00:00Z" "2008-06-01T10:00:00Z" "2008-01-01T00:00:00Z""#]],
    );
}

#[test]
fn each_database_has_its_own_words() {
    let (date, at) = (entry::pub_date, entry::published_at);
    let query = Entry::objects().values_list((
        date.trunc_year(),
        date.trunc_quarter(),
        date.trunc_week(),
        at.trunc_hour(),
        at.at_zone(&zone("Europe/Oslo")).trunc_day(),
        now(),
    ));
    expect![[r#"SELECT django_date_trunc('year', "blog_entry"."pub_date", NULL, NULL), django_date_trunc('quarter', "blog_entry"."pub_date", NULL, NULL), django_date_trunc('week', "blog_entry"."pub_date", NULL, NULL), django_datetime_trunc('hour', "blog_entry"."published_at", 'UTC', 'UTC'), queryset_utc(django_datetime_trunc('day', "blog_entry"."published_at", 'Europe/Oslo', 'UTC'), 'Europe/Oslo'), STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW') FROM "blog_entry""#]].assert_eq(&query.sql::<Sqlite>().expect("it compiles"));
    expect![[r#"SELECT CAST(DATE_TRUNC('year', "blog_entry"."pub_date") AS date), CAST(DATE_TRUNC('quarter', "blog_entry"."pub_date") AS date), CAST(DATE_TRUNC('week', "blog_entry"."pub_date") AS date), DATE_TRUNC('hour', "blog_entry"."published_at" AT TIME ZONE 'UTC') AT TIME ZONE 'UTC', LEAST(DATE_TRUNC('day', "blog_entry"."published_at" AT TIME ZONE 'Europe/Oslo') AT TIME ZONE 'Europe/Oslo', (((DATE_TRUNC('day', "blog_entry"."published_at" AT TIME ZONE 'Europe/Oslo') - (INTERVAL '1 hour')) AT TIME ZONE 'Europe/Oslo')) + (INTERVAL '1 hour')), STATEMENT_TIMESTAMP() FROM "blog_entry""#]].assert_eq(&query.sql::<Postgres>().expect("it compiles"));
    expect!["SELECT CAST(DATE_FORMAT(`blog_entry`.`pub_date`, '%Y-01-01') AS DATE), CAST(DATE_FORMAT(DATE_SUB(`blog_entry`.`pub_date`, INTERVAL MOD(MONTH(`blog_entry`.`pub_date`) + 2, 3) MONTH), '%Y-%m-01') AS DATE), CAST(DATE_FORMAT(DATE_SUB(`blog_entry`.`pub_date`, INTERVAL WEEKDAY(`blog_entry`.`pub_date`) DAY), '%Y-%m-%d') AS DATE), CAST(DATE_FORMAT(`blog_entry`.`published_at`, '%Y-%m-%d %H:00:00') AS DATETIME), CONVERT_TZ(CAST(DATE_FORMAT(CONVERT_TZ(`blog_entry`.`published_at`, 'UTC', 'Europe/Oslo'), '%Y-%m-%d 00:00:00') AS DATETIME), 'Europe/Oslo', 'UTC'), CURRENT_TIMESTAMP(6) FROM `blog_entry`"].assert_eq(&query.sql::<MySql>().expect("it compiles"));
}
