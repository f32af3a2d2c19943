//! Values that a column cannot hold, and rows that do not fit: errors that name model, field, value.

use jiff::SignedDuration;
use queryset::demo::blog::{Country, Entry, Event, Reading, Theme, author, entry, event, theme};
use queryset::demo::everything::{Filled, Nullable, Together, filled, together};
use queryset::demo::shop::{Category, Review};
use queryset::prelude::*;
use queryset::{Error, Violation};
use serde_json::json;

use crate::field_types::new_filled;
use crate::support::{
    Database, chain, check_error, clock, date, decimal, in_transactions, ip, moment, uuid,
    writing_on_every_database,
};

#[test]
fn integers_out_of_range_are_refused() {
    check_error(
        |tx| new_filled!(small = 32_768).save(tx),
        "`Filled.small` cannot hold 32768: the column holds -32768 to 32767",
    );
    check_error(
        |tx| new_filled!(number = -2_147_483_649_i64).save(tx),
        "`Filled.number` cannot hold -2147483649: the column holds -2147483648 to 2147483647",
    );
    check_error(
        |tx| new_filled!(big = u64::MAX).save(tx),
        "`Filled.big` cannot hold 18446744073709551615: the column holds -9223372036854775808 to 9223372036854775807",
    );
    check_error(
        |tx| new_filled!(positive_small = 65_536).save(tx),
        [
            "`Filled.positive_small` cannot hold 65536: the column holds 0 to 32767",
            "`Filled.positive_small` cannot hold 65536: the column holds 0 to 32767",
            "`Filled.positive_small` cannot hold 65536: the column holds 0 to 65535",
        ],
    );
    check_error(
        |tx| new_filled!(positive = -1).save(tx),
        [
            "`Filled.positive` cannot hold -1: the column holds 0 to 2147483647",
            "`Filled.positive` cannot hold -1: the column holds 0 to 2147483647",
            "`Filled.positive` cannot hold -1: the column holds 0 to 4294967295",
        ],
    );
    check_error(
        |tx| new_filled!(positive_big = -1).save(tx),
        [
            "`Filled.positive_big` cannot hold -1: the column holds 0 to 9223372036854775807",
            "`Filled.positive_big` cannot hold -1: the column holds 0 to 9223372036854775807",
            "`Filled.positive_big` cannot hold -1: the column holds 0 to 18446744073709551615",
        ],
    );
}

#[test]
fn text_that_is_too_long_is_refused() {
    check_error(
        |tx| new_filled!(slug = "é".repeat(51)).save(tx),
        "`Filled.slug` cannot hold \"ééééééééééééééééééééééééééééééééééééééééééééééééééé\": it has 51 characters, and `max_length` is 50",
    );
    check_error(
        |tx| new_filled!(char = "x".repeat(1000)).save(tx),
        "`Filled.char` cannot hold \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…: it has 1000 characters, and `max_length` is 100",
    );
}

#[test]
fn a_nul_character_is_refused_in_text() {
    check_error(
        |tx| new_filled!(text = "a\0b").save(tx),
        r#"`Filled.text` cannot hold "a\0b": text cannot hold a NUL character"#,
    );
    check_error(
        |tx| Entry::objects().filter(entry::headline.contains("\0")).all(tx),
        r#"the database cannot take the value "%\0%": text cannot hold a NUL character"#,
    );
}

#[test]
fn decimals_with_too_many_digits_are_refused() {
    check_error(
        |tx| new_filled!(price = decimal("0.00001")).save(tx),
        "`Filled.price` cannot hold 0.00001: it has 5 digits after the point, and `decimal_places` is 4",
    );
    check_error(
        |tx| new_filled!(price = decimal("-10000000000")).save(tx),
        "`Filled.price` cannot hold -10000000000: it has 11 digits before the point, and the column holds 10",
    );
}

