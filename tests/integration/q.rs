//! Predicates joined by `&`, `|`, `^` and `!`.

use queryset::demo::blog::{Blog, Entry, EntryDetail, Person, blog, entry, entry_detail, person};
use queryset::prelude::*;

use crate::support::{check_count, check_rows};

#[test]
fn or_and_and_nest() {
    check_rows(
        Entry::objects().filter(entry::rating.exact(5) | entry::rating.exact(1)).order_by(entry::id),
        "1 5 6 10 15",
    );
    check_rows(
        Entry::objects().filter(entry::rating.exact(5) & entry::blog_id.exact(1)).order_by(entry::id),
        "1 15",
    );
    check_rows(
        Entry::objects()
            .filter(
                (entry::rating.exact(5) | entry::rating.exact(4))
                    & (entry::blog_id.exact(1) | entry::blog_id.exact(4)),
            )
            .order_by(entry::id),
        "1 2 6 8 9 15",
    );
    check_rows(
        Entry::objects()
            .filter(entry::rating.exact(5) | entry::blog_id.exact(1) & entry::number_of_comments.exact(5))
            .order_by(entry::id),
        "1 2 6 9 10 15",
    );
}

#[test]
fn not_keeps_null_as_exclude_does() {
    check_rows(
        Entry::objects().filter(!entry::rating.exact(5)).order_by(entry::id),
        "2 3 4 5 7 8 9 11 12 13 14 16",
    );
    check_rows(Entry::objects().filter(!!entry::rating.exact(5)).order_by(entry::id), "1 6 10 15");
    check_rows(
        Entry::objects().filter(!(entry::rating.exact(5) | entry::blog_id.exact(1))).order_by(entry::id),
        "3 4 5 7 8 11 12 13 14 16",
    );
    check_rows(
        Entry::objects().filter(!(entry::rating.exact(5) & entry::blog_id.exact(1))).order_by(entry::id),
        "2 3 4 5 6 7 8 9 10 11 12 13 14 16",
    );
    check_rows(
        Entry::objects().filter(!(entry::rating.exact(5) & !entry::blog_id.exact(1))).order_by(entry::id),
        "1 2 3 4 5 7 8 9 11 12 13 14 15 16",
    );
    check_rows(
        Entry::objects()
            .filter(
                entry::headline.startswith("Hello") & !(entry::rating.exact(5) | entry::rating.isnull(true)),
            )
            .order_by(entry::id),
        ["4 12", "12", "12"],
    );
}

#[test]
fn xor_is_true_for_an_odd_number() {
    check_rows(
        Entry::objects().filter(entry::rating.exact(5) ^ entry::blog_id.exact(1)).order_by(entry::id),
        "2 6 9 10",
    );
    check_rows(
        Entry::objects()
            .filter(entry::rating.exact(5) ^ entry::blog_id.exact(1) ^ entry::number_of_comments.gt(5))
            .order_by(entry::id),
        ["1 2 4 9 11 15 16", "1 2 4 9 11 15 16", "1 2 4 9 15 16"],
    );
    check_rows(
        Entry::objects().filter(!(entry::rating.exact(5) ^ entry::blog_id.exact(1))).order_by(entry::id),
        "1 3 4 5 7 8 11 12 13 14 15 16",
    );
    check_rows(
        Entry::objects().filter(entry::blog_id.exact(1) ^ entry::blog_id.exact(2)).order_by(entry::id),
        "1 2 3 4 5 9 13 15",
    );
    check_rows(
        Entry::objects().filter(entry::blog_id.exact(1) ^ entry::blog_id.exact(1)).order_by(entry::id),
        "",
    );
}

#[test]
fn a_predicate_that_no_row_can_meet_is_known_before() {
    check_count(Entry::objects().filter(entry::id.in_([0_i64; 0])), 0);
    check_count(Entry::objects().filter(!entry::id.in_([0_i64; 0])), 16);
    check_rows(
        Entry::objects().filter(entry::id.in_([0_i64; 0]) | entry::rating.exact(5)).order_by(entry::id),
        "1 6 10 15",
    );
    check_rows(
        Entry::objects().filter(entry::id.in_([0_i64; 0]) & entry::rating.exact(5)).order_by(entry::id),
        "",
    );
    check_rows(
        Entry::objects().filter(entry::id.in_([0_i64; 0]) ^ entry::rating.exact(5)).order_by(entry::id),
        "1 6 10 15",
    );
}

