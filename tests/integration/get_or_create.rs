//! `get_or_create()` and `update_or_create()`.

use queryset::demo::blog::{Blog, Entry, Theme, blog, entry, theme};
use queryset::demo::shop::{Category, Product, Tag, category, product, tag};
use queryset::{AnyBackend, Db, Error, Transaction, Violation};

use crate::support::{Database, date, in_transactions, lines, writing_on_every_database};

type Tx = Transaction<'static, AnyBackend>;

/// Name and order of each theme, by key.
async fn themes(tx: &mut Tx) -> Result<String, Error> {
    let rows = Theme::objects().order_by(theme::id).values_list((theme::name, theme::order));
    Ok(lines(&rows.all(tx).await?).replace('\n', " "))
}

const AS_LOADED: &str = r#"["Space",2] ["art",1] ["Zoo",2] ["unused",9] "#;

#[test]
fn a_row_that_is_there_is_given() {
    in_transactions(async |tx, database| {
        let space = Theme::objects().filter(theme::name.exact("Space"));
        let (found, created) = space.get_or_create(Theme::create().name("Space").order(99), &mut *tx).await?;
        assert_eq!((found.id, found.order, created), (1, 2, false), "on {database:?}");
        assert_eq!(themes(tx).await?, AS_LOADED, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_row_that_is_not_there_is_written() {
    in_transactions(async |tx, database| {
        let mars = Theme::objects().filter(theme::name.iexact("mars"));
        let (mars, created) = mars.get_or_create(Theme::create().name("Mars").order(1), &mut *tx).await?;
        assert!(created && mars.id > 4, "on {database:?}: {mars:?}");
        assert_eq!(themes(tx).await?, format!("{AS_LOADED}[\"Mars\",1] "), "on {database:?}");
        Ok(())
    });
}

#[test]
fn several_rows_are_an_error() {
    in_transactions(async |tx, database| {
        let second = Theme::objects().filter(theme::order.exact(2));
        let new = Theme::create().name("x").order(2);
        let got = second.get_or_create(new.clone(), &mut *tx).await;
        let updated = second.update_or_create(theme::name.set("x"), new, &mut *tx).await;
        for outcome in [got, updated] {
            assert!(
                matches!(outcome, Err(Error::MultipleObjectsReturned { model: "Theme" })),
                "on {database:?}: {outcome:?}"
            );
        }
        assert_eq!(themes(tx).await?, AS_LOADED, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_refused_row_costs_no_transaction() {
    in_transactions(async |tx, database| {
        let toys = Category::objects().filter(category::description.exact("no such text"));
        let taken = Category::create().name("Electronics").description("");
        let outcome = toys.get_or_create(taken, &mut *tx).await;
        assert!(
            matches!(
                outcome,
                Err(Error::Integrity { violation: Violation::Unique, model: Some("Category"), .. })
            ),
            "on {database:?}: {outcome:?}"
        );
        assert_eq!(Category::objects().count(tx).await?, 5, "on {database:?}");
        Ok(())
    });
}

#[test]
fn the_rows_of_an_instance_are_searched_and_added_to() {
    in_transactions(async |tx, database| {
        let beatles = Blog::objects().filter(blog::id.exact(1)).get(&mut *tx).await?;
        let new = |headline| {
            beatles.entry_set().create().headline(headline).body_text("").pub_date(date(2025, 1, 1))
        };
        let hello = beatles.entry_set().filter(entry::headline.exact("Hello Lennon"));
        assert!(!hello.get_or_create(new("Hello Lennon"), &mut *tx).await?.1, "on {database:?}");
        let other = beatles.entry_set().filter(entry::headline.exact("other"));
        let (other, created) = other.get_or_create(new("other"), &mut *tx).await?;
        assert_eq!((other.blog_id, created), (1, true), "on {database:?}");

        let one = Product::objects().filter(product::id.exact(1)).get(&mut *tx).await?;
        let named = |name| one.tags().filter(tag::name.exact(name));
        assert!(!named("bestseller").get_or_create(Tag::create().name("bestseller"), &mut *tx).await?.1);
        let (fresh, created) = named("fresh").get_or_create(Tag::create().name("fresh"), &mut *tx).await?;
        assert!(created && one.tags().contains(&fresh, &mut *tx).await?, "on {database:?}");
        // It is there, but is not one of the product's.
        let outcome = named("new").get_or_create(Tag::create().name("new"), &mut *tx).await;
        assert!(
            matches!(outcome, Err(Error::Integrity { violation: Violation::Unique, .. })),
            "on {database:?}: {outcome:?}"
        );
        let (hot, created) =
            named("hot").update_or_create(tag::name.set("hot"), Tag::create().name("hot"), &mut *tx).await?;
        assert!(created && one.tags().contains(&hot, tx).await?, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_row_that_is_there_is_updated() {
    in_transactions(async |tx, database| {
        let space = Theme::objects().filter(theme::name.exact("Space"));
        let new = Theme::create().name("Space").order(7);
        let (found, created) = space.update_or_create(theme::order.set(99), new.clone(), &mut *tx).await?;
        assert_eq!((found.id, found.order, created), (1, 99, false), "on {database:?}");
        let (found, _) =
            space.update_or_create(theme::order.set(theme::order + 1), new.clone(), &mut *tx).await?;
        assert_eq!(found.order, 100, "on {database:?}");
        let (found, _) = space.update_or_create((), new, &mut *tx).await?;
        assert_eq!(found.order, 100, "on {database:?}");

        let mars = Theme::objects().filter(theme::name.exact("Mars"));
        let new = Theme::create().name("Mars").order(7);
        let (mars, created) = mars.update_or_create(theme::order.set(1), new, &mut *tx).await?;
        assert_eq!((mars.order, created), (7, true), "on {database:?}");
        Ok(())
    });
}

#[test]
fn an_update_sets_the_time_of_the_last_save() {
    in_transactions(async |tx, database| {
        let one = Product::objects().filter(product::id.exact(1));
        let before = one.get(&mut *tx).await?;
        let new = Product::create().name("x").description("").price(1).category_id(1).supplier_id(1);
        let (after, _) = one.update_or_create(product::name.set("y"), new, &mut *tx).await?;
        assert!(after.updated_at > before.updated_at, "on {database:?}");
        assert_eq!(one.get(tx).await?, after, "on {database:?}");
        Ok(())
    });
}

#[test]
fn what_cannot_be_written_is_told() {
    in_transactions(async |tx, database| {
        let space = Theme::objects().filter(theme::name.exact("Space"));
        let new = Theme::create().name("Space").order(7);
        let outcome = space.update_or_create(theme::name.set("x".repeat(51)), new, &mut *tx).await;
        assert!(
            matches!(outcome, Err(Error::InvalidValue { model: "Theme", field: "name", .. })),
            "on {database:?}: {outcome:?}"
        );
        assert_eq!(themes(tx).await?, AS_LOADED, "on {database:?}");
        Ok(())
    });
}

/// Runs as many tasks at once as there are connections.
async fn at_once<T: Send + 'static>(
    db: &Db<AnyBackend>,
    task: impl AsyncFn(Db<AnyBackend>) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let tasks = (0..5).map(|_| task(db.clone()));
    futures_util::future::join_all(tasks).await.into_iter().collect()
}

#[test]
fn of_those_who_write_at_once_one_creates_the_row() {
    writing_on_every_database(async |db, database| {
        let race = Category::objects().filter(category::name.exact("Race"));
        let created = at_once(&db, async |db| {
            let new = Category::create().name("Race").description("");
            Ok(race.get_or_create(new, &db).await?.1)
        });
        let created = created.await;
        let rows = race.delete(&db).await?;
        assert_eq!(created?.into_iter().filter(|created| *created).count(), 1, "on {database:?}");
        assert_eq!(rows.total(), 1, "on {database:?}");
        Ok(())
    });
}

#[test]
fn those_who_update_at_once_take_turns() {
    writing_on_every_database(async |db, database: Database| {
        let race = Theme::objects().filter(theme::name.exact("Race"));
        let new = Theme::create().name("Race").order(0);
        new.clone().save(&db).await?;
        let updated = at_once(&db, async |db| {
            let next = theme::order.set(theme::order + 1);
            Ok(race.update_or_create(next, new.clone(), &db).await?.0.order)
        });
        let updated = updated.await;
        race.delete(&db).await?;
        let mut orders = updated?;
        orders.sort_unstable();
        assert_eq!(orders, [1, 2, 3, 4, 5], "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_filter_does_not_feed_the_new_row() {
    in_transactions(async |tx, database| {
        let old = Entry::objects().filter(entry::headline.exact("none") & entry::rating.exact(1));
        let new = Entry::create().blog_id(1).headline("other").body_text("").pub_date(date(2025, 1, 1));
        let (new, _) = old.get_or_create(new, tx).await?;
        assert_eq!((new.headline.as_str(), new.rating), ("other", Some(5)), "on {database:?}");
        Ok(())
    });
}
