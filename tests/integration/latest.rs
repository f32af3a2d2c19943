//! `latest()`, `earliest()`, `latest_by()`, `earliest_by()`.

use queryset::demo::blog::{Blog, Entry, entry};
use queryset::prelude::*;
use queryset::{Error, Fetch, Order};

use crate::support::{check_error, on_every_database};

/// Checks the key of the entry that `call` gives on every database.
#[track_caller]
fn check_entry(call: impl for<'d> Fn(&'d Db<AnyBackend>) -> Fetch<'d, Entry>, id: i64) {
    check_entry_each(call, [id; 3]);
}

/// Checks the keys of the entries that `call` gives on SQLite, PostgreSQL and MariaDB.
#[track_caller]
fn check_entry_each(call: impl for<'d> Fn(&'d Db<AnyBackend>) -> Fetch<'d, Entry>, ids: [i64; 3]) {
    on_every_database(async |db, database| {
        assert_eq!(call(&db).await?.id, ids[database as usize], "on {database:?}");
        Ok(())
    });
}

#[test]
fn latest_and_earliest_are_by_the_schema_s_order() {
    check_entry(|db| Entry::objects().latest(db), 8);
    check_entry(|db| Entry::objects().earliest(db), 15);
}

#[test]
fn the_order_of_the_query_set_does_not_count() {
    check_entry(
        |db| Entry::objects().order_by(entry::headline).latest_by((entry::pub_date, entry::id), db),
        8,
    );
    check_entry(|db| Entry::objects().order_by(entry::headline).latest(db), 8);
}

#[test]
fn reverse_turns_latest_round() {
    check_entry(|db| Entry::objects().order_by(entry::id).reverse().latest(db), 15);
    check_entry(|db| Entry::objects().order_by(entry::id).reverse().earliest(db), 8);
}

#[test]
fn latest_by_reverses_every_term() {
    check_entry(|db| Entry::objects().latest_by((entry::pub_date, entry::id), db), 8);
    check_entry(|db| Entry::objects().latest_by((entry::pub_date.asc(), entry::id.desc()), db), 8);
    check_entry(|db| Entry::objects().earliest_by(entry::number_of_comments.desc(), db), 6);
    check_entry(|db| Entry::objects().filter(entry::blog_id.exact(2)).earliest_by(entry::pub_date, db), 3);
    let orders = || vec![entry::pub_date.asc(), entry::id.asc()];
    check_entry(|db| Entry::objects().latest_by(orders(), db), 8);
}

#[test]
fn null_is_the_latest_on_postgresql_only() {
    let first = || Entry::objects().filter(entry::id.in_([1, 2, 3]));
    check_entry_each(|db| first().latest_by(entry::rating, db), [1, 3, 1]);
    check_entry(|db| first().latest_by(entry::rating.asc().nulls_first(), db), 1);
    check_entry(|db| first().latest_by(entry::rating.asc().nulls_last(), db), 3);
    let published = || Entry::objects().filter(entry::published_at.isnull(false));
    check_entry(|db| published().latest_by(entry::published_at, db), 8);
}

#[test]
fn latest_gives_rows_of_every_shape() {
    on_every_database(async |db, _| {
        assert_eq!(Entry::objects().values_list(entry::id).flat().latest(&db).await?, 8);
        let row = Entry::objects().only(entry::headline).latest(&db).await?;
        assert_eq!(row.get(entry::id), &8);
        let name = Entry::objects().values(entry::blog().name).earliest(&db).await?;
        assert_eq!(name.get(entry::blog().name), "Beatles Blog");
        Ok(())
    });
}

#[test]
fn without_a_row_there_is_no_latest() {
    on_every_database(async |db, database| {
        let nobody = Entry::objects().filter(entry::id.exact(99));
        let outcomes = [
            nobody.latest(&db).await,
            nobody.earliest(&db).await,
            nobody.latest_by(entry::rating, &db).await,
            Entry::objects().none().earliest_by(entry::rating, &db).await,
        ];
        for outcome in outcomes {
            assert!(
                matches!(outcome, Err(Error::DoesNotExist { model: "Entry" })),
                "on {database:?}: {outcome:?}"
            );
        }
        Ok(())
    });
}

#[test]
fn an_empty_list_of_orders_compares_nothing() {
    check_error(
        |tx| Blog::objects().latest_by(Vec::<Order<Blog>>::new(), tx),
        "`latest_by()` and `earliest_by()` need an order, and the list of orders is empty",
    );
}
