//! Hooks: what is done around the saving and the deleting of rows.

use std::sync::{Arc, Mutex};

use queryset::demo::blog::{Blog, Entry, EntryDetail, Theme, blog, entry, entry_detail, theme};
use queryset::demo::everything::{AutoKey, auto_key};
use queryset::demo::shop::{Product, product};
use queryset::prelude::*;
use queryset::{Backend, BoxError, Hooks};

use crate::support::{date, writing_on_every_database};

/// What hooks were called with.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn note(&self, what: String) {
        self.0.lock().expect("nothing panics").push(what);
    }

    fn take(&self) -> String {
        std::mem::take(&mut *self.0.lock().expect("nothing panics")).join(", ")
    }
}

/// Notes each call, and changes what is saved.
struct Themes(Log);

impl<B: Backend> Hooks<B> for Themes {
    type Model = Theme;

    async fn pre_save(&self, row: &mut Theme, _: &mut Transaction<'_, B>) -> Result<(), BoxError> {
        let new = if row.id == 0 { "new " } else { "" };
        self.0.note(format!("before {new}{}", row.name));
        row.name = row.name.to_uppercase();
        if row.name.contains("BAD") { Err("it is bad".into()) } else { Ok(()) }
    }

    async fn post_save(
        &self,
        row: &Theme,
        created: bool,
        tx: &mut Transaction<'_, B>,
    ) -> Result<(), BoxError> {
        self.0.note(format!("after {} {created}", row.name));
        // What it writes is part of the save.
        AutoKey::create().name(&row.name).save(tx).await?;
        Ok(())
    }

    async fn pre_delete(&self, row: &Theme, _: &mut Transaction<'_, B>) -> Result<(), BoxError> {
        self.0.note(format!("deleting {}", row.name));
        Ok(())
    }

    async fn post_delete(&self, row: &Theme, _: &mut Transaction<'_, B>) -> Result<(), BoxError> {
        self.0.note(format!("deleted {}", row.name));
        if row.name == "Stays" { Err("it stays".into()) } else { Ok(()) }
    }
}

/// Notes the entries and details that go with others.
struct Entries(Log);

impl Hooks<AnyBackend> for Entries {
    type Model = Entry;

    async fn pre_delete(&self, row: &Entry, tx: &mut Transaction<'_, AnyBackend>) -> Result<(), BoxError> {
        let there = EntryDetail::objects().filter(entry_detail::entry_id.exact(row.id)).count(tx).await?;
        self.0.note(format!("entry {} with {there}", row.id));
        Ok(())
    }

    async fn post_delete(&self, row: &Entry, tx: &mut Transaction<'_, AnyBackend>) -> Result<(), BoxError> {
        let left = Entry::objects().filter(entry::id.exact(row.id)).count(tx).await?;
        self.0.note(format!("entry {} {left}", row.id));
        Ok(())
    }
}

