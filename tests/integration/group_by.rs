//! Groups of rows: `values()` or `values_list()` before `annotate()`.

use expect_test::expect;
use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prelude::*;

use crate::sql::check_sql;
use crate::support::{check_count, check_error, check_rows, in_transactions};

#[test]
fn a_field_behind_the_groups_makes_none() {
    let n = entry::id.count();
    let groups = || Entry::objects().values_list(entry::blog_id).annotate(&n);
    check_rows(groups().order_by(entry::blog_id), "[1,4]\n[2,4]\n[3,1]\n[4,4]\n[6,3]\n");
    check_rows(groups().values_list(&n).flat().order_by((n.desc(), entry::blog_id)), "4 4 4 3 1");
    check_rows(groups().filter(n.lt(4)).order_by(&n), "[3,1]\n[6,3]\n");
    check_rows(groups().filter(entry::rating.gte(4)).order_by(entry::blog_id), "[1,4]\n[4,2]\n[6,1]\n");
    check_rows(groups().exclude(n.lt(4)).order_by(entry::blog_id).slice(1..3), "[2,4]\n[4,4]\n");
    check_count(groups(), 5);
    check_count(groups().filter(n.gt(3)), 3);
}

#[test]
fn an_order_adds_to_the_groups() {
    let n = entry::id.count();
    let groups = Entry::objects().values_list(entry::blog_id).annotate(&n);
    check_count(groups.clone().order_by(entry::rating), 5);
    let rows = groups.order_by((entry::blog_id, entry::rating.asc().nulls_first()));
    in_transactions(async |tx, database| {
        assert_eq!(rows.all(tx).await?.len(), 14, "on {database:?}");
        Ok(())
    });
}

#[test]
fn groups_of_computed_values() {
    let year = entry::pub_date.year();
    let (n, best) = (entry::id.count(), entry::rating.max());
    check_rows(
        Entry::objects().values_list(&year).annotate((&n, &best)).filter(n.gt(1)).order_by(&year),
        "[2008,3,5]\n[2021,2,5]\n[2024,7,5]\n",
    );
    let size = case().when(entry::number_of_comments.gt(5), "busy").otherwise("quiet");
    check_rows(
        Entry::objects().values_list(&size).annotate(&n).order_by(&size),
        "[\"busy\",7]\n[\"quiet\",9]\n",
    );
}

#[test]
fn groups_stand_in_other_queries() {
    let n = entry::id.count();
    let busy = Entry::objects().values_list(entry::blog_id).annotate(&n).filter(n.gte(4));
    check_rows(
        Blog::objects().filter(blog::id.in_(busy.values_list(entry::blog_id))).order_by(blog::id),
        "1 2 4",
    );
    let siblings = Entry::objects().filter(entry::blog_id.exact(outer(blog::id)));
    let busy = siblings.values_list(entry::blog_id).annotate(&n).filter(n.gte(4));
    check_rows(Blog::objects().filter(!exists(busy)).order_by(blog::id), "3 5 6");
}

#[test]
fn groups_have_no_first_one_without_an_order() {
    let groups = || Entry::objects().values_list(entry::blog_id).annotate(entry::id.count());
    const REFUSED: &str =
        "groups of rows have no first and no last one by themselves: call `order_by(…)` first";
    check_error(|tx| groups().first(tx), REFUSED);
    check_error(|tx| groups().last(tx), REFUSED);
    check_error(|tx| groups().ordered().all(tx), REFUSED);
    in_transactions(async |tx, database| {
        assert_eq!(groups().order_by(entry::blog_id).last(tx).await?, Some((6, 3)), "on {database:?}");
        Ok(())
    });
}

#[test]
fn distinct_on_does_not_go_with_groups() {
    let n = entry::authors().count();
    check_error(
        |tx| Entry::objects().distinct_on(entry::blog_id).annotate(&n).all(tx),
        [
            "SQLite does not support `distinct_on()`",
            "`distinct_on()` does not go with aggregates: one of the two takes a subquery",
            "MariaDB does not support `distinct_on()`",
        ],
    );
}

