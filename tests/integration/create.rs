//! `create()`, `save()` and `bulk_create()`.

use jiff::SignedDuration;
use queryset::demo::blog::{Blog, Entry, Reading, Theme, blog, entry, reading, theme};
use queryset::demo::everything::{
    CharKey, NamedAutoKey, Nullable, SmallAutoKey, char_key, named_auto_key, nullable, small_auto_key,
};
use queryset::demo::shop::{Category, Review, category, review};
use queryset::{Error, New};
use serde_json::json;

use crate::support::{
    Database, clock, date, decimal, in_transactions, ip, moment, uuid, writing_on_every_database,
};

#[test]
fn an_instance_comes_back_with_its_key_and_its_defaults() {
    in_transactions(async |tx, database| {
        let new = Entry::create().blog_id(1).headline("n").body_text("").pub_date(date(2025, 1, 1));
        let saved = new.save(&mut *tx).await?;
        assert!(saved.id > 16, "on {database:?}: {}", saved.id);
        assert_eq!(
            (saved.rating, saved.number_of_comments, saved.mod_date, saved.summary.as_deref()),
            (Some(5), 0, date(2025, 1, 1), None),
            "on {database:?}"
        );
        assert_eq!(Entry::objects().filter(entry::id.exact(saved.id)).get(&mut *tx).await?, saved);
        Ok(())
    });
}

#[test]
fn a_foreign_key_takes_an_instance() {
    in_transactions(async |tx, _| {
        let theme = Theme::create().name("Moon").order(1).save(&mut *tx).await?;
        let saved = Blog::create().name("b").tagline("").theme(&theme).save(&mut *tx).await?;
        assert_eq!(saved.theme_id, Some(theme.id));
        let read = Blog::objects().filter(blog::theme().exact(&theme)).get(&mut *tx).await?;
        assert_eq!(read, saved);
        Ok(())
    });
}

#[test]
fn a_key_of_ones_own_is_kept() {
    in_transactions(async |tx, database| {
        let saved = Theme::create().id(50).name("Fifty").order(0).save(&mut *tx).await?;
        assert_eq!(saved.id, 50, "on {database:?}");
        let code = CharKey::create().code("a'b\"").name("quoted").save(&mut *tx).await?;
        assert_eq!(CharKey::objects().filter(char_key::code.exact("a'b\"")).get(&mut *tx).await?, code);
        Ok(())
    });
}

#[test]
fn keys_of_other_names_and_widths_are_counted() {
    in_transactions(async |tx, database| {
        let first = NamedAutoKey::create().name("a").save(&mut *tx).await?;
        let second = NamedAutoKey::create().name("b").save(&mut *tx).await?;
        assert!(second.number > first.number, "on {database:?}");
        let read = NamedAutoKey::objects().filter(named_auto_key::number.exact(second.number));
        assert_eq!(read.get(&mut *tx).await?, second);
        let small = SmallAutoKey::create().name("s").save(&mut *tx).await?;
        assert_eq!(
            SmallAutoKey::objects().filter(small_auto_key::id.exact(small.id)).get(&mut *tx).await?,
            small
        );
        Ok(())
    });
}

