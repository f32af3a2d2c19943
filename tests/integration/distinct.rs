//! `distinct()` and `distinct_on()`.

use expect_test::expect;
use queryset::demo::blog::{Author, Blog, Entry, author, blog, entry};
use queryset::demo::shop::{Product, product};

use crate::support::{NOT_SUPPORTED, check_count, check_count_each, check_rows, check_rows_uncounted};

#[test]
fn rows_that_are_the_same_are_given_once() {
    check_rows(Blog::objects().filter(blog::entry().rating.gte(3)).distinct().order_by(blog::id), "1 2 4 6");
    check_rows(
        Entry::objects().values(entry::rating).distinct().order_by(entry::rating),
        [
            expect![[r#"
        {"rating":null}
        {"rating":-2}
        {"rating":0}
        {"rating":1}
        {"rating":2}
        {"rating":3}
        {"rating":4}
        {"rating":5}
    "#]],
            expect![[r#"
        {"rating":-2}
        {"rating":0}
        {"rating":1}
        {"rating":2}
        {"rating":3}
        {"rating":4}
        {"rating":5}
        {"rating":null}
    "#]],
            expect![[r#"
        {"rating":null}
        {"rating":-2}
        {"rating":0}
        {"rating":1}
        {"rating":2}
        {"rating":3}
        {"rating":4}
        {"rating":5}
    "#]],
        ],
    );
    check_rows(
        Entry::objects()
            .values_list((entry::blog_id, entry::rating))
            .distinct()
            .order_by((entry::blog_id, entry::rating)),
        [
            expect![[r#"
        [1,4]
        [1,5]
        [2,null]
        [2,-2]
        [2,1]
        [2,3]
        [3,0]
        [4,2]
        [4,3]
        [4,4]
        [4,5]
        [6,null]
        [6,3]
        [6,5]
    "#]],
            expect![[r#"
        [1,4]
        [1,5]
        [2,-2]
        [2,1]
        [2,3]
        [2,null]
        [3,0]
        [4,2]
        [4,3]
        [4,4]
        [4,5]
        [6,3]
        [6,5]
        [6,null]
    "#]],
            expect![[r#"
        [1,4]
        [1,5]
        [2,null]
        [2,-2]
        [2,1]
        [2,3]
        [3,0]
        [4,2]
        [4,3]
        [4,4]
        [4,5]
        [6,null]
        [6,3]
        [6,5]
    "#]],
        ],
    );
    check_rows(
        Product::objects().order_by(product::category_id).values_list(product::category_id).flat().distinct(),
        "1 2 3 4 5",
    );
    check_rows(
        Author::objects().values_list(author::name).flat().distinct().order_by(author::name),
        [
            "\"Alice\" \"Nobody\" \"O'Brien\" \"Zoë\" \"bob\" \"Élodie\"",
            "\"Alice\" \"Nobody\" \"O'Brien\" \"Zoë\" \"bob\" \"Élodie\"",
            "\"Alice\" \"bob\" \"Élodie\" \"Nobody\" \"O'Brien\" \"Zoë\"",
        ],
    );
    check_rows(Entry::objects().order_by(entry::id).distinct().slice(..2), "1 2");
}

#[test]
fn what_rows_are_ordered_by_counts_as_selected() {
    check_rows_uncounted(
        Entry::objects()
            .values_list(entry::blog_id)
            .flat()
            .distinct()
            .order_by((entry::pub_date, entry::blog_id)),
        "1 6 2 1 1 2 2 4 3 2 4 1 6 4 4",
    );
    check_rows_uncounted(
        Product::objects().values_list(product::category_id).flat().distinct(),
        "5 4 3 3 2 2 2 1 1 1",
    );
    check_rows_uncounted(
        Blog::objects()
            .filter(blog::entry().rating.exact(5))
            .distinct()
            .values_list(blog::name)
            .flat()
            .order_by(blog::entry().headline),
        "\"Cheddar Talk\" \"Beatles Blog\" \"Beatles Blog\" \"Ünïcode Café\"",
    );
}

#[test]
fn distinct_rows_are_counted() {
    check_count(Entry::objects().distinct(), 16);
    check_count_each(Entry::objects().values(entry::headline).distinct(), [14, 14, 13]);
    check_count(Entry::objects().values(entry::rating).distinct(), 8);
    check_count(Blog::objects().filter(blog::entry().rating.gte(3)).distinct(), 4);
    check_count(Blog::objects().filter(blog::entry().rating.gte(3)), 10);
    check_count(Entry::objects(), 16);
    check_count(Entry::objects().filter(entry::rating.gt(3)), 7);
    check_count(Entry::objects().values(entry::rating), 16);
}

#[test]
fn distinct_on_gives_the_first_row_of_each() {
    check_rows(
        Entry::objects()
            .order_by(entry::pub_date)
            .distinct_on(entry::pub_date)
            .values_list(entry::pub_date)
            .flat(),
        [
            NOT_SUPPORTED,
            "\"1999-12-31\" \"2000-01-01\" \"2008-01-01\" \"2008-06-01\" \"2008-07-15\" \"2020-12-31\" \"2021-01-03\" \"2021-01-04\" \"2023-12-31\" \"2024-01-01\" \"2024-02-29\" \"2024-03-31\" \"2024-04-01\" \"2024-09-30\" \"2024-12-30\"",
            NOT_SUPPORTED,
        ],
    );
    check_rows(
        Entry::objects()
            .order_by((entry::blog_id, entry::pub_date.desc(), entry::id))
            .distinct_on(entry::blog_id)
            .values_list((entry::blog_id, entry::id)),
        [
            expect!["not supported"],
            expect![[r#"
        [1,9]
        [2,13]
        [3,12]
        [4,8]
        [6,10]
    "#]],
            expect!["not supported"],
        ],
    );
    check_rows(
        Entry::objects()
            .order_by((entry::blog().name, entry::mod_date, entry::id))
            .distinct_on(entry::blog().name)
            .values_list((entry::blog().name, entry::id)),
        [
            expect!["not supported"],
            expect![[r#"
        ["Beatles Blog",15]
        ["Cheddar Talk",14]
        ["Pop Music",3]
        ["beatles blog",12]
        ["Ünïcode Café",6]
    "#]],
            expect!["not supported"],
        ],
    );
    check_rows(
        Blog::objects()
            .order_by((blog::theme_id, blog::id))
            .distinct_on(blog::theme_id)
            .values_list(blog::id)
            .flat(),
        [NOT_SUPPORTED, "2 1 4 3", NOT_SUPPORTED],
    );
    check_rows(
        Entry::objects().filter(entry::authors().id.in_([1, 2])).order_by(entry::id).distinct_on(entry::id),
        [NOT_SUPPORTED, "1 2 4 6 9 10 15", NOT_SUPPORTED],
    );
}
