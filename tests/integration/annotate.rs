//! `annotate()` and `alias()`: what is the same expression, and what can be done with the rows.

use expect_test::expect;
use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::demo::shop::{Product, product};
use queryset::prelude::*;

use crate::support::{check_count, check_error, check_rows, check_write, in_transactions};

#[test]
fn an_expression_with_a_name_is_the_annotated_one() {
    named!(rating: blog::entry().rating);
    let rated = || Blog::objects().annotate(&rating);
    check_rows(
        rated().filter(rating.gte(4)).order_by((blog::id, &rating)),
        "1 4, 1 4, 1 5, 1 5, 4 4, 4 5, 6 5",
    );
    // The field by itself is joined again: each row of the entries for each of the good ones.
    check_count(rated().filter(blog::entry().rating.gte(4)), 4 * 4 + 4 * 2 + 3);
}

#[test]
fn a_condition_on_an_aggregate_is_an_alias() {
    let n = || blog::entry().count();
    check_rows(Blog::objects().filter(n().gt(3)).order_by(blog::id), "1 2 4");
    check_rows(Blog::objects().exclude(n().gt(3)).order_by(blog::id), "3 5 6");
    check_rows(Blog::objects().order_by((n().desc(), blog::id)), "1 2 4 6 3 5");
    check_rows(
        Blog::objects().filter(n().gt(3) | blog::theme().isnull(true)).order_by(blog::id),
        "1 2 3 4 5",
    );
    check_rows(Blog::objects().filter(n().gt(blog::id)).order_by(blog::id), "1 2");
}

#[test]
fn a_row_has_its_annotations_in_their_order() {
    let (n, best) = (blog::entry().count(), blog::entry().rating.max());
    check_rows(
        Blog::objects().annotate(&n).annotate((&best, &n + 1)).order_by(blog::id),
        "1 4 5 5, 2 4 3 5, 3 1 0 2, 4 4 5 5, 5 0 null 1, 6 3 5 4",
    );
    check_rows(Blog::objects().only(blog::name).annotate(&n).order_by(blog::id).limit(2), "1 4, 2 4");
    check_rows(Blog::objects().annotate(&n).defer(blog::tagline).order_by(blog::id).limit(2), "1 4, 2 4");
}

#[test]
fn annotated_rows_are_read_one_by_one() {
    in_transactions(async |tx, database| {
        let n = blog::entry().count();
        let blogs = Blog::objects().annotate(&n).order_by((n.desc(), blog::id));
        let keyed = |row: Option<(Blog, i64)>| row.map(|(blog, n)| (blog.id, n));
        assert_eq!(keyed(blogs.first(&mut *tx).await?), Some((1, 4)), "on {database:?}");
        assert_eq!(keyed(blogs.last(&mut *tx).await?), Some((5, 0)), "on {database:?}");
        assert_eq!(keyed(Some(blogs.nth(3, &mut *tx).await?)), Some((6, 3)), "on {database:?}");
        let cheese = blogs.filter(blog::name.startswith("Cheddar"));
        assert_eq!(keyed(Some(cheese.get(&mut *tx).await?)), Some((6, 3)), "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_that_an_aggregate_has_found_are_updated_and_deleted() {
    let silent = || {
        let n = blog::entry().count();
        Blog::objects().alias(&n).filter(n.exact(0))
    };
    check_write(
        |tx| silent().update(blog::tagline.set("silent"), tx),
        1,
        Blog::objects().filter(blog::tagline.exact("silent")),
        "5",
    );
    in_transactions(async |tx, database| {
        let deleted = silent().delete(&mut *tx).await?;
        assert_eq!(deleted.of::<Blog>(), 1, "on {database:?}");
        let left = Blog::objects().order_by(blog::id).values_list(blog::id).flat().all(tx).await?;
        assert_eq!(left, [1, 2, 3, 4, 6], "on {database:?}");
        Ok(())
    });
}

#[test]
fn an_annotation_may_be_a_predicate_or_a_subquery() {
    let newest = Entry::objects().filter(entry::blog_id.exact(outer(blog::id))).order_by(entry::id.desc());
    let newest = subquery(newest.values_list(entry::id).limit(1));
    let good = blog::entry().rating.avg().gte(4.0).expr();
    check_rows(
        Blog::objects().annotate((&newest, &good)).order_by(blog::id),
        "1 15 true, 2 13 false, 3 12 false, 4 16 false, 5 null null, 6 14 true",
    );
    check_rows(
        Blog::objects().annotate(&newest).filter(newest.gt(13)).order_by(newest.desc()),
        "4 16, 1 15, 6 14",
    );
    check_rows(Blog::objects().annotate(&good).filter(&good).order_by(blog::id), "1 true, 6 true");
}

#[test]
fn the_order_of_the_model_is_not_that_of_groups() {
    let reviews = product::reviews().count();
    check_rows(
        Product::objects().annotate(&reviews).order_by((reviews.desc(), product::id)).limit(2),
        "1 1, 2 1",
    );
    let first = Product::objects().annotate(&reviews);
    in_transactions(async |tx, database| {
        let (product, _) = first.first(&mut *tx).await?.expect("there are products");
        assert_eq!(product.id, 1, "on {database:?}");
        let (product, _) = first.last(&mut *tx).await?.expect("there are products");
        assert_eq!(product.id, 10, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_branch_that_asks_nothing_is_refused() {
    let choice = case().when(Q::<Entry>::default(), 1);
    check_error(
        |tx| Entry::objects().annotate(&choice).all(tx),
        "a branch of `case()` asks something: an empty `Q` is no predicate for it",
    );
}

#[test]
fn names_are_the_keys_of_a_record() {
    named!(n as "entryCount": blog::entry().count(), best as "bestRating": blog::entry().rating.max());
    check_rows(
        Blog::objects().annotate((&n, &best)).values((blog::ALL, &n, &best)).order_by(blog::id).limit(1),
        expect![[r#"
            {"id":1,"name":"Beatles Blog","tagline":"All the latest Beatles news.","theme_id":2,"entryCount":4,"bestRating":5}
        "#]],
    );
}
