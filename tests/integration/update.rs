//! `update()`.

use expect_test::expect;
use queryset::demo::blog::{Blog, Entry, EntryDetail, Theme, author, blog, entry, entry_detail, theme};
use queryset::demo::everything::{Coded, Named, coded, named};
use queryset::demo::shop::{Product, product};
use queryset::prelude::*;
use queryset::{Error, Flat, Ordered, Stage, subquery};

use crate::support::{Database, check_error, check_write, decimal, in_transactions};

/// The rating of each entry, by key.
fn ratings() -> QuerySet<Entry, Flat<Option<i32>>, Stage<Ordered>> {
    Entry::objects().order_by(entry::id).values_list(entry::rating).flat()
}

#[test]
fn rows_that_match_are_changed_and_counted() {
    check_write(
        |tx| Entry::objects().filter(entry::pub_date.year().exact(2024)).update(entry::rating.set(1), tx),
        7,
        ratings(),
        "5 4 null 3 1 5 1 1 1 1 1 0 1 3 5 1",
    );
    check_write(
        |tx| Entry::objects().update(entry::rating.set(0), tx),
        16,
        ratings(),
        "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
    );
    check_write(
        |tx| Entry::objects().filter(entry::id.exact(99)).update(entry::rating.set(0), tx),
        0,
        ratings(),
        "5 4 null 3 1 5 2 4 4 5 null 0 -2 3 5 3",
    );
}

#[test]
fn a_row_that_has_the_value_already_counts() {
    check_write(
        |tx| Entry::objects().filter(entry::rating.exact(5)).update(entry::rating.set(5), tx),
        4,
        ratings(),
        "5 4 null 3 1 5 2 4 4 5 null 0 -2 3 5 3",
    );
}

#[test]
fn a_filter_may_follow_relations() {
    check_write(
        |tx| Entry::objects().filter(entry::blog().name.exact("Pop Music")).update(entry::rating.set(9), tx),
        4,
        ratings(),
        "5 4 9 9 9 5 2 4 4 5 null 0 9 3 5 3",
    );
    check_write(
        |tx| Entry::objects().filter(entry::authors().name.exact("Alice")).update(entry::rating.set(9), tx),
        7,
        ratings(),
        "9 9 null 3 1 9 9 9 4 9 null 0 -2 3 9 3",
    );
    check_write(
        |tx| {
            let entries = Entry::objects().distinct().filter(entry::authors().id.in_([1, 2]));
            entries.update(entry::rating.set(8), tx)
        },
        7,
        ratings(),
        "8 8 null 8 1 8 2 4 8 8 null 0 -2 3 8 3",
    );
}

#[test]
fn exclude_limits_an_update() {
    check_write(
        |tx| {
            let entries = Entry::objects().exclude(entry::rating.exact(5)).filter(entry::blog_id.exact(1));
            entries.update(entry::rating.set(None::<i32>), tx)
        },
        2,
        ratings(),
        "5 null null 3 1 5 2 4 null 5 null 0 -2 3 5 3",
    );
}

#[test]
fn a_subquery_may_read_the_table_that_is_changed() {
    check_write(
        |tx| {
            let best = Entry::objects().filter(entry::rating.exact(5)).values_list(entry::id);
            Entry::objects().filter(entry::id.in_(best)).update(entry::rating.set(6), tx)
        },
        4,
        ratings(),
        "6 4 null 3 1 6 2 4 4 6 null 0 -2 3 6 3",
    );
    check_write(
        |tx| {
            let details = EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id)));
            Entry::objects().filter(exists(details)).update(entry::rating.set(77), tx)
        },
        4,
        ratings(),
        "77 4 null 77 1 5 2 77 4 77 null 0 -2 3 5 3",
    );
}

#[test]
fn an_expression_is_computed_by_the_database() {
    let pingbacks = Entry::objects().order_by(entry::id).values_list(entry::number_of_pingbacks).flat();
    check_write(
        |tx| {
            let one_more = entry::number_of_pingbacks.set(entry::number_of_pingbacks + 1);
            Entry::objects().update(one_more, tx)
        },
        16,
        pingbacks,
        "6 11 1 8 3 1 2 5 6 1 4 1 3 10 7 2",
    );
}

