//! The SQL of typical queries, whole, for each database. No database is asked.

use expect_test::{Expect, expect};
use queryset::demo::blog::{
    Author, Blog, City, Entry, EntryDetail, Event, Person, Specimen, Theme, author, blog, city, entry,
    entry_detail, event, person, specimen, theme,
};
use queryset::prelude::*;
use queryset::{Closed, Context, Lookup, Rows, RunsOn, Stages};

use crate::support::{date, decimal, moment};

/// Checks the SQL of a query for SQLite, PostgreSQL and MariaDB.
#[track_caller]
pub(crate) fn check_sql<M, R, S, X>(query: QuerySet<M, R, S, X>, expected: Expect)
where
    M: Model,
    R: Rows<M>,
    S: Stages,
    X: Context,
    X::Parent: Closed,
    X::Backends: RunsOn<AnyBackend>,
{
    let shown = |sql: Result<String, Error>| match sql {
        Ok(sql) if sql.is_empty() => "no SQL".to_owned(),
        Ok(sql) => sql,
        Err(error) => error.to_string(),
    };
    let [sqlite, postgres, mysql] =
        [query.sql::<Sqlite>(), query.sql::<Postgres>(), query.sql::<MySql>()].map(shown);
    expected.assert_eq(&format!("{sqlite}\n{postgres}\n{mysql}\n"));
}

