//! `union()`, `union_all()`, `intersection()`, `difference()`: rows of several queries.

use expect_test::{Expect, expect};
use queryset::demo::blog::{Author, Blog, Book, Entry, Theme, author, blog, book, entry, theme};
use queryset::prelude::*;
use queryset::testing::recorded;
use queryset::{Context, Error, Flat, Model, QuerySet, Stages};

use crate::support::{Database, check_rows, check_write, on_every_database};

/// The SQL on SQLite, PostgreSQL and MariaDB.
#[track_caller]
fn check_sql<M: Model, R: queryset::Rows<M>, S: Stages, X: Context>(
    query: &QuerySet<M, R, S, X>,
    [sqlite, postgres, mysql]: [Expect; 3],
) {
    sqlite.assert_eq(&query.sql::<Sqlite>().expect("SQLite can run it"));
    postgres.assert_eq(&query.sql::<Postgres>().expect("PostgreSQL can run it"));
    mysql.assert_eq(&query.sql::<MySql>().expect("MariaDB can run it"));
}

fn rated(rating: i32) -> QuerySet<Entry> {
    Entry::objects().filter(entry::rating.exact(rating))
}

fn of_blog(blog: i64) -> QuerySet<Entry> {
    Entry::objects().filter(entry::blog_id.exact(blog))
}

fn keys(query: QuerySet<Entry>) -> QuerySet<Entry, Flat<i64>> {
    query.values_list(entry::id).flat()
}

#[test]
fn rows_are_put_together_as_sets() {
    check_rows(rated(5).union(of_blog(1)).order_by(entry::id), "1 2 6 9 10 15");
    check_rows(rated(5).union_all(of_blog(1)).order_by(entry::id), "1 1 2 6 9 10 15 15");
    check_rows(rated(5).intersection(of_blog(1)).order_by(entry::id), "1 15");
    check_rows(rated(5).difference(of_blog(1)).order_by(entry::id), "6 10");
}

#[test]
fn each_query_has_its_columns_by_their_places() {
    check_sql(
        &keys(rated(5)).union(keys(of_blog(1))).order_by(entry::id.desc()),
        [
            expect![[
                r#"SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = ? UNION SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."blog_id" = ? ORDER BY "col1" DESC"#
            ]],
            expect![[
                r#"(SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = $1) UNION (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."blog_id" = $2) ORDER BY "col1" DESC"#
            ]],
            expect![
                "(SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`rating` = ?) UNION (SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`blog_id` = ?) ORDER BY `col1` DESC"
            ],
        ],
    );
}

#[test]
fn several_are_put_together_at_once() {
    check_rows(rated(5).union((rated(4), rated(3))).order_by(entry::id.desc()).limit(4), "16 15 14 10");
    check_rows(rated(5).union([rated(4), rated(3)]).order_by(entry::id.desc()).limit(4), "16 15 14 10");
    let ratings = [5, 4, 3].map(|rating| keys(rated(rating)));
    let [first, rest @ ..] = ratings;
    check_rows(first.union(Vec::from(rest)).order_by(entry::id).slice(1..3), "2 4");
    check_rows(rated(5).union(()).order_by(entry::id), "1 6 10 15");
}

#[test]
fn the_same_again_stands_in_one_row() {
    check_sql(
        &keys(rated(5)).union(keys(rated(4))).union(keys(rated(3)).union(keys(rated(2)))),
        [
            expect![[
                r#"SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = ? UNION SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = ? UNION SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = ? UNION SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = ?"#
            ]],
            expect![[
                r#"(SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = $1) UNION (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = $2) UNION (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = $3) UNION (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = $4)"#
            ]],
            expect![
                "(SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`rating` = ?) UNION (SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`rating` = ?) UNION (SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`rating` = ?) UNION (SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`rating` = ?)"
            ],
        ],
    );
    check_rows(
        keys(rated(5)).union(keys(rated(4))).union(keys(rated(3))).order_by(entry::id),
        "1 2 4 6 8 9 10 14 15 16",
    );
    check_rows(
        Entry::objects().difference(of_blog(1)).difference(of_blog(4)).order_by(entry::id),
        "3 4 5 10 11 12 13 14",
    );
}

