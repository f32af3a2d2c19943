//! Errors that a service can act on: which rule was broken, and by which fields; what was in the way.

use std::time::Duration;

use queryset::demo::blog::{Entry, Reading, Theme, theme};
use queryset::demo::everything::{Named, Renamed, Together};
use queryset::demo::shop::{Category, Product, product};
use queryset::prelude::*;
use queryset::{Conflict, Fetch, Violation};

use crate::support::{Database, date, in_transactions, writing_on_every_database};

type Tx = Transaction<'static, AnyBackend>;

/// Checks what a write is refused for: the rule, the model, its fields.
#[track_caller]
fn check_refusal<T: std::fmt::Debug>(
    write: impl for<'t> Fn(&'t mut Tx) -> Fetch<'t, T>,
    expected: (Violation, &str, &[&str]),
) {
    in_transactions(async |tx, database| match write(tx).await {
        Err(Error::Integrity { violation, model, fields, .. }) => {
            assert_eq!(
                (violation, model, &fields[..]),
                (expected.0, Some(expected.1), expected.2),
                "on {database:?}"
            );
            Ok(())
        }
        outcome => panic!("on {database:?}: {outcome:?}"),
    });
}

#[test]
fn a_unique_key_names_its_fields() {
    let unique = Violation::Unique;
    check_refusal(
        |tx| Category::create().name("Electronics").description("").save(tx),
        (unique, "Category", &["name"]),
    );
    check_refusal(|tx| Theme::create().id(1).name("x").order(1).save(tx), (unique, "Theme", &["id"]));
    // A constraint with a name.
    check_refusal(
        |tx| Reading::create().book_id(1).reader_id(2).save(tx),
        (unique, "Reading", &["book_id", "reader_id"]),
    );
    // Fields that are unique together, by a name that Django makes.
    check_refusal(
        |tx| {
            let new = ["b", "b"].map(|name| Together::create().first(1).second(name));
            Together::objects().bulk_create(new, tx).into_future()
        },
        (unique, "Together", &["first", "second"]),
    );
}

#[test]
fn a_unique_key_of_a_column_with_another_name_names_its_field() {
    in_transactions(async |tx, database| {
        let owner = Named::create().name("n").code("N").number(1).save(&mut *tx).await?;
        let new = ["a", "a"].map(|title| Renamed::create().title(title).spaced(1).owner(&owner));
        match Renamed::objects().bulk_create(new, tx).await {
            Err(Error::Integrity { violation: Violation::Unique, model, fields, .. }) => {
                assert_eq!(
                    (model, fields.as_slice()),
                    (Some("Renamed"), ["title"].as_slice()),
                    "on {database:?}"
                );
                Ok(())
            }
            outcome => panic!("on {database:?}: {outcome:?}"),
        }
    });
}

#[test]
fn a_check_names_its_fields() {
    in_transactions(async |tx, database| {
        let new = Renamed::create().title("t").spaced(-1).owner_id(1);
        let outcome = new.save(tx).await;
        let Err(Error::Integrity { violation, model, fields, constraint, .. }) = outcome else {
            panic!("on {database:?}: {outcome:?}")
        };
        assert_eq!(
            (violation, model, fields.as_slice(), constraint.as_deref()),
            (Violation::Check, Some("Renamed"), ["spaced"].as_slice(), Some("Renamed spaced")),
            "on {database:?}"
        );
        Ok(())
    });
}

#[test]
fn null_is_told_with_its_field() {
    check_refusal(
        |tx| {
            let nothing = raw_sql::<Entry, kind::Text>("NULL").expr();
            Entry::objects().update(queryset::demo::blog::entry::headline.set(nothing), tx)
        },
        (Violation::NotNull, "Entry", &["headline"]),
    );
}

