//! Joins over to-many relations: shared inside a call, made again by the next.

use expect_test::expect;
use queryset::demo::blog::{Author, Blog, Entry, Event, author, blog, entry, event};
use queryset::prelude::*;

use crate::sql::check_sql;
use crate::support::{check_rows, date};

#[test]
fn one_call_speaks_of_one_related_row() {
    check_rows(
        Blog::objects()
            .filter(blog::entry().headline.contains("Lennon") & blog::entry().pub_date.year().exact(2008))
            .order_by(blog::id),
        "1 1",
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().headline.contains("Hello") & blog::entry().rating.exact(3))
            .order_by(blog::id),
        ["2", "", ""],
    );
    check_rows(
        Blog::objects()
            .filter(blog::id.exact(1))
            .filter(blog::entry().in_(Entry::objects().filter(entry::rating.exact(4))))
            .order_by(blog::id),
        "1 1",
    );
}

#[test]
fn two_calls_may_speak_of_two_related_rows() {
    check_rows(
        Blog::objects()
            .filter(blog::entry().headline.contains("Lennon"))
            .filter(blog::entry().pub_date.year().exact(2008))
            .order_by(blog::id),
        "1 1 1 1",
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().headline.contains("Hello"))
            .filter(blog::entry().rating.exact(3))
            .order_by(blog::id),
        ["2 2", "2", "2"],
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().headline.contains("Lennon"))
            .filter(blog::entry().pub_date.year().exact(2008))
            .distinct()
            .order_by(blog::id),
        "1",
    );
    check_rows(
        Entry::objects()
            .filter(entry::authors().name.exact("Alice"))
            .filter(entry::authors().name.exact("bob"))
            .order_by(entry::id),
        "1 10",
    );
    check_rows(
        Entry::objects()
            .filter(entry::authors().id.exact(1))
            .filter(entry::authors().id.exact(2))
            .filter(entry::authors().id.exact(4))
            .order_by(entry::id),
        "10",
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().authors().id.exact(1))
            .filter(blog::entry().authors().id.exact(2))
            .order_by(blog::id),
        "1 1 1 1 1 1 6",
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().authors().id.exact(1) & blog::entry().rating.exact(5))
            .filter(blog::entry().authors().id.exact(2))
            .distinct()
            .order_by(blog::id),
        "1 6",
    );
    check_rows(
        Entry::objects()
            .filter(entry::blog().entry().rating.exact(5))
            .filter(entry::blog().entry().rating.exact(4))
            .order_by(entry::id)
            .distinct(),
        "1 2 6 7 8 9 15 16",
    );
    check_rows(
        Event::objects()
            .filter(event::children().date.exact(date(2024, 12, 30)))
            .filter(event::children().date.exact(date(2024, 12, 31)))
            .order_by(event::id),
        "1",
    );
}

#[test]
fn to_one_joins_are_shared_by_all_calls() {
    check_rows(
        Blog::objects()
            .filter(blog::theme().name.exact("Space"))
            .filter(blog::theme().order.exact(2))
            .order_by(blog::id),
        "2 6",
    );
    check_rows(
        Author::objects()
            .filter(author::entry().rating.exact(5))
            .filter(author::entry().blog().name.exact("Cheddar Talk"))
            .order_by(author::id),
        "1 1 1 1 2 2 4 4",
    );
}

