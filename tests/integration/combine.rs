//! `&`, `|` and `^` of two query sets: one query, with the joins of both.

use expect_test::{Expect, expect};
use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prelude::*;
use queryset::{Context, Error, Instances, Model, QuerySet, Stages};

use crate::support::{check_rows, on_every_database};

/// The FROM clause and what follows, on SQLite.
#[track_caller]
fn check_from<M: Model, S: Stages, X: Context>(query: QuerySet<M, Instances, S, X>, expected: Expect) {
    let sql = query.sql::<Sqlite>().expect("the query can run");
    let (_, from) = sql.split_once(" FROM ").expect("it reads a table");
    expected.assert_eq(from);
}

#[test]
fn predicates_of_both_are_joined() {
    let five = || Entry::objects().filter(entry::rating.exact(5));
    let first = || Entry::objects().filter(entry::blog_id.exact(1));
    check_rows((five() & first()).order_by(entry::id), "1 15");
    check_rows((five() | first()).order_by(entry::id), "1 2 6 9 10 15");
    check_rows((five() ^ first()).order_by(entry::id), "2 6 9 10");
    check_rows((Entry::objects().exclude(entry::authors().id.exact(1)) & first()).order_by(entry::id), "9");
}

#[test]
fn and_joins_a_to_many_relation_again_and_or_shares_it() {
    let rated = |rating| Blog::objects().filter(blog::entry().rating.exact(rating));
    let and = (rated(5) & rated(4)).order_by(blog::id);
    check_rows(and.clone(), "1 1 1 1 4");
    check_from(
        and,
        expect![[
            r#""blog_blog" INNER JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" LEFT JOIN "blog_entry" AS "T3" ON "blog_blog"."id" = "T3"."blog_id" WHERE "blog_entry"."rating" = ? AND "T3"."rating" = ? ORDER BY "blog_blog"."id" ASC"#
        ]],
    );
    let or = (rated(5) | rated(4)).order_by(blog::id);
    check_rows(or.clone(), "1 1 1 1 4 4 6");
    check_from(
        or,
        expect![[
            r#""blog_blog" INNER JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" WHERE "blog_entry"."rating" = ? OR "blog_entry"."rating" = ? ORDER BY "blog_blog"."id" ASC"#
        ]],
    );
}

#[test]
fn two_joins_of_the_right_stay_two() {
    let left = Blog::objects().filter(blog::entry().rating.exact(5));
    let right =
        Blog::objects().filter(blog::entry().rating.exact(4)).filter(blog::entry().authors().id.exact(1));
    let query = (left | right).order_by(blog::id);
    check_rows(query.clone(), "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 4 4 4 4 4 4 4 4 6 6 6 6 6");
    check_from(
        query,
        expect![[
            r#""blog_blog" INNER JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" LEFT JOIN "blog_entry" AS "T3" ON "blog_blog"."id" = "T3"."blog_id" LEFT JOIN "blog_entry_authors" ON "T3"."id" = "blog_entry_authors"."entry_id" WHERE "blog_entry"."rating" = ? OR ("blog_entry"."rating" = ? AND "blog_entry_authors"."author_id" = ?) ORDER BY "blog_blog"."id" ASC"#
        ]],
    );
}

#[test]
fn or_makes_a_join_outer_that_only_one_of_them_needs() {
    let rated = || Blog::objects().filter(blog::entry().rating.exact(5));
    let empty = || Blog::objects().filter(blog::name.exact("Empty Blog"));
    check_rows((rated() | empty()).order_by(blog::id), "1 1 4 5 6");
    check_rows((empty() | rated()).order_by(blog::id), "1 1 4 5 6");
    let space = Entry::objects().filter(entry::blog().theme().name.exact("Space"));
    let query = (space | Entry::objects().filter(entry::rating.exact(5))).order_by(entry::id);
    check_rows(query.clone(), "1 3 4 5 6 10 11 13 14 15");
    check_from(
        query,
        expect![[
            r#""blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" WHERE "blog_theme"."name" = ? OR "blog_entry"."rating" = ? ORDER BY "blog_entry"."id" ASC"#
        ]],
    );
}

