//! `exclude()`: `NULL` is kept, and over a to-many relation no related row may match.

use expect_test::expect;
use queryset::demo::blog::{
    Author, Blog, Book, Entry, Event, Person, author, blog, book, entry, event, person,
};
use queryset::prelude::*;

use crate::sql::check_sql;
use crate::support::check_rows;

#[test]
fn a_row_whose_column_is_null_is_kept() {
    check_rows(
        Entry::objects().exclude(entry::rating.exact(5)).order_by(entry::id),
        "2 3 4 5 7 8 9 11 12 13 14 16",
    );
    check_rows(
        Entry::objects().exclude(entry::number_of_comments.exact(8)).order_by(entry::id),
        "1 2 3 4 5 6 7 8 9 12 13 14 15 16",
    );
    check_rows(Entry::objects().exclude(entry::rating.gt(3)).order_by(entry::id), "3 4 5 7 11 12 13 14 16");
    check_rows(
        Entry::objects().exclude(entry::rating.in_([4, 5])).order_by(entry::id),
        "3 4 5 7 11 12 13 14 16",
    );
    check_rows(Entry::objects().exclude(entry::rating.range(0, 4)).order_by(entry::id), "1 3 6 10 11 13 15");
    check_rows(
        Entry::objects().exclude(entry::summary.contains("t")).order_by(entry::id),
        "2 3 4 5 6 7 8 9 10 11 13 14",
    );
    check_rows(
        Entry::objects().exclude(entry::summary.exact("")).order_by(entry::id),
        "1 2 4 5 6 7 8 9 10 11 12 13 14 15 16",
    );
}

#[test]
fn rows_with_null_are_dropped_by_isnull() {
    check_rows(
        Entry::objects().exclude(entry::rating.isnull(true)).order_by(entry::id),
        "1 2 4 5 6 7 8 9 10 12 13 14 15 16",
    );
}

#[test]
fn predicates_of_one_call_are_negated_together() {
    check_rows(
        Entry::objects()
            .exclude(entry::headline.exact("Hello Lennon") & entry::rating.exact(5))
            .order_by(entry::id),
        "2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
    );
    check_rows(
        Entry::objects()
            .exclude(entry::headline.exact("Hello Lennon"))
            .exclude(entry::rating.exact(5))
            .order_by(entry::id),
        "2 3 4 5 7 8 9 11 13 14 16",
    );
    check_rows(
        Entry::objects()
            .exclude(entry::headline.exact("Hello Lennon") | entry::rating.exact(5))
            .order_by(entry::id),
        "2 3 4 5 7 8 9 11 13 14 16",
    );
    check_rows(Entry::objects().exclude(!entry::rating.exact(5)).order_by(entry::id), "1 6 10 15");
}

#[test]
fn a_row_without_a_related_row_is_kept() {
    check_rows(
        Entry::objects().exclude(entry::blog().name.exact("Pop Music")).order_by(entry::id),
        "1 2 6 7 8 9 10 11 12 14 15 16",
    );
    check_rows(
        Entry::objects().exclude(entry::blog().theme().name.exact("Space")).order_by(entry::id),
        "1 2 6 7 8 9 12 15 16",
    );
    check_rows(Blog::objects().exclude(blog::theme().name.exact("Space")).order_by(blog::id), "1 3 4 5");
    check_rows(Blog::objects().exclude(blog::theme_id.exact(1)).order_by(blog::id), "1 3 4 5");
    check_rows(Blog::objects().exclude(blog::theme().order.gt(1)).order_by(blog::id), "1 3 5");
    check_rows(
        Person::objects().exclude(person::hometown().name.exact("Paris")).order_by(person::id),
        ["2 3 4 5 7", "2 3 4 5 7", "2 3 5 7"],
    );
    check_rows(
        Person::objects().exclude(person::hometown().country().name.exact("France")).order_by(person::id),
        "3 4 5 7",
    );
    check_rows(
        Person::objects().exclude(person::hometown().country().population.gt(70000000)).order_by(person::id),
        "1 2 3 4 5 6 7",
    );
    check_rows(
        Person::objects().exclude(person::hometown().country().population.isnull(true)).order_by(person::id),
        "1 2 6",
    );
    check_rows(
        Person::objects().exclude(person::hometown().country().isnull(true)).order_by(person::id),
        "1 2 5 6",
    );
    check_rows(
        Entry::objects().exclude(entry::entry_detail().reviewer().name.exact("Alice")).order_by(entry::id),
        "1 2 3 4 5 6 7 9 10 11 12 13 14 15 16",
    );
    check_rows(
        Entry::objects().exclude(entry::entry_detail().details.exact("")).order_by(entry::id),
        "1 2 3 5 6 7 8 9 10 11 12 13 14 15 16",
    );
    check_rows(
        Event::objects().exclude(event::parent().name.exact("Conference")).order_by(event::id),
        "1 4 5 6 7 8 9",
    );
    check_rows(
        Book::objects().exclude(book::author().hometown().country().code.exact("FR")).order_by(book::id),
        "4 5 6 7",
    );
}