#[test]
fn many_rows_come_back_with_their_keys_in_their_order() {
    in_transactions(async |tx, database| {
        let names: Vec<String> = (0..500).map(|number| format!("name {number}")).collect();
        let new = names.iter().map(|name| Theme::create().name(name).order(7).build());
        let saved = Theme::objects().bulk_create(new, &mut *tx).await?;
        assert_eq!(saved.iter().map(|theme| theme.name.as_str()).collect::<Vec<_>>(), names);
        let mut read =
            Theme::objects().filter(theme::order.exact(7)).order_by(theme::id).all(&mut *tx).await?;
        let mut saved = saved;
        saved.sort_by_key(|theme| theme.id);
        read.sort_by_key(|theme| theme.id);
        assert_eq!(read, saved, "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_with_a_key_and_without_one_are_created_together() {
    in_transactions(async |tx, database| {
        let new = [
            Theme::create().name("a").order(7).build(),
            Theme::create().id(60).name("b").order(7).build(),
            Theme::create().name("c").order(7).build(),
        ];
        let saved = Theme::objects().bulk_create(new, &mut *tx).await?;
        let names: Vec<&str> = saved.iter().map(|theme| theme.name.as_str()).collect();
        assert_eq!((names.as_slice(), saved[1].id), (["a", "b", "c"].as_slice(), 60), "on {database:?}");
        for theme in &saved {
            let read = Theme::objects().filter(theme::id.exact(theme.id)).get(&mut *tx).await?;
            assert_eq!(read, *theme, "on {database:?}");
        }
        Ok(())
    });
}

#[test]
fn no_rows_need_no_statement() {
    writing_on_every_database(async |db, _| {
        let none = Theme::objects().bulk_create(Vec::<New<Theme>>::new(), &db).await?;
        assert!(none.is_empty());
        Ok(())
    });
}

#[test]
fn nothing_is_written_when_the_last_of_several_statements_fails() {
    writing_on_every_database(async |db, database| {
        // More values than one statement binds, so that there are several.
        let mut new: Vec<_> =
            (0..40_000).map(|id| Theme::create().id(1000 + id).name("x").order(7).build()).collect();
        new.push(Theme::create().id(1).name("twice").order(7).build());
        let outcome = Theme::objects().bulk_create(new, &db).await.map(|rows| rows.len());
        assert!(matches!(outcome, Err(Error::Integrity { .. })), "on {database:?}: {outcome:?}");
        assert_eq!(Theme::objects().count(&db).await?, 4, "on {database:?}");
        Ok(())
    });
}

#[test]
fn nothing_is_sent_when_a_value_is_refused() {
    writing_on_every_database(async |db, database| {
        let new = ["fine".to_owned(), "x".repeat(51)].map(|name| Theme::create().name(name).order(7).build());
        let outcome = Theme::objects().bulk_create(new, &db).await;
        assert!(
            matches!(outcome, Err(Error::InvalidValue { model: "Theme", field: "name", .. })),
            "on {database:?}: {outcome:?}"
        );
        assert_eq!(Theme::objects().count(&db).await?, 4, "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_are_written_in_batches() {
    in_transactions(async |tx, database| {
        let new = (0..7).map(|number| Theme::create().name(number.to_string()).order(number));
        let saved = Theme::objects().bulk_create(new, &mut *tx).batch_size(3).await?;
        let names: Vec<&str> = saved.iter().map(|theme| theme.name.as_str()).collect();
        assert_eq!(names, ["0", "1", "2", "3", "4", "5", "6"], "on {database:?}");
        let new = [Theme::create().name("x").order(1)];
        let outcome = Theme::objects().bulk_create(new, &mut *tx).batch_size(0).await;
        assert!(matches!(outcome, Err(Error::InvalidQuery { .. })), "on {database:?}: {outcome:?}");
        Ok(())
    });
}

#[test]
fn a_table_with_a_rule_takes_small_batches() {
    in_transactions(async |tx, database| {
        if database != Database::Postgres {
            return Ok(());
        }
        tx.execute_script("CREATE RULE told AS ON INSERT TO blog_theme DO ALSO NOTIFY themes").await?;
        let new = || (0..64).map(|number| Theme::create().name(number.to_string()).order(number));
        let saved = Theme::objects().bulk_create(new(), &mut *tx).batch_size(63).await?;
        assert_eq!(saved.len(), 64);
        let outcome = Theme::objects().bulk_create(new(), &mut *tx).await.map(|rows| rows.len());
        let error = outcome.expect_err("the keys of so many come by a statement in a WITH");
        let words = std::error::Error::source(&error).expect("the server says why").to_string();
        assert!(words.contains("DO ALSO rules are not supported"), "{words}");
        Ok(())
    });
}

#[test]
fn rows_whose_key_is_taken_are_left_out() {
    in_transactions(async |tx, database| {
        let new = [
            Theme::create().id(1).name("a").order(1),
            Theme::create().id(70).name("b").order(2),
            Theme::create().name("c").order(3),
        ];
        let written = Theme::objects().bulk_create(new, &mut *tx).ignore_conflicts().await?;
        assert_eq!(written, 2, "on {database:?}");
        let names = Theme::objects().order_by(theme::name).values_list(theme::name).flat().all(&mut *tx);
        assert_eq!(names.await?.len(), 6, "on {database:?}");

        // Two of them may not be the same together.
        let review = |customer, product| {
            Review::create().customer_id(customer).product_id(product).rating(1).comment("again")
        };
        let written = Review::objects().bulk_create([review(1, 1), review(5, 1)], &mut *tx);
        assert_eq!(written.ignore_conflicts().await?, 1, "on {database:?}");
        let one = Review::objects().filter(review::customer_id.exact(1) & review::product_id.exact(1));
        assert_eq!(one.get(tx).await?.rating, 5, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_row_whose_key_is_taken_updates_the_one_that_has_it() {
    in_transactions(async |tx, database| {
        let new = ["Books", "Toys"].map(|name| Category::create().name(name).description("new"));
        let categories = Category::objects();
        let rows = match database {
            // There every unique key counts, and none can be named.
            Database::MySql => {
                let refused = categories.bulk_create(new.clone(), &mut *tx);
                let refused = refused.update_conflicts(category::description, category::name).await;
                assert!(matches!(refused, Err(Error::NotSupported { .. })), "{refused:?}");
                categories.bulk_create(new, &mut *tx).update_any_conflicts(category::description).await?
            }
            Database::Sqlite | Database::Postgres => {
                let refused = categories.bulk_create(new.clone(), &mut *tx);
                let refused = refused.update_any_conflicts(category::description).await;
                assert!(matches!(refused, Err(Error::NotSupported { .. })), "{refused:?}");
                let upsert = categories.bulk_create(new, &mut *tx);
                upsert.update_conflicts(category::description, category::name).await?
            }
        };
        let read =
            categories.filter(category::description.exact("new")).order_by(category::id).all(tx).await?;
        assert_eq!(read.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Books", "Toys"]);
        assert_eq!(rows, read, "on {database:?}");
        Ok(())
    });
}

#[test]
fn fields_that_are_unique_together_say_which_row_is_updated() {
    in_transactions(async |tx, database| {
        if database == Database::MySql {
            return Ok(());
        }
        let new = [(1, 2, 1), (7, 7, 2)]
            .map(|(book, reader, stars)| Reading::create().book_id(book).reader_id(reader).stars(stars));
        let rows = Reading::objects().bulk_create(new, &mut *tx).batch_size(1);
        let rows = rows.update_conflicts(reading::stars, (reading::book_id, reading::reader_id)).await?;
        let stars: Vec<_> = rows.iter().map(|row| (row.book_id, row.reader_id, row.stars)).collect();
        assert_eq!(stars, [(1, 2, Some(1)), (7, 7, Some(2))], "on {database:?}");
        // What was not to be updated is as it was.
        let kept = Reading::objects().filter(reading::id.exact(rows[0].id)).get(&mut *tx).await?;
        assert_eq!(
            (kept.finished.is_some(), Reading::objects().count(tx).await?),
            (true, 10),
            "on {database:?}"
        );
        Ok(())
    });
}

#[test]
fn values_of_every_type_are_written_in_one_call() {
    in_transactions(async |tx, database| {
        let full = |label| {
            let texts =
                Nullable::create().label(label).char("ä").text("{\"a\", NULL}").slug("s").email("a@b.c");
            let numbers = texts.url("https://example.com/").ip(ip("::1")).small(-1).number(1).big(i64::MIN);
            let numbers = numbers.positive_small(1_u16).positive(1_u32).positive_big(7_u64).real(0.5);
            let numbers = numbers.price(decimal("1.5")).wide(decimal("0.25")).flag(true);
            let times = numbers.day(date(2024, 2, 29)).moment(moment("2024-02-29T23:59:59Z"));
            let times = times.clock(clock(1, 2, 3)).span(SignedDuration::from_hours(-25));
            times.uid(uuid("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")).data(json!([1, null])).blob(vec![0, 7])
        };
        let empty = Nullable::create().label("empty");
        let new = [full("first").build(), empty.build(), full("last").build()];
        let saved = Nullable::objects().bulk_create(new, &mut *tx).await?;
        let read = Nullable::objects().filter(nullable::label.in_(["first", "empty", "last"]));
        assert_eq!(read.order_by(nullable::id).all(tx).await?, saved, "on {database:?}");
        Ok(())
    });
}

#[test]
fn an_integer_stands_for_a_decimal_in_one_of_several_rows() {
    in_transactions(async |tx, database| {
        let new = [
            Nullable::create().label("whole").price(3).build(),
            Nullable::create().label("part").price(decimal("3.5")).build(),
        ];
        let saved = Nullable::objects().bulk_create(new, &mut *tx).await?;
        let read = Nullable::objects().filter(nullable::label.in_(["whole", "part"])).order_by(nullable::id);
        assert_eq!(read.all(tx).await?, saved, "on {database:?}");
        Ok(())
    });
}
