//! Windows: what is computed over them, and filters on it.

use expect_test::expect;
use queryset::WindowFrameExclusion;
use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prelude::*;

use crate::sql::check_sql;
use crate::support::{check_count, check_error, check_rows, check_write, in_transactions, on_every_database};

/// The entries of each blog, by key.
fn of_blog() -> queryset::window::Window<Entry, queryset::Plain, queryset::Ordered> {
    window().partition_by(entry::blog_id).order_by(entry::id)
}

#[test]
fn a_filter_on_a_window_is_asked_by_a_query_around() {
    let number = row_number().over(of_blog());
    let query = Entry::objects().alias(&number).filter(number.lte(2) & entry::rating.gte(3));
    let query = query.order_by(entry::id.desc()).values_list(entry::id).limit(3);
    check_sql(
        query,
        expect![[r#"
        SELECT "qualify"."col1" FROM (SELECT "blog_entry"."id" AS "col1", ROW_NUMBER() OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."id") AS "col2" FROM "blog_entry" WHERE "blog_entry"."rating" >= ?) AS "qualify" WHERE "qualify"."col2" <= ? ORDER BY "qualify"."col1" DESC LIMIT ?
        SELECT "qualify"."col1" FROM (SELECT "blog_entry"."id" AS "col1", ROW_NUMBER() OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."id") AS "col2" FROM "blog_entry" WHERE "blog_entry"."rating" >= $1) AS "qualify" WHERE "qualify"."col2" <= $2 ORDER BY "qualify"."col1" DESC LIMIT $3
        SELECT `qualify`.`col1` FROM (SELECT `blog_entry`.`id` AS `col1`, ROW_NUMBER() OVER (PARTITION BY `blog_entry`.`blog_id` ORDER BY `blog_entry`.`id`) AS `col2` FROM `blog_entry` WHERE `blog_entry`.`rating` >= ?) AS `qualify` WHERE `qualify`.`col2` <= ? ORDER BY `qualify`.`col1` DESC LIMIT ?
    "#]],
    );
    check_sql(
        Entry::objects().filter(number.exact(1) | entry::rating.isnull(true)).values_list(&number),
        expect![[r#"
            SELECT "qualify"."col1" FROM (SELECT ROW_NUMBER() OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."id") AS "col1", "blog_entry"."rating" AS "col2" FROM "blog_entry") AS "qualify" WHERE "qualify"."col1" = ? OR "qualify"."col2" IS NULL
            SELECT "qualify"."col1" FROM (SELECT ROW_NUMBER() OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."id") AS "col1", "blog_entry"."rating" AS "col2" FROM "blog_entry") AS "qualify" WHERE "qualify"."col1" = $1 OR "qualify"."col2" IS NULL
            SELECT `qualify`.`col1` FROM (SELECT ROW_NUMBER() OVER (PARTITION BY `blog_entry`.`blog_id` ORDER BY `blog_entry`.`id`) AS `col1`, `blog_entry`.`rating` AS `col2` FROM `blog_entry`) AS `qualify` WHERE `qualify`.`col1` = ? OR `qualify`.`col2` IS NULL
        "#]],
    );
    check_sql(
        Entry::objects()
            .filter(entry::id.in_(Entry::objects().filter(number.exact(1)).values_list(entry::id)))
            .values_list(entry::id),
        expect![[r#"
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."id" IN (SELECT "qualify"."col1" FROM (SELECT "U0"."id" AS "col1", ROW_NUMBER() OVER (PARTITION BY "U0"."blog_id" ORDER BY "U0"."id") AS "col2" FROM "blog_entry" AS "U0") AS "qualify" WHERE "qualify"."col2" = ?)
            SELECT "blog_entry"."id" FROM "blog_entry" WHERE "blog_entry"."id" IN (SELECT "qualify"."col1" FROM (SELECT "U0"."id" AS "col1", ROW_NUMBER() OVER (PARTITION BY "U0"."blog_id" ORDER BY "U0"."id") AS "col2" FROM "blog_entry" AS "U0") AS "qualify" WHERE "qualify"."col2" = $1)
            SELECT `blog_entry`.`id` FROM `blog_entry` WHERE `blog_entry`.`id` IN (SELECT `qualify`.`col1` FROM (SELECT `U0`.`id` AS `col1`, ROW_NUMBER() OVER (PARTITION BY `U0`.`blog_id` ORDER BY `U0`.`id`) AS `col2` FROM `blog_entry` AS `U0`) AS `qualify` WHERE `qualify`.`col2` = ?)
        "#]],
    );
}

#[test]
fn windows_filter_by_every_lookup() {
    let keys = || Entry::objects().order_by(entry::id).values_list(entry::id).flat();
    let by_id = || window().order_by(entry::id);
    let number = row_number().over(by_id());
    check_rows(keys().filter(number.exact(entry::rating)), "");
    check_rows(keys().filter(number.in_([2, 4])), "2 4");
    check_rows(keys().filter(number.range(2, 4)), "2 3 4");
    check_rows(keys().filter(entry::rating.lag().over(by_id()).isnull(true)), "1 4 12");
    check_rows(keys().filter(entry::headline.lag().over(by_id()).icontains("hello")), "2 4 5 13");
    check_rows(keys().filter(entry::pub_date.lag().over(by_id()).year().exact(2024)), "8 9 10 11 12 14");
    check_rows(keys().filter((number.clone() * 2).gt(entry::number_of_pingbacks + 24)), "16");
}

#[test]
fn a_filter_on_a_window_joins_others_by_every_connector() {
    let number = row_number().over(of_blog());
    let keys = || Entry::objects().order_by(entry::id).values_list(entry::id).flat();
    check_rows(keys().exclude(number.gt(1) & entry::rating.gte(3)), "1 3 5 6 7 10 11 12 13");
    let place = rank().over(of_blog());
    check_rows(
        keys().filter(!place.gt(1) | entry::authors().name.exact("Alice")),
        "1 1 2 3 6 6 7 8 10 10 10 12 15",
    );
    check_rows(keys().filter(number.exact(1) ^ entry::rating.exact(5)), ["3 12 15", "3 12 15", "12 15"]);
    check_rows(keys().filter(number.lte(2)).filter(entry::rating.gte(3)), "1 2 4 6 8 10 14");
    check_rows(keys().filter(number.lte(2)).exclude(number.exact(1)), "2 4 7 11");
    check_rows(
        keys().filter(number.exact(1) | !entry::authors().name.exact("Alice")),
        "1 3 4 5 6 9 10 11 12 13 14 16",
    );
}

#[test]
fn a_slice_is_taken_of_the_rows_that_a_window_leaves() {
    let number = row_number().over(of_blog());
    let first = Entry::objects().alias(&number).filter(number.lte(2)).order_by(entry::id.desc());
    check_rows(first.clone().slice(1..4).values_list(entry::id).flat(), "11 10 7");
    check_count(first.limit(2), 2);
    in_transactions(async |tx, _| {
        let first = Entry::objects().annotate(&number).filter(number.exact(1));
        let (sum, greatest) =
            first.aggregate((entry::number_of_pingbacks.sum(), number.max()), &mut *tx).await?;
        assert_eq!((sum, greatest), (Some(5), Some(1)));
        let sliced = first.order_by(entry::id.desc()).limit(2);
        assert_eq!(sliced.aggregate(entry::id.sum(), &mut *tx).await?, Some(22));
        assert!(!Entry::objects().filter(number.gt(9)).exists(&mut *tx).await?);
        assert_eq!(
            Entry::objects().filter(number.gt(1)).first(&mut *tx).await?.map(|entry| entry.id),
            Some(2)
        );
        Ok(())
    });
}

#[test]
fn distinct_rows_are_told_apart_by_the_window_too() {
    let number = row_number().over(of_blog());
    let blogs = Entry::objects().alias(&number).filter(number.lte(2)).order_by(entry::blog_id);
    check_rows(blogs.distinct().values_list(entry::blog_id).flat(), "1 1 2 2 3 4 4 6 6");
}

#[test]
fn windows_look_at_groups() {
    let n = blog::entry().count();
    let place = rank().over(window().order_by(n.desc()));
    let blogs = Blog::objects().annotate(&n).alias(&place).filter(place.lte(4)).order_by(blog::id);
    check_rows(blogs.clone().values_list((blog::id, &n)), "[1,4]\n[2,4]\n[4,4]\n[6,3]\n");
    let before = Blog::objects().annotate(&n).filter(n.lt(4)).filter(place.lte(4)).order_by(blog::id);
    check_rows(before.values_list((blog::id, &n)), "[3,1]\n[5,0]\n[6,3]\n");
    // An aggregate that a window is ordered by acts as an alias. MariaDB gives groups in the order of the
    // window, so it is the same one here.
    let number = row_number().over(window().order_by((blog::entry().count().desc(), blog::id)));
    check_rows(
        Blog::objects().order_by(&number).values_list((blog::id, &number)),
        "[1,1]\n[2,2]\n[4,3]\n[6,4]\n[3,5]\n[5,6]\n",
    );
    let n = entry::id.count();
    let place = dense_rank().over(window().order_by(n.desc()));
    let by_blog = Entry::objects().values_list(entry::blog_id).annotate((&n, &place));
    check_rows(by_blog.filter(place.exact(1)).order_by(entry::blog_id), "[1,4,1]\n[2,4,1]\n[4,4,1]\n");
    let next = n.lead().default(0).over(window().order_by(entry::blog_id));
    check_rows(
        Entry::objects().values_list(entry::blog_id).annotate((&n, &next)).order_by(entry::blog_id),
        "[1,4,4]\n[2,4,1]\n[3,1,4]\n[4,4,3]\n[6,3,0]\n",
    );
}

#[test]
fn aggregates_over_windows_are_aggregated_by_a_query_around() {
    in_transactions(async |tx, _| {
        let best = entry::rating.max().over(window().partition_by(entry::blog_id));
        let average = Entry::objects().annotate(&best).aggregate(best.avg(), &mut *tx).await?;
        assert_eq!(average.map(|average| (average * 1000.0).round()), Some(4188.0));
        Ok(())
    });
}

#[test]
fn a_default_stands_for_a_row_that_is_missing_not_for_null() {
    let before = entry::rating.lag().default(-1).over(window().order_by(entry::id));
    check_rows(
        Entry::objects().filter(entry::id.lte(5)).order_by(entry::id).values_list(before).flat(),
        "-1 5 4 null 3",
    );
    let two_after = entry::headline.lead().offset(2).default("none").over(of_blog());
    check_sql(
        Entry::objects().values_list(two_after),
        expect![[r#"
        SELECT LEAD("blog_entry"."headline", 2, ?) OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."id") FROM "blog_entry"
        SELECT LEAD("blog_entry"."headline", 2, $1) OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."id") FROM "blog_entry"
        SELECT (CASE WHEN ((LEAD(1, 2) OVER (PARTITION BY `blog_entry`.`blog_id` ORDER BY `blog_entry`.`id`)) IS NOT NULL) THEN LEAD(`blog_entry`.`headline`, 2) OVER (PARTITION BY `blog_entry`.`blog_id` ORDER BY `blog_entry`.`id`) ELSE ? END) FROM `blog_entry`
    "#]],
    );
}

#[test]
fn statistics_are_computed_over_frames() {
    let pair = || window().order_by(entry::id).rows(-1..=0);
    let rows = Entry::objects().filter(entry::id.lte(4)).order_by(entry::id);
    check_rows(
        rows.values_list((
            entry::number_of_pingbacks.stddev().over(pair()),
            entry::number_of_pingbacks.variance().sample().over(pair()),
            entry::rating.count().filter(entry::rating.gt(4)).over(pair()),
            entry::rating.first_value().over(pair()),
            entry::id.nth_value(2).over(pair()),
        )),
        expect![[r#"
            [0.0,null,1,5,null]
            [2.5,12.5,1,5,2]
            [5.0,50.0,0,4,3]
            [3.5,24.5,0,null,4]
        "#]],
    );
}

#[test]
fn rows_are_left_out_of_frames_but_on_mysql() {
    let left_out = |exclusion| {
        let all = window().order_by(entry::pub_date).rows(..).exclusion(exclusion);
        let sum = entry::number_of_pingbacks.sum().over(all);
        Entry::objects().order_by(entry::id).values_list(sum).flat().limit(3)
    };
    check_rows(left_out(WindowFrameExclusion::CurrentRow), ["50 45 55", "50 45 55", "not supported"]);
    check_rows(left_out(WindowFrameExclusion::Group), ["50 45 55", "50 45 55", "not supported"]);
    check_rows(left_out(WindowFrameExclusion::Ties), ["55 55 55", "55 55 55", "not supported"]);
    check_rows(left_out(WindowFrameExclusion::NoOthers), ["55 55 55", "55 55 55", "not supported"]);
}

#[test]
fn null_stands_in_a_window_where_it_is_told_to() {
    let last = row_number().over(window().order_by((entry::rating.asc().nulls_last(), entry::id)));
    check_sql(
        Entry::objects().values_list(last),
        expect![[r#"
        SELECT ROW_NUMBER() OVER (ORDER BY "blog_entry"."rating" NULLS LAST, "blog_entry"."id") FROM "blog_entry"
        SELECT ROW_NUMBER() OVER (ORDER BY "blog_entry"."rating" NULLS LAST, "blog_entry"."id") FROM "blog_entry"
        SELECT ROW_NUMBER() OVER (ORDER BY `blog_entry`.`rating` IS NULL, `blog_entry`.`rating`, `blog_entry`.`id`) FROM `blog_entry`
    "#]],
    );
}

#[test]
fn rows_that_a_window_finds_are_written() {
    let number = row_number().over(of_blog());
    let first = || Entry::objects().filter(number.exact(1));
    let ones = Entry::objects().filter(entry::rating.exact(1)).order_by(entry::id);
    check_write(|tx| first().update(entry::rating.set(1), tx), 5, ones, "1 3 5 6 10 12");
    in_transactions(async |tx, _| {
        first().delete(&mut *tx).await?;
        let left = Entry::objects().order_by(entry::id).values_list(entry::id).flat().all(&mut *tx).await?;
        assert_eq!(left, [2, 4, 5, 7, 8, 9, 11, 13, 14, 15, 16]);
        Ok(())
    });
}

#[test]
fn a_window_inside_exists_sees_the_row_around() {
    let number = row_number().over(window().order_by(entry::id));
    let fourth = Entry::objects().filter(entry::blog_id.exact(outer(blog::id))).filter(number.exact(4));
    check_sql(
        Blog::objects().filter(exists(fourth)).values_list(blog::id),
        expect![[r#"
        SELECT "blog_blog"."id" FROM "blog_blog" WHERE EXISTS(SELECT 1 FROM (SELECT ROW_NUMBER() OVER (ORDER BY "U0"."id") AS "col1" FROM "blog_entry" AS "U0" WHERE "U0"."blog_id" = "blog_blog"."id") AS "qualify" WHERE "qualify"."col1" = ?)
        SELECT "blog_blog"."id" FROM "blog_blog" WHERE EXISTS(SELECT 1 FROM (SELECT ROW_NUMBER() OVER (ORDER BY "U0"."id") AS "col1" FROM "blog_entry" AS "U0" WHERE "U0"."blog_id" = "blog_blog"."id") AS "qualify" WHERE "qualify"."col1" = $1)
        SELECT `blog_blog`.`id` FROM `blog_blog` WHERE EXISTS(SELECT 1 FROM (SELECT ROW_NUMBER() OVER (ORDER BY `U0`.`id`) AS `col1` FROM `blog_entry` AS `U0` WHERE `U0`.`blog_id` = `blog_blog`.`id`) AS `qualify` WHERE `qualify`.`col1` = ?)
    "#]],
    );
}

#[test]
fn what_no_database_computes_is_refused() {
    let refused = |window| Entry::objects().values_list(entry::id.count().over(window));
    let by_id = || window().order_by(entry::id);
    let (before, after) = (-1, 2);
    check_error(
        |tx| refused(by_id().rows(after..=before)).all(tx),
        "a frame starts before it ends, and `2..=-1` does not",
    );
    check_error(
        |tx| refused(by_id().range(1..)).all(tx),
        "`range()` starts at the row or before it, and ends at the row or after it",
    );
    for order in [entry::pub_date.asc(), entry::headline.asc()] {
        check_error(
            |tx| refused(window().order_by(order.clone()).range(-1..=1)).all(tx),
            "distances in `range()` need a window that is ordered by one number",
        );
    }
    check_error(
        |tx| refused(window().order_by((entry::rating, entry::id)).range(-1..=1)).all(tx),
        "distances in `range()` need a window that is ordered by one number",
    );
    let values = |expr| Entry::objects().values_list(expr);
    check_error(
        |tx| values(entry::id.lead().offset(0).over(by_id())).all(tx),
        "`lag()` and `lead()` take a value from another row; `offset(0)` is the row itself",
    );
    check_error(
        |tx| values(entry::id.nth_value(0).over(by_id())).all(tx),
        "`nth_value()` counts from 1 on; there is no row 0",
    );
    check_error(
        |tx| Entry::objects().values_list(ntile(0).over(by_id())).all(tx),
        "`ntile()` divides into 1 bucket or more, not into 0",
    );
    check_error(
        |tx| Entry::objects().values_list(entry::blog_id.count().distinct().over(by_id())).all(tx),
        "an aggregate with `distinct()` cannot be computed over a window",
    );
    let number = row_number().over(by_id());
    check_error(
        |tx| Entry::objects().values_list(rank().over(window().order_by(&number))).all(tx),
        "a window cannot look at another window; ask for one of the two by `subquery(…)`",
    );
}

#[test]
fn an_aggregate_at_the_end_can_leave_out_rows_by_a_window() {
    let number = row_number().over(window().order_by(entry::id));
    on_every_database(async |db, _| {
        let few = entry::id.count().filter(number.lte(2));
        assert_eq!(Entry::objects().annotate(&number).aggregate(few, &db).await?, 2);
        Ok(())
    });
}

#[test]
fn text_that_a_filter_beside_a_window_looks_for_is_read_by_name() {
    let number = row_number().over(of_blog());
    let title = entry::headline.lower();
    check_sql(
        Entry::objects().filter(title.istartswith(&title) & number.lt(2) | number.gt(3)).values_list(&title),
        expect![[r#"
            SELECT "qualify"."col1" FROM (SELECT LOWER("blog_entry"."headline") AS "col1", ROW_NUMBER() OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."id") AS "col2" FROM "blog_entry") AS "qualify" WHERE ("qualify"."col1" LIKE (REPLACE(REPLACE(REPLACE("qualify"."col1", '!', '!!'), '%', '!%'), '_', '!_') || '%') ESCAPE '!' AND "qualify"."col2" < ?) OR "qualify"."col2" > ?
            SELECT "qualify"."col1" FROM (SELECT LOWER("blog_entry"."headline") AS "col1", ROW_NUMBER() OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."id") AS "col2" FROM "blog_entry") AS "qualify" WHERE (UPPER("qualify"."col1") LIKE UPPER(REPLACE(REPLACE(REPLACE("qualify"."col1", '!', '!!'), '%', '!%'), '_', '!_') || '%') ESCAPE '!' AND "qualify"."col2" < $1) OR "qualify"."col2" > $2
            SELECT `qualify`.`col1` FROM (SELECT LOWER(`blog_entry`.`headline`) AS `col1`, ROW_NUMBER() OVER (PARTITION BY `blog_entry`.`blog_id` ORDER BY `blog_entry`.`id`) AS `col2` FROM `blog_entry`) AS `qualify` WHERE (`qualify`.`col1` LIKE CONCAT(REPLACE(REPLACE(REPLACE(`qualify`.`col1`, '!', '!!'), '%', '!%'), '_', '!_'), '%') ESCAPE '!' AND `qualify`.`col2` < ?) OR `qualify`.`col2` > ?
        "#]],
    );
}
