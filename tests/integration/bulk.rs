//! `contains()`, `in_bulk()`, `in_bulk_by()`.

use std::collections::{BTreeSet, HashSet};

use jiff::ToSpan;
use queryset::demo::blog::{Author, Blog, Country, Entry, Specimen, author, blog, country, entry, specimen};
use queryset::demo::everything::{BigAutoKey, DateKey, big_auto_key};
use queryset::prelude::*;
use queryset::{AnyBackend, Fetch, IndexMap};

use crate::support::{date, on_every_database, writing_on_every_database};

/// Checks the keys of the rows that `call` gives on every database, in their order.
#[track_caller]
fn check_keys<K: std::fmt::Debug, T>(
    call: impl for<'d> Fn(&'d Db<AnyBackend>) -> Fetch<'d, IndexMap<K, T>>,
    expected: &str,
) {
    on_every_database(async |db, database| {
        let keys: Vec<_> = call(&db).await?.keys().map(|key| format!("{key:?}")).collect();
        assert_eq!(keys.join(" "), expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn in_bulk_gives_rows_by_their_keys() {
    on_every_database(async |db, database| {
        let entries = Entry::objects().in_bulk([1, 3, 99], &db).await?;
        assert_eq!(entries.len(), 2, "on {database:?}");
        assert_eq!((entries[&1].id, entries[&3].id), (1, 3), "on {database:?}");
        assert!(!entries.contains_key(&99), "on {database:?}");
        Ok(())
    });
}

#[test]
fn in_bulk_keeps_the_order_of_the_query_set() {
    check_keys(|db| Blog::objects().order_by(blog::id.desc()).in_bulk([2, 4, 3, 4], db), "4 3 2");
    check_keys(|db| Country::objects().in_bulk(.., db), r#""UV" "JP" "FR" "BR" "XX""#);
}

#[test]
fn in_bulk_takes_lists_of_every_form() {
    let blogs = || Blog::objects().order_by(blog::id);
    check_keys(|db| blogs().in_bulk(vec![1_i64, 2], db), "1 2");
    check_keys(|db| blogs().in_bulk(&[1_i64, 2][..], db), "1 2");
    check_keys(|db| blogs().in_bulk(&vec![1_u16, 2], db), "1 2");
    check_keys(|db| blogs().in_bulk(HashSet::from([1, 2]), db), "1 2");
    check_keys(|db| blogs().in_bulk(&BTreeSet::from([1, 2]), db), "1 2");
    check_keys(|db| blogs().in_bulk([Some(1), None], db), "1");
    check_keys(|db| Country::objects().in_bulk(["FR", "ZZ"], db), r#""FR""#);
}

#[test]
fn in_bulk_without_keys_sends_nothing() {
    on_every_database(async |db, database| {
        let none: [i64; 0] = [];
        // A column that does not exist would be an error, if it were asked for.
        let wrong = raw_sql_predicate::<Entry>("no_such_column = 1").q();
        let entries = Entry::objects().filter(wrong).in_bulk(none, &db).await?;
        assert!(entries.is_empty(), "on {database:?}");
        Ok(())
    });
}

#[test]
fn in_bulk_keeps_the_filters() {
    check_keys(|db| Entry::objects().filter(entry::rating.exact(5)).in_bulk([1, 2], db), "1");
    check_keys(|db| Blog::objects().order_by(blog::id).in_bulk(.., db), "1 2 3 4 5 6");
    let by_alice = || Blog::objects().filter(blog::entry().authors().name.exact("Alice"));
    check_keys(|db| by_alice().order_by(blog::id).in_bulk([1, 4, 5], db), "1 4");
    check_keys(|db| Entry::objects().none().in_bulk(.., db), "");
}

#[test]
fn a_key_that_no_column_holds_has_no_row() {
    check_keys(|db| Entry::objects().in_bulk([1_u64, u64::MAX], db), "1");
    check_keys(|db| Entry::objects().in_bulk([u64::MAX], db), "");
}

#[test]
fn in_bulk_by_gives_rows_by_a_unique_field() {
    let specimens = || Specimen::objects().order_by(specimen::label);
    check_keys(|db| specimens().in_bulk_by(specimen::label, ["one", "half", "no"], db), r#""half" "one""#);
    check_keys(|db| specimens().in_bulk_by(specimen::id, [3, 2], db), "3 2");
}

#[test]
fn parts_of_instances_are_given_by_fields_that_were_not_loaded() {
    on_every_database(async |db, database| {
        let rows = Specimen::objects().only(specimen::num);
        let by_label = rows.in_bulk_by(specimen::label, ["one"], &db).await?;
        assert_eq!(by_label["one"].get(specimen::num), &Some(1), "on {database:?}");
        let by_key = rows.in_bulk([2], &db).await?;
        assert_eq!(by_key[&2].get(specimen::num), &Some(1), "on {database:?}");
        Ok(())
    });
}

#[test]
fn more_keys_than_a_statement_can_bind_are_asked_for_in_several() {
    writing_on_every_database(async |db, database| {
        let mut tx = db.begin().await?;
        let new = (1..=1000).map(|id| BigAutoKey::create().id(id * 70).name("row").build());
        BigAutoKey::objects().bulk_create(new, &mut tx).await?;
        let rows = BigAutoKey::objects().filter(big_auto_key::name.in_(["row", "other"]));
        let found = rows.in_bulk((1..=70_000).collect::<Vec<i64>>(), &mut tx).await?;
        assert_eq!(found.len(), 1000, "on {database:?}");
        assert!(found.iter().all(|(key, row)| *key == row.id), "on {database:?}");

        // Days have no form in which one document could hold them.
        let days: Vec<_> = date(1900, 1, 1).series(1.day()).take(70_000).collect();
        let new = days.iter().step_by(700).map(|day| DateKey::create().day(*day).build());
        DateKey::objects().bulk_create(new, &mut tx).await?;
        let found = DateKey::objects().in_bulk(&days, &mut tx).await?;
        assert_eq!(found.len(), 100, "on {database:?}");
        tx.rollback().await
    });
}

#[test]
fn contains_asks_for_the_key() {
    on_every_database(async |db, database| {
        let hello = Entry::objects().filter(entry::id.exact(1)).get(&db).await?;
        let other = Entry::objects().filter(entry::id.exact(2)).get(&db).await?;
        let best = Entry::objects().filter(entry::rating.exact(5));
        assert!(Entry::objects().contains(&hello, &db).await?, "on {database:?}");
        assert!(best.contains(&hello, &db).await?, "on {database:?}");
        assert!(!best.contains(&other, &db).await?, "on {database:?}");
        assert!(!Entry::objects().none().contains(&hello, &db).await?, "on {database:?}");
        let part = Entry::objects().only(entry::headline).filter(entry::id.exact(1)).get(&db).await?;
        assert!(best.only(entry::rating).contains(&part, &db).await?, "on {database:?}");
        Ok(())
    });
}

#[test]
fn contains_takes_the_joins_and_keys_of_every_type() {
    on_every_database(async |db, database| {
        let alice = Author::objects().filter(author::id.exact(1)).get(&db).await?;
        let writers = Author::objects().filter(author::entry().blog().name.exact("Cheddar Talk"));
        assert!(writers.contains(&alice, &db).await?, "on {database:?}");
        let france = Country::objects().filter(country::code.exact("FR")).get(&db).await?;
        assert!(!Country::objects().exclude(country::code.exact("FR")).contains(&france, &db).await?);
        Ok(())
    });
}
