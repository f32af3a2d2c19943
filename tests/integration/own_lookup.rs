//! Lookups and transforms of a user's own.

use queryset::demo::blog::{Blog, Entry, Specimen, blog, entry, specimen};
use queryset::prelude::*;
use queryset::{Lookup, Transform};

use crate::support::check_rows;

/// Django's `ne`.
struct NotEqual;

impl<K: kind::Kind> Lookup<K> for NotEqual {
    type Right = K;
    const SQL: &'static str = "{left} <> {right}";
}

/// Whether text is as long as a number says, which each database counts in its own way.
struct IsLong;

impl Lookup<kind::Text> for IsLong {
    type Right = kind::Integer;
    const SQL: &'static str = "CHAR_LENGTH({left}) IN ({right}, {right}) AND {left} <> '{}?'";
    const SQLITE: &'static str = "LENGTH({left}) = {right}";
}

/// Whether it differs, `NULL` from a value as well.
struct Distinct;

impl<T: queryset::FieldValue> Lookup<kind::Integer<T>> for Distinct {
    type Right = kind::Integer;
    const SQL: &'static str = "{left} IS DISTINCT FROM {right}";
    const MYSQL: &'static str = "NOT {left} <=> {right}";
}

/// Text without the spaces at its ends.
struct Trimmed;

impl Transform<kind::Text> for Trimmed {
    type Out = kind::Text;
    const SQL: &'static str = "TRIM({of})";
}

/// How many characters a number has. MySQL casts to no `VARCHAR`.
struct Width;

impl<T: queryset::FieldValue> Transform<kind::Integer<T>> for Width {
    type Out = kind::Integer;
    const SQL: &'static str = "LENGTH(CAST({of} AS VARCHAR(20)))";
    const MYSQL: &'static str = "CHAR_LENGTH({of})";
}

#[test]
fn null_is_as_in_every_lookup() {
    let other = || entry::summary.lookup(NotEqual, "Intro");
    check_rows(Entry::objects().filter(other()).order_by(entry::id), "3 5 6 7 8 10 14 15 16");
    check_rows(Entry::objects().exclude(other()).order_by(entry::id), "1 2 4 9 11 12 13");
    check_rows(
        Entry::objects().filter(!entry::rating.lookup(NotEqual, 5)).order_by(entry::id),
        "1 3 6 10 11 15",
    );
}

#[test]
fn relations_are_joined_as_for_every_lookup() {
    check_rows(Blog::objects().exclude(blog::entry().rating.lookup(NotEqual, 5)).order_by(blog::id), "5");
    check_rows(
        Entry::objects()
            .filter(entry::blog().theme().name.lookup(NotEqual, "Space") | entry::rating.exact(1))
            .order_by(entry::id),
        "1 2 5 6 7 8 9 15 16",
    );
    let entries =
        Entry::objects().filter(entry::id.lookup(NotEqual, outer(blog::id)) & entry::rating.exact(1));
    check_rows(Blog::objects().filter(exists(entries)).order_by(blog::id), "1 2 3 4 6");
}

#[test]
fn the_right_side_is_a_value_or_an_expression() {
    check_rows(
        Entry::objects()
            .filter(entry::number_of_comments.lookup(NotEqual, entry::number_of_pingbacks))
            .order_by(entry::id),
        "1 2 5 6 8 10 11 13 14 16",
    );
    check_rows(
        Specimen::objects().filter(specimen::num.lookup(NotEqual, 3_000_000_000_i64)).order_by(specimen::id),
        "1 2 3 4 6 7 8 9 10 11 12",
    );
    check_rows(
        Specimen::objects().filter(specimen::char.lower().lookup(IsLong, 3)).order_by(specimen::id),
        "2 4 12",
    );
    check_rows(
        Entry::objects().filter(entry::rating.lookup(Distinct, 5)).order_by(entry::id),
        "2 3 4 5 7 8 9 11 12 13 14 16",
    );
}

#[test]
fn a_transform_is_a_step_of_a_path() {
    check_rows(
        Specimen::objects()
            .filter(specimen::char.transform(Trimmed).length().exact(6))
            .order_by(specimen::id),
        "10",
    );
    check_rows(
        Specimen::objects().exclude(specimen::num.transform(Width).lt(2)).order_by(specimen::id),
        "3 4 5 7 8 9 12",
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().headline.transform(Trimmed).lower().exact("padded"))
            .order_by(blog::id),
        "4",
    );
}
