//! What runs a query: `get`, `first`, `last`, `nth`, `count`, `exists`, `iterator`.

use queryset::Error;
use queryset::demo::blog::{Author, Blog, Entry, author, blog, entry};
use queryset::demo::everything::{BigAutoKey, big_auto_key};
use queryset::demo::shop::{Customer, Product, customer};
use queryset::prelude::*;

use crate::support::{on_every_database, writing_on_every_database};

#[test]
fn get_gives_the_one_row() {
    on_every_database(async |db, _| {
        assert_eq!(Entry::objects().filter(entry::id.exact(1)).get(&db).await?.headline, "Hello Lennon");
        let worst = Entry::objects().filter(entry::rating.exact(0) | entry::rating.exact(99));
        assert_eq!(worst.get(&db).await?.id, 12);
        assert_eq!(worst.values_list(entry::headline).flat().get(&db).await?, "Hello Lennon");
        let entry = entry::authors().name.exact("Alice") & entry::blog().name.exact("Cheddar Talk");
        assert_eq!(Entry::objects().filter(entry).get(&db).await?.id, 10);
        let john = Customer::objects().filter(customer::user().username.exact("john_doe"));
        assert_eq!(john.get(&db).await?.id, 1);
        let blogs = blog::entry().authors().id.exact(1) & blog::entry().rating.exact(4);
        assert_eq!(Blog::objects().distinct().filter(blogs).get(&db).await?.id, 1);
        assert_eq!(Entry::objects().order_by(entry::id).slice(1..2).get(&db).await?.id, 2);
        Ok(())
    });
}

#[test]
fn rows_that_repeat_are_several_rows_to_get() {
    on_every_database(async |db, database| {
        let outcome = Blog::objects().filter(blog::entry().rating.exact(5)).get(&db).await;
        assert!(
            matches!(outcome, Err(Error::MultipleObjectsReturned { model: "Blog" })),
            "on {database:?}: {outcome:?}"
        );
        Ok(())
    });
}

#[test]
fn first_and_last_are_by_key_where_there_is_no_order() {
    on_every_database(async |db, database| {
        let entries = Entry::objects();
        let id = |entry: Option<Entry>| entry.map(|entry| entry.id);
        assert_eq!(id(entries.first(&db).await?), Some(1), "on {database:?}");
        assert_eq!(id(entries.last(&db).await?), Some(16), "on {database:?}");
        assert_eq!(id(entries.clone().order_by(()).last(&db).await?), Some(16), "on {database:?}");
        let nobody = entries.filter(entry::id.exact(99));
        assert_eq!(id(nobody.first(&db).await?), None, "on {database:?}");
        assert_eq!(id(nobody.last(&db).await?), None, "on {database:?}");
        assert_eq!(id(nobody.none().first(&db).await?), None, "on {database:?}");
        Ok(())
    });
}

#[test]
fn first_and_last_keep_the_order() {
    on_every_database(async |db, database| {
        let products = Product::objects();
        assert_eq!(products.first(&db).await?.map(|product| product.id), Some(10), "on {database:?}");
        assert_eq!(products.last(&db).await?.map(|product| product.id), Some(1), "on {database:?}");
        let worst_last = Entry::objects().order_by((entry::rating.desc().nulls_last(), entry::id));
        assert_eq!(worst_last.last(&db).await?.map(|entry| entry.id), Some(11), "on {database:?}");
        let slice = Entry::objects().order_by(entry::id).slice(2..5);
        assert_eq!(slice.first(&db).await?.map(|entry| entry.id), Some(3), "on {database:?}");
        let reversed = Entry::objects().order_by(entry::id).reverse();
        assert_eq!(reversed.first(&db).await?.map(|entry| entry.id), Some(16), "on {database:?}");
        assert_eq!(reversed.last(&db).await?.map(|entry| entry.id), Some(1), "on {database:?}");
        Ok(())
    });
}

#[test]
fn nth_counts_from_0() {
    on_every_database(async |db, database| {
        let entries = Entry::objects().order_by(entry::id);
        assert_eq!(entries.nth(0, &db).await?.id, 1, "on {database:?}");
        assert_eq!(entries.nth(3, &db).await?.id, 4, "on {database:?}");
        assert_eq!(entries.clone().slice(2..10).nth(1, &db).await?.id, 4, "on {database:?}");
        let beyond = entries.slice(2..4).nth(2, &db).await;
        assert!(matches!(beyond, Err(Error::DoesNotExist { model: "Entry" })), "on {database:?}: {beyond:?}");
        Ok(())
    });
}