#[test]
fn an_exclude_that_reads_a_relation_is_grouped_by() {
    let n = blog::entry().id.count();
    let entry = blog::entry();
    let query = Blog::objects().annotate(&n).exclude(n.gt(0) & entry.authors().id.gt(entry.rating));
    check_sql(
        query.values_list((blog::id, &n)),
        expect![[r#"
        SELECT "blog_blog"."id", COUNT("blog_entry"."id") FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" LEFT JOIN "blog_entry" AS "T3" ON "blog_blog"."id" = "T3"."blog_id" GROUP BY "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id", EXISTS(SELECT 1 FROM "blog_entry" AS "U1" INNER JOIN "blog_entry_authors" AS "U2" ON "U1"."id" = "U2"."entry_id" WHERE "U2"."author_id" > "T3"."rating" AND "U1"."blog_id" = "blog_blog"."id") HAVING NOT (COUNT("blog_entry"."id") > ? AND EXISTS(SELECT 1 FROM "blog_entry" AS "U1" INNER JOIN "blog_entry_authors" AS "U2" ON "U1"."id" = "U2"."entry_id" WHERE "U2"."author_id" > "T3"."rating" AND "U1"."blog_id" = "blog_blog"."id"))
        SELECT "blog_blog"."id", COUNT("blog_entry"."id") FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" LEFT JOIN "blog_entry" AS "T3" ON "blog_blog"."id" = "T3"."blog_id" GROUP BY "blog_blog"."id", EXISTS(SELECT 1 FROM "blog_entry" AS "U1" INNER JOIN "blog_entry_authors" AS "U2" ON "U1"."id" = "U2"."entry_id" WHERE "U2"."author_id" > "T3"."rating" AND "U1"."blog_id" = "blog_blog"."id") HAVING NOT (COUNT("blog_entry"."id") > $1 AND EXISTS(SELECT 1 FROM "blog_entry" AS "U1" INNER JOIN "blog_entry_authors" AS "U2" ON "U1"."id" = "U2"."entry_id" WHERE "U2"."author_id" > "T3"."rating" AND "U1"."blog_id" = "blog_blog"."id"))
        SELECT `blog_blog`.`id`, COUNT(`blog_entry`.`id`) FROM `blog_blog` LEFT JOIN `blog_entry` ON `blog_blog`.`id` = `blog_entry`.`blog_id` LEFT JOIN `blog_entry` AS `T3` ON `blog_blog`.`id` = `T3`.`blog_id` GROUP BY `blog_blog`.`id`, EXISTS(SELECT 1 FROM `blog_entry` AS `U1` INNER JOIN `blog_entry_authors` AS `U2` ON `U1`.`id` = `U2`.`entry_id` WHERE `U2`.`author_id` > `T3`.`rating` AND `U1`.`blog_id` = `blog_blog`.`id`) HAVING NOT (COUNT(`blog_entry`.`id`) > ? AND EXISTS(SELECT 1 FROM `blog_entry` AS `U1` INNER JOIN `blog_entry_authors` AS `U2` ON `U1`.`id` = `U2`.`entry_id` WHERE `U2`.`author_id` > `T3`.`rating` AND `U1`.`blog_id` = `blog_blog`.`id`))
    "#]],
    );
}

/// Below a NOT, a predicate on a column that may be missing is false for `NULL`: it reads the column, too.
#[test]
fn a_predicate_is_grouped_by_all_that_it_reads() {
    let n = blog::entry().count();
    let theme = blog::theme().name.upper();
    let not = (!theme.exact("SPACE")).expr();
    let both = (theme.startswith("S") & !theme.exact("SPACE")).expr();
    let blogs = Blog::objects().annotate((&not, &n, &both)).order_by(blog::id);
    let rows = "[1,true,4,false]\n[2,false,4,false]\n[3,true,1,null]\n[4,true,4,false]\n[5,true,0,null]\n[6,false,3,false]\n";
    check_rows(blogs.values_list((blog::id, &not, &n, &both)), rows);
    check_rows(Blog::objects().values_list(&not).annotate(&n).order_by(&not), "[false,7]\n[true,9]\n");
}