#[test]
fn no_related_row_may_match() {
    check_rows(
        Blog::objects().exclude(blog::entry().headline.exact("Hello Lennon")).order_by(blog::id),
        "2 4 5 6",
    );
    check_rows(Blog::objects().exclude(blog::entry().rating.exact(5)).order_by(blog::id), "2 3 5");
    check_rows(Blog::objects().exclude(blog::entry().rating.isnull(true)).order_by(blog::id), "1 3 4");
    check_rows(
        Blog::objects().exclude(blog::entry().authors().name.exact("Alice")).order_by(blog::id),
        "2 3 5",
    );
    check_rows(
        Entry::objects().exclude(entry::authors().name.exact("Alice")).order_by(entry::id),
        "3 4 5 9 11 12 13 14 16",
    );
    check_rows(
        Entry::objects().exclude(entry::authors().id.exact(1)).order_by(entry::id),
        "3 4 5 7 8 9 11 12 13 14 16",
    );
    check_rows(
        Entry::objects().exclude(entry::authors().id.in_([1, 3])).order_by(entry::id),
        "3 7 9 11 12 13 16",
    );
    check_rows(
        Author::objects().exclude(author::entry().blog().name.exact("Beatles Blog")).order_by(author::id),
        ["3 4 5 6 7", "3 4 5 6 7", "3 4 5 7"],
    );
    check_rows(
        Event::objects().exclude(event::children().name.exact("Talk A")).order_by(event::id),
        "1 3 4 5 6 7 8 9",
    );
    check_rows(Person::objects().exclude(person::readings().stars.gt(3)).order_by(person::id), "1 3 4 6 7");
    check_rows(
        Person::objects().exclude(person::readings().stars.isnull(true)).order_by(person::id),
        "1 2 3",
    );
    check_rows(Book::objects().exclude(book::readers().name.exact("Ben")).order_by(book::id), "4 5 6 7");
    check_rows(
        Person::objects().exclude(person::friends().name.exact("Ben")).order_by(person::id),
        "2 3 4 6 7",
    );
}

#[test]
fn isnull_of_a_relation_is_negated() {
    check_rows(
        Entry::objects().exclude(entry::authors().isnull(true)).order_by(entry::id),
        "1 2 4 5 6 7 8 9 10 11 12 14 15 16",
    );
    check_rows(Entry::objects().exclude(entry::authors().isnull(false)).order_by(entry::id), "3 13");
}

#[test]
fn predicates_on_one_relation_may_hold_for_two_related_rows() {
    check_rows(
        Blog::objects()
            .exclude(blog::entry().headline.contains("Lennon") & blog::entry().pub_date.year().exact(2008))
            .order_by(blog::id),
        "2 3 4 5 6",
    );
    check_rows(
        Blog::objects()
            .exclude(blog::entry().headline.icontains("hello") & blog::entry().rating.exact(1))
            .order_by(blog::id),
        "1 3 4 5 6",
    );
    check_rows(
        Blog::objects()
            .exclude(
                blog::entry().in_(
                    Entry::objects().filter(entry::headline.icontains("hello") & entry::rating.exact(1)),
                ),
            )
            .order_by(blog::id),
        "1 2 3 4 5 6",
    );
    check_rows(
        Blog::objects()
            .exclude(
                blog::entry().in_(
                    Entry::objects()
                        .filter(entry::headline.contains("Lennon") & entry::pub_date.year().exact(2008)),
                ),
            )
            .order_by(blog::id),
        "2 3 4 5 6",
    );
}