#[test]
fn right_sides_read_the_row_as_it_was_but_mysql_assigns_one_after_the_other() {
    let both = Entry::objects()
        .filter(entry::id.exact(1))
        .values_list((entry::number_of_comments, entry::number_of_pingbacks));
    check_write(
        |tx| {
            let swap = (
                entry::number_of_comments.set(entry::number_of_pingbacks),
                entry::number_of_pingbacks.set(entry::number_of_comments),
            );
            Entry::objects().filter(entry::id.exact(1)).update(swap, tx)
        },
        1,
        both,
        [expect!["[5,10]\n"], expect!["[5,10]\n"], expect!["[5,5]\n"]],
    );
}

#[test]
fn a_foreign_key_is_set_by_its_column() {
    let themes = || Blog::objects().order_by(blog::id).values_list(blog::theme_id).flat();
    check_write(
        |tx| Blog::objects().filter(blog::id.exact(1)).update(blog::theme_id.set(None::<i64>), tx),
        1,
        themes(),
        "null 1 null 3 null 1",
    );
    check_write(
        |tx| Blog::objects().filter(blog::id.exact(1)).update(blog::theme_id.set(3), tx),
        1,
        themes(),
        "3 1 null 3 null 1",
    );
}

#[test]
fn a_primary_key_can_be_changed() {
    check_write(
        |tx| Theme::objects().filter(theme::id.exact(4)).update(theme::id.set(100), tx),
        1,
        Theme::objects().order_by(theme::id),
        "1 2 3 100",
    );
}

#[test]
fn an_order_does_not_limit_an_update() {
    check_write(
        |tx| Entry::objects().order_by(entry::id.desc()).update(entry::rating.set(1), tx),
        16,
        ratings(),
        "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    );
}

#[test]
fn on_mysql_rows_are_changed_in_the_order() {
    in_transactions(async |tx, database| {
        let new = (1..4).map(|number| Named::create().name("n").code(format!("C{number}")).number(number));
        Named::objects().bulk_create(new, &mut *tx).await?;
        let next = named::number.set(named::number + 1);
        let mut savepoint = tx.begin().await?;
        let from_the_end = Named::objects().order_by(named::number.desc());
        let outcome = from_the_end.update(next.clone(), &mut savepoint).await;
        match database {
            Database::MySql => {
                assert_eq!(outcome?, 3);
                // By a column of another table there is no order.
                let by_other = Named::objects().order_by((named::coded_by_code().id, named::id.desc()));
                let outcome = by_other.update(next, &mut savepoint).await;
                assert!(matches!(outcome, Err(Error::Integrity { .. })), "{outcome:?}");
            }
            Database::Sqlite | Database::Postgres => {
                assert!(matches!(outcome, Err(Error::Integrity { .. })), "on {database:?}: {outcome:?}");
            }
        }
        savepoint.rollback().await
    });
}

#[test]
fn annotated_rows_are_changed() {
    check_write(
        |tx| {
            let n = blog::entry().count();
            Blog::objects()
                .annotate(&n)
                .filter(n.gt(3))
                .order_by(n.desc())
                .update(blog::tagline.set("big"), tx)
        },
        3,
        Blog::objects().filter(blog::tagline.exact("big")).order_by(blog::id),
        "1 2 4",
    );
    check_write(
        |tx| {
            let sum = entry::number_of_comments + entry::number_of_pingbacks;
            let entries = Entry::objects().annotate(&sum).filter(sum.range(13, 15));
            entries.update(entry::rating.set(&sum), tx)
        },
        4,
        Entry::objects().filter(entry::rating.gte(13)).order_by(entry::id),
        "1 2 4 16",
    );
}

#[test]
fn a_value_is_asked_of_a_subquery() {
    check_write(
        |tx| {
            let newest = EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id)));
            let details = subquery(newest.values_list(entry_detail::details).limit(1));
            let entries = Entry::objects().filter(entry::id.lte(4));
            entries.update(entry::summary.set(details), tx)
        },
        4,
        Entry::objects().order_by(entry::id).limit(4).values_list(entry::summary).flat(),
        r#""Lennon in detail" null null """#,
    );
}

