//! `select_for_update()` and its options.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::prelude::*;

use crate::support::{Database, chain, in_transactions};

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