#[test]
fn zeros_at_the_end_of_a_decimal_do_not_count() {
    in_transactions(async |tx, database| {
        let saved = new_filled!(price = decimal("1.500000000")).save(&mut *tx).await?;
        let read = Filled::objects().filter(filled::id.exact(saved.id)).get(&mut *tx).await?;
        assert_eq!(read.price, decimal("1.5"), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_decimal_is_read_with_the_places_of_its_column() {
    in_transactions(async |tx, database| {
        let saved = new_filled!(price = decimal("2")).save(&mut *tx).await?;
        let row = Filled::objects().filter(filled::id.exact(saved.id));
        let prices = [
            row.get(&mut *tx).await?.price,
            *row.clone().only(filled::price).get(&mut *tx).await?.get(filled::price),
            *row.clone().values(filled::price).get(&mut *tx).await?.get(filled::price),
            row.clone().values_list(filled::price).flat().get(&mut *tx).await?,
            row.clone().values_list((filled::id, filled::price)).get(&mut *tx).await?.1,
        ];
        assert_eq!(prices.map(|price| price.to_string()), ["2.0000"; 5], "on {database:?}");
        named!(named: filled::price);
        let (most, named) = (
            row.aggregate(filled::price.max(), &mut *tx).await?.map(|price| price.to_string()),
            row.clone().values_list(&named).flat().get(&mut *tx).await?.to_string(),
        );
        let computed = if database == Database::Sqlite { "2" } else { "2.0000" };
        assert_eq!((most.as_deref(), &*named), (Some(computed), computed), "on {database:?}");
        let dynamic = row.values_by(["price"])?.all(&mut *tx).await?;
        assert_eq!(dynamic[0].values()[0].to_string(), "2.0000", "on {database:?}");
        Ok(())
    });
}

#[test]
fn floats_that_are_no_numbers_are_refused_where_the_database_has_none() {
    for (real, shown) in [(f64::NAN, "NaN"), (f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf")] {
        in_transactions(async |tx, database| {
            let outcome = new_filled!(real = real).save(&mut *tx).await;
            match (database, outcome) {
                (Database::Postgres, outcome) => {
                    let saved = outcome?;
                    assert_eq!(saved.real.to_bits(), real.to_bits());
                }
                (_, Err(Error::InvalidValue { model: "Filled", field: "real", value, .. })) => {
                    assert_eq!(value, shown, "on {database:?}");
                }
                (_, outcome) => panic!("on {database:?}: {outcome:?}"),
            }
            Ok(())
        });
    }
}

#[test]
fn years_before_1_are_refused() {
    check_error(
        |tx| new_filled!(day = date(0, 12, 31)).save(tx),
        "`Filled.day` cannot hold 0000-12-31: a year is 1 to 9999",
    );
    check_error(
        |tx| new_filled!(moment = moment("-000001-01-01T00:00:00Z")).save(tx),
        "`Filled.moment` cannot hold -000001-01-01T00:00:00Z: a year is 1 to 9999",
    );
}

#[test]
fn spans_longer_than_64_bits_of_microseconds_are_refused() {
    check_error(
        |tx| new_filled!(span = SignedDuration::MAX).save(tx),
        "`Filled.span` cannot hold PT2562047788015215H30M7.999999999S: it does not fit 64 bits as microseconds",
    );
}

/// Checks that a write breaks a rule of the database, and what the error knows of it.
#[track_caller]
fn check_integrity<T: std::fmt::Debug>(
    call: impl for<'t> Fn(&'t mut queryset::Transaction<'static, queryset::AnyBackend>) -> queryset::Fetch<'t, T>,
    expected: Violation,
    on: &str,
) {
    in_transactions(async |tx, database| {
        match call(&mut *tx).await {
            Err(Error::Integrity { violation, model, .. }) => {
                assert_eq!((violation, model), (expected, Some(on)), "on {database:?}");
            }
            outcome => panic!("on {database:?}: {outcome:?}"),
        }
        Ok(())
    });
}

#[test]
fn a_second_row_with_a_unique_key_is_refused() {
    check_integrity(
        |tx| Category::create().name("Electronics").description("").save(tx),
        Violation::Unique,
        "Category",
    );
    check_integrity(|tx| Theme::create().id(1).name("again").order(1).save(tx), Violation::Unique, "Theme");
    check_integrity(|tx| Country::create().code("FR").name("again").save(tx), Violation::Unique, "Country");
    check_integrity(
        |tx| Review::create().customer_id(1).product_id(1).rating(1).comment("again").save(tx),
        Violation::Unique,
        "Review",
    );
    check_integrity(|tx| Reading::create().book_id(1).reader_id(2).save(tx), Violation::Unique, "Reading");
    check_integrity(
        |tx| Theme::objects().filter(theme::id.exact(4)).update(theme::id.set(2), tx),
        Violation::Unique,
        "Theme",
    );
}

#[test]
fn a_foreign_key_that_points_nowhere_is_refused_at_the_latest_at_the_commit() {
    writing_on_every_database(async |db, database| {
        let mut tx = db.begin().await?;
        let new = Entry::create().blog_id(99).headline("").body_text("").pub_date(date(2025, 1, 1));
        let outcome = match new.save(&mut tx).await {
            Ok(_) => tx.commit().await,
            Err(error) => Err(error),
        };
        assert!(
            matches!(outcome, Err(Error::Integrity { violation: Violation::ForeignKey, .. })),
            "on {database:?}: {outcome:?}"
        );
        assert_eq!(Entry::objects().count(&db).await?, 16, "on {database:?}");
        Ok(())
    });
}

#[test]
fn the_columns_of_a_unique_key_are_named() {
    in_transactions(async |tx, database| {
        Nullable::create().label("same").save(&mut *tx).await?;
        match Nullable::create().label("same").save(&mut *tx).await {
            Err(Error::Integrity { violation: Violation::Unique, model, fields, .. }) => {
                assert_eq!(model, Some("Nullable"), "on {database:?}");
                assert_eq!(fields, ["label"], "on {database:?}");
            }
            outcome => panic!("on {database:?}: {outcome:?}"),
        }
        Ok(())
    });
}

#[test]
fn one_row_is_asked_for_and_there_is_none() {
    check_error(|tx| Entry::objects().filter(entry::id.exact(99)).get(tx), "no `Entry` matches the query");
    check_error(
        |tx| Entry::objects().filter(entry::id.in_([0_i64; 0])).get(tx),
        "no `Entry` matches the query",
    );
    check_error(|tx| Event::objects().order_by(event::id).nth(99, tx), "no `Event` matches the query");
}

#[test]
fn one_row_is_asked_for_and_there_are_several() {
    check_error(
        |tx| Entry::objects().filter(entry::rating.exact(5)).get(tx),
        "`get()` found more than one `Entry`",
    );
    check_error(
        |tx| queryset::demo::blog::Author::objects().filter(author::entry().rating.exact(5)).get(tx),
        "`get()` found more than one `Author`",
    );
}

#[test]
fn values_of_a_lookup_that_the_column_cannot_hold_match_nothing() {
    in_transactions(async |tx, database| {
        let never = [
            filled::number.in_([i64::MAX, i64::MIN]),
            filled::number.range(i64::MAX - 1, i64::MAX),
            filled::small.exact(i64::MAX),
            filled::small.in_([40_000]),
            filled::positive.in_([-1]),
            filled::big.exact(u64::MAX),
            filled::big.in_([u64::MAX]),
            filled::positive_big.range(u64::MAX - 1, u64::MAX),
            filled::price.exact(decimal("99999999999999999999")),
            filled::price.in_([decimal("0.000001")]),
            filled::char.exact("x".repeat(10_000)),
        ];
        new_filled!().save(&mut *tx).await?;
        for (at, predicate) in never.into_iter().enumerate() {
            let found = Filled::objects().filter(predicate).count(&mut *tx).await;
            assert_eq!(
                found.unwrap_or_else(|error| panic!("{at} on {database:?}: {}", chain(&error))),
                0,
                "{at} on {database:?}"
            );
        }
        Ok(())
    });
}

#[test]
fn null_in_a_column_that_should_have_none_is_an_error() {
    writing_on_every_database(async |db, database| {
        // The table as somebody else has made it.
        db.execute_script("DROP TABLE everything_together").await?;
        db.execute_script(
            "CREATE TABLE everything_together (id BIGINT, first BIGINT, second TEXT, third DATE)",
        )
        .await?;
        db.execute_script("INSERT INTO everything_together (id, second) VALUES (1, 'x')").await?;
        let message = "`Together.first` is NULL in the database, but not declared `null` in the schema";
        let instance = Together::objects().first(&db).await;
        assert_eq!(instance.expect_err("it is NULL").to_string(), message, "on {database:?}");
        let value = Together::objects().values_list(together::first).flat().all(&db).await;
        assert_eq!(value.expect_err("it is NULL").to_string(), message, "on {database:?}");
        let record = Together::objects().values(together::first).all(&db).await;
        assert_eq!(record.expect_err("it is NULL").to_string(), message, "on {database:?}");
        let mut stream = Together::objects().iterator(&db);
        let streamed = stream.next().await.expect("it has an item");
        assert_eq!(streamed.expect_err("it is NULL").to_string(), message, "on {database:?}");
        drop(stream);

        db.execute_script("UPDATE everything_together SET first = 3000000000").await?;
        let outcome = Together::objects().first(&db).await;
        assert!(
            matches!(outcome, Err(Error::Decode { model: "Together", field: "first", .. })),
            "on {database:?}: {outcome:?}"
        );
        queryset::drop_tables(&db, &[Together::META]).await?;
        queryset::create_tables(&db, &[Together::META]).await
    });
}

#[test]
fn an_expression_that_is_null_is_refused_by_a_field_that_is_not() {
    let refused = "NULL in a field that is not declared `null`; `Entry.headline`";
    check_error(
        |tx| {
            let unsummarized = Entry::objects().filter(entry::summary.isnull(true));
            let summary = raw_sql::<Entry, kind::Text>("summary").expr();
            unsummarized.update(entry::headline.set(summary), tx)
        },
        refused,
    );
}

#[test]
fn missing_tables_are_made_and_those_that_are_there_are_kept() {
    writing_on_every_database(async |db, database| {
        let before = Theme::objects().count(&db).await?;
        queryset::drop_tables(&db, &[Together::META]).await?;
        queryset::create_missing_tables(&db, queryset::demo::MODELS).await?;
        queryset::create_missing_tables(&db, queryset::demo::MODELS).await?;
        assert_eq!(Together::objects().count(&db).await?, 0, "on {database:?}");
        assert_eq!(Theme::objects().count(&db).await?, before, "on {database:?}");
        Ok(())
    });
}
