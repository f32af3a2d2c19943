//! `delete()`.

use queryset::demo::blog::{
    Author, Blog, Country, Event, Reading, Theme, author, blog, country, event, reading, theme,
};
use queryset::{Error, Violation};

use crate::support::{check_write, writing_on_every_database};

#[test]
fn rows_that_match_are_deleted_and_counted() {
    check_write(
        |tx| Theme::objects().filter(theme::id.exact(4)).delete(tx),
        1,
        Theme::objects().order_by(theme::id),
        "1 2 3",
    );
    check_write(
        |tx| Theme::objects().filter(theme::id.exact(99)).delete(tx),
        0,
        Theme::objects().order_by(theme::id),
        "1 2 3 4",
    );
    check_write(
        |tx| Country::objects().filter(country::code.exact("XX")).delete(tx),
        1,
        Country::objects().order_by(country::code),
        "BR FR JP UV",
    );
    check_write(
        |tx| Reading::objects().filter(reading::stars.isnull(true)).delete(tx),
        2,
        Reading::objects().order_by(reading::id),
        "1 2 4 5 6 7 9",
    );
}

#[test]
fn a_filter_may_follow_relations() {
    check_write(
        |tx| Author::objects().filter(author::entry().isnull(true)).delete(tx),
        1,
        Author::objects().order_by(author::id),
        "1 2 3 4 5 6",
    );
    check_write(
        |tx| {
            let conference = event::parent().parent().name.exact("Conference");
            Event::objects().filter(conference & event::children().isnull(true)).delete(tx)
        },
        3,
        Event::objects().order_by(event::id),
        "1 2 3 6 7 9",
    );
}

#[test]
fn a_subquery_may_read_the_table_that_is_changed() {
    check_write(
        |tx| {
            let starred = Reading::objects().filter(reading::stars.gte(4)).values_list(reading::id);
            Reading::objects().filter(reading::id.in_(starred)).delete(tx)
        },
        4,
        Reading::objects().order_by(reading::id).filter(reading::stars.gte(4)),
        "",
    );
}

#[test]
fn a_query_that_no_row_can_meet_deletes_nothing() {
    check_write(|tx| Theme::objects().none().delete(tx), 0, Theme::objects().order_by(theme::id), "1 2 3 4");
}

#[test]
fn a_row_that_is_pointed_at_is_not_deleted() {
    writing_on_every_database(async |db, database| {
        let error = Theme::objects().filter(theme::id.exact(1)).delete(&db).await.expect_err("it is in use");
        assert!(
            matches!(error, Error::Integrity { violation: Violation::ForeignKey, .. }),
            "on {database:?}: {error:?}"
        );
        assert!(Theme::objects().filter(theme::id.exact(1)).exists(&db).await?);
        assert_eq!(Blog::objects().filter(blog::theme_id.exact(1)).count(&db).await?, 2);
        Ok(())
    });
}