#[test]
fn they_nest_and_can_be_narrowed_further() {
    let rated = |rating| Blog::objects().filter(blog::entry().rating.exact(rating));
    let written = || Blog::objects().filter(blog::entry().authors().id.exact(1));
    let space = || Blog::objects().filter(blog::theme().name.exact("Space"));
    check_rows((rated(5) | (rated(4) | written())).order_by(blog::id), "1 1 1 1 1 4 4 4 4 6 6 6");
    check_rows((rated(5) & (rated(4) & written())).order_by(blog::id), "1 1 1 1 1 1 1 1 1 1 1 1 4");
    check_rows((rated(5) | space()).filter(blog::entry().rating.exact(4)).order_by(blog::id), "1 1 1 1 4");
    let neither = Blog::objects().exclude(blog::entry().rating.exact(5));
    check_rows(
        (neither | Blog::objects().exclude(blog::theme().name.exact("Space"))).order_by(blog::id),
        "1 2 3 4 5",
    );
}

#[test]
fn none_and_all_are_known_without_the_database() {
    let first = || Blog::objects().filter(blog::id.exact(1));
    check_rows((Blog::objects() | first()).order_by(blog::id), "1 2 3 4 5 6");
    check_rows((Blog::objects() ^ first()).order_by(blog::id), "2 3 4 5 6");
    check_rows((Blog::objects().none() | first()).order_by(blog::id), "1");
    check_rows((first() | Blog::objects().none()).order_by(blog::id), "1");
    check_rows((first() & Blog::objects().none()).order_by(blog::id), "");
    check_rows((Blog::objects().none() & first()).order_by(blog::id), "");
    check_rows((first() ^ Blog::objects().none()).order_by(blog::id), "1");
}

#[test]
fn the_order_is_that_of_the_right_where_it_has_one() {
    let five = || Entry::objects().filter(entry::rating.exact(5));
    let first = || Entry::objects().filter(entry::blog_id.exact(1));
    check_rows(five().order_by(entry::id.desc()) | first().order_by(entry::id), "1 2 6 9 10 15");
    check_rows(five().order_by(entry::id.desc()) | first(), "15 10 9 6 2 1");
    check_rows(five().order_by(entry::rating).reverse() | first().order_by(entry::id), "15 10 9 6 2 1");
}

#[test]
fn what_both_select_is_read_from_the_join_of_the_right() {
    let left =
        Blog::objects().values((blog::name, blog::entry().headline)).filter(blog::entry().rating.exact(5));
    let right =
        Blog::objects().filter(blog::entry().rating.exact(4)).values((blog::name, blog::entry().headline));
    let query = (left | right).order_by((blog::name, blog::entry().headline));
    let sql = query.sql::<Sqlite>().expect("the query can run");
    expect![[
        r#"SELECT "blog_blog"."name", "T3"."headline" FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" INNER JOIN "blog_entry" AS "T3" ON "blog_blog"."id" = "T3"."blog_id" WHERE "T3"."rating" = ? OR "T3"."rating" = ? ORDER BY "blog_blog"."name" ASC, "T3"."headline" ASC"#
    ]]
    .assert_eq(&sql);
    on_every_database(async |db, _| {
        assert_eq!(query.count(&db).await?, 27);
        Ok(())
    });
}

#[test]
fn query_sets_that_do_not_fit_are_refused() {
    let refused = |error: Result<String, Error>| error.expect_err("it is refused").to_string();
    let error = refused((Blog::objects().distinct() | Blog::objects()).sql::<Sqlite>());
    expect![
        "`&`, `|` and `^` take two query sets of which both are `distinct()` in the same way, or neither"
    ]
    .assert_eq(&error);
    let names = Blog::objects().values_list(blog::name);
    let error = refused((names & Blog::objects().values_list(blog::tagline)).sql::<Sqlite>());
    expect!["`&`, `|` and `^` take two query sets that select the same fields"].assert_eq(&error);
}

#[test]
fn rows_of_two_query_sets_are_changed_as_one() {
    use crate::support::check_write;

    check_write(
        |tx| {
            let five = Entry::objects().filter(entry::rating.exact(5));
            let first = Entry::objects().filter(entry::blog().name.exact("Pop Music"));
            (five | first).update(entry::summary.set("both"), tx)
        },
        8,
        Entry::objects().filter(entry::summary.exact("both")).order_by(entry::id),
        "1 3 4 5 6 10 13 15",
    );
}