/// Runs a test in a transaction of a database with hooks, that is rolled back.
#[track_caller]
fn with_hooks(test: impl AsyncFn(&mut Transaction<'static, AnyBackend>, &Log) -> Result<(), Error>) {
    writing_on_every_database(async |db, _| {
        let log = Log::default();
        let hooked = db.with_hooks(Themes(log.clone())).with_hooks(Entries(log.clone()));
        let mut tx = hooked.begin().await?;
        let outcome = test(&mut tx, &log).await;
        tx.rollback().await?;
        outcome
    });
}

async fn notes(tx: &mut Transaction<'_, AnyBackend>) -> Result<Vec<String>, Error> {
    AutoKey::objects().order_by(auto_key::id).values_list(auto_key::name).flat().all(tx).await
}

#[test]
fn a_new_row_runs_them_before_and_after() {
    with_hooks(async |tx, log| {
        let saved = Theme::create().name("autumn").order(1).save(&mut *tx).await?;
        assert!(saved.id > 0 && saved.name == "AUTUMN", "{saved:?}");
        assert_eq!(log.take(), "before new autumn, after AUTUMN true");
        let read = Theme::objects().filter(theme::id.exact(saved.id)).get(&mut *tx).await?;
        assert_eq!(read.name, "AUTUMN");
        assert_eq!(notes(tx).await?, ["AUTUMN"]);
        Ok(())
    });
}

#[test]
fn each_way_to_save_one_row_runs_them() {
    with_hooks(async |tx, log| {
        let mut row = Theme::objects().filter(theme::id.exact(1)).get(&mut *tx).await?;
        row.save(&mut *tx).await?;
        assert_eq!((log.take().as_str(), row.name.as_str()), ("before Space, after SPACE false", "SPACE"));
        row.name = "x".to_owned();
        row.save_fields(theme::name, &mut *tx).await?;
        assert_eq!((log.take().as_str(), row.name.as_str()), ("before x, after X false", "X"));
        row.force_update(&mut *tx).await?;
        assert_eq!(log.take(), "before X, after X false");
        row.save_as_new(&mut *tx).await?;
        assert_eq!(log.take(), "before new X, after X true");
        row.id += 50;
        row.save(&mut *tx).await?;
        assert_eq!(log.take(), "before X, after X true");
        row.id += 50;
        row.force_insert(&mut *tx).await?;
        assert_eq!(log.take(), "before X, after X true");

        let mut part = Theme::objects().filter(theme::id.exact(2)).only(theme::order).get(&mut *tx).await?;
        part.set(theme::order, 7);
        part.save(&mut *tx).await?;
        assert_eq!(log.take(), "before art, after ART false");
        // What it does not write stays as it is.
        let read = Theme::objects().filter(theme::id.exact(2)).get(tx).await?;
        assert_eq!((read.name.as_str(), read.order), ("art", 7));
        Ok(())
    });
}

#[test]
fn get_or_create_and_update_or_create_run_them() {
    with_hooks(async |tx, log| {
        let named = Theme::objects().filter(theme::order.exact(77));
        let new = Theme::create().name("new").order(77);
        named.get_or_create(new.clone(), &mut *tx).await?;
        assert_eq!(log.take(), "before new new, after NEW true");
        named.get_or_create(new.clone(), &mut *tx).await?;
        assert_eq!(log.take(), "");
        let (row, _) = named.update_or_create(theme::name.set("other"), new.clone(), &mut *tx).await?;
        assert_eq!((log.take().as_str(), row.name.as_str()), ("before other, after OTHER false", "OTHER"));
        let read = named.get(&mut *tx).await?;
        assert_eq!(read, row);
        named.update_or_create(theme::order.set(theme::order + 1), new, tx).await?;
        assert_eq!(log.take(), "before OTHER, after OTHER false");
        Ok(())
    });
}

#[test]
fn writes_of_many_rows_do_not_run_them() {
    with_hooks(async |tx, log| {
        let new = ["a", "b"].map(|name| Theme::create().name(name).order(1));
        let rows = Theme::objects().bulk_create(new, &mut *tx).await?;
        Theme::objects().bulk_update(&rows, theme::order, &mut *tx).await?;
        Theme::objects().update(theme::order.set(9), &mut *tx).await?;
        assert_eq!((log.take().as_str(), notes(tx).await?.len()), ("", 0));
        Ok(())
    });
}

#[test]
fn a_refusal_undoes_all_of_it() {
    writing_on_every_database(async |db, database| {
        let log = Log::default();
        let hooked = db.with_hooks(Themes(log.clone()));
        AutoKey::objects().delete(&db).await?;
        let refused = Theme::create().name("bad").order(1).save(&hooked).await;
        let Err(error @ Error::Refused { model: "Theme", .. }) = refused else {
            panic!("on {database:?}: {refused:?}")
        };
        assert_eq!(crate::support::chain(&error), "a hook of `Theme` refused it: it is bad");
        assert_eq!(log.take(), "before new bad", "on {database:?}");
        assert_eq!(Theme::objects().count(&db).await?, 4, "on {database:?}");

        // The row is there when the hook refuses it, and gone afterwards.
        let row = Theme::create().name("Stays").order(1).save(&db).await?;
        let refused = row.delete(&hooked).await;
        assert!(matches!(refused, Err(Error::Refused { .. })), "on {database:?}: {refused:?}");
        assert_eq!(Theme::objects().filter(theme::id.exact(row.id)).count(&db).await?, 1, "{database:?}");
        row.delete(&db).await?;
        // An error of the database stays what it is.
        let mut one = Theme::objects().filter(theme::id.exact(1)).get(&db).await?;
        one.name = "a name that is too long for a note, but not for a theme".chars().take(40).collect();
        let refused = one.save(&hooked).await;
        assert!(
            matches!(refused, Err(Error::InvalidValue { model: "AutoKey", field: "name", .. })),
            "on {database:?}: {refused:?}"
        );
        one.refresh(&db).await?;
        assert_eq!((one.name.as_str(), AutoKey::objects().count(&db).await?), ("Space", 0), "{database:?}");
        Ok(())
    });
}

#[test]
fn each_row_that_is_deleted_runs_them() {
    with_hooks(async |tx, log| {
        Theme::objects().filter(theme::id.exact(4)).delete(&mut *tx).await?;
        assert_eq!(log.take(), "deleting unused, deleted unused");

        // Entries go with their blog. Before any is deleted their details are there.
        Blog::objects().filter(blog::id.exact(1)).delete(&mut *tx).await?;
        let mut noted: Vec<String> = log.take().split(", ").map(str::to_owned).collect();
        let mut after = noted.split_off(4);
        noted.sort();
        after.sort();
        assert_eq!(noted, ["entry 1 with 1", "entry 15 with 0", "entry 2 with 0", "entry 9 with 0"]);
        assert_eq!(after, ["entry 1 0", "entry 15 0", "entry 2 0", "entry 9 0"]);
        Ok(())
    });
}

#[test]
fn other_models_and_other_handles_have_none() {
    writing_on_every_database(async |db, database| {
        let log = Log::default();
        let hooked = db.with_hooks(Themes(log.clone()));
        let theme = Theme::create().name("plain").order(1).save(&db).await?;
        assert_eq!((theme.name.as_str(), log.take().as_str()), ("plain", ""), "on {database:?}");
        theme.delete(&db).await?;
        let mut product = Product::objects().filter(product::id.exact(1)).get(&hooked).await?;
        let outcome: Result<(), Error> = hooked
            .atomic(async |mut tx| {
                product.save(&mut tx).await?;
                let new = Entry::create().blog_id(1).headline("").body_text("");
                new.pub_date(date(2025, 1, 1)).save(&mut tx).await?;
                assert_eq!(log.take(), "", "on {database:?}");
                tx.atomic(async |mut tx| Theme::create().name("t").order(1).save(&mut tx).await).await?;
                assert_eq!(log.take(), "before new t, after T true", "on {database:?}");
                Err(Error::TransactionAborted)
            })
            .await;
        assert!(outcome.is_err());
        Ok(())
    });
}
