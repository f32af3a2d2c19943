//! Raw queries and raw expressions.

use queryset::Error;
use queryset::demo::blog::{Blog, Entry, blog};
use queryset::prelude::*;

use crate::support::{check_error, lines, on_every_database};

#[test]
fn rows_are_read_by_the_names_of_their_columns() {
    on_every_database(async |db, database| {
        let shuffled = "SELECT 1 AS extra, theme_id, tagline, name, id FROM blog_blog ORDER BY id";
        let raw = Blog::raw(shuffled).all(&db).await?;
        let typed = Blog::objects().order_by(blog::id).all(&db).await?;
        assert_eq!(raw, typed, "on {database:?}");
        Ok(())
    });
}

#[test]
fn values_are_bound_in_their_order() {
    on_every_database(async |db, database| {
        let sql = "SELECT * FROM blog_entry WHERE rating > ? AND headline <> ? AND '?' = '?' ORDER BY id";
        let raw = Entry::raw(sql).bind(4).bind("'; --").all(&db).await?;
        let ids: Vec<i64> = raw.iter().map(|entry| entry.id).collect();
        assert_eq!(ids, [1, 6, 10, 15], "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_number_of_values_that_does_not_fit_is_refused() {
    check_error(
        |tx| Blog::raw("SELECT * FROM blog_blog WHERE id = ?").all(tx),
        "`SELECT * FROM blog_blog WHERE id = ?` has 1 `?`, but 0 values are bound",
    );
    check_error(
        |tx| Blog::raw("SELECT * FROM blog_blog WHERE name = '?'").bind(1).all(tx),
        "`SELECT * FROM blog_blog WHERE name = '?'` has 0 `?`, but 1 values are bound",
    );
}

#[test]
fn a_column_that_is_missing_is_named() {
    check_error(
        |tx| Blog::raw("SELECT id, name FROM blog_blog").all(tx),
        "the rows of the raw query have no column `tagline`, which `Blog.tagline` is read from",
    );
}

#[test]
fn null_where_none_may_be_is_an_error() {
    check_error(
        |tx| Blog::raw("SELECT id, name, NULL AS tagline, theme_id FROM blog_blog").all(tx),
        "`Blog.tagline` is NULL in the database, but not declared `null` in the schema",
    );
}

#[test]
fn a_cell_of_another_type_is_an_error() {
    on_every_database(async |db, database| {
        let sql = "SELECT id, name, tagline, 'no number' AS theme_id FROM blog_blog";
        let outcome = Blog::raw(sql).all(&db).await;
        assert!(
            matches!(outcome, Err(Error::Decode { model: "Blog", field: "theme_id", .. })),
            "on {database:?}: {outcome:?}"
        );
        Ok(())
    });
}

#[test]
fn a_table_that_is_missing_is_an_error_that_names_the_model() {
    check_error(
        |tx| Blog::raw("SELECT * FROM no_such_table").all(tx),
        "the database refused the statement on `Blog`",
    );
}

#[test]
fn a_raw_query_may_have_fewer_columns_and_others() {
    on_every_database(async |db, database| {
        let sql =
            "SELECT tagline, name AS title, id, theme_id, name FROM blog_blog WHERE id IN (?, ?) ORDER BY id";
        let query = Blog::raw(sql).bind(1).bind(3);
        let rows = query.clone().only((blog::name, blog::theme_id)).all(&db).await?;
        let expected =
            r#"{"id":1,"name":"Beatles Blog","theme_id":2}{"id":3,"name":"beatles blog","theme_id":null}"#;
        assert_eq!(lines(&rows).replace('\n', ""), expected, "on {database:?}");

        let rows: Vec<(Blog, String, Option<i64>)> =
            query.column::<String>("title").column::<Option<i64>>("theme_id").all(&db).await?;
        let shown: Vec<_> =
            rows.iter().map(|(blog, title, theme)| (blog.id, title.as_str(), *theme)).collect();
        assert_eq!(shown, [(1, "Beatles Blog", Some(2)), (3, "beatles blog", None)], "on {database:?}");
        Ok(())
    });
    check_error(
        |tx| Blog::raw("SELECT * FROM blog_blog").column::<i64>("x").all(tx),
        "the rows of the raw query have no column `x`, which `column()` names",
    );
}

#[test]
fn raw_expressions_select_order_and_filter() {
    on_every_database(async |db, database| {
        let length = raw_sql::<Blog, kind::Integer>("LENGTH(blog_blog.tagline) * ?").bind(2).expr();
        let query = Blog::objects().filter(length.gt(20)).order_by(length.desc());
        let rows: Vec<i64> = query.values_list(blog::id).flat().all(&db).await?;
        assert!(!rows.is_empty(), "on {database:?}");
        let expected = Blog::objects().all(&db).await?.iter().filter(|blog| blog.tagline.len() > 10).count();
        assert_eq!(rows.len(), expected, "on {database:?}");

        let long = raw_sql_predicate::<Blog>("LENGTH(blog_blog.tagline) > ?").bind(10).q();
        assert_eq!(Blog::objects().filter(long.clone()).count(&db).await?, expected as u64);
        let short = Blog::objects().exclude(long).count(&db).await?;
        assert_eq!(short, 6 - expected as u64, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_raw_predicate_that_is_or_keeps_its_brackets() {
    on_every_database(async |db, database| {
        let either = raw_sql_predicate::<Blog>("blog_blog.id = ? OR blog_blog.id = ?").bind(1).bind(2).q();
        let query = Blog::objects().filter(either).filter(blog::name.startswith("Pop"));
        let ids: Vec<i64> = query.values_list(blog::id).flat().all(&db).await?;
        assert_eq!(ids, [2], "on {database:?}");
        Ok(())
    });
}
