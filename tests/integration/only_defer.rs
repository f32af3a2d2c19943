//! `only()` and `defer()`: which columns are loaded.

use expect_test::{Expect, expect};
use queryset::demo::blog::{Entry, entry};
use queryset::{Instances, PartialRows, QuerySet, Rows, Stage};
use serde::Serialize;

use crate::support::{lines, on_every_database};

/// Checks the columns that the first entry has, on every database.
#[track_caller]
fn check_loaded<L>(query: QuerySet<Entry, PartialRows<L>, Stage>, expected: Expect)
where
    PartialRows<L>: Rows<Entry, Row: Serialize>,
{
    on_every_database(async |db, _| {
        let row = query.clone().filter(entry::id.exact(1)).get(&db).await?;
        expected.assert_eq(&lines(&[row]));
        Ok(())
    });
}

fn entries() -> QuerySet<Entry, Instances, Stage> {
    Entry::objects()
}

#[test]
fn only_loads_what_it_names_and_the_key() {
    check_loaded(
        entries().only(entry::headline),
        expect![[r#"
        {"id":1,"headline":"Hello Lennon"}
    "#]],
    );
    check_loaded(
        entries().only((entry::rating, entry::blog_id)),
        expect![[r#"
        {"id":1,"blog_id":1,"rating":5}
    "#]],
    );
}

#[test]
fn only_replaces_an_earlier_only() {
    check_loaded(
        entries().only((entry::headline, entry::summary)).only(entry::rating),
        expect![[r#"
        {"id":1,"rating":5}
    "#]],
    );
}

#[test]
fn defer_leaves_out_what_it_names() {
    check_loaded(
        entries().defer((
            entry::body_text,
            entry::summary,
            entry::pub_date,
            entry::mod_date,
            entry::published_at,
        )),
        expect![[r#"
            {"id":1,"blog_id":1,"headline":"Hello Lennon","number_of_comments":10,"number_of_pingbacks":5,"rating":5}
        "#]],
    );
}

#[test]
fn defer_adds_up() {
    check_loaded(
        entries()
            .defer((entry::body_text, entry::pub_date, entry::mod_date))
            .defer((entry::published_at, entry::summary))
            .defer((entry::number_of_comments, entry::number_of_pingbacks)),
        expect![[r#"
            {"id":1,"blog_id":1,"headline":"Hello Lennon","rating":5}
        "#]],
    );
}

#[test]
fn defer_after_only_takes_away() {
    check_loaded(
        entries().only((entry::headline, entry::body_text)).defer(entry::body_text),
        expect![[r#"
            {"id":1,"headline":"Hello Lennon"}
        "#]],
    );
}

#[test]
fn the_key_is_never_deferred() {
    check_loaded(
        entries().only(entry::headline).defer(entry::id),
        expect![[r#"
        {"id":1,"headline":"Hello Lennon"}
    "#]],
    );
}

#[test]
fn a_loaded_field_is_read_by_its_constant() {
    on_every_database(async |db, _| {
        let rows = Entry::objects().order_by(entry::id).only(entry::headline).limit(2).all(&db).await?;
        let read: Vec<(i64, &str)> =
            rows.iter().map(|row| (*row.get(entry::id), row.get(entry::headline).as_str())).collect();
        assert_eq!(read, [(1, "Hello Lennon"), (2, "Lennon Returns")]);
        Ok(())
    });
}
