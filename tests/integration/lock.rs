//! `select_for_update()` and its options.

use queryset::demo::blog::{Blog, Book, Entry, EntryDetail, blog, book, entry, entry_detail, person, theme};
use queryset::prelude::*;

use crate::support::{Database, chain, in_transactions, writing_on_every_database};

#[test]
fn each_option_has_its_words() {
    let blogs = || Blog::objects().values_list(blog::id).select_for_update();
    let check = |sql: Result<String, Error>, words: &str| {
        let expected = format!(r#"SELECT "blog_blog"."id" FROM "blog_blog" {words}"#);
        assert_eq!(sql.map_err(|error| chain(&error)), Ok(expected));
    };
    check(blogs().sql::<Postgres>(), "FOR UPDATE");
    check(blogs().no_key().sql::<Postgres>(), "FOR NO KEY UPDATE");
    check(blogs().of_self().sql::<Postgres>(), r#"FOR UPDATE OF "blog_blog""#);
    check(
        blogs().no_key().nowait().of_self().sql::<Postgres>(),
        r#"FOR NO KEY UPDATE OF "blog_blog" NOWAIT"#,
    );
    let skips = r#"FOR NO KEY UPDATE OF "blog_blog" SKIP LOCKED"#;
    check(blogs().skip_locked().no_key().of_self().sql::<Postgres>(), skips);
    let sqlite = blogs().no_key().of_self().nowait().sql::<Sqlite>().expect("it compiles");
    assert_eq!(sqlite, r#"SELECT "blog_blog"."id" FROM "blog_blog""#);
}

#[test]
fn rows_of_relations_are_locked_by_name() {
    let details = || {
        let details = EntryDetail::objects().only(entry_detail::id);
        details.select_related((
            entry_detail::entry().only(entry::id),
            entry_detail::entry().blog().only(blog::id),
            entry_detail::entry().blog().theme().only(theme::id),
        ))
    };
    let locked = |sql: Result<String, Error>| {
        let sql = sql.map_err(|error| chain(&error)).expect("it compiles");
        sql.split_once(" FOR ").expect("it locks").1.to_owned()
    };
    let one = details().select_for_update().of(entry_detail::entry());
    assert_eq!(locked(one.sql::<Postgres>()), r#"UPDATE OF "blog_entry""#);
    let last = details().select_for_update().of(entry_detail::entry().blog().theme()).nowait();
    assert_eq!(locked(last.sql::<Postgres>()), r#"UPDATE OF "blog_theme" NOWAIT"#);
    let several = details().select_for_update().of_self();
    let several = several.of(entry_detail::entry().blog()).of(entry_detail::entry()).skip_locked().no_key();
    assert_eq!(
        locked(several.sql::<Postgres>()),
        r#"NO KEY UPDATE OF "blog_entrydetail", "blog_blog", "blog_entry" SKIP LOCKED"#
    );
    // Rows that the rows no longer hold are locked all the same.
    let keys = details().select_for_update().of(entry_detail::entry().blog()).values_list(entry_detail::id);
    assert_eq!(
        keys.sql::<Postgres>().expect("it compiles"),
        r#"SELECT "blog_entrydetail"."id" FROM "blog_entrydetail" INNER JOIN "blog_entry" ON "blog_entrydetail"."entry_id" = "blog_entry"."id" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" FOR UPDATE OF "blog_blog""#
    );
    // A table that is joined twice is locked by its own name.
    let books = Book::objects().only(book::id);
    let books = books.select_related((book::author().only(person::id), book::editor().only(person::id)));
    let editors = books.select_for_update().of(book::editor());
    assert_eq!(locked(editors.sql::<Postgres>()), r#"UPDATE OF "T3""#);
    let sqlite = editors.sql::<Sqlite>().expect("it compiles");
    assert!(!sqlite.contains(" FOR "), "{sqlite}");
}

#[test]
fn a_lock_of_a_relation_leaves_the_others_free() {
    writing_on_every_database(async |db, database| {
        let first = || Entry::objects().filter(entry::id.exact(1)).select_related(entry::blog());
        let mut tx = db.begin().await?;
        let rows = first().select_for_update().of(entry::blog()).all(&mut tx).await;
        if database == Database::MySql {
            let error = rows.expect_err("MariaDB has no such lock");
            assert_eq!(error.to_string(), "MariaDB does not support `of()`");
            return Ok(());
        }
        assert_eq!(rows?[0].1.id, 1, "on {database:?}");
        if database == Database::Postgres {
            let mut other = db.begin().await?;
            let entry = Entry::objects().filter(entry::id.exact(1)).select_for_update().nowait();
            assert_eq!(entry.all(&mut other).await?.len(), 1);
            let blog = Blog::objects().filter(blog::id.exact(1)).select_for_update().skip_locked();
            assert_eq!(blog.all(&mut other).await?.len(), 0);
            other.rollback().await?;
        }
        tx.rollback().await
    });
}

#[test]
fn related_rows_that_may_be_missing_are_locked_where_they_are_there() {
    in_transactions(async |tx, database| {
        let blogs = || Blog::objects().select_related(blog::theme()).order_by(blog::id).select_for_update();
        let there = blogs().of(blog::theme()).filter(blog::theme().isnull(false));
        let rows = match (there.all(&mut *tx).await, database) {
            (Err(Error::NotSupported { .. }), Database::MySql) => return Ok(()),
            (rows, _) => rows?,
        };
        assert!(!rows.is_empty() && rows.iter().all(|(_, theme)| theme.is_some()), "on {database:?}");
        let outcome = blogs().of(blog::theme()).all(tx).await;
        match database {
            Database::Postgres => {
                let error = outcome.expect_err("PostgreSQL refuses it");
                assert!(
                    chain(&error).contains("cannot be applied to the nullable side of an outer join"),
                    "{error:?}"
                );
            }
            _ => assert_eq!(outcome?.len(), 6, "on {database:?}"),
        }
        Ok(())
    });
}

/// What is said where the database has no such lock; one row is given where it has.
fn shown(rows: Result<Vec<Entry>, Error>) -> String {
    rows.map_or_else(|error| error.to_string(), |rows| rows[0].id.to_string())
}

#[test]
fn a_lock_that_the_database_lacks_is_refused() {
    in_transactions(async |tx, database| {
        let first = Entry::objects().filter(entry::id.exact(1)).select_for_update();
        let of_self = shown(first.clone().of_self().all(&mut *tx).await);
        let no_key = shown(first.no_key().all(tx).await);
        let expected = match database {
            Database::Sqlite | Database::Postgres => ["1", "1"],
            Database::MySql => {
                ["MariaDB does not support `of_self()`", "MariaDB does not support `no_key()`"]
            }
        };
        assert_eq!([of_self, no_key], expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_that_may_be_missing_are_not_locked() {
    in_transactions(async |tx, database| {
        if database == Database::Postgres {
            let blogs =
                Blog::objects().order_by((blog::theme().name, blog::id)).select_for_update().of_self();
            let ids = blogs.values_list(blog::id).flat().all(tx).await?;
            assert_eq!(ids, [2, 6, 4, 1, 3, 5]);
        }
        Ok(())
    });
}
