//! `order_by()` by relations, by predicates, and at random.

use std::collections::BTreeSet;

use queryset::Order;
use queryset::demo::blog::{Blog, Book, Entry, EntryDetail, Person, blog, book, entry, entry_detail, person};
use queryset::demo::shop::{OrderItem, order_item};
use queryset::prelude::*;

use crate::support::{check_rows, check_rows_uncounted, on_every_database};

#[test]
fn a_relation_means_the_order_of_its_model() {
    let blogs = || Blog::objects().values_list(blog::id).flat();
    let by_theme = blogs().order_by((blog::theme(), blog::id));
    check_rows(by_theme, ["3 5 1 2 6 4", "1 2 6 4 3 5", "3 5 1 2 6 4"]);
    let by_theme = blogs().order_by((blog::theme().desc(), blog::id));
    check_rows(by_theme, ["4 2 6 1 3 5", "3 5 4 2 6 1", "4 2 6 1 3 5"]);
    let items = OrderItem::objects().order_by((order_item::product(), order_item::id));
    check_rows(items.values_list(order_item::id).flat(), "10 8 11 5 3 9 4 2 7 6 12 1");
}

#[test]
fn a_relation_means_the_order_of_every_model_on_the_way() {
    let books = Book::objects().values_list(book::id).flat();
    let by_hometown = books.order_by((book::author().hometown(), book::id));
    check_rows(by_hometown, ["3 1 2 8 4 6 7 5", "5 4 6 7 3 1 2 8", "3 1 2 8 4 6 7 5"]);
    let people = || Person::objects().values_list(person::id).flat();
    let by_hometown = people().order_by((person::hometown().desc(), person::id));
    check_rows(by_hometown, ["4 3 7 5 1 6 2", "5 1 6 2 3 7 4", "4 3 7 5 1 6 2"]);
}

#[test]
fn a_relation_to_a_model_without_an_order_means_its_key() {
    let entries = || Entry::objects().values_list(entry::id).flat();
    check_rows(entries().order_by((entry::blog(), entry::id)), "1 2 9 15 3 4 5 13 12 6 7 8 16 10 11 14");
    let by_detail = entries().order_by((entry::entry_detail().asc().nulls_last(), entry::id));
    check_rows(by_detail, "1 4 8 10 2 3 5 6 7 9 11 12 13 14 15 16");
    let by_book = Person::objects().order_by((person::read_books().asc().nulls_first(), person::id));
    check_rows_uncounted(by_book.values_list(person::id).flat(), "6 7 2 3 5 2 1 2 5 4 2");
}

#[test]
fn nulls_of_a_relation_stand_where_they_are_asked_for() {
    let blogs = || Blog::objects().values_list(blog::id).flat();
    check_rows(blogs().order_by((blog::theme().asc().nulls_last(), blog::id)), "1 2 6 4 3 5");
    check_rows(blogs().order_by((blog::theme().desc().nulls_last(), blog::id)), "4 2 6 1 3 5");
    check_rows(blogs().order_by((blog::theme().desc().nulls_first(), blog::id)), "3 5 4 2 6 1");
}

#[test]
fn reverse_flips_an_order_by_a_relation() {
    let blogs = Blog::objects().order_by(blog::theme().desc()).reverse().order_by((blog::theme(), blog::id));
    check_rows(blogs.values_list(blog::id).flat(), ["4 6 2 1 5 3", "5 3 4 6 2 1", "4 6 2 1 5 3"]);
}

#[test]
fn a_predicate_orders_by_whether_it_is_true() {
    let entries = || Entry::objects().values_list(entry::id).flat();
    let good_first = entries().order_by((entry::rating.gt(3).desc().nulls_last(), entry::id));
    check_rows(good_first, "1 2 6 8 9 10 15 4 5 7 12 13 14 16 3 11");
    let good_last = entries().order_by((entry::rating.gt(3).asc(), entry::id));
    check_rows(
        good_last,
        [
            "3 11 4 5 7 12 13 14 16 1 2 6 8 9 10 15",
            "4 5 7 12 13 14 16 1 2 6 8 9 10 15 3 11",
            "3 11 4 5 7 12 13 14 16 1 2 6 8 9 10 15",
        ],
    );
    let detailed = EntryDetail::objects().filter(entry_detail::entry_id.exact(outer(entry::id)));
    let detailed_first = entries().order_by((exists(detailed).desc(), entry::id));
    check_rows(detailed_first, "1 4 8 10 2 3 5 6 7 9 11 12 13 14 15 16");
    // Here nothing says which model it is about but the query set.
    let any = exists(EntryDetail::objects());
    check_rows(entries().order_by((any.desc(), entry::id)).limit(2), "1 2");
}

#[test]
fn a_predicate_that_orders_drops_no_row() {
    let both = blog::entry().rating.gt(3) & blog::entry().rating.lt(5);
    let blogs = Blog::objects().order_by((both.desc().nulls_last(), blog::id));
    check_rows_uncounted(blogs.values_list(blog::id).flat(), "1 1 4 1 1 2 2 2 3 4 4 4 6 6 2 5 6");
}

#[test]
fn random_gives_every_row() {
    on_every_database(async |db, database| {
        let ids = Entry::objects().order_by(random()).values_list(entry::id).flat().all(&db).await?;
        let ids: BTreeSet<_> = ids.into_iter().collect();
        assert_eq!(ids, (1..=16).collect(), "on {database:?}");
        let some = Entry::objects().order_by((entry::blog_id, random())).distinct().limit(5).all(&db).await?;
        assert!(some[..4].iter().all(|entry| entry.blog_id == 1), "on {database:?}");
        assert!(Entry::objects().order_by(random()).last(&db).await?.is_some(), "on {database:?}");
        Ok(())
    });
}

#[test]
fn orders_of_every_kind_stand_in_one_list() {
    let mut orders: Vec<Order<Blog>> = vec![blog::theme().asc().nulls_last(), blog::name.exact("Pop").desc()];
    orders.push(exists(Entry::objects().filter(entry::blog_id.exact(1))).asc());
    orders.push(blog::id.desc());
    orders.push(random().asc());
    check_rows(Blog::objects().order_by(orders).values_list(blog::id).flat(), "1 6 2 4 5 3");
}
