//! `values()` and `values_list()` of relations, and what runs on them.

use expect_test::expect;
use queryset::demo::blog::{Blog, Entry, Person, blog, entry, person};

use crate::support::{check_rows, check_rows_uncounted, on_every_database};

#[test]
fn a_relation_is_selected_as_its_key() {
    let rows = Entry::objects().values((entry::blog(), entry::blog_id, entry::blog().id));
    check_rows(
        rows.order_by(entry::id).limit(1),
        expect![[r#"
            {"blog":1,"blog_id":1,"blog__id":1}
        "#]],
    );
    let rows = Blog::objects().values((blog::theme(), blog::theme().name)).order_by(blog::id).limit(3);
    check_rows(
        rows,
        expect![[r#"
            {"theme":2,"theme__name":"art"}
            {"theme":1,"theme__name":"Space"}
            {"theme":null,"theme__name":null}
        "#]],
    );
}

#[test]
fn a_key_is_as_nullable_as_the_way_to_it() {
    on_every_database(async |db, database| {
        let rows = Entry::objects().values((entry::blog(), entry::entry_detail())).order_by(entry::id);
        let rows = rows.limit(2).all(&db).await?;
        let blogs: Vec<&i64> = rows.iter().map(|row| row.get(entry::blog())).collect();
        let details: Vec<&Option<i64>> = rows.iter().map(|row| row.get(entry::entry_detail())).collect();
        assert_eq!((blogs, details), (vec![&1, &1], vec![&Some(1), &None]), "on {database:?}");
        let places: Vec<(Option<i64>, Option<String>)> = Person::objects()
            .values_list((person::hometown(), person::hometown().country()))
            .order_by(person::id)
            .limit(4)
            .all(&db)
            .await?;
        let france = Some("FR".to_owned());
        let expected = [(Some(1), france.clone()), (Some(2), france), (None, None), (Some(4), None)];
        assert_eq!(places, expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_to_many_relation_gives_a_row_for_each_key() {
    let authors = Entry::objects().values(entry::authors()).order_by((entry::id, entry::authors().id));
    check_rows(
        authors.clone().slice(..6),
        expect![[r#"
            {"authors":1}
            {"authors":2}
            {"authors":1}
            {"authors":null}
            {"authors":2}
            {"authors":3}
        "#]],
    );
    check_rows(
        authors.slice(2..5).slice(1..),
        expect![[r#"
            {"authors":null}
            {"authors":2}
        "#]],
    );
    let readers = Person::objects().values_list((person::id, person::read_books()));
    check_rows_uncounted(
        readers.order_by((person::read_books().asc().nulls_first(), person::id)),
        expect![[r#"
            [6,null]
            [7,null]
            [2,1]
            [3,1]
            [5,1]
            [2,2]
            [1,3]
            [2,3]
            [5,5]
            [4,6]
            [2,8]
        "#]],
    );
}

#[test]
fn named_rows_have_the_name_of_the_relation() {
    let rows = Entry::objects().values_list((entry::id, entry::blog(), entry::blog().theme())).named();
    check_rows(
        rows.order_by(entry::id).limit(1),
        expect![[r#"
            {"id":1,"blog":1,"blog__theme":2}
        "#]],
    );
}

#[test]
fn all_fields_are_a_tuple() {
    let rows = Blog::objects().values_list(blog::ALL).named().order_by(blog::id).limit(1);
    check_rows(
        rows,
        expect![[r#"
            {"id":1,"name":"Beatles Blog","tagline":"All the latest Beatles news.","theme_id":2}
        "#]],
    );
}

#[test]
fn rows_of_values_are_found_one_by_one() {
    on_every_database(async |db, database| {
        let blogs = Entry::objects().order_by(entry::id).values_list(entry::blog()).flat();
        assert_eq!(blogs.nth(2, &db).await?, 2, "on {database:?}");
        assert_eq!(blogs.clone().slice(2..5).nth(1, &db).await?, 2, "on {database:?}");
        assert_eq!(blogs.first(&db).await?, Some(1), "on {database:?}");
        assert_eq!(blogs.last(&db).await?, Some(4), "on {database:?}");
        assert_eq!(blogs.latest(&db).await?, 4, "on {database:?}");
        assert_eq!(blogs.filter(entry::id.exact(12)).get(&db).await?, 3, "on {database:?}");
        let row = Entry::objects().values((entry::blog(), entry::headline)).filter(entry::id.exact(1));
        assert_eq!(row.get(&db).await?.get(entry::blog()), &1, "on {database:?}");
        let named = Entry::objects().values_list(entry::blog()).named().filter(entry::id.exact(1));
        assert_eq!(named.get(&db).await?.names(), ["blog"], "on {database:?}");
        Ok(())
    });
}

#[test]
fn keys_are_a_subquery_and_made_distinct() {
    let blogs = || Entry::objects().filter(entry::rating.exact(5)).values_list(entry::blog());
    check_rows(Blog::objects().filter(blog::id.in_(blogs())).order_by(blog::id), "1 4 6");
    check_rows(blogs().flat().distinct().order_by(entry::blog()), "1 4 6");
}