#[test]
fn values_share_the_last_join_that_was_made_before() {
    check_rows(
        Blog::objects()
            .filter(blog::entry().rating.gt(2))
            .values_list((blog::name, blog::entry().headline))
            .order_by((blog::id, blog::entry().headline)),
        [
            expect![[r#"
        ["Beatles Blog","Best Beatles ALBUMS"]
        ["Beatles Blog","Hello Lennon"]
        ["Beatles Blog","Lennon Returns"]
        ["Beatles Blog","O'Reilly \"quoted\""]
        ["Pop Music","hello world"]
        ["Ünïcode Café","  padded  "]
        ["Ünïcode Café","snake_case"]
        ["Ünïcode Café","Émile Zola – naïve"]
        ["Cheddar Talk","Cheddar, please"]
        ["Cheddar Talk","ß straße"]
    "#]],
            expect![[r#"
        ["Beatles Blog","Best Beatles ALBUMS"]
        ["Beatles Blog","Hello Lennon"]
        ["Beatles Blog","Lennon Returns"]
        ["Beatles Blog","O'Reilly \"quoted\""]
        ["Pop Music","hello world"]
        ["Ünïcode Café","  padded  "]
        ["Ünïcode Café","snake_case"]
        ["Ünïcode Café","Émile Zola – naïve"]
        ["Cheddar Talk","Cheddar, please"]
        ["Cheddar Talk","ß straße"]
    "#]],
            expect![[r#"
        ["Beatles Blog","Best Beatles ALBUMS"]
        ["Beatles Blog","Hello Lennon"]
        ["Beatles Blog","Lennon Returns"]
        ["Beatles Blog","O'Reilly \"quoted\""]
        ["Pop Music","hello world"]
        ["Ünïcode Café","  padded  "]
        ["Ünïcode Café","Émile Zola – naïve"]
        ["Ünïcode Café","snake_case"]
        ["Cheddar Talk","Cheddar, please"]
        ["Cheddar Talk","ß straße"]
    "#]],
        ],
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().rating.exact(5))
            .filter(blog::entry().rating.exact(4))
            .values_list((blog::id, blog::entry().rating))
            .order_by((blog::id, blog::entry().rating)),
        expect![[r#"
        [1,4]
        [1,4]
        [1,4]
        [1,4]
        [4,4]
    "#]],
    );
}

#[test]
fn a_filter_after_values_joins_again() {
    check_rows(
        Blog::objects()
            .values_list((blog::name, blog::entry().headline))
            .filter(blog::entry().rating.gt(4))
            .order_by((blog::id, blog::entry().headline)),
        [
            expect![[r#"
        ["Beatles Blog","Best Beatles ALBUMS"]
        ["Beatles Blog","Best Beatles ALBUMS"]
        ["Beatles Blog","Hello Lennon"]
        ["Beatles Blog","Hello Lennon"]
        ["Beatles Blog","Lennon Returns"]
        ["Beatles Blog","Lennon Returns"]
        ["Beatles Blog","O'Reilly \"quoted\""]
        ["Beatles Blog","O'Reilly \"quoted\""]
        ["Ünïcode Café","  padded  "]
        ["Ünïcode Café","C:\\new\\path"]
        ["Ünïcode Café","snake_case"]
        ["Ünïcode Café","Émile Zola – naïve"]
        ["Cheddar Talk","Cheddar, please"]
        ["Cheddar Talk","Cheddar, please"]
        ["Cheddar Talk","ß straße"]
    "#]],
            expect![[r#"
        ["Beatles Blog","Best Beatles ALBUMS"]
        ["Beatles Blog","Best Beatles ALBUMS"]
        ["Beatles Blog","Hello Lennon"]
        ["Beatles Blog","Hello Lennon"]
        ["Beatles Blog","Lennon Returns"]
        ["Beatles Blog","Lennon Returns"]
        ["Beatles Blog","O'Reilly \"quoted\""]
        ["Beatles Blog","O'Reilly \"quoted\""]
        ["Ünïcode Café","  padded  "]
        ["Ünïcode Café","C:\\new\\path"]
        ["Ünïcode Café","snake_case"]
        ["Ünïcode Café","Émile Zola – naïve"]
        ["Cheddar Talk","Cheddar, please"]
        ["Cheddar Talk","Cheddar, please"]
        ["Cheddar Talk","ß straße"]
    "#]],
            expect![[r#"
        ["Beatles Blog","Best Beatles ALBUMS"]
        ["Beatles Blog","Best Beatles ALBUMS"]
        ["Beatles Blog","Hello Lennon"]
        ["Beatles Blog","Hello Lennon"]
        ["Beatles Blog","Lennon Returns"]
        ["Beatles Blog","Lennon Returns"]
        ["Beatles Blog","O'Reilly \"quoted\""]
        ["Beatles Blog","O'Reilly \"quoted\""]
        ["Ünïcode Café","  padded  "]
        ["Ünïcode Café","C:\\new\\path"]
        ["Ünïcode Café","Émile Zola – naïve"]
        ["Ünïcode Café","snake_case"]
        ["Cheddar Talk","Cheddar, please"]
        ["Cheddar Talk","Cheddar, please"]
        ["Cheddar Talk","ß straße"]
    "#]],
        ],
    );
}

#[test]
fn order_by_shares_the_join_of_the_filter() {
    check_rows(
        Blog::objects()
            .filter(blog::entry().rating.exact(5))
            .order_by(blog::entry().headline)
            .values_list(blog::id)
            .flat(),
        "6 1 1 4",
    );
}

#[test]
fn a_predicate_in_a_value_of_a_filter_keeps_rows_without_related_ones() {
    let rated = blog::entry().rating.exact(5) & blog::entry().headline.exact("Hello Lennon");
    let choice = case().when(blog::entry().number_of_comments.gt(1), 1).otherwise(2);
    check_sql(
        Blog::objects().filter(rated ^ !blog::id.exact(choice)).values_list(blog::id),
        expect![[r#"
            SELECT "blog_blog"."id" FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" WHERE (("blog_entry"."rating" = ? AND "blog_entry"."headline" = ?) IS TRUE) <> ((NOT "blog_blog"."id" = (CASE WHEN ("blog_entry"."number_of_comments" > ?) THEN ? ELSE ? END)) IS TRUE)
            SELECT "blog_blog"."id" FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" WHERE (("blog_entry"."rating" = $1 AND "blog_entry"."headline" = $2) IS TRUE) <> ((NOT "blog_blog"."id" = (CASE WHEN ("blog_entry"."number_of_comments" > $3) THEN $4 ELSE $5 END)) IS TRUE)
            SELECT `blog_blog`.`id` FROM `blog_blog` LEFT JOIN `blog_entry` ON `blog_blog`.`id` = `blog_entry`.`blog_id` WHERE (`blog_entry`.`rating` = ? AND `blog_entry`.`headline` = ?) XOR (NOT `blog_blog`.`id` = (CASE WHEN (`blog_entry`.`number_of_comments` > ?) THEN ? ELSE ? END))
        "#]],
    );
}