#[test]
fn others_are_put_in_parentheses_or_below() {
    let query = keys(rated(5)).difference(keys(of_blog(1)).union(keys(of_blog(4)))).order_by(entry::id);
    check_sql(
        &query,
        [
            expect![[
                r#"SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = ? EXCEPT SELECT "col1" FROM (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."blog_id" = ? UNION SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."blog_id" = ?) AS "part" ORDER BY "col1" ASC"#
            ]],
            expect![[
                r#"(SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = $1) EXCEPT ((SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."blog_id" = $2) UNION (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."blog_id" = $3)) ORDER BY "col1" ASC"#
            ]],
            expect![
                "(SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`rating` = ?) EXCEPT ((SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`blog_id` = ?) UNION (SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`blog_id` = ?)) ORDER BY `col1` ASC"
            ],
        ],
    );
    check_rows(query, "10");
    check_rows(rated(5).union(rated(4)).intersection(of_blog(1)).order_by(entry::id), "1 2 9 15");
    check_rows(rated(5).union(rated(4).intersection(of_blog(1))).order_by(entry::id), "1 2 6 9 10 15");
    check_rows(rated(5).difference(rated(5).difference(of_blog(1))).order_by(entry::id), "1 15");
}

#[test]
fn each_query_can_be_sliced() {
    let query = keys(Entry::objects())
        .order_by(entry::id.desc())
        .limit(2)
        .union(keys(Entry::objects()).order_by(entry::id).limit(2))
        .order_by(entry::id);
    check_sql(
        &query,
        [
            expect![[
                r#"SELECT "col1" FROM (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" ORDER BY "blog_entry"."id" DESC LIMIT 2) AS "part" UNION SELECT "col1" FROM (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" ORDER BY "blog_entry"."id" ASC LIMIT 2) AS "part" ORDER BY "col1" ASC"#
            ]],
            expect![[
                r#"(SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" ORDER BY "blog_entry"."id" DESC LIMIT 2) UNION (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" ORDER BY "blog_entry"."id" ASC LIMIT 2) ORDER BY "col1" ASC"#
            ]],
            expect![
                "(SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` ORDER BY `blog_entry`.`id` DESC LIMIT 2) UNION (SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` ORDER BY `blog_entry`.`id` ASC LIMIT 2) ORDER BY `col1` ASC"
            ],
        ],
    );
    check_rows(query, "1 2 15 16");
    // A slice of what was put together, put together again.
    let first = rated(5).union(rated(4)).order_by(entry::id).slice(1..3);
    check_rows(first.clone().union(rated(1)).order_by(entry::id), "2 5 6");
    check_rows(rated(1).union(first).order_by(entry::id), "2 5 6");
}

#[test]
fn an_order_counts_only_with_a_slice() {
    let query =
        keys(Entry::objects()).order_by(entry::headline).union_all(keys(rated(5)).order_by(entry::id));
    check_sql(
        &query,
        [
            expect![[
                r#"SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" UNION ALL SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = ?"#
            ]],
            expect![[
                r#"(SELECT "blog_entry"."id" AS "col1" FROM "blog_entry") UNION ALL (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = $1)"#
            ]],
            expect![
                "(SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry`) UNION ALL (SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`rating` = ?)"
            ],
        ],
    );
    check_rows(Theme::objects().union(Theme::objects()).order_by(theme::id), "1 2 3 4");
}