#[test]
fn all_columns_are_named_in_their_order() {
    check_sql(
        Blog::objects(),
        expect![[r#"
        SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog"
        SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog"
        SELECT `blog_blog`.`id`, `blog_blog`.`name`, `blog_blog`.`tagline`, `blog_blog`.`theme_id` FROM `blog_blog`
    "#]],
    );
    check_sql(
        Blog::objects().only(blog::name),
        expect![[r#"
        SELECT "blog_blog"."id", "blog_blog"."name" FROM "blog_blog"
        SELECT "blog_blog"."id", "blog_blog"."name" FROM "blog_blog"
        SELECT `blog_blog`.`id`, `blog_blog`.`name` FROM `blog_blog`
    "#]],
    );
}

#[test]
fn comparisons_bind_their_values() {
    let rating = Entry::objects().filter(entry::rating.gte(4) & entry::number_of_comments.lt(10));
    check_sql(
        rating.values_list(entry::id),
        expect![[r#"
        SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."rating" >= ? AND "blog_entry"."number_of_comments" < ?
        SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."rating" >= $1 AND "blog_entry"."number_of_comments" < $2
        SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`rating` >= ? AND `blog_entry`.`number_of_comments` < ?
    "#]],
    );
    check_sql(
        Specimen::objects()
            .filter(specimen::dec.range(decimal("0.5"), decimal("1")))
            .values_list(specimen::id),
        expect![[r#"
            SELECT "blog_specimen"."id" FROM "blog_specimen" WHERE "blog_specimen"."dec" BETWEEN ? AND ?
            SELECT "blog_specimen"."id" FROM "blog_specimen" WHERE "blog_specimen"."dec" BETWEEN $1 AND $2
            SELECT `blog_specimen`.`id` FROM `blog_specimen` WHERE `blog_specimen`.`dec` BETWEEN ? AND ?
        "#]],
    );
    check_sql(
        Entry::objects().filter(entry::rating.in_([4, 5])).values_list(entry::id),
        expect![[r#"
        SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."rating" IN (?, ?)
        SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."rating" IN ($1, $2)
        SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`rating` IN (?, ?)
    "#]],
    );
    check_sql(
        Entry::objects()
            .filter(entry::number_of_comments.gt(entry::number_of_pingbacks * 2 + 1))
            .values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."number_of_comments" > ("blog_entry"."number_of_pingbacks" * ?) + ?
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."number_of_comments" > ("blog_entry"."number_of_pingbacks" * $1) + $2
            SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`number_of_comments` > (`blog_entry`.`number_of_pingbacks` * ?) + ?
        "#]],
    );
}

#[test]
fn text_lookups_escape_with_an_exclamation_mark() {
    check_sql(
        Blog::objects().filter(blog::name.contains("x")).values_list(blog::id),
        expect![[r#"
        SELECT "blog_blog"."id" FROM "blog_blog" WHERE "blog_blog"."name" LIKE ? ESCAPE '!'
        SELECT "blog_blog"."id" FROM "blog_blog" WHERE "blog_blog"."name" LIKE $1 ESCAPE '!'
        SELECT `blog_blog`.`id` FROM `blog_blog` WHERE `blog_blog`.`name` LIKE CAST(? AS BINARY) ESCAPE '!'
    "#]],
    );
    check_sql(
        Blog::objects().filter(blog::name.istartswith("x")).values_list(blog::id),
        expect![[r#"
        SELECT "blog_blog"."id" FROM "blog_blog" WHERE "blog_blog"."name" LIKE ? ESCAPE '!'
        SELECT "blog_blog"."id" FROM "blog_blog" WHERE UPPER("blog_blog"."name") LIKE UPPER($1) ESCAPE '!'
        SELECT `blog_blog`.`id` FROM `blog_blog` WHERE `blog_blog`.`name` LIKE ? ESCAPE '!'
    "#]],
    );
    check_sql(
        Blog::objects().filter(blog::name.iexact("x")).values_list(blog::id),
        expect![[r#"
        SELECT "blog_blog"."id" FROM "blog_blog" WHERE "blog_blog"."name" LIKE ? ESCAPE '!'
        SELECT "blog_blog"."id" FROM "blog_blog" WHERE UPPER("blog_blog"."name") = UPPER($1)
        SELECT `blog_blog`.`id` FROM `blog_blog` WHERE `blog_blog`.`name` LIKE ? ESCAPE '!'
    "#]],
    );
    check_sql(
        Blog::objects().filter(blog::tagline.endswith(blog::name)).values_list(blog::id),
        expect![[r#"
        SELECT "blog_blog"."id" FROM "blog_blog" WHERE "blog_blog"."tagline" LIKE ('%' || REPLACE(REPLACE(REPLACE("blog_blog"."name", '!', '!!'), '%', '!%'), '_', '!_')) ESCAPE '!'
        SELECT "blog_blog"."id" FROM "blog_blog" WHERE "blog_blog"."tagline" LIKE ('%' || REPLACE(REPLACE(REPLACE("blog_blog"."name", '!', '!!'), '%', '!%'), '_', '!_')) ESCAPE '!'
        SELECT `blog_blog`.`id` FROM `blog_blog` WHERE `blog_blog`.`tagline` LIKE CAST(CONCAT('%', REPLACE(REPLACE(REPLACE(`blog_blog`.`name`, '!', '!!'), '%', '!%'), '_', '!_')) AS BINARY) ESCAPE '!'
    "#]],
    );
    check_sql(
        Specimen::objects().filter(specimen::uid.startswith("a0-e")).values_list(specimen::id),
        expect![[r#"
            SELECT "blog_specimen"."id" FROM "blog_specimen" WHERE "blog_specimen"."uid" LIKE ? ESCAPE '!'
            SELECT "blog_specimen"."id" FROM "blog_specimen" WHERE CAST("blog_specimen"."uid" AS text) LIKE $1 ESCAPE '!'
            SELECT `blog_specimen`.`id` FROM `blog_specimen` WHERE `blog_specimen`.`uid` LIKE CAST(? AS BINARY) ESCAPE '!'
        "#]],
    );
    check_sql(
        Specimen::objects().filter(specimen::ip.contains("db8")).values_list(specimen::id),
        expect![[r#"
            SELECT "blog_specimen"."id" FROM "blog_specimen" WHERE "blog_specimen"."ip" LIKE ? ESCAPE '!'
            SELECT "blog_specimen"."id" FROM "blog_specimen" WHERE HOST("blog_specimen"."ip") LIKE $1 ESCAPE '!'
            SELECT `blog_specimen`.`id` FROM `blog_specimen` WHERE `blog_specimen`.`ip` LIKE CAST(? AS BINARY) ESCAPE '!'
        "#]],
    );
}

#[test]
fn a_year_becomes_a_range_and_other_parts_are_extracted() {
    check_sql(
        Entry::objects().filter(entry::pub_date.year().exact(2024)).values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."pub_date" BETWEEN ? AND ?
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."pub_date" BETWEEN $1 AND $2
            SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`pub_date` BETWEEN ? AND ?
        "#]],
    );
    check_sql(
        Entry::objects().filter(entry::published_at.year().gt(2024)).values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."published_at" > ?
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."published_at" > $1
            SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`published_at` > ?
        "#]],
    );
    check_sql(
        Entry::objects().filter(entry::published_at.month().in_([1, 2])).values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE django_datetime_extract('month', "blog_entry"."published_at", 'UTC', 'UTC') IN (?, ?)
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE EXTRACT(MONTH FROM ("blog_entry"."published_at" AT TIME ZONE 'UTC')) IN ($1, $2)
            SELECT `blog_entry`.`id` FROM `blog_entry` WHERE EXTRACT(MONTH FROM `blog_entry`.`published_at`) IN (?, ?)
        "#]],
    );
    check_sql(
        Entry::objects().filter(entry::pub_date.day().exact(31)).values_list(entry::id),
        expect![[r#"
        SELECT "blog_entry"."id" FROM "blog_entry" WHERE django_date_extract('day', "blog_entry"."pub_date") = ?
        SELECT "blog_entry"."id" FROM "blog_entry" WHERE EXTRACT(DAY FROM "blog_entry"."pub_date") = $1
        SELECT `blog_entry`.`id` FROM `blog_entry` WHERE EXTRACT(DAY FROM `blog_entry`.`pub_date`) = ?
    "#]],
    );
    check_sql(
        Entry::objects()
            .filter(
                entry::pub_date.gt(date(2024, 1, 1)) | entry::published_at.lt(moment("2024-01-01T00:00:00Z")),
            )
            .values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."pub_date" > ? OR "blog_entry"."published_at" < ?
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."pub_date" > $1 OR "blog_entry"."published_at" < $2
            SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`pub_date` > ? OR `blog_entry`.`published_at` < ?
        "#]],
    );
}

#[test]
fn a_join_is_left_out_for_the_key_alone() {
    check_sql(
        Entry::objects().filter(entry::blog().id.exact(1)).values_list(entry::blog().id),
        expect![[r#"
        SELECT "blog_entry"."blog_id" FROM "blog_entry" WHERE "blog_entry"."blog_id" = ?
        SELECT "blog_entry"."blog_id" FROM "blog_entry" WHERE "blog_entry"."blog_id" = $1
        SELECT `blog_entry`.`blog_id` FROM `blog_entry` WHERE `blog_entry`.`blog_id` = ?
    "#]],
    );
    check_sql(
        Entry::objects().filter(entry::authors().id.exact(1)).values_list(entry::id),
        expect![[r#"
        SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" WHERE "blog_entry_authors"."author_id" = ?
        SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" WHERE "blog_entry_authors"."author_id" = $1
        SELECT `blog_entry`.`id` FROM `blog_entry` INNER JOIN `blog_entry_authors` ON `blog_entry`.`id` = `blog_entry_authors`.`entry_id` WHERE `blog_entry_authors`.`author_id` = ?
    "#]],
    );
}

#[test]
fn joins_are_inner_unless_a_row_may_be_missing() {
    check_sql(
        Entry::objects().filter(entry::blog().theme().name.exact("x")).values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" INNER JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" WHERE "blog_theme"."name" = ?
            SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" INNER JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" WHERE "blog_theme"."name" = $1
            SELECT `blog_entry`.`id` FROM `blog_entry` INNER JOIN `blog_blog` ON `blog_entry`.`blog_id` = `blog_blog`.`id` INNER JOIN `blog_theme` ON `blog_blog`.`theme_id` = `blog_theme`.`id` WHERE `blog_theme`.`name` = ?
        "#]],
    );
    check_sql(
        Entry::objects()
            .filter(entry::blog().theme().name.exact("x") | entry::rating.exact(1))
            .values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" WHERE "blog_theme"."name" = ? OR "blog_entry"."rating" = ?
            SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" WHERE "blog_theme"."name" = $1 OR "blog_entry"."rating" = $2
            SELECT `blog_entry`.`id` FROM `blog_entry` INNER JOIN `blog_blog` ON `blog_entry`.`blog_id` = `blog_blog`.`id` LEFT JOIN `blog_theme` ON `blog_blog`.`theme_id` = `blog_theme`.`id` WHERE `blog_theme`.`name` = ? OR `blog_entry`.`rating` = ?
        "#]],
    );
    check_sql(
        Blog::objects().filter(blog::entry().isnull(true)).values_list(blog::id),
        expect![[r#"
        SELECT "blog_blog"."id" FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" WHERE "blog_entry"."id" IS NULL
        SELECT "blog_blog"."id" FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" WHERE "blog_entry"."id" IS NULL
        SELECT `blog_blog`.`id` FROM `blog_blog` LEFT JOIN `blog_entry` ON `blog_blog`.`id` = `blog_entry`.`blog_id` WHERE `blog_entry`.`id` IS NULL
    "#]],
    );
    check_sql(
        Person::objects().values_list((person::name, person::hometown().country().name)),
        expect![[r#"
        SELECT "blog_person"."name", "blog_country"."name" FROM "blog_person" LEFT JOIN "blog_city" ON "blog_person"."hometown_id" = "blog_city"."id" LEFT JOIN "blog_country" ON "blog_city"."country_id" = "blog_country"."code"
        SELECT "blog_person"."name", "blog_country"."name" FROM "blog_person" LEFT JOIN "blog_city" ON "blog_person"."hometown_id" = "blog_city"."id" LEFT JOIN "blog_country" ON "blog_city"."country_id" = "blog_country"."code"
        SELECT `blog_person`.`name`, `blog_country`.`name` FROM `blog_person` LEFT JOIN `blog_city` ON `blog_person`.`hometown_id` = `blog_city`.`id` LEFT JOIN `blog_country` ON `blog_city`.`country_id` = `blog_country`.`code`
    "#]],
    );
}

#[test]
fn each_call_joins_a_to_many_relation_again() {
    check_sql(
        Blog::objects()
            .filter(blog::entry().rating.exact(5))
            .filter(blog::entry().rating.exact(4))
            .values_list(blog::id),
        expect![[r#"
            SELECT "blog_blog"."id" FROM "blog_blog" INNER JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" INNER JOIN "blog_entry" AS "T3" ON "blog_blog"."id" = "T3"."blog_id" WHERE "blog_entry"."rating" = ? AND "T3"."rating" = ?
            SELECT "blog_blog"."id" FROM "blog_blog" INNER JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" INNER JOIN "blog_entry" AS "T3" ON "blog_blog"."id" = "T3"."blog_id" WHERE "blog_entry"."rating" = $1 AND "T3"."rating" = $2
            SELECT `blog_blog`.`id` FROM `blog_blog` INNER JOIN `blog_entry` ON `blog_blog`.`id` = `blog_entry`.`blog_id` INNER JOIN `blog_entry` AS `T3` ON `blog_blog`.`id` = `T3`.`blog_id` WHERE `blog_entry`.`rating` = ? AND `T3`.`rating` = ?
        "#]],
    );
    check_sql(
        Event::objects().filter(event::parent().parent().name.exact("x")).values_list(event::id),
        expect![[r#"
            SELECT "blog_event"."id" FROM "blog_event" INNER JOIN "blog_event" AS "T2" ON "blog_event"."parent_id" = "T2"."id" INNER JOIN "blog_event" AS "T3" ON "T2"."parent_id" = "T3"."id" WHERE "T3"."name" = ?
            SELECT "blog_event"."id" FROM "blog_event" INNER JOIN "blog_event" AS "T2" ON "blog_event"."parent_id" = "T2"."id" INNER JOIN "blog_event" AS "T3" ON "T2"."parent_id" = "T3"."id" WHERE "T3"."name" = $1
            SELECT `blog_event`.`id` FROM `blog_event` INNER JOIN `blog_event` AS `T2` ON `blog_event`.`parent_id` = `T2`.`id` INNER JOIN `blog_event` AS `T3` ON `T2`.`parent_id` = `T3`.`id` WHERE `T3`.`name` = ?
        "#]],
    );
}

#[test]
fn exclude_keeps_null_and_asks_a_subquery_over_to_many_relations() {
    check_sql(
        Entry::objects().exclude(entry::rating.exact(5)).values_list(entry::id),
        expect![[r#"
        SELECT "blog_entry"."id" FROM "blog_entry" WHERE NOT ("blog_entry"."rating" = ? AND "blog_entry"."rating" IS NOT NULL)
        SELECT "blog_entry"."id" FROM "blog_entry" WHERE NOT ("blog_entry"."rating" = $1 AND "blog_entry"."rating" IS NOT NULL)
        SELECT `blog_entry`.`id` FROM `blog_entry` WHERE NOT (`blog_entry`.`rating` = ? AND `blog_entry`.`rating` IS NOT NULL)
    "#]],
    );
    check_sql(
        Blog::objects().exclude(blog::theme().name.exact("x")).values_list(blog::id),
        expect![[r#"
        SELECT "blog_blog"."id" FROM "blog_blog" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" WHERE NOT ("blog_theme"."name" = ? AND "blog_theme"."name" IS NOT NULL)
        SELECT "blog_blog"."id" FROM "blog_blog" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" WHERE NOT ("blog_theme"."name" = $1 AND "blog_theme"."name" IS NOT NULL)
        SELECT `blog_blog`.`id` FROM `blog_blog` LEFT JOIN `blog_theme` ON `blog_blog`.`theme_id` = `blog_theme`.`id` WHERE NOT (`blog_theme`.`name` = ? AND `blog_theme`.`name` IS NOT NULL)
    "#]],
    );
    check_sql(
        Blog::objects().exclude(blog::entry().rating.exact(5)).values_list(blog::id),
        expect![[r#"
            SELECT "blog_blog"."id" FROM "blog_blog" WHERE NOT EXISTS(SELECT 1 FROM "blog_entry" AS "U1" WHERE "U1"."rating" = ? AND "U1"."blog_id" = "blog_blog"."id")
            SELECT "blog_blog"."id" FROM "blog_blog" WHERE NOT EXISTS(SELECT 1 FROM "blog_entry" AS "U1" WHERE "U1"."rating" = $1 AND "U1"."blog_id" = "blog_blog"."id")
            SELECT `blog_blog`.`id` FROM `blog_blog` WHERE NOT EXISTS(SELECT 1 FROM `blog_entry` AS `U1` WHERE `U1`.`rating` = ? AND `U1`.`blog_id` = `blog_blog`.`id`)
        "#]],
    );
    check_sql(
        Entry::objects()
            .filter(entry::authors().name.exact("a") & !entry::authors().name.exact("b"))
            .values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" INNER JOIN "blog_author" ON "blog_entry_authors"."author_id" = "blog_author"."id" WHERE "blog_author"."name" = ? AND (NOT EXISTS(SELECT 1 FROM "blog_entry_authors" AS "U1" INNER JOIN "blog_author" AS "U2" ON "U1"."author_id" = "U2"."id" WHERE "U2"."name" = ? AND "U1"."id" = "blog_entry_authors"."id"))
            SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" INNER JOIN "blog_author" ON "blog_entry_authors"."author_id" = "blog_author"."id" WHERE "blog_author"."name" = $1 AND (NOT EXISTS(SELECT 1 FROM "blog_entry_authors" AS "U1" INNER JOIN "blog_author" AS "U2" ON "U1"."author_id" = "U2"."id" WHERE "U2"."name" = $2 AND "U1"."id" = "blog_entry_authors"."id"))
            SELECT `blog_entry`.`id` FROM `blog_entry` INNER JOIN `blog_entry_authors` ON `blog_entry`.`id` = `blog_entry_authors`.`entry_id` INNER JOIN `blog_author` ON `blog_entry_authors`.`author_id` = `blog_author`.`id` WHERE `blog_author`.`name` = ? AND (NOT EXISTS(SELECT 1 FROM `blog_entry_authors` AS `U1` INNER JOIN `blog_author` AS `U2` ON `U1`.`author_id` = `U2`.`id` WHERE `U2`.`name` = ? AND `U1`.`id` = `blog_entry_authors`.`id`))
        "#]],
    );
}

#[test]
fn predicates_nest_in_brackets() {
    check_sql(
        Entry::objects()
            .filter((entry::rating.exact(1) | entry::rating.exact(2)) & !entry::blog_id.exact(3))
            .values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE ("blog_entry"."rating" = ? OR "blog_entry"."rating" = ?) AND (NOT "blog_entry"."blog_id" = ?)
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE ("blog_entry"."rating" = $1 OR "blog_entry"."rating" = $2) AND (NOT "blog_entry"."blog_id" = $3)
            SELECT `blog_entry`.`id` FROM `blog_entry` WHERE (`blog_entry`.`rating` = ? OR `blog_entry`.`rating` = ?) AND (NOT `blog_entry`.`blog_id` = ?)
        "#]],
    );
    check_sql(
        Entry::objects().filter(entry::rating.exact(1) ^ entry::blog_id.exact(2)).values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE (("blog_entry"."rating" = ?) IS TRUE) <> (("blog_entry"."blog_id" = ?) IS TRUE)
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE (("blog_entry"."rating" = $1) IS TRUE) <> (("blog_entry"."blog_id" = $2) IS TRUE)
            SELECT `blog_entry`.`id` FROM `blog_entry` WHERE (`blog_entry`.`rating` = ?) XOR (`blog_entry`.`blog_id` = ?)
        "#]],
    );
}

#[test]
fn subqueries_have_aliases_of_their_own() {
    let blogs = Blog::objects().filter(blog::theme().name.exact("x"));
    check_sql(
        Entry::objects().filter(entry::blog().in_(blogs)).values_list(entry::id),
        expect![[r#"
        SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN (SELECT "U0"."id" FROM "blog_blog" AS "U0" INNER JOIN "blog_theme" AS "U1" ON "U0"."theme_id" = "U1"."id" WHERE "U1"."name" = ?)
        SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN (SELECT "U0"."id" FROM "blog_blog" AS "U0" INNER JOIN "blog_theme" AS "U1" ON "U0"."theme_id" = "U1"."id" WHERE "U1"."name" = $1)
        SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`blog_id` IN (SELECT `U0`.`id` FROM `blog_blog` AS `U0` INNER JOIN `blog_theme` AS `U1` ON `U0`.`theme_id` = `U1`.`id` WHERE `U1`.`name` = ?)
    "#]],
    );
    let newest = Blog::objects().order_by(blog::id.desc()).slice(..2).values_list(blog::id);
    check_sql(
        Entry::objects().filter(entry::blog_id.in_(newest)).values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN (SELECT "U0"."id" FROM "blog_blog" AS "U0" ORDER BY "U0"."id" DESC LIMIT 2)
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN (SELECT "U0"."id" FROM "blog_blog" AS "U0" ORDER BY "U0"."id" DESC LIMIT 2)
            SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`blog_id` IN (SELECT `col1` FROM (SELECT `U0`.`id` AS `col1` FROM `blog_blog` AS `U0` ORDER BY `U0`.`id` DESC LIMIT 2) AS `subquery`)
        "#]],
    );
    let details = EntryDetail::objects().filter(
        entry_detail::entry_id.exact(outer(entry::id))
            & entry_detail::reviewer().name.exact(outer(outer(blog::name))),
    );
    let entries = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)) & exists(details));
    check_sql(
        Blog::objects().filter(!exists(entries)).values_list(blog::id),
        expect![[r#"
            SELECT "blog_blog"."id" FROM "blog_blog" WHERE NOT EXISTS(SELECT 1 FROM "blog_entry" AS "U0" WHERE "U0"."blog_id" = "blog_blog"."id" AND EXISTS(SELECT 1 FROM "blog_entrydetail" AS "V0" INNER JOIN "blog_author" AS "V2" ON "V0"."reviewer_id" = "V2"."id" WHERE "V0"."entry_id" = "U0"."id" AND "V2"."name" = "blog_blog"."name"))
            SELECT "blog_blog"."id" FROM "blog_blog" WHERE NOT EXISTS(SELECT 1 FROM "blog_entry" AS "U0" WHERE "U0"."blog_id" = "blog_blog"."id" AND EXISTS(SELECT 1 FROM "blog_entrydetail" AS "V0" INNER JOIN "blog_author" AS "V2" ON "V0"."reviewer_id" = "V2"."id" WHERE "V0"."entry_id" = "U0"."id" AND "V2"."name" = "blog_blog"."name"))
            SELECT `blog_blog`.`id` FROM `blog_blog` WHERE NOT EXISTS(SELECT 1 FROM `blog_entry` AS `U0` WHERE `U0`.`blog_id` = `blog_blog`.`id` AND EXISTS(SELECT 1 FROM `blog_entrydetail` AS `V0` INNER JOIN `blog_author` AS `V2` ON `V0`.`reviewer_id` = `V2`.`id` WHERE `V0`.`entry_id` = `U0`.`id` AND `V2`.`name` = `blog_blog`.`name`))
        "#]],
    );
}

#[test]
fn an_order_may_say_where_null_stands() {
    check_sql(
        Entry::objects()
            .order_by((entry::rating.desc().nulls_last(), entry::blog().name, entry::id.desc()))
            .values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" ORDER BY "blog_entry"."rating" DESC NULLS LAST, "blog_blog"."name" ASC, "blog_entry"."id" DESC
            SELECT "blog_entry"."id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" ORDER BY "blog_entry"."rating" DESC NULLS LAST, "blog_blog"."name" ASC, "blog_entry"."id" DESC
            SELECT `blog_entry`.`id` FROM `blog_entry` INNER JOIN `blog_blog` ON `blog_entry`.`blog_id` = `blog_blog`.`id` ORDER BY `blog_entry`.`rating` IS NULL ASC, `blog_entry`.`rating` DESC, `blog_blog`.`name` ASC, `blog_entry`.`id` DESC
        "#]],
    );
    check_sql(
        Theme::objects().reverse().values_list(theme::id),
        expect![[r#"
        SELECT "blog_theme"."id" FROM "blog_theme" ORDER BY "blog_theme"."order" DESC, "blog_theme"."name" DESC
        SELECT "blog_theme"."id" FROM "blog_theme" ORDER BY "blog_theme"."order" DESC, "blog_theme"."name" DESC
        SELECT `blog_theme`.`id` FROM `blog_theme` ORDER BY `blog_theme`.`order` DESC, `blog_theme`.`name` DESC
    "#]],
    );
    check_sql(
        City::objects().values_list(city::name),
        expect![[r#"
        SELECT "blog_city"."name" FROM "blog_city" LEFT JOIN "blog_country" ON "blog_city"."country_id" = "blog_country"."code" ORDER BY "blog_country"."name" DESC, "blog_city"."name" ASC
        SELECT "blog_city"."name" FROM "blog_city" LEFT JOIN "blog_country" ON "blog_city"."country_id" = "blog_country"."code" ORDER BY "blog_country"."name" DESC, "blog_city"."name" ASC
        SELECT `blog_city`.`name` FROM `blog_city` LEFT JOIN `blog_country` ON `blog_city`.`country_id` = `blog_country`.`code` ORDER BY `blog_country`.`name` DESC, `blog_city`.`name` ASC
    "#]],
    );
}

#[test]
fn slices_bind_limit_and_offset() {
    check_sql(
        Author::objects().order_by(author::id).slice(5..10).values_list(author::id),
        expect![[r#"
        SELECT "blog_author"."id" FROM "blog_author" ORDER BY "blog_author"."id" ASC LIMIT ? OFFSET ?
        SELECT "blog_author"."id" FROM "blog_author" ORDER BY "blog_author"."id" ASC LIMIT $1 OFFSET $2
        SELECT `blog_author`.`id` FROM `blog_author` ORDER BY `blog_author`.`id` ASC LIMIT ? OFFSET ?
    "#]],
    );
    check_sql(
        Author::objects().order_by(author::id).offset(5).values_list(author::id),
        expect![[r#"
        SELECT "blog_author"."id" FROM "blog_author" ORDER BY "blog_author"."id" ASC LIMIT ? OFFSET ?
        SELECT "blog_author"."id" FROM "blog_author" ORDER BY "blog_author"."id" ASC OFFSET $1
        SELECT `blog_author`.`id` FROM `blog_author` ORDER BY `blog_author`.`id` ASC LIMIT ? OFFSET ?
    "#]],
    );
}

#[test]
fn distinct_selects_what_it_is_ordered_by() {
    check_sql(
        Entry::objects().distinct().order_by(entry::pub_date).values_list(entry::blog_id),
        expect![[r#"
        SELECT DISTINCT "blog_entry"."blog_id", "blog_entry"."pub_date" FROM "blog_entry" ORDER BY "blog_entry"."pub_date" ASC
        SELECT DISTINCT "blog_entry"."blog_id", "blog_entry"."pub_date" FROM "blog_entry" ORDER BY "blog_entry"."pub_date" ASC
        SELECT DISTINCT `blog_entry`.`blog_id`, `blog_entry`.`pub_date` FROM `blog_entry` ORDER BY `blog_entry`.`pub_date` ASC
    "#]],
    );
    check_sql(
        Entry::objects()
            .order_by((entry::blog_id, entry::id))
            .distinct_on(entry::blog_id)
            .values_list(entry::id),
        expect![[r#"
            SQLite does not support `distinct_on()`
            SELECT DISTINCT ON ("blog_entry"."blog_id") "blog_entry"."id" FROM "blog_entry" ORDER BY "blog_entry"."blog_id" ASC, "blog_entry"."id" ASC
            MariaDB does not support `distinct_on()`
        "#]],
    );
}

#[test]
fn a_query_that_no_row_can_meet_has_no_sql() {
    check_sql(
        Entry::objects().none(),
        expect![[r#"
            no SQL
            no SQL
            no SQL
        "#]],
    );
    check_sql(
        Entry::objects().filter(entry::id.in_([0_i64; 0])),
        expect![[r#"
            no SQL
            no SQL
            no SQL
        "#]],
    );
    check_sql(
        Entry::objects().filter(entry::rating.exact(i64::MAX)).values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."rating" = ?
            no SQL
            no SQL
        "#]],
    );
}

/// Has brackets, braces and placeholders in its SQL, and uses its sides twice.
struct Odd;

impl<T: queryset::FieldValue> Lookup<kind::Integer<T>> for Odd {
    type Right = kind::Integer;
    const SQL: &'static str = "{left} = ANY(ARRAY[{right}, {left}, '{?}'])";
    const MYSQL: &'static str = "{right}{left}";
}

#[test]
fn a_lookup_of_ones_own_is_written_as_it_stands() {
    check_sql(
        Entry::objects()
            .filter(entry::rating.exact(1) | (entry::rating + 1).lookup(Odd, 2))
            .values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."rating" = ? OR (("blog_entry"."rating" + ?) = ANY(ARRAY[?, ("blog_entry"."rating" + ?), '{?}']))
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."rating" = $1 OR (("blog_entry"."rating" + $2) = ANY(ARRAY[$3, ("blog_entry"."rating" + $2), '{?}']))
            SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`rating` = ? OR (?(`blog_entry`.`rating` + ?))
        "#]],
    );
}