#[test]
fn a_predicate_that_asks_nothing_is_left_out() {
    let nothing = Q::default;
    check_count(Entry::objects().filter(nothing()), 16);
    check_count(Entry::objects().filter(!nothing()), 16);
    check_count(Entry::objects().exclude(nothing()), 16);
    check_count(Entry::objects().filter(nothing() & entry::rating.exact(5)), 4);
    check_count(Entry::objects().filter(entry::rating.exact(5) | nothing()), 4);
    check_count(Entry::objects().filter(!nothing() ^ entry::rating.exact(5)), 4);
    check_count(Entry::objects().filter(Q::all([]) | Q::all([nothing(), entry::rating.exact(5)])), 4);
    check_count(Entry::objects().filter(Q::any([nothing(), entry::rating.exact(5)])), 4);
    check_count(Entry::objects().filter(Q::any([])), 0);
    check_count(Entry::objects().exclude(Q::any([])), 16);
}

#[test]
fn or_over_relations_keeps_rows_without_a_related_row() {
    check_rows(
        Entry::objects()
            .filter(entry::blog().name.exact("Pop Music") | entry::blog().theme().name.exact("art"))
            .order_by(entry::id),
        "1 2 3 4 5 9 13 15",
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().rating.exact(0) | blog::name.exact("Empty Blog"))
            .order_by(blog::id),
        "3 5",
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().rating.exact(5) | blog::entry().rating.exact(4))
            .order_by(blog::id),
        "1 1 1 1 4 4 6",
    );
    check_rows(
        Entry::objects()
            .filter(entry::authors().name.exact("Alice") | entry::authors().name.exact("bob"))
            .order_by(entry::id),
        "1 1 2 4 6 7 8 9 10 10 15",
    );
    check_rows(
        Person::objects()
            .filter(person::hometown().name.exact("Paris") | person::hometown().country().name.exact("Japan"))
            .order_by(person::id),
        ["1 6", "1 6", "1 4 6"],
    );
    check_rows(
        Person::objects()
            .filter(person::hometown().isnull(true) | person::hometown().country().isnull(true))
            .order_by(person::id),
        "3 4 7",
    );
}

#[test]
fn one_call_speaks_of_one_related_row() {
    check_rows(
        Entry::objects()
            .filter(entry::authors().name.exact("Alice") & entry::authors().name.exact("bob"))
            .order_by(entry::id),
        "",
    );
    check_rows(
        Entry::objects()
            .filter(entry::authors().name.exact("Alice") & !entry::authors().name.exact("bob"))
            .order_by(entry::id),
        "1 2 6 7 8 10 15",
    );
}

#[test]
fn not_over_a_nullable_relation_keeps_rows_without_one() {
    check_rows(
        Person::objects()
            .filter(!person::hometown().name.exact("Paris") | person::name.exact("Ann"))
            .order_by(person::id),
        ["1 2 3 4 5 7", "1 2 3 4 5 7", "1 2 3 5 6 7"],
    );
    check_rows(
        Person::objects()
            .filter(!person::hometown().name.exact("Paris") & person::hometown().country().isnull(true))
            .order_by(person::id),
        ["3 4 7", "3 4 7", "3 7"],
    );
    check_rows(
        Blog::objects()
            .filter(!blog::entry().rating.exact(5) | blog::theme().isnull(true))
            .order_by(blog::id),
        "2 3 5",
    );
}

#[test]
fn not_over_a_to_many_relation_asks_all_related_rows() {
    check_rows(
        Blog::objects()
            .filter(!(blog::entry().rating.exact(5) & blog::entry().number_of_comments.exact(10)))
            .order_by(blog::id),
        "2 3 4 5 6",
    );
}

#[test]
fn exists_is_a_predicate_like_any_other() {
    check_rows(
        Entry::objects()
            .filter(
                exists(EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id))))
                    | entry::rating.exact(1),
            )
            .order_by(entry::id),
        "1 4 5 8 10",
    );
    check_rows(
        Blog::objects()
            .filter(
                exists(
                    Entry::objects().filter(entry::blog_id.exact(outer(blog::id)) & entry::rating.exact(5)),
                ) | blog::theme().isnull(true),
            )
            .order_by(blog::id),
        "1 3 4 5 6",
    );
    check_rows(
        Blog::objects()
            .filter(
                exists(
                    Entry::objects()
                        .filter(entry::authors().name.exact("Alice") & entry::blog_id.exact(outer(blog::id))),
                ) & exists(
                    Entry::objects()
                        .filter(entry::authors().name.exact("bob") & entry::blog_id.exact(outer(blog::id))),
                ),
            )
            .order_by(blog::id),
        "1 6",
    );
}