#[test]
fn a_comparison_of_two_columns_keeps_null_on_either_side() {
    check_rows(Book::objects().exclude(book::price.exact(book::pages)).order_by(book::id), "1 2 3 4 5 6 7 8");
    check_rows(
        Entry::objects()
            .exclude(entry::number_of_comments.exact(entry::number_of_pingbacks))
            .order_by(entry::id),
        "1 2 5 6 8 10 11 13 14 16",
    );
    check_rows(
        Entry::objects().exclude(entry::rating.exact(entry::number_of_comments)).order_by(entry::id),
        "1 2 3 4 5 6 7 8 9 10 11 13 14 15 16",
    );
    check_rows(Entry::objects().exclude(entry::rating.exact(entry::rating)).order_by(entry::id), "3 11");
    check_rows(Blog::objects().exclude(blog::entry().rating.exact(blog::id)).order_by(blog::id), "1 2 3 5 6");
    check_rows(
        Book::objects()
            .exclude(book::author().hometown().id.exact(book::editor().hometown().id))
            .order_by(book::id),
        "1 2 3 4 6 7 8",
    );
}

#[test]
fn both_sides_of_a_comparison_may_be_on_one_relation() {
    check_rows(
        Blog::objects()
            .exclude(blog::entry().number_of_comments.gt(blog::entry().number_of_pingbacks))
            .order_by(blog::id),
        "1 1 1 2 2 2 3 4 4 5 6",
    );
}

#[test]
fn filter_and_exclude_follow_each_other() {
    check_rows(
        Entry::objects()
            .filter(entry::rating.gte(3))
            .exclude(entry::blog().name.startswith("Beatles"))
            .order_by(entry::id),
        "4 6 8 10 14 16",
    );
    check_rows(
        Entry::objects()
            .filter(entry::authors().id.exact(1))
            .exclude(entry::authors().id.exact(2))
            .order_by(entry::id),
        "2 6 15",
    );
    check_rows(
        Entry::objects()
            .exclude(entry::authors().id.exact(2))
            .filter(entry::authors().id.exact(1))
            .order_by(entry::id),
        "2 6 15",
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().rating.exact(5))
            .exclude(blog::entry().rating.exact(4))
            .order_by(blog::id),
        "6",
    );
}

#[test]
fn what_a_choice_is_made_by_is_joined_where_it_is_asked() {
    let least = case().when(blog::name.exact(blog::entry().authors().name), 1).otherwise(2);
    check_sql(
        Blog::objects().exclude(blog::entry().rating.gt(least)).values_list(blog::id),
        expect![[r#"
            SELECT "blog_blog"."id" FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" LEFT JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" LEFT JOIN "blog_author" ON "blog_entry_authors"."author_id" = "blog_author"."id" WHERE NOT EXISTS(SELECT 1 FROM "blog_blog" AS "U0" INNER JOIN "blog_entry" AS "U1" ON "U0"."id" = "U1"."blog_id" INNER JOIN "blog_entry_authors" AS "U2" ON "U1"."id" = "U2"."entry_id" INNER JOIN "blog_author" AS "U3" ON "U2"."author_id" = "U3"."id" WHERE "U1"."rating" > (CASE WHEN ("U0"."name" = "U3"."name") THEN ? ELSE ? END) AND "U1"."id" = "blog_entry"."id")
            SELECT "blog_blog"."id" FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" LEFT JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" LEFT JOIN "blog_author" ON "blog_entry_authors"."author_id" = "blog_author"."id" WHERE NOT EXISTS(SELECT 1 FROM "blog_blog" AS "U0" INNER JOIN "blog_entry" AS "U1" ON "U0"."id" = "U1"."blog_id" INNER JOIN "blog_entry_authors" AS "U2" ON "U1"."id" = "U2"."entry_id" INNER JOIN "blog_author" AS "U3" ON "U2"."author_id" = "U3"."id" WHERE "U1"."rating" > (CASE WHEN ("U0"."name" = "U3"."name") THEN $1 ELSE $2 END) AND "U1"."id" = "blog_entry"."id")
            SELECT `blog_blog`.`id` FROM `blog_blog` LEFT JOIN `blog_entry` ON `blog_blog`.`id` = `blog_entry`.`blog_id` LEFT JOIN `blog_entry_authors` ON `blog_entry`.`id` = `blog_entry_authors`.`entry_id` LEFT JOIN `blog_author` ON `blog_entry_authors`.`author_id` = `blog_author`.`id` WHERE NOT EXISTS(SELECT 1 FROM `blog_blog` AS `U0` INNER JOIN `blog_entry` AS `U1` ON `U0`.`id` = `U1`.`blog_id` INNER JOIN `blog_entry_authors` AS `U2` ON `U1`.`id` = `U2`.`entry_id` INNER JOIN `blog_author` AS `U3` ON `U2`.`author_id` = `U3`.`id` WHERE `U1`.`rating` > (CASE WHEN (`U0`.`name` = `U3`.`name`) THEN ? ELSE ? END) AND `U1`.`id` = `blog_entry`.`id`)
        "#]],
    );
}
