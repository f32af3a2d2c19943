//! What an instance can do: `save()`, `save_fields()`, `refresh()` and the like, whole or in part.

use queryset::demo::blog::{Blog, Country, Entry, Theme, blog, country, entry, theme};
use queryset::demo::shop::{Category, Product, category, product};
use queryset::prelude::*;
use queryset::{AnyBackend, Error, InTransaction, Transaction, Violation};

use crate::support::{Database, date, in_transactions, lines};

/// The themes, by key.
async fn themes(tx: &mut Transaction<'static, AnyBackend>) -> Result<String, Error> {
    let rows = Theme::objects().order_by(theme::id).values_list((theme::id, theme::name, theme::order));
    Ok(lines(&rows.all(tx).await?).replace('\n', " "))
}

async fn first_theme(tx: &mut Transaction<'static, AnyBackend>) -> Result<Theme, Error> {
    Theme::objects().filter(theme::id.exact(1)).get(tx).await
}

fn over(id: i64) -> Theme {
    Theme { id, name: "Over".to_owned(), order: 0 }
}

const AS_LOADED: &str = r#"[1,"Space",2] [2,"art",1] [3,"Zoo",2] [4,"unused",9] "#;

#[test]
fn save_writes_every_field() {
    in_transactions(async |tx, database| {
        let mut theme = first_theme(&mut *tx).await?;
        (theme.name, theme.order) = ("Changed".to_owned(), 77);
        theme.save(&mut *tx).await?;
        let expected = r#"[1,"Changed",77] [2,"art",1] [3,"Zoo",2] [4,"unused",9] "#;
        assert_eq!(themes(tx).await?, expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn save_of_a_key_that_no_row_has_makes_one() {
    in_transactions(async |tx, database| {
        over(1).save(&mut *tx).await?;
        over(50).save(&mut *tx).await?;
        let expected = r#"[1,"Over",0] [2,"art",1] [3,"Zoo",2] [4,"unused",9] [50,"Over",0] "#;
        assert_eq!(themes(tx).await?, expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn save_of_a_row_as_it_is_finds_it() {
    in_transactions(async |tx, database| {
        let mut theme = first_theme(&mut *tx).await?;
        theme.save(&mut *tx).await?;
        assert_eq!(themes(tx).await?, AS_LOADED, "on {database:?}");
        Ok(())
    });
}

#[test]
fn save_fields_writes_no_other_field() {
    in_transactions(async |tx, database| {
        let mut theme = first_theme(&mut *tx).await?;
        (theme.name, theme.order) = ("Changed".to_owned(), 77);
        theme.save_fields(theme::name, &mut *tx).await?;
        assert_eq!((theme.name.as_str(), theme.order), ("Changed", 77));
        let expected = r#"[1,"Changed",2] [2,"art",1] [3,"Zoo",2] [4,"unused",9] "#;
        assert_eq!(themes(&mut *tx).await?, expected, "on {database:?}");
        theme.save_fields((theme::order, theme::name), &mut *tx).await?;
        let expected = r#"[1,"Changed",77] [2,"art",1] [3,"Zoo",2] [4,"unused",9] "#;
        assert_eq!(themes(tx).await?, expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_forced_update_needs_its_row() {
    in_transactions(async |tx, database| {
        over(1).force_update(&mut *tx).await?;
        let outcomes =
            [over(50).force_update(&mut *tx).await, over(50).save_fields(theme::name, &mut *tx).await];
        for outcome in outcomes {
            assert!(
                matches!(outcome, Err(Error::NotUpdated { model: "Theme" })),
                "on {database:?}: {outcome:?}"
            );
        }
        let expected = r#"[1,"Over",0] [2,"art",1] [3,"Zoo",2] [4,"unused",9] "#;
        assert_eq!(themes(tx).await?, expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_forced_insert_needs_a_key_of_its_own() {
    in_transactions(async |tx, database| {
        over(50).force_insert(&mut *tx).await?;
        let mut savepoint = tx.begin().await?;
        let outcome = over(1).force_insert(&mut savepoint).await;
        savepoint.rollback().await?;
        assert!(
            matches!(
                outcome,
                Err(Error::Integrity { violation: Violation::Unique, model: Some("Theme"), .. })
            ),
            "on {database:?}: {outcome:?}"
        );
        let expected = r#"[1,"Space",2] [2,"art",1] [3,"Zoo",2] [4,"unused",9] [50,"Over",0] "#;
        assert_eq!(themes(tx).await?, expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_copy_has_a_key_of_its_own() {
    in_transactions(async |tx, database| {
        let original = first_theme(&mut *tx).await?;
        let mut copy = original.clone();
        copy.order = 3;
        copy.save_as_new(&mut *tx).await?;
        assert!(copy.id > 4, "on {database:?}: {}", copy.id);
        assert_eq!(copy, Theme { id: copy.id, order: 3, ..original });
        assert_eq!(Theme::objects().filter(theme::id.exact(copy.id)).get(tx).await?, copy);
        Ok(())
    });
}

#[test]
fn a_natural_key_is_saved_as_any_other() {
    in_transactions(async |tx, database| {
        let mut atlantis = Country { code: "AT".to_owned(), name: "Atlantis".to_owned(), population: None };
        atlantis.save(&mut *tx).await?;
        atlantis.population = Some(12);
        atlantis.save(&mut *tx).await?;
        let read = Country::objects().filter(country::code.exact("AT")).get(tx).await?;
        assert_eq!(read, atlantis, "on {database:?}");
        Ok(())
    });
}

#[test]
fn the_time_of_a_save_is_in_the_instance_too() {
    in_transactions(async |tx, database| {
        let before = Product::objects().filter(product::id.exact(1)).get(&mut *tx).await?;
        let mut product = before.clone();
        product.save(&mut *tx).await?;
        assert!(product.updated_at > before.updated_at, "on {database:?}");
        assert_eq!(product.created_at, before.created_at, "on {database:?}");
        let read = Product::objects().filter(product::id.exact(1)).get(&mut *tx).await?;
        assert_eq!(read, product, "on {database:?}");

        // Only the fields that are named, and another time when it is one of them.
        product.save_fields(product::name, &mut *tx).await?;
        assert_eq!(product.updated_at, read.updated_at, "on {database:?}");
        product.save_fields(product::updated_at, &mut *tx).await?;
        assert!(product.updated_at > read.updated_at, "on {database:?}");

        let mut category = Category::objects().filter(category::id.exact(1)).get(&mut *tx).await?;
        let created = category.created_at;
        category.save(&mut *tx).await?;
        assert_eq!(category.created_at, created, "on {database:?}");
        category.name = "A second one".to_owned();
        category.save_as_new(&mut *tx).await?;
        assert!(category.created_at > created, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_value_that_the_column_cannot_hold_is_refused() {
    in_transactions(async |tx, database| {
        let mut theme = first_theme(&mut *tx).await?;
        theme.name = "x".repeat(51);
        let outcomes = [
            theme.save(&mut *tx).await,
            theme.save_fields((theme::order, theme::name), &mut *tx).await,
            theme.force_insert(&mut *tx).await,
        ];
        for outcome in outcomes {
            assert!(
                matches!(outcome, Err(Error::InvalidValue { model: "Theme", field: "name", .. })),
                "on {database:?}: {outcome:?}"
            );
        }
        assert_eq!(themes(tx).await?, AS_LOADED, "on {database:?}");
        Ok(())
    });
}

#[test]
fn refresh_reads_what_is_there() {
    in_transactions(async |tx, database| {
        let mut one = Entry::objects().filter(entry::id.exact(1)).get(&mut *tx).await?;
        one.headline = "not saved".to_owned();
        Entry::objects().filter(entry::id.exact(1)).update(entry::rating.set(0), &mut *tx).await?;

        one.refresh_fields((entry::rating, entry::number_of_comments), &mut *tx).await?;
        assert_eq!((one.rating, one.headline.as_str()), (Some(0), "not saved"), "on {database:?}");
        one.refresh(&mut *tx).await?;
        assert_eq!(one.headline, "Hello Lennon", "on {database:?}");

        let outcomes = [over(50).refresh(&mut *tx).await, over(50).refresh_fields(theme::name, tx).await];
        for outcome in outcomes {
            assert!(
                matches!(outcome, Err(Error::DoesNotExist { model: "Theme" })),
                "on {database:?}: {outcome:?}"
            );
        }
        Ok(())
    });
}

#[test]
fn a_partial_instance_writes_what_it_has_loaded() {
    in_transactions(async |tx, database| {
        let whole = Entry::objects().filter(entry::id.exact(1));
        let before = whole.get(&mut *tx).await?;
        let mut row = whole.clone().only((entry::headline, entry::summary)).get(&mut *tx).await?;
        Entry::objects().update(entry::rating.set(0), &mut *tx).await?;
        row.set(entry::headline, "New");
        row.set(entry::summary, None);
        row.save(&mut *tx).await?;
        let after = whole.get(&mut *tx).await?;
        let expected = Entry { headline: "New".to_owned(), summary: None, rating: Some(0), ..before };
        assert_eq!(after, expected, "on {database:?}");

        Entry::objects().update(entry::headline.set("newer"), &mut *tx).await?;
        row.set(entry::summary, "lost");
        row.refresh(&mut *tx).await?;
        assert_eq!(row.get(entry::headline), "newer", "on {database:?}");
        assert_eq!(*row.get(entry::summary), None, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_partial_instance_keeps_the_time_of_its_save() {
    in_transactions(async |tx, database| {
        let whole = Product::objects().filter(product::id.exact(1));
        let before = whole.get(&mut *tx).await?;
        let mut row = whole.clone().defer((product::description, product::price)).get(&mut *tx).await?;
        row.set(product::stock_quantity, 5);
        row.save(&mut *tx).await?;
        let after = whole.get(tx).await?;
        assert_eq!((after.stock_quantity, after.price), (5, before.price), "on {database:?}");
        assert!(after.updated_at > before.updated_at, "on {database:?}");
        assert_eq!(*row.get(product::updated_at), after.updated_at, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_partial_instance_needs_its_row() {
    in_transactions(async |tx, database| {
        let mut row = Theme::objects().filter(theme::id.exact(4)).only(theme::name).get(&mut *tx).await?;
        Theme::objects().filter(theme::id.exact(4)).update(theme::id.set(40), &mut *tx).await?;
        let saved = row.save(&mut *tx).await;
        assert!(matches!(saved, Err(Error::NotUpdated { model: "Theme" })), "on {database:?}: {saved:?}");
        let read = row.refresh(&mut *tx).await;
        assert!(matches!(read, Err(Error::DoesNotExist { model: "Theme" })), "on {database:?}: {read:?}");

        // There is nothing to write but the key, so nothing is sent.
        let mut row = Theme::objects().filter(theme::id.exact(1)).only(theme::id).get(&mut *tx).await?;
        row.save(tx).await
    });
}

/// A function of a service may take whatever runs queries.
async fn rename<'d>(
    blog: &'d mut Blog,
    name: &str,
    db: impl Executor<'d, Place = InTransaction>,
) -> Result<(), Error> {
    blog.name = name.to_owned();
    blog.save_fields(blog::name, db).await
}

#[test]
fn an_instance_is_saved_wherever_queries_run() {
    in_transactions(async |tx, database| {
        let mut blog = Blog::objects().filter(blog::id.exact(1)).get(&mut *tx).await?;
        rename(&mut blog, "Renamed", &mut *tx).await?;
        blog.refresh(tx).await?;
        assert_eq!(blog.name, "Renamed", "on {database:?}");
        Ok(())
    });
}

#[test]
fn dates_and_moments_stay_as_they_are() {
    in_transactions(async |tx, database: Database| {
        let mut one = Entry::objects().filter(entry::id.exact(1)).get(&mut *tx).await?;
        let before = one.clone();
        one.pub_date = date(2030, 1, 2);
        one.save(&mut *tx).await?;
        one.refresh(&mut *tx).await?;
        assert_eq!(one, Entry { pub_date: date(2030, 1, 2), ..before }, "on {database:?}");
        Ok(())
    });
}
