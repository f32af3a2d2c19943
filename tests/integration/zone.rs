//! `at_zone()`: the parts of a datetime by the clocks of a time zone.

use expect_test::expect;
use queryset::Zone;
use queryset::demo::blog::{Blog, Entry, EntryDetail, Specimen, blog, entry, entry_detail, specimen};
use queryset::prelude::*;

use crate::support::{check_error, check_rows, date, on_every_database};

fn zone(name: &str) -> Zone {
    Zone::new(name).expect("a zone")
}

/// Checks the labels of the specimens for which a predicate is true.
#[track_caller]
fn check_labels(predicate: Q<Specimen>, expected: &'static str) {
    check_specimens(Specimen::objects().filter(predicate), expected);
}

#[track_caller]
fn check_specimens(specimens: QuerySet<Specimen>, expected: &'static str) {
    let expected = expected.split(' ').map(|label| format!("{label:?}")).collect::<Vec<_>>().join(" ");
    let labels = specimens.order_by(specimen::id).values_list(specimen::label).flat();
    on_every_database(async |db, database| {
        let shown: Vec<String> =
            labels.all(&db).await?.into_iter().map(|label| format!("{label:?}")).collect();
        assert_eq!(shown.join(" "), expected, "on {database:?}");
        Ok(())
    });
}

/// MariaDB leaves what a `TIMESTAMP` cannot hold in UTC, as under Django.
fn converted() -> Q<Specimen> {
    !specimen::label.in_(["zero", "max"])
}

#[test]
fn a_year_begins_at_midnight_in_the_zone() {
    let year = specimen::moment.at_zone(&zone("America/New_York")).year();
    check_labels(year.exact(2021), "half");
    check_labels(year.gt(2020), "one max half unicode wild quarter sunday");
    check_labels(year.gte(2024), "max unicode wild quarter");
    check_labels(year.lt(2021), "zero neg mixed week53");
    check_labels(year.lte(2020), "zero neg mixed week53");
    check_labels(year.in_([2020, 1999]), "neg mixed week53");
    check_labels(specimen::moment.at_zone(&zone("Asia/Kolkata")).year().exact(2021), "half mixed week53");
    check_specimens(
        Specimen::objects().exclude(year.exact(2024)),
        "zero one neg max nulls half mixed sunday week53",
    );
}

#[test]
fn the_year_9999_ends_where_the_database_ends() {
    let far_west = specimen::moment.at_zone(&zone("America/New_York")).year();
    check_labels(far_west.exact(9999), "max");
    check_labels(far_west.gt(9998), "max");
}

#[test]
fn a_comparison_of_a_year_is_one_of_moments() {
    let oslo = zone("Europe/Oslo");
    let query = Entry::objects().filter(entry::published_at.at_zone(&oslo).year().exact(2024));
    let sql = query.values_list(entry::id).sql::<Postgres>().expect("it compiles");
    expect![[
        r#"SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."published_at" BETWEEN $1 AND $2"#
    ]]
    .assert_eq(&sql);
}

