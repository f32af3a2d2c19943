//! `filter()`: columns, relations, and several conditions.

use queryset::demo::blog::{
    Author, Blog, Book, Entry, EntryDetail, Event, Person, Specimen, author, blog, book, entry, entry_detail,
    event, person, specimen,
};

use crate::support::{check_count, check_rows, date};

#[test]
fn filters_are_joined_with_and() {
    check_rows(Entry::objects().filter(entry::rating.exact(5)).order_by(entry::id), "1 6 10 15");
    check_rows(
        Entry::objects().filter(entry::number_of_comments.gt(6) & entry::rating.exact(5)).order_by(entry::id),
        "1 6 10",
    );
    check_rows(
        Entry::objects()
            .filter(entry::rating.gte(4))
            .filter(entry::number_of_pingbacks.lt(6))
            .order_by(entry::id),
        "1 6 8 9 10",
    );
    check_rows(Entry::objects().order_by(entry::id).slice(..3), "1 2 3");
    check_rows(
        Entry::objects().filter(entry::pub_date.gt(date(2024, 2, 29))).order_by(entry::id),
        "8 9 10 11 16",
    );
    check_rows(
        Entry::objects().filter(entry::rating.exact(5) & entry::blog_id.exact(1)).order_by(entry::id),
        "1 15",
    );
    check_rows(
        Specimen::objects()
            .filter(specimen::flag.exact(true) & specimen::num.exact(specimen::pos))
            .order_by(specimen::id),
        "2 4 10",
    );
}

#[test]
fn a_foreign_key_is_compared_without_a_join() {
    check_rows(Entry::objects().filter(entry::blog_id.exact(1)).order_by(entry::id), "1 2 9 15");
    check_rows(Entry::objects().filter(entry::blog().id.exact(1)).order_by(entry::id), "1 2 9 15");
    check_rows(Entry::objects().filter(entry::id.exact(3)), "3");
    check_rows(Entry::objects().filter(entry::id.gt(14)).order_by(entry::id), "15 16");
    check_rows(Entry::objects().filter(entry::id.in_([1, 4, 7])).order_by(entry::id.desc()), "7 4 1");
}

#[test]
fn forward_relations_are_followed() {
    check_rows(
        Entry::objects().filter(entry::blog().name.exact("Beatles Blog")).order_by(entry::id),
        ["1 2 9 15", "1 2 9 15", "1 2 9 12 15"],
    );
    check_rows(
        Entry::objects().filter(entry::blog().theme().name.exact("Space")).order_by(entry::id),
        "3 4 5 10 11 13 14",
    );
    check_rows(EntryDetail::objects().filter(entry_detail::entry().blog().name.exact("Cheddar Talk")), "4");
    check_rows(
        Event::objects().filter(event::parent().parent().name.exact("Conference")).order_by(event::id),
        "4 5 8",
    );
    check_rows(
        Person::objects().filter(person::hometown().country().code.exact("FR")).order_by(person::id),
        "1 2 6",
    );
    check_rows(
        Person::objects().filter(person::hometown().country().name.exact("France")).order_by(person::id),
        "1 2 6",
    );
}

#[test]
fn reverse_relations_give_a_row_for_each_related_row() {
    check_rows(
        Blog::objects().filter(blog::entry().headline.exact("Hello Lennon")).order_by(blog::id),
        "1 3",
    );
    check_rows(Blog::objects().filter(blog::entry().rating.exact(5)).order_by(blog::id), "1 1 4 6");
    check_rows(
        Blog::objects().filter(blog::entry().authors().name.exact("Alice")).order_by(blog::id),
        "1 1 1 4 4 4 6",
    );
    check_rows(
        Author::objects().filter(author::entry().blog().theme().name.exact("Space")).order_by(author::id),
        "1 2 2 3 3 3 4 6",
    );
    check_rows(Entry::objects().filter(entry::entry_detail().details.exact("Cheddar")), "10");
    check_rows(
        Event::objects().filter(event::children().children().name.exact("Talk B")).order_by(event::id),
        "1",
    );
    check_rows(Person::objects().filter(person::readings().stars.gte(4)).order_by(person::id), "2 2 2 5");
    check_rows(Book::objects().filter(book::reading_row().stars.gte(4)).order_by(book::id), "1 2 5 8");
}

#[test]
fn many_to_many_relations_are_followed_both_ways() {
    check_rows(
        Author::objects().filter(author::entry().blog().theme().name.exact("Space")).order_by(author::id),
        "1 2 2 3 3 3 4 6",
    );
    check_rows(Entry::objects().filter(entry::authors().id.exact(1)).order_by(entry::id), "1 2 6 10 15");
    check_rows(
        Entry::objects().filter(entry::authors().id.in_([1, 2])).order_by(entry::id),
        "1 1 2 4 6 9 10 10 15",
    );
    check_rows(
        Entry::objects().filter(entry::authors().name.in_(["Alice", "bob"])).order_by(entry::id),
        "1 1 2 4 6 7 8 9 10 10 15",
    );
    check_rows(Person::objects().filter(person::friends().name.exact("Ben")).order_by(person::id), "1 5");
    check_rows(
        Person::objects().filter(person::read_books().title.exact("Alpha")).order_by(person::id),
        "2 2 3 5",
    );
}