#[test]
fn empty_queries_are_left_out() {
    let none = || Entry::objects().none();
    check_rows(rated(5).union(none()).order_by(entry::id), "1 6 10 15");
    check_rows(none().union(rated(5)).order_by(entry::id), "1 6 10 15");
    check_rows(none().union((none(), none())), "");
    check_rows(rated(5).intersection(none()), "");
    check_rows(rated(5).difference(none()).order_by(entry::id), "1 6 10 15");
    check_rows(rated(5).difference((none(), of_blog(1))).order_by(entry::id), "6 10");
    check_rows(none().difference(rated(5)), "");
    check_rows(rated(5).union(rated(4)).none(), "");
    check_rows(rated(5).union(rated(4)).limit(0), "");
    let nothing: [i64; 0] = [];
    check_rows(
        rated(5).union(Entry::objects().filter(entry::id.in_(nothing))).order_by(entry::id),
        "1 6 10 15",
    );
    check_sql(
        &keys(rated(5)).union(keys(none())).order_by(entry::id),
        [
            expect![[
                r#"SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = ? ORDER BY "col1" ASC"#
            ]],
            expect![[
                r#"SELECT "blog_entry"."id" AS "col1" FROM "blog_entry" WHERE "blog_entry"."rating" = $1 ORDER BY "col1" ASC"#
            ]],
            expect![
                "SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry` WHERE `blog_entry`.`rating` = ? ORDER BY `col1` ASC"
            ],
        ],
    );
}

#[test]
fn the_one_query_that_is_left_keeps_its_order_and_its_slice() {
    let none = || Entry::objects().none();
    check_rows(none().union(rated(5).order_by(entry::id.desc())), "15 10 6 1");
    let last = || rated(5).order_by(entry::id.desc()).limit(3);
    check_rows(none().union(last()), "15 10 6");
    check_rows(none().union(last()).order_by(entry::id).limit(2), "6 10");
    check_rows(last().union(none()).order_by(entry::id), "6 10 15");
}