#[test]
fn each_database_has_its_own_words() {
    let oslo = zone("Europe/Oslo");
    let query = Entry::objects().values_list((
        entry::published_at.at_zone(&oslo).date(),
        entry::published_at.at_zone(&oslo).second(),
        entry::published_at.at_zone(&zone("UTC")).hour(),
    ));
    expect![[r#"SELECT django_datetime_cast_date("blog_entry"."published_at", 'Europe/Oslo', 'UTC'), django_datetime_extract('second', "blog_entry"."published_at", 'Europe/Oslo', 'UTC'), django_datetime_extract('hour', "blog_entry"."published_at", 'UTC', 'UTC') FROM "blog_entry""#]]
        .assert_eq(&query.sql::<Sqlite>().expect("it compiles"));
    expect![[r#"SELECT CAST(("blog_entry"."published_at" AT TIME ZONE 'Europe/Oslo') AS date), EXTRACT(SECOND FROM DATE_TRUNC('second', "blog_entry"."published_at" AT TIME ZONE 'Europe/Oslo')), EXTRACT(HOUR FROM ("blog_entry"."published_at" AT TIME ZONE 'UTC')) FROM "blog_entry""#]]
        .assert_eq(&query.sql::<Postgres>().expect("it compiles"));
    expect![[r#"SELECT DATE(CONVERT_TZ(`blog_entry`.`published_at`, 'UTC', 'Europe/Oslo')), EXTRACT(SECOND FROM CONVERT_TZ(`blog_entry`.`published_at`, 'UTC', 'Europe/Oslo')), EXTRACT(HOUR FROM `blog_entry`.`published_at`) FROM `blog_entry`"#]]
        .assert_eq(&query.sql::<MySql>().expect("it compiles"));
}

#[test]
fn parts_are_those_of_the_zone() {
    let there = specimen::moment.at_zone(&zone("America/New_York"));
    check_labels(there.date().exact(date(2023, 12, 31)), "one");
    check_labels(there.hour().gte(18) & converted(), "one neg mixed quarter week53");
    check_labels(there.iso_year().exact(2020), "half mixed week53");
    check_labels(there.date().year().exact(2020), "mixed week53");
    let parts = (
        specimen::label,
        there.year(),
        there.iso_year(),
        there.month(),
        there.day(),
        there.week(),
        there.week_day(),
        there.iso_week_day(),
        there.quarter(),
        there.hour(),
        there.minute(),
        there.second(),
        there.date(),
        there.time(),
    );
    check_rows(
        Specimen::objects().filter(converted()).order_by(specimen::id).values_list(parts),
        expect![[r#"
            ["one",2023,2023,12,31,52,1,7,4,20,1,1,"2023-12-31","20:01:01"]
            ["neg",1999,1999,12,31,52,6,5,4,18,59,59,"1999-12-31","18:59:59.999999"]
            ["nulls",null,null,null,null,null,null,null,null,null,null,null,null,null]
            ["half",2021,2020,1,3,53,1,7,1,5,30,0,"2021-01-03","05:30:00"]
            ["mixed",2020,2020,12,31,53,5,4,4,18,30,0,"2020-12-31","18:30:00.5"]
            ["unicode",2024,2025,12,30,1,2,1,4,7,34,56,"2024-12-30","07:34:56.789012"]
            ["wild",2024,2024,2,29,9,5,4,1,1,7,8,"2024-02-29","01:07:08"]
            ["quarter",2024,2024,3,31,13,1,7,1,20,0,0,"2024-03-31","20:00:00"]
            ["sunday",2023,2022,1,1,52,1,7,1,10,45,0,"2023-01-01","10:45:00"]
            ["week53",2020,2020,12,31,53,5,4,4,19,30,0,"2020-12-31","19:30:00"]
        "#]],
    );
    let there = specimen::moment.at_zone(&zone("Asia/Kolkata"));
    check_rows(
        Specimen::objects()
            .filter(specimen::label.in_(["neg", "quarter", "week53"]))
            .order_by((there.date(), specimen::id))
            .values_list((specimen::label, there.date(), there.time(), there.week(), there.quarter())),
        expect![[r#"
            ["neg","2000-01-01","05:29:59.999999",52,1]
            ["week53","2021-01-01","06:00:00",53,1]
            ["quarter","2024-04-01","05:30:00",14,2]
        "#]],
    );
}

#[test]
fn a_zone_reaches_over_relations_and_into_subqueries() {
    let oslo = zone("Europe/Oslo");
    let late = blog::entry().published_at.at_zone(&oslo).hour().gte(12);
    on_every_database(async |db, database| {
        let blogs = Blog::objects().filter(late.clone()).distinct().count(&db).await?;
        let entries = Entry::objects().filter(entry::published_at.at_zone(&oslo).hour().gte(12));
        let keys = entries.values_list(entry::blog());
        let found = Blog::objects().filter(blog::id.in_(keys)).count(&db).await?;
        assert_eq!(blogs, found, "on {database:?}");
        assert!(blogs > 0, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_related_row_is_not_assigned_by_its_clock() {
    let oslo = zone("Europe/Oslo");
    check_error(
        |tx| {
            let hour = entry_detail::entry().published_at.at_zone(&oslo).hour();
            let details = EntryDetail::objects();
            details.update(entry_detail::reviewer_id.set(hour), tx)
        },
        "`EntryDetail.reviewer_id` cannot be set from `entry__published_at`: `update()` takes the model's own columns, not those of related rows",
    );
}