#[test]
fn decimals_are_computed_exactly_as_the_column_holds_them() {
    check_write(
        |tx| {
            let dearer = product::price.set(product::price + decimal("0.01"));
            Product::objects().filter(product::id.in_([1, 2])).update(dearer, tx)
        },
        2,
        Product::objects().filter(product::price.in_([decimal("1299.99"), decimal("1300.00")])),
        "1",
    );
}

#[test]
fn a_query_that_no_row_can_meet_changes_nothing() {
    check_write(
        |tx| Entry::objects().filter(entry::id.in_([0_i64; 0])).update(entry::rating.set(1), tx),
        0,
        ratings(),
        "5 4 null 3 1 5 2 4 4 5 null 0 -2 3 5 3",
    );
    check_write(
        |tx| Entry::objects().none().update(entry::rating.set(1), tx),
        0,
        ratings(),
        "5 4 null 3 1 5 2 4 4 5 null 0 -2 3 5 3",
    );
}

#[test]
fn a_column_is_not_set_from_a_related_row() {
    check_error(
        |tx| Entry::objects().update(entry::headline.set(entry::blog().name), tx),
        "`Entry.headline` cannot be set from `blog__name`: `update()` takes the model's own columns, not \
         those of related rows",
    );
}

#[test]
fn a_value_that_the_column_cannot_hold_is_refused() {
    check_error(
        |tx| Entry::objects().update(entry::rating.set(3_000_000_000_i64), tx),
        "`Entry.rating` cannot hold 3000000000: the column holds -2147483648 to 2147483647",
    );
    check_error(
        |tx| Theme::objects().update(theme::name.set("x".repeat(51)), tx),
        "`Theme.name` cannot hold \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\": it has 51 \
         characters, and `max_length` is 50",
    );
}

#[test]
fn authors_of_no_entry_are_changed_alone() {
    let ages = queryset::demo::blog::Author::objects().order_by(author::id).values_list(author::age).flat();
    check_write(
        |tx| {
            let idle = queryset::demo::blog::Author::objects().filter(author::entry().isnull(true));
            idle.update(author::age.set(1), tx)
        },
        1,
        ages,
        "30 25 null 41 30 0 1",
    );
}

#[test]
fn a_foreign_key_is_set_to_an_instance() {
    in_transactions(async |tx, database| {
        let blog = Blog::create().name("New").tagline("").save(&mut *tx).await?;
        let first = Entry::objects().filter(entry::id.exact(1));
        let changed = first.update((entry::blog().set(&blog), entry::rating.set(0)), &mut *tx).await?;
        let row = first.get(&mut *tx).await?;
        assert_eq!((changed, row.blog_id, row.rating), (1, blog.id, Some(0)), "on {database:?}");

        let theme = Theme::objects().filter(theme::id.exact(2)).get(&mut *tx).await?;
        let this = || Blog::objects().filter(blog::id.exact(blog.id));
        for (set, expected) in [
            (blog::theme().set(&theme), Some(2)),
            (blog::theme().set(None), None),
            (blog::theme().set(Some(&theme)), Some(2)),
        ] {
            this().update(set, &mut *tx).await?;
            assert_eq!(this().get(&mut *tx).await?.theme_id, expected, "on {database:?}");
        }
        // One that points at another column than the key.
        let named = Named::create().name("n").code("set-me").number(70_707).save(&mut *tx).await?;
        let other = Named::create().name("n").code("other").number(70_708).save(&mut *tx).await?;
        let coded = Coded::create().code(&other).save(&mut *tx).await?;
        let row = Coded::objects().filter(coded::id.exact(coded.id));
        row.update((coded::code().set(&named), coded::number().set(&other)), &mut *tx).await?;
        let row = row.get(&mut *tx).await?;
        assert_eq!((row.code_id.as_str(), row.number_id), ("set-me", Some(70_708)), "on {database:?}");
        Ok(())
    });
}