#[test]
fn values_of_two_models_are_put_together() {
    let (a, b) = (value("a"), value("b"));
    let authors = Author::objects().filter(author::id.lte(2)).values_list((author::name, &a));
    let blogs = Blog::objects().filter(blog::id.lte(2)).values_list((blog::name, &b));
    let query = authors.union(blogs).order_by((&a, author::name.desc()));
    check_sql(
        &query,
        [
            expect![[
                r#"SELECT "blog_author"."name" AS "col1", ? AS "col2" FROM "blog_author" WHERE "blog_author"."id" <= ? UNION SELECT "blog_blog"."name" AS "col1", ? AS "col2" FROM "blog_blog" WHERE "blog_blog"."id" <= ? ORDER BY "col2" ASC, "col1" DESC"#
            ]],
            expect![[
                r#"(SELECT "blog_author"."name" AS "col1", $1 AS "col2" FROM "blog_author" WHERE "blog_author"."id" <= $2) UNION (SELECT "blog_blog"."name" AS "col1", $3 AS "col2" FROM "blog_blog" WHERE "blog_blog"."id" <= $4) ORDER BY "col2" ASC, "col1" DESC"#
            ]],
            expect![
                "(SELECT `blog_author`.`name` AS `col1`, ? AS `col2` FROM `blog_author` WHERE `blog_author`.`id` <= ?) UNION (SELECT `blog_blog`.`name` AS `col1`, ? AS `col2` FROM `blog_blog` WHERE `blog_blog`.`id` <= ?) ORDER BY `col2` ASC, `col1` DESC"
            ],
        ],
    );
    check_rows(
        query,
        expect![[r#"
            ["bob","a"]
            ["Alice","a"]
            ["Pop Music","b"]
            ["Beatles Blog","b"]
        "#]],
    );
}

#[test]
fn a_column_that_may_be_null_takes_one_that_may_not() {
    let ratings = Entry::objects().values_list(entry::rating).flat();
    let counts = Entry::objects().filter(entry::id.lte(4)).values_list(entry::number_of_pingbacks).flat();
    check_rows(ratings.union(counts).order_by(entry::rating.asc().nulls_last()), "-2 0 1 2 3 4 5 7 10 null");
    let ids = Entry::objects().filter(entry::id.lte(2)).values_list(entry::id).flat();
    let ratings = Entry::objects().filter(entry::rating.gt(4)).values_list(entry::number_of_comments).flat();
    check_rows(ids.union(ratings).order_by(entry::id), "1 2 6 8 10 2147483647");
}

#[test]
fn null_stands_where_it_is_asked_for() {
    let query = Entry::objects()
        .values_list(entry::rating)
        .flat()
        .union(Entry::objects().values_list(entry::rating).flat())
        .order_by(entry::rating.desc().nulls_first())
        .limit(3);
    check_sql(
        &query,
        [
            expect![[
                r#"SELECT "blog_entry"."rating" AS "col1" FROM "blog_entry" UNION SELECT "blog_entry"."rating" AS "col1" FROM "blog_entry" ORDER BY "col1" DESC NULLS FIRST LIMIT ?"#
            ]],
            expect![[
                r#"(SELECT "blog_entry"."rating" AS "col1" FROM "blog_entry") UNION (SELECT "blog_entry"."rating" AS "col1" FROM "blog_entry") ORDER BY "col1" DESC NULLS FIRST LIMIT $1"#
            ]],
            expect![
                "(SELECT `blog_entry`.`rating` AS `col1` FROM `blog_entry`) UNION (SELECT `blog_entry`.`rating` AS `col1` FROM `blog_entry`) ORDER BY `col1` IS NULL DESC, `col1` DESC LIMIT ?"
            ],
        ],
    );
    check_rows(query, "null 5 4");
}

#[test]
fn instances_are_ordered_by_related_rows_too() {
    let query = rated(5).union(rated(4)).order_by((entry::blog().name, entry::id));
    check_rows(query, "1 2 9 15 10 6 8");
    check_rows(rated(5).union(rated(4)).order_by((entry::headline.length(), entry::id)), "6 1 2 10 15 8 9");
}

#[test]
fn values_are_selected_of_instances_afterwards() {
    let query = rated(5).union(rated(4)).values_list((entry::blog().name, entry::rating));
    let query = query.order_by((entry::blog().name, entry::rating));
    check_sql(
        &query,
        [
            expect![[
                r#"SELECT "blog_blog"."name" AS "col1", "blog_entry"."rating" AS "col2" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" WHERE "blog_entry"."rating" = ? UNION SELECT "blog_blog"."name" AS "col1", "blog_entry"."rating" AS "col2" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" WHERE "blog_entry"."rating" = ? ORDER BY "col1" ASC, "col2" ASC"#
            ]],
            expect![[
                r#"(SELECT "blog_blog"."name" AS "col1", "blog_entry"."rating" AS "col2" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" WHERE "blog_entry"."rating" = $1) UNION (SELECT "blog_blog"."name" AS "col1", "blog_entry"."rating" AS "col2" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" WHERE "blog_entry"."rating" = $2) ORDER BY "col1" ASC, "col2" ASC"#
            ]],
            expect![
                "(SELECT `blog_blog`.`name` AS `col1`, `blog_entry`.`rating` AS `col2` FROM `blog_entry` INNER JOIN `blog_blog` ON `blog_entry`.`blog_id` = `blog_blog`.`id` WHERE `blog_entry`.`rating` = ?) UNION (SELECT `blog_blog`.`name` AS `col1`, `blog_entry`.`rating` AS `col2` FROM `blog_entry` INNER JOIN `blog_blog` ON `blog_entry`.`blog_id` = `blog_blog`.`id` WHERE `blog_entry`.`rating` = ?) ORDER BY `col1` ASC, `col2` ASC"
            ],
        ],
    );
    check_rows(
        query,
        expect![[r#"
        ["Beatles Blog",4]
        ["Beatles Blog",5]
        ["Cheddar Talk",5]
        ["Ünïcode Café",4]
        ["Ünïcode Café",5]
    "#]],
    );
    check_rows(
        rated(5).union(rated(4)).values(entry::blog_id).order_by(entry::blog_id),
        expect![[r#"
        {"blog_id":1}
        {"blog_id":4}
        {"blog_id":6}
    "#]],
    );
    // What is annotated is each query's own.
    let (one, two) = (value(1_i64), value(2_i64));
    let first = rated(5).annotate(&one).union(rated(4).annotate(&two));
    check_rows(
        first.values_list((entry::id, &one)).order_by(entry::id).limit(3),
        expect![[r#"
        [1,1]
        [2,2]
        [6,1]
    "#]],
    );
}

#[test]
fn one_row_is_asked_for() {
    let query = || rated(5).union(rated(4));
    on_every_database(async |db, _| {
        assert_eq!(query().first(&db).await?.map(|entry| entry.id), Some(1));
        assert_eq!(query().last(&db).await?.map(|entry| entry.id), Some(15));
        assert_eq!(query().order_by(entry::id).reverse().first(&db).await?.map(|entry| entry.id), Some(15));
        assert_eq!(query().order_by(entry::id).nth(2, &db).await?.id, 6);
        assert_eq!(query().latest(&db).await?.id, 8);
        assert_eq!(
            query().values_list(entry::headline).flat().first(&db).await?.as_deref(),
            Some("Hello Lennon")
        );
        assert!(matches!(query().get(&db).await, Err(Error::MultipleObjectsReturned { .. })));
        assert!(query().offset(7).all(&db).await?.is_empty());
        assert!(!query().offset(7).exists(&db).await?);
        assert!(query().offset(6).exists(&db).await?);
        Ok(())
    });
}

#[test]
fn a_query_asks_for_their_keys() {
    let query = || rated(5).union(rated(1));
    check_rows(
        Entry::objects().filter(entry::id.in_(query().values_list(entry::id))).order_by(entry::id),
        "1 5 6 10 15",
    );
    let slice = query().order_by(entry::headline).limit(2).values_list(entry::id);
    check_rows(Entry::objects().filter(entry::id.in_(slice)).order_by(entry::id), "5 10");
    let parts = keys(rated(5)).order_by(entry::id).limit(1).union(keys(rated(1)));
    check_rows(Entry::objects().filter(entry::id.in_(parts)).order_by(entry::id), "1 5");
    check_rows(
        Entry::objects()
            .exclude(entry::id.in_(query().values_list(entry::id)))
            .filter(entry::blog_id.exact(1))
            .order_by(entry::id),
        "2 9",
    );
}

#[test]
fn the_queries_refer_to_the_one_around() {
    let of = |rating: i32| rated(rating).filter(entry::blog_id.exact(outer(blog::id)));
    let query =
        Blog::objects().filter(exists(of(5).union(of(4)))).order_by(blog::id).values_list(blog::id).flat();
    check_sql(
        &query,
        [
            expect![[
                r#"SELECT "blog_blog"."id" FROM "blog_blog" WHERE EXISTS(SELECT 1 FROM "blog_entry" AS "U0" WHERE "U0"."rating" = ? AND "U0"."blog_id" = "blog_blog"."id" UNION SELECT 1 FROM "blog_entry" AS "U0" WHERE "U0"."rating" = ? AND "U0"."blog_id" = "blog_blog"."id") ORDER BY "blog_blog"."id" ASC"#
            ]],
            expect![[
                r#"SELECT "blog_blog"."id" FROM "blog_blog" WHERE EXISTS((SELECT 1 FROM "blog_entry" AS "U0" WHERE "U0"."rating" = $1 AND "U0"."blog_id" = "blog_blog"."id") UNION (SELECT 1 FROM "blog_entry" AS "U0" WHERE "U0"."rating" = $2 AND "U0"."blog_id" = "blog_blog"."id")) ORDER BY "blog_blog"."id" ASC"#
            ]],
            expect![
                "SELECT `blog_blog`.`id` FROM `blog_blog` WHERE EXISTS((SELECT 1 FROM `blog_entry` AS `U0` WHERE `U0`.`rating` = ? AND `U0`.`blog_id` = `blog_blog`.`id`) UNION (SELECT 1 FROM `blog_entry` AS `U0` WHERE `U0`.`rating` = ? AND `U0`.`blog_id` = `blog_blog`.`id`)) ORDER BY `blog_blog`.`id` ASC"
            ],
        ],
    );
    check_rows(query, "1 4 6");
    check_rows(Blog::objects().filter(exists(of(5).intersection(of(4)))), "");
    let best = subquery(
        of(5)
            .values_list(entry::rating)
            .union(of(4).values_list(entry::rating))
            .order_by(entry::rating.desc())
            .limit(1),
    );
    check_rows(
        Blog::objects().order_by(blog::id).values_list((blog::id, &best)),
        "[1,5]\n[2,null]\n[3,null]\n[4,5]\n[5,null]\n[6,5]\n",
    );
}

#[test]
fn rows_are_aggregated() {
    let query = || rated(5).union(rated(4));
    on_every_database(async |db, database| {
        assert_eq!(query().count(&db).await?, 7);
        assert_eq!(query().order_by(entry::id).limit(3).count(&db).await?, 3);
        let (rows, sum, best): (i64, Option<i64>, Option<i32>) = query()
            .aggregate((count_rows(), entry::rating.sum(), entry::number_of_pingbacks.max()), &db)
            .await?;
        assert_eq!((rows, sum, best), (7, Some(32), Some(10)));
        let names =
            Author::objects().values_list(author::name).union(Blog::objects().values_list(blog::name));
        // MariaDB takes `Beatles Blog` and `beatles blog` for one.
        let different = if database == Database::MySql { 11 } else { 12 };
        assert_eq!(names.aggregate(author::name.count(), &db).await?, different);
        Ok(())
    });
}

#[test]
fn rows_are_changed_by_their_keys() {
    check_write(
        |tx| {
            let query = keys(rated(5)).union(keys(of_blog(1)));
            Entry::objects().filter(entry::id.in_(query)).update(entry::summary.set("both"), tx)
        },
        6,
        Entry::objects().filter(entry::summary.exact("both")).order_by(entry::id),
        "1 2 6 9 10 15",
    );
}

#[test]
fn what_the_rows_do_not_hold_does_not_order_them() {
    let refused = |error: Result<String, Error>| error.expect_err("it is refused").to_string();
    let names = || Author::objects().values_list(author::name).union(Blog::objects().values_list(blog::name));
    expect!["the rows of `union()`, `intersection()` and `difference()` are ordered by what they hold: select in each query what the order names"].assert_eq(&refused(names().order_by(author::age).sql::<Sqlite>()));
    expect!["the rows of `union()`, `intersection()` and `difference()` are ordered by what they hold: select in each query what the order names"].assert_eq(&refused(rated(5).union(rated(4)).order_by(random()).sql::<Sqlite>()));
    on_every_database(async |db, _| {
        let error = names().aggregate(author::age.max(), &db).await.expect_err("it is refused");
        expect!["aggregates of a `union()` and the like are computed from what its rows hold"]
            .assert_eq(&error.to_string());
        Ok(())
    });
}

#[test]
fn rows_with_related_rows_are_put_together() {
    on_every_database(async |db, database| {
        let with_blog = |entries: QuerySet<Entry>| entries.select_related(entry::blog());
        let rows = with_blog(rated(5)).union(with_blog(of_blog(1))).order_by(entry::id).all(&db).await?;
        let keys: Vec<i64> = rows.iter().map(|(entry, _)| entry.id).collect();
        assert_eq!(keys, [1, 2, 6, 9, 10, 15], "on {database:?}");
        assert!(rows.iter().all(|(entry, blog)| entry.blog_id == blog.id), "on {database:?}");

        // The related rows are those that each query has joined, by their places.
        let author = || Book::objects().filter(book::author().isnull(false)).select_related(book::author());
        let editor = || Book::objects().filter(book::editor().isnull(false)).select_related(book::editor());
        let rows = author().union_all(editor()).all(&db).await?;
        let (authors, editors) = (author().all(&db).await?, editor().all(&db).await?);
        assert!(!authors.is_empty() && !editors.is_empty());
        assert!(rows.iter().all(|row| authors.contains(row) || editors.contains(row)), "on {database:?}");
        assert_eq!(rows.len(), authors.len() + editors.len(), "on {database:?}");
        assert_eq!(author().union(author()).count(&db).await?, authors.len() as u64, "on {database:?}");
        Ok(())
    });
}

#[test]
fn what_the_first_loads_is_loaded_for_all() {
    on_every_database(async |db, database| {
        let blogs = |ids: [i64; 2]| Blog::objects().filter(blog::id.in_(ids));
        let entries = || prefetch(blog::entry(), Entry::objects().order_by(entry::id));
        let shown = |rows: Vec<(Blog, Vec<Entry>)>| -> Vec<(i64, Vec<i64>)> {
            let keys = |entries: Vec<Entry>| entries.into_iter().map(|entry| entry.id).collect();
            rows.into_iter().map(|(blog, entries)| (blog.id, keys(entries))).collect()
        };
        let all = shown(Blog::objects().prefetch_related(entries()).order_by(blog::id).all(&db).await?);
        let expected =
            |ids: &[i64]| -> Vec<_> { ids.iter().map(|id| all[*id as usize - 1].clone()).collect() };

        let first = blogs([1, 2]).prefetch_related(entries());
        let (noted, queries) = recorded(&db);
        let rows = first.clone().union(blogs([2, 4])).order_by(blog::id).all(&noted).await?;
        assert_eq!(shown(rows), expected(&[1, 2, 4]), "on {database:?}");
        assert_eq!(queries.len(), 2, "on {database:?}");
        // What the others load counts for nothing.
        let rows: Vec<Blog> = blogs([1, 2]).union(first.clone()).all(&noted).await?;
        assert_eq!((rows.len(), queries.len()), (2, 3), "on {database:?}");
        let others = (first.clone(), blogs([5, 6]).prefetch_related((blog::theme(), blog::entry())));
        let united = first.clone().union_all(others).order_by(blog::id);
        assert_eq!(shown(united.all(&db).await?), expected(&[1, 1, 2, 2, 5, 6]), "on {database:?}");
        assert_eq!(shown(united.clone().slice(1..4).all(&db).await?), expected(&[1, 2, 2]), "{database:?}");
        assert_eq!(united.count(&db).await?, 6, "on {database:?}");
        let streamed: Vec<_> = united.iterator_chunked(2, &db).try_collect().await?;
        assert_eq!(shown(streamed), expected(&[1, 1, 2, 2, 5, 6]), "on {database:?}");

        let shared = first.clone().intersection(blogs([2, 3]));
        assert_eq!(shown(shared.all(&db).await?), expected(&[2]), "on {database:?}");
        let left = first.clone().difference(blogs([2, 3]).union(blogs([4, 5])));
        assert_eq!(shown(left.clone().all(&db).await?), expected(&[1]), "on {database:?}");
        let nested = left.union(blogs([3, 4]).order_by(blog::id).limit(1)).order_by(blog::id.desc());
        assert_eq!(shown(nested.all(&db).await?), expected(&[3, 1]), "on {database:?}");
        assert_eq!(
            shown(first.none().union(blogs([2, 3])).order_by(blog::id).all(&db).await?),
            expected(&[2, 3])
        );
        Ok(())
    });
}

#[test]
fn keys_that_rows_do_not_hold_are_read_in_each_query() {
    on_every_database(async |db, database| {
        // A foreign key that is not loaded, an annotation before, an order by what is not in the rows.
        let parts =
            |entries: QuerySet<Entry>| entries.only(entry::headline).annotate(entry::authors().count());
        let united = parts(rated(5)).prefetch_related(entry::blog()).union(parts(of_blog(1)));
        let rows = united.order_by((entry::blog().name.desc(), entry::id)).all(&db).await?;
        let united = rated(5).union(of_blog(1)).order_by((entry::blog().name.desc(), entry::id));
        let expected = united.all(&db).await?;
        assert!(expected.len() > 4, "on {database:?}");
        let keys = rows.iter().map(|row| row.2.id);
        assert!(keys.eq(expected.iter().map(|entry| entry.blog_id)), "on {database:?}: {rows:?}");
        for ((entry, authors, _), whole) in rows.iter().zip(&expected) {
            assert_eq!(entry.get(entry::headline), &whole.headline, "on {database:?}");
            assert_eq!(*authors as u64, whole.authors().count(&db).await?, "on {database:?}");
        }

        // A relation two steps away, beside rows that are joined.
        let joined = |entries: QuerySet<Entry>| entries.select_related(entry::blog());
        let united = joined(rated(5)).prefetch_related(entry::blog().theme()).union(joined(of_blog(1)));
        for (_, blog, theme) in united.order_by(entry::id).all(&db).await? {
            assert_eq!(blog.theme_id, theme.map(|theme| theme.id), "on {database:?}");
        }
        Ok(())
    });
}
