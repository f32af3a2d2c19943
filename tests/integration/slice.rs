//! `slice()`, `limit()`, `offset()`.

use queryset::demo::blog::{Entry, entry};

use crate::support::{check_count, check_rows};

#[test]
fn a_slice_has_a_part_of_the_rows() {
    check_rows(Entry::objects().order_by(entry::id).slice(..5), "1 2 3 4 5");
    check_rows(Entry::objects().order_by(entry::id).slice(5..10), "6 7 8 9 10");
    check_rows(Entry::objects().order_by(entry::id).slice(14..), "15 16");
    check_rows(Entry::objects().order_by(entry::id).slice(100..), "");
}

#[test]
fn a_slice_of_a_slice_counts_from_its_start() {
    check_rows(Entry::objects().order_by(entry::id).slice(2..10).slice(1..3), "4 5");
    check_rows(Entry::objects().order_by(entry::id).slice(..3).slice(..10), "1 2 3");
}

#[test]
fn none_has_no_rows() {
    check_rows(Entry::objects().none(), "");
    check_count(Entry::objects().none(), 0);
    check_rows(Entry::objects().filter(entry::id.in_(Entry::objects().none().values_list(entry::id))), "");
    check_count(Entry::objects().exclude(entry::id.in_(Entry::objects().none().values_list(entry::id))), 16);
}

#[test]
fn an_empty_slice_has_no_rows() {
    check_rows(Entry::objects().order_by(entry::id).slice(5..5), "");
    check_rows(Entry::objects().order_by(entry::id).slice(..0), "");
}

#[test]
fn a_slice_can_be_selected_from() {
    check_rows(Entry::objects().order_by(entry::id).slice(..3).values_list(entry::id).flat(), "1 2 3");
}

#[test]
fn the_rows_of_a_slice_are_counted() {
    check_count(Entry::objects().order_by(entry::id).slice(..3), 3);
    check_count(Entry::objects().order_by(entry::id).slice(14..20), 2);
}
