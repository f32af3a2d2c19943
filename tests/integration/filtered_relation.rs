//! `filtered_relation!`: relations that lead to some of their rows only.

use expect_test::expect;
use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::demo::pizza::{Restaurant, restaurant};
use queryset::prelude::*;

use crate::sql::check_sql;
use crate::support::{check_count, check_error, check_rows, check_write};

#[test]
fn the_condition_stands_in_the_join() {
    filtered_relation!(good: blog::entry(), |entry| entry.rating.gte(4) & !entry.headline.contains("Help"));
    check_sql(
        Blog::objects().filtered_relation(&good).values_list((blog::id, good.headline)),
        expect![[r#"
            SELECT "blog_blog"."id", "good"."headline" FROM "blog_blog" LEFT JOIN "blog_entry" AS "good" ON "blog_blog"."id" = "good"."blog_id" AND ("good"."rating" >= ? AND (NOT ("good"."headline" LIKE ? ESCAPE '!' AND "good"."headline" IS NOT NULL)))
            SELECT "blog_blog"."id", "good"."headline" FROM "blog_blog" LEFT JOIN "blog_entry" AS "good" ON "blog_blog"."id" = "good"."blog_id" AND ("good"."rating" >= $1 AND (NOT ("good"."headline" LIKE $2 ESCAPE '!' AND "good"."headline" IS NOT NULL)))
            SELECT `blog_blog`.`id`, `good`.`headline` FROM `blog_blog` LEFT JOIN `blog_entry` AS `good` ON `blog_blog`.`id` = `good`.`blog_id` AND (`good`.`rating` >= ? AND (NOT (`good`.`headline` LIKE CAST(? AS BINARY) ESCAPE '!' AND `good`.`headline` IS NOT NULL)))
        "#]],
    );
    // It is an inner join where a filter wants it, and none where nothing uses it.
    check_sql(
        Blog::objects().filtered_relation(&good).filter(good.headline.exact("x")).values_list(blog::id),
        expect![[r#"
            SELECT "blog_blog"."id" FROM "blog_blog" INNER JOIN "blog_entry" AS "good" ON "blog_blog"."id" = "good"."blog_id" AND ("good"."rating" >= ? AND (NOT ("good"."headline" LIKE ? ESCAPE '!' AND "good"."headline" IS NOT NULL))) WHERE "good"."headline" = ?
            SELECT "blog_blog"."id" FROM "blog_blog" INNER JOIN "blog_entry" AS "good" ON "blog_blog"."id" = "good"."blog_id" AND ("good"."rating" >= $1 AND (NOT ("good"."headline" LIKE $2 ESCAPE '!' AND "good"."headline" IS NOT NULL))) WHERE "good"."headline" = $3
            SELECT `blog_blog`.`id` FROM `blog_blog` INNER JOIN `blog_entry` AS `good` ON `blog_blog`.`id` = `good`.`blog_id` AND (`good`.`rating` >= ? AND (NOT (`good`.`headline` LIKE CAST(? AS BINARY) ESCAPE '!' AND `good`.`headline` IS NOT NULL))) WHERE `good`.`headline` = ?
        "#]],
    );
    check_sql(
        Blog::objects().filtered_relation(&good).values_list(blog::id),
        expect![[r#"
        SELECT "blog_blog"."id" FROM "blog_blog"
        SELECT "blog_blog"."id" FROM "blog_blog"
        SELECT `blog_blog`.`id` FROM `blog_blog`
    "#]],
    );
}

#[test]
fn a_relation_by_pairs_is_filtered_behind_them() {
    filtered_relation!(v: restaurant::pizzas(), |pizza| pizza.vegetarian);
    filtered_relation!(m: restaurant::pizzas(), |pizza| !pizza.vegetarian);
    check_sql(
        Restaurant::objects().filtered_relation(&v).filtered_relation(&m).values_list((
            restaurant::id,
            v.count().distinct(),
            m.count().distinct(),
        )),
        expect![[r#"
            SELECT "pizza_restaurant"."id", COUNT(DISTINCT "v"."id"), COUNT(DISTINCT "m"."id") FROM "pizza_restaurant" LEFT JOIN "pizza_restaurant_pizzas" ON "pizza_restaurant"."id" = "pizza_restaurant_pizzas"."restaurant_id" LEFT JOIN "pizza_pizza" AS "v" ON "pizza_restaurant_pizzas"."pizza_id" = "v"."id" AND "v"."vegetarian" = ? LEFT JOIN "pizza_pizza" AS "m" ON "pizza_restaurant_pizzas"."pizza_id" = "m"."id" AND (NOT ("m"."vegetarian" = ? AND "m"."vegetarian" IS NOT NULL)) GROUP BY "pizza_restaurant"."id", "pizza_restaurant"."name", "pizza_restaurant"."best_pizza_id"
            SELECT "pizza_restaurant"."id", COUNT(DISTINCT "v"."id"), COUNT(DISTINCT "m"."id") FROM "pizza_restaurant" LEFT JOIN "pizza_restaurant_pizzas" ON "pizza_restaurant"."id" = "pizza_restaurant_pizzas"."restaurant_id" LEFT JOIN "pizza_pizza" AS "v" ON "pizza_restaurant_pizzas"."pizza_id" = "v"."id" AND "v"."vegetarian" = $1 LEFT JOIN "pizza_pizza" AS "m" ON "pizza_restaurant_pizzas"."pizza_id" = "m"."id" AND (NOT ("m"."vegetarian" = $2 AND "m"."vegetarian" IS NOT NULL)) GROUP BY "pizza_restaurant"."id"
            SELECT `pizza_restaurant`.`id`, COUNT(DISTINCT `v`.`id`), COUNT(DISTINCT `m`.`id`) FROM `pizza_restaurant` LEFT JOIN `pizza_restaurant_pizzas` ON `pizza_restaurant`.`id` = `pizza_restaurant_pizzas`.`restaurant_id` LEFT JOIN `pizza_pizza` AS `v` ON `pizza_restaurant_pizzas`.`pizza_id` = `v`.`id` AND `v`.`vegetarian` = ? LEFT JOIN `pizza_pizza` AS `m` ON `pizza_restaurant_pizzas`.`pizza_id` = `m`.`id` AND (NOT (`m`.`vegetarian` = ? AND `m`.`vegetarian` IS NOT NULL)) GROUP BY `pizza_restaurant`.`id`
        "#]],
    );
}

#[test]
fn rows_without_a_filtered_row_are_kept() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let blogs = || Blog::objects().filtered_relation(&top).order_by(blog::id);
    check_rows(blogs().filter(top.isnull(true)), "2 3 5");
    check_rows(blogs().exclude(top.isnull(true)), "1 4 6");
    check_rows(blogs().exclude(top.headline.startswith("H")), "2 3 4 5 6");
    check_rows(
        blogs()
            .order_by((blog::id, top.id))
            .values_list(top.headline.upper().coalesce("NONE").length())
            .flat(),
        "12 17 4 4 10 4 15",
    );
    check_rows(
        blogs().values_list((blog::id, top.number_of_comments.sum(), blog::entry().count())),
        expect![[r#"
            [1,64,8]
            [2,null,4]
            [3,null,1]
            [4,8589934588,4]
            [5,null,0]
            [6,24,3]
        "#]],
    );
    check_rows(
        blogs().order_by((top.headline, blog::id)).filter(top.isnull(false)).values_list(&top).flat(),
        "10 1 15 6",
    );
}

#[test]
fn a_later_filter_joins_a_filtered_relation_again() {
    filtered_relation!(good: blog::entry(), |entry| entry.rating.gte(4));
    let blogs = || Blog::objects().filtered_relation(&good).order_by((blog::id, good.id));
    let commented = || good.number_of_comments.gt(1);
    check_count(blogs().filter(commented()).values_list((blog::id, good.id)), 7);
    check_count(blogs().values_list((blog::id, good.id)).filter(commented()), 21);
}

#[test]
fn a_condition_speaks_of_the_row_that_has_the_relation_too() {
    filtered_relation!(zoo: blog::entry(), |_entry| blog::theme().name.exact("Zoo"));
    check_sql(
        Blog::objects().filtered_relation(&zoo).values_list((blog::id, zoo.id)),
        expect![[r#"
        SELECT "blog_blog"."id", "zoo"."id" FROM "blog_blog" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" LEFT JOIN "blog_entry" AS "zoo" ON "blog_blog"."id" = "zoo"."blog_id" AND "blog_theme"."name" = ?
        SELECT "blog_blog"."id", "zoo"."id" FROM "blog_blog" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" LEFT JOIN "blog_entry" AS "zoo" ON "blog_blog"."id" = "zoo"."blog_id" AND "blog_theme"."name" = $1
        SELECT `blog_blog`.`id`, `zoo`.`id` FROM `blog_blog` LEFT JOIN `blog_theme` ON `blog_blog`.`theme_id` = `blog_theme`.`id` LEFT JOIN `blog_entry` AS `zoo` ON `blog_blog`.`id` = `zoo`.`blog_id` AND `blog_theme`.`name` = ?
    "#]],
    );
    check_rows(
        Blog::objects()
            .filtered_relation(&zoo)
            .order_by((blog::id, zoo.id))
            .filter(zoo.isnull(false))
            .values_list(zoo.id)
            .flat(),
        "6 7 8 16",
    );
    filtered_relation!(some: blog::entry(), |entry| entry.rating.exact(5) | blog::theme().order.exact(1));
    check_rows(
        Blog::objects().filtered_relation(&some).order_by(blog::id).values_list(some.count()).flat(),
        "4 0 0 1 0 1",
    );
}

#[test]
fn a_key_that_is_never_null_is_joined_to_its_filtered_row() {
    filtered_relation!(cheddar: entry::blog(), |blog| blog.name.contains("Cheddar"));
    let entries = || Entry::objects().filtered_relation(&cheddar).order_by(entry::id);
    check_rows(entries().values_list(cheddar.name).flat(), r#""Cheddar Talk" "Cheddar Talk" "Cheddar Talk""#);
    check_count(entries(), 16);
    check_count(entries().filter(cheddar.isnull(true)), 0);
}

#[test]
fn a_condition_holds_a_value_of_its_own_each_time() {
    let mut found = Vec::new();
    for least in [4, 5] {
        filtered_relation!(good: blog::entry(), |entry| entry.rating.gte(least));
        found.push(
            Blog::objects().filtered_relation(&good).order_by(blog::id).values_list(good.count()).flat(),
        );
    }
    check_rows(found.remove(0), "4 0 0 2 0 1");
    check_rows(found.remove(0), "2 0 0 1 0 1");
}

#[test]
fn filtered_relations_stand_in_queries_of_every_form() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let topped = || Blog::objects().filtered_relation(&top);
    let cheddar =
        topped().filter(top.headline.exact("Cheddar, please")) | Blog::objects().filter(blog::id.exact(3));
    check_rows(cheddar.order_by(blog::id), "3 6");
    let either =
        Blog::objects().filter(blog::id.exact(3)) | topped().filter(top.headline.exact("Cheddar, please"));
    check_rows(either.order_by(blog::id), "3 6");
    check_rows(
        Entry::objects()
            .filter(entry::blog_id.in_(topped().filter(top.isnull(false)).values_list(blog::id)))
            .order_by(entry::id),
        "1 2 6 7 8 9 10 11 14 15 16",
    );
    check_rows(
        Entry::objects().filter(exists(topped().filter(top.id.exact(outer(entry::id))))).order_by(entry::id),
        "1 6 10 15",
    );
    let first = topped().filter(top.isnull(false)).order_by((blog::id, top.id)).limit(2);
    check_rows(first.values_list(top.id).flat(), "1 15");
    check_write(
        |tx| topped().filter(top.isnull(false)).update(blog::tagline.set("x"), tx),
        3,
        Blog::objects().filter(blog::tagline.exact("x")).order_by(blog::id),
        "1 4 6",
    );
    filtered_relation!(theirs: blog::entry(), |entry| entry.id.in_(Entry::objects().filter(entry::rating.exact(5)).values_list(entry::id)));
    check_count(Blog::objects().filtered_relation(&theirs).filter(theirs.isnull(false)), 4);
}

#[test]
fn a_filtered_relation_is_known_before_it_is_used() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    check_error(
        |tx| Blog::objects().filter(top.isnull(true)).all(tx),
        "the query does not know the filtered relation `top`; call `.filtered_relation(&top)` before it is used",
    );
    check_error(
        |tx| Blog::objects().filter(top.isnull(true)).filtered_relation(&top).all(tx),
        "the query does not know the filtered relation `top`; call `.filtered_relation(&top)` before it is used",
    );
}

#[test]
fn a_condition_does_not_reach_beyond_its_rows() {
    filtered_relation!(alice: blog::entry(), |entry| entry.authors().name.exact("Alice"));
    check_error(
        |tx| Blog::objects().filtered_relation(&alice).values_list(alice.id).all(tx),
        "the condition of the filtered relation `alice` speaks of its own rows, not of what they lead to in turn",
    );
    filtered_relation!(many: blog::entry(), |entry| entry.authors().count().gt(1));
    check_error(
        |tx| Blog::objects().filtered_relation(&many).values_list(many.id).all(tx),
        "the condition of the filtered relation `many` speaks of one row: it has neither aggregates nor windows",
    );
}