#[test]
fn a_path_may_turn_back() {
    check_rows(
        Entry::objects().filter(entry::blog().entry().headline.exact("Hello World")).order_by(entry::id),
        ["3 4 5 13", "3 4 5 13", "3 3 4 4 5 5 13 13"],
    );
}

#[test]
fn two_columns_of_the_row_are_compared() {
    check_rows(
        Entry::objects().filter(entry::mod_date.exact(entry::pub_date)).order_by(entry::id),
        "3 6 10 13 15",
    );
    check_rows(
        Entry::objects().filter(entry::number_of_comments.gt(entry::number_of_pingbacks)).order_by(entry::id),
        "1 6 10 11 13 16",
    );
    check_rows(
        Entry::objects().filter(entry::authors().name.exact(entry::blog().name)).order_by(entry::id),
        "",
    );
    check_rows(
        Entry::objects()
            .filter(entry::headline.exact(entry::blog().entry().headline))
            .order_by(entry::id)
            .distinct(),
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
    );
    check_rows(
        Blog::objects()
            .filter(blog::entry().number_of_comments.gt(blog::entry().number_of_pingbacks))
            .order_by(blog::id),
        "1 2 4 4 6 6",
    );
    check_rows(
        Person::objects().filter(person::hometown().name.exact(person::name)).order_by(person::id),
        "",
    );
    check_rows(
        Book::objects()
            .filter(book::author().hometown().id.exact(book::editor().hometown().id))
            .order_by(book::id),
        "5",
    );
}

#[test]
fn isnull_of_a_column() {
    check_rows(Entry::objects().filter(entry::rating.isnull(true)).order_by(entry::id), "3 11");
    check_rows(Blog::objects().filter(blog::theme().isnull(true)).order_by(blog::id), "3 5");
}

#[test]
fn isnull_of_a_relation_finds_rows_without_one() {
    check_rows(Blog::objects().filter(blog::entry().isnull(true)).order_by(blog::id), "5");
    check_rows(Entry::objects().filter(entry::authors().isnull(true)).order_by(entry::id), "3 13");
    check_count(Entry::objects().filter(entry::entry_detail().isnull(true)).order_by(entry::id), 12);
    check_rows(Blog::objects().filter(blog::theme().name.isnull(true)).order_by(blog::id), "3 5");
    check_rows(Blog::objects().filter(blog::theme().name.isnull(false)).order_by(blog::id), "1 2 4 6");
    check_rows(
        Blog::objects().filter(blog::entry().isnull(false)).order_by(blog::id),
        "1 1 1 1 2 2 2 2 3 4 4 4 4 6 6 6",
    );
    check_rows(Blog::objects().filter(blog::entry().rating.isnull(true)).order_by(blog::id), "2 5 6");
    check_rows(
        Blog::objects()
            .filter(blog::entry().isnull(false) & blog::entry().rating.isnull(true))
            .order_by(blog::id),
        "2 6",
    );
    check_rows(Entry::objects().filter(entry::entry_detail().isnull(false)).order_by(entry::id), "1 4 8 10");
    check_rows(Blog::objects().filter(blog::entry().id.isnull(true)).order_by(blog::id), "5");
}

#[test]
fn isnull_behind_an_outer_join_finds_missing_rows_too() {
    check_rows(
        Blog::objects()
            .filter(blog::entry().summary.isnull(true))
            .filter(blog::entry().rating.isnull(true))
            .order_by(blog::id),
        "2 2 5 6",
    );
    check_rows(
        Entry::objects().filter(entry::authors().age.isnull(true)).order_by(entry::id),
        "3 4 5 8 13 14",
    );
    check_rows(
        Entry::objects().filter(entry::entry_detail().reviewer().isnull(true)).order_by(entry::id),
        "2 3 4 5 6 7 9 11 12 13 14 15 16",
    );
    check_rows(
        Person::objects().filter(person::hometown().country().isnull(true)).order_by(person::id),
        "3 4 7",
    );
    check_rows(
        Person::objects().filter(person::hometown().country().name.isnull(true)).order_by(person::id),
        "3 4 7",
    );
    check_rows(
        Person::objects().filter(person::hometown().country().isnull(false)).order_by(person::id),
        "1 2 5 6",
    );
    check_rows(
        Person::objects()
            .filter(person::hometown().country().isnull(true) & person::hometown().isnull(false))
            .order_by(person::id),
        "4",
    );
    check_rows(
        Event::objects()
            .filter(event::children().isnull(true) & event::parent().isnull(true))
            .order_by(event::id),
        "7",
    );
    check_rows(
        Event::objects().filter(event::parent().parent().isnull(true)).order_by(event::id),
        "1 2 3 6 7 9",
    );
    check_rows(Person::objects().filter(person::books().author().isnull(true)).order_by(person::id), "5 7");
    check_rows(
        Book::objects()
            .filter(book::author().isnull(true) | book::author().hometown().isnull(true))
            .order_by(book::id),
        "4 6 7",
    );
    check_rows(
        Book::objects()
            .filter(book::author().hometown().name.isnull(true) & book::editor().hometown().name.isnull(true))
            .order_by(book::id),
        "4 6 7",
    );
    check_rows(Entry::objects().filter(entry::blog().theme().isnull(true)).order_by(entry::id), "12");
}