#[test]
fn a_foreign_key_is_told_with_its_field_where_the_database_tells() {
    writing_on_every_database(async |db, database| {
        let outcome = db
            .atomic(async |mut tx| {
                let new = Entry::create().blog_id(99).headline("").body_text("").pub_date(date(2025, 1, 1));
                new.save(&mut tx).await
            })
            .await;
        let Err(Error::Integrity { violation: Violation::ForeignKey, table, columns, fields, .. }) = outcome
        else {
            panic!("on {database:?}: {outcome:?}")
        };
        match database {
            // It is found at the commit, of which SQLite tells nothing.
            Database::Sqlite => assert_eq!((table, columns.len()), (None, 0)),
            Database::Postgres => {
                assert_eq!(
                    (table.as_deref(), columns.as_slice()),
                    (Some("blog_entry"), ["blog_id".to_owned()].as_slice())
                );
            }
            Database::MySql => assert_eq!(fields, ["blog_id"]),
        }
        Ok(())
    });
}

#[test]
fn a_lock_that_is_not_to_be_had_is_told_as_such() {
    writing_on_every_database(async |db, database| {
        if database == Database::Sqlite {
            return Ok(());
        }
        let mut holder = db.begin().await?;
        let first = Theme::objects().filter(theme::id.exact(1));
        first.clone().select_for_update().get(&mut holder).await?;
        let taken = first.select_for_update().nowait();
        let outcome = db.atomic(async |mut tx| taken.get(&mut tx).await).await;
        assert!(
            matches!(outcome, Err(Error::Conflict { reason: Conflict::Locked, .. })),
            "on {database:?}: {outcome:?}"
        );
        assert!(!outcome.expect_err("it is one").is_retryable());
        holder.rollback().await
    });
}

#[test]
fn a_statement_that_takes_too_long_is_told_as_such() {
    writing_on_every_database(async |db, database| {
        let (limit, sleep, no_limit) = match database {
            Database::Sqlite => return Ok(()),
            Database::Postgres => (
                "SET LOCAL statement_timeout = 50",
                "(SELECT 1 FROM pg_sleep(10))",
                "SET LOCAL statement_timeout = 0",
            ),
            Database::MySql => ("SET max_statement_time = 0.05", "SLEEP(10)", "SET max_statement_time = 0"),
        };
        let outcome: Result<i64, Error> = db
            .atomic(async |mut tx| {
                tx.execute_script(limit).await?;
                let slow = raw_sql::<Theme, kind::Integer>(sleep).expr();
                let outcome = Theme::objects().values_list(slow).flat().limit(1).get(&mut tx).await;
                // PostgreSQL forgets it with the transaction, which is aborted.
                let _ = tx.execute_script(no_limit).await;
                outcome
            })
            .await;
        assert!(matches!(outcome, Err(Error::Interrupted { .. })), "on {database:?}: {outcome:?}");
        Ok(())
    });
}

#[test]
fn a_pool_without_a_free_connection_is_told_as_such() {
    for database in Database::ALL {
        let Some(url) = database.url() else { continue };
        crate::support::run(async {
            let options = PoolOptions::new().max_connections(1).acquire_timeout(Duration::from_millis(100));
            let db: Db<AnyBackend> = options.connect(&url).await.expect("it is there");
            // Whoever holds the only connection must not ask for another one.
            let outcome: Result<u64, Error> = db
                .atomic(async |_tx| Theme::objects().delete(&db).await.map(|deleted| deleted.total()))
                .await;
            assert!(matches!(outcome, Err(Error::PoolTimeout { max_connections: 1, .. })), "{outcome:?}");
            assert!(Theme::objects().count(&db).await.is_ok(), "on {database:?}: the connection came back");
            db.close().await;
        });
    }
}

#[test]
fn what_the_schema_refuses_is_told_before_the_database_is_asked() {
    in_transactions(async |tx, database| {
        let outcome = Product::objects().update(product::stock_quantity.set(-1), &mut *tx).await;
        assert!(
            matches!(outcome, Err(Error::InvalidValue { model: "Product", field: "stock_quantity", .. })),
            "on {database:?}: {outcome:?}"
        );
        Ok(())
    });
}