#[test]
fn count_and_exists_ask_the_database() {
    on_every_database(async |db, database| {
        let entries = Entry::objects().filter(entry::rating.gt(3));
        assert_eq!(entries.count(&db).await?, 7, "on {database:?}");
        assert!(entries.exists(&db).await?);
        let blogs = Blog::objects().filter(blog::entry().rating.gt(3));
        assert_eq!(blogs.count(&db).await?, 7, "on {database:?}");
        assert_eq!(blogs.distinct().count(&db).await?, 3, "on {database:?}");
        let slices = Entry::objects().order_by(entry::id);
        assert!(!slices.clone().slice(50..).exists(&db).await?, "on {database:?}");
        assert!(!slices.clone().slice(3..3).exists(&db).await?, "on {database:?}");
        assert_eq!(slices.slice(14..30).count(&db).await?, 2, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_query_set_can_be_run_again_and_narrowed_further() {
    on_every_database(async |db, _| {
        let entries = Entry::objects().filter(entry::rating.gte(4));
        let narrowed = entries.clone().filter(entry::blog_id.exact(1));
        assert_eq!(entries.count(&db).await?, 7);
        assert_eq!(narrowed.count(&db).await?, 4);
        assert_eq!(entries.count(&db).await?, 7);
        Ok(())
    });
}

#[test]
fn a_stream_gives_thousands_of_rows_in_their_order_and_may_be_dropped_early() {
    writing_on_every_database(async |db, database| {
        let mut tx = db.begin().await?;
        let new = (1..=12_345).map(|id| BigAutoKey::create().id(id).name("row").build());
        BigAutoKey::objects().bulk_create(new, &mut tx).await?;

        let rows = BigAutoKey::objects().order_by(big_auto_key::id).values_list(big_auto_key::id).flat();
        let mut stream = rows.iterator(&mut tx);
        let mut last = 0;
        while let Some(id) = stream.next().await {
            last += 1;
            assert_eq!(id?, last, "on {database:?}");
        }
        drop(stream);
        assert_eq!(last, 12_345, "on {database:?}");

        let mut stream = rows.iterator(&mut tx);
        assert_eq!(stream.next().await.transpose()?, Some(1), "on {database:?}");
        drop(stream);
        assert_eq!(rows.count(&mut tx).await?, 12_345, "on {database:?}");
        assert_eq!(rows.first(&mut tx).await?, Some(1), "on {database:?}");
        tx.rollback().await
    });
}

#[test]
fn a_stream_comes_in_chunks_of_any_size() {
    on_every_database(async |db, database| {
        for size in [1, 5, 16, 17, usize::MAX] {
            let entries = Entry::objects().order_by(entry::id).values_list(entry::id).flat();
            let ids: Vec<i64> = entries.iterator_chunked(size, &db).try_collect().await?;
            assert!(ids.into_iter().eq(1..=16), "{size} on {database:?}");
        }
        let mut none = Entry::objects().iterator_chunked(0, &db);
        let error = none.next().await.expect("there is an item").expect_err("it is an error");
        let message = "`iterator_chunked(0, …)` would never give a row; a chunk has at least one";
        assert_eq!(error.to_string(), message, "on {database:?}");
        assert!(none.next().await.is_none(), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_stream_from_the_pool_gives_its_connection_back() {
    on_every_database(async |db, database| {
        for _ in 0..20 {
            let authors = Author::objects().order_by(author::id);
            let mut stream = authors.iterator(&db);
            let first = stream.next().await.transpose()?;
            assert_eq!(first.map(|author| author.id), Some(1), "on {database:?}");
        }
        assert_eq!(Author::objects().count(&db).await?, 7, "on {database:?}");
        Ok(())
    });
}

#[test]
fn the_error_of_a_stream_is_its_last_item() {
    on_every_database(async |db, database| {
        let rating = raw_sql::<Entry, kind::Integer>("no_such_column").expr();
        let query = Entry::objects().values_list(rating).flat();
        let mut stream = query.iterator(&db);
        let first = stream.next().await;
        assert!(matches!(first, Some(Err(Error::Database { .. }))), "on {database:?}: {first:?}");
        assert!(stream.next().await.is_none(), "on {database:?}");
        Ok(())
    });
}
