//! Hooks of many-to-many relations: what is done around changes of their pairs.

use std::sync::{Arc, Mutex};

use queryset::demo::blog::{Author, Book, Entry, Person, Reading, author, book, entry, person};
use queryset::demo::everything::{AutoKey, Coded, Named, coded, named};
use queryset::prelude::*;
use queryset::{Backend, BoxError, M2mAction, M2mChange, M2mHooks, M2mRows};

use crate::support::{chain, writing_on_every_database};

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

fn shown(action: M2mAction, way: &str, instance: i64, pk_set: &Option<Vec<i64>>) -> String {
    let keys = pk_set.as_ref().map(|keys| {
        let mut keys = keys.clone();
        keys.sort_unstable();
        format!("{keys:?}")
    });
    format!("{action:?} {instance}{way}{}", keys.unwrap_or_else(|| "all".to_owned()))
}

/// Notes the changes of a relation between rows with numbers for keys.
macro_rules! noting {
    ($hooks:ident: $relation:ty) => {
        struct $hooks(Log);

        impl<B: Backend> M2mHooks<B> for $hooks {
            type Relation = $relation;

            async fn m2m_changed(
                &self,
                change: &M2mChange<Self::Relation>,
                _: &mut Transaction<'_, B>,
            ) -> Result<(), BoxError> {
                self.0.note(match &change.rows {
                    M2mRows::Forward { instance, pk_set } => shown(change.action, ">", *instance, pk_set),
                    M2mRows::Reverse { instance, pk_set } => shown(change.action, "<", *instance, pk_set),
                });
                Ok(())
            }
        }
    };
}

noting!(Authors: entry::relations::EntryToAuthors);
noting!(Readers: book::relations::BookToReaders);
noting!(Friends: person::relations::PersonToFriends);
noting!(Linked: named::relations::NamedToLinked);

/// Refuses an author, when its pair is there; and writes what it does.
struct NoMallory;

impl<B: Backend> M2mHooks<B> for NoMallory {
    type Relation = author::relations::AuthorToEntry;

    async fn m2m_changed(
        &self,
        change: &M2mChange<Self::Relation>,
        tx: &mut Transaction<'_, B>,
    ) -> Result<(), BoxError> {
        AutoKey::create().name(format!("{:?}", change.action)).save(tx).await?;
        let refused = match &change.rows {
            M2mRows::Forward { instance, .. } => *instance == 2,
            M2mRows::Reverse { pk_set, .. } => pk_set.as_ref().is_some_and(|keys| keys.contains(&2)),
        };
        let is_over = matches!(change.action, M2mAction::PostAdd | M2mAction::PostRemove);
        if refused && is_over { Err("not this one".into()) } else { Ok(()) }
    }
}

/// Runs a test in a transaction of a database with hooks, that is rolled back.
#[track_caller]
fn with_hooks(test: impl AsyncFn(&mut Transaction<'static, AnyBackend>, &Log) -> Result<(), Error>) {
    writing_on_every_database(async |db, _| {
        let log = Log::default();
        let hooked = db.with_m2m_hooks(Authors(log.clone())).with_m2m_hooks(Readers(log.clone()));
        let hooked = hooked.with_m2m_hooks(Friends(log.clone())).with_m2m_hooks(Linked(log.clone()));
        let mut tx = hooked.begin().await?;
        let outcome = test(&mut tx, &log).await;
        tx.rollback().await?;
        outcome
    });
}

async fn bare_entry(tx: &mut Transaction<'static, AnyBackend>) -> Result<Entry, Error> {
    let entry = Entry::objects().filter(entry::id.exact(1)).get(&mut *tx).await?;
    entry.authors().clear(tx).await?;
    Ok(entry)
}

#[test]
fn each_change_is_told_before_and_after() {
    with_hooks(async |tx, log| {
        let entry = bare_entry(tx).await?;
        assert_eq!(log.take(), "PreClear 1>all, PostClear 1>all");
        entry.authors().add_keys([1, 2, 1], &mut *tx).await?;
        assert_eq!(log.take(), "PreAdd 1>[1, 2], PostAdd 1>[1, 2]");
        // Those that are bound already are not new.
        entry.authors().add_keys([2, 3], &mut *tx).await?;
        assert_eq!(log.take(), "PreAdd 1>[3], PostAdd 1>[3]");
        entry.authors().add_keys([3], &mut *tx).await?;
        assert_eq!(log.take(), "PreAdd 1>[], PostAdd 1>[]");
        entry.authors().add_keys([0_i64; 0], &mut *tx).await?;
        assert_eq!(log.take(), "");
        // Those that are named, bound or not.
        entry.authors().remove_keys([1, 5], &mut *tx).await?;
        assert_eq!(log.take(), "PreRemove 1>[1, 5], PostRemove 1>[1, 5]");
        entry.authors().set_keys([1, 3], &mut *tx).await?;
        assert_eq!(log.take(), "PreRemove 1>[2], PostRemove 1>[2], PreAdd 1>[1], PostAdd 1>[1]");
        entry.authors().set_keys([1, 3], &mut *tx).await?;
        assert_eq!(log.take(), "");
        let keys = entry.authors().order_by(author::id).values_list(author::id).flat();
        assert_eq!(keys.all(tx).await?, [1, 3]);
        Ok(())
    });
}

#[test]
fn the_other_end_is_told_as_such() {
    with_hooks(async |tx, log| {
        let entry = bare_entry(tx).await?;
        let author = Author::objects().filter(author::id.exact(1)).get(&mut *tx).await?;
        author.entry_set().clear(&mut *tx).await?;
        log.take();
        author.entry_set().add(&entry, &mut *tx).await?;
        assert_eq!(log.take(), "PreAdd 1<[1], PostAdd 1<[1]");
        author.entry_set().remove(&entry, &mut *tx).await?;
        assert_eq!(log.take(), "PreRemove 1<[1], PostRemove 1<[1]");
        author.entry_set().clear(&mut *tx).await?;
        assert_eq!(log.take(), "PreClear 1<all, PostClear 1<all");
        let new = entry.authors().create().name("Zoe").email("zoe@example.com").save(&mut *tx).await?;
        assert_eq!(log.take(), format!("PreAdd 1>[{0}], PostAdd 1>[{0}]", new.id));
        Ok(())
    });
}

#[test]
fn pairs_with_more_than_their_keys_are_told_too() {
    with_hooks(async |tx, log| {
        let book = Book::objects().earliest_by(book::id, &mut *tx).await?;
        book.readers().clear(&mut *tx).await?;
        log.take();
        book.readers().through_defaults(|reading| reading.stars(2)).add_keys([1, 2], &mut *tx).await?;
        assert_eq!(log.take(), format!("PreAdd {0}>[1, 2], PostAdd {0}>[1, 2]", book.id));
        // A part of them is removed one by one.
        book.readers().filter(person::id.lt(2)).clear(&mut *tx).await?;
        assert_eq!(log.take(), format!("PreRemove {0}>[1], PostRemove {0}>[1]", book.id));
        assert_eq!(book.readers().count(tx).await?, 1);
        Ok(())
    });
}

#[test]
fn a_pair_that_counts_both_ways_is_told_once() {
    with_hooks(async |tx, log| {
        let six = Person::objects().filter(person::id.exact(6)).get(&mut *tx).await?;
        six.friends().clear(&mut *tx).await?;
        log.take();
        six.friends().add_keys([7], &mut *tx).await?;
        assert_eq!(log.take(), "PreAdd 6>[7], PostAdd 6>[7]");
        let seven = Person::objects().filter(person::id.exact(7)).get(&mut *tx).await?;
        assert_eq!(seven.friends().filter(person::id.exact(6)).count(&mut *tx).await?, 1);
        seven.friends().remove_keys([6], &mut *tx).await?;
        assert_eq!(log.take(), "PreRemove 7>[6], PostRemove 7>[6]");
        assert_eq!(six.friends().count(tx).await?, 0);
        Ok(())
    });
}

#[test]
fn a_refusal_undoes_the_change_and_what_the_hook_wrote() {
    writing_on_every_database(async |db, database| {
        let hooked = db.with_m2m_hooks(NoMallory);
        AutoKey::objects().delete(&db).await?;
        let entry = Entry::objects().filter(entry::id.exact(1)).get(&db).await?;
        let authors = entry.authors().order_by(author::id).values_list(author::id).flat();
        let before = authors.all(&db).await?;
        entry.authors().set_keys([1], &db).await?;
        for outcome in [
            entry.authors().add_keys([2, 5], &hooked).await,
            entry.authors().set_keys([2], &hooked).await,
            entry.authors().remove_keys([1, 2], &hooked).await,
        ] {
            let error = outcome.expect_err("it is refused");
            assert!(
                matches!(error, Error::Refused { model: "EntryAuthors", .. }),
                "on {database:?}: {error:?}"
            );
            assert_eq!(chain(&error), "a hook of `EntryAuthors` refused it: not this one");
            assert_eq!(authors.all(&db).await?, [1], "on {database:?}");
            assert_eq!(AutoKey::objects().count(&db).await?, 0, "on {database:?}");
        }
        entry.authors().set_keys(before, &db).await
    });
}

#[test]
fn other_handles_and_rows_of_the_table_between_have_none() {
    writing_on_every_database(async |db, database| {
        let log = Log::default();
        let hooked = db.with_m2m_hooks(Readers(log.clone()));
        let mut tx = hooked.begin().await?;
        let pairs = Reading::objects();
        let deleted = pairs.delete(&mut tx).await?.total();
        Reading::create().book_id(1).reader_id(1).save(&mut tx).await?;
        assert!(deleted > 0 && log.take().is_empty(), "on {database:?}");
        tx.rollback().await?;
        let mut tx = db.begin().await?;
        Book::objects().earliest_by(book::id, &mut tx).await?.readers().clear(&mut tx).await?;
        assert_eq!(log.take(), "", "on {database:?}");
        tx.rollback().await
    });
}

#[test]
fn pairs_that_point_at_other_columns_are_told_by_primary_keys() {
    with_hooks(async |tx, log| {
        let mut rows = Vec::new();
        for (at, code) in ["one", "two", "three"].into_iter().enumerate() {
            rows.push(Named::create().name("N").code(code).number(70 + at as i32).save(&mut *tx).await?);
        }
        let [one, two, three] = &rows[..] else { unreachable!("there are three") };
        let ids = [one.id, two.id, three.id];

        // The pairs hold a code and a number.
        one.linked().add([two, three], &mut *tx).await?;
        let [a, b, c] = ids;
        assert_eq!(log.take(), format!("PreAdd {a}>[{b}, {c}], PostAdd {a}>[{b}, {c}]"));
        let pairs =
            Coded::objects().order_by(coded::number_id).values_list((coded::code_id, coded::number_id));
        let pairs = pairs.all(&mut *tx).await?;
        assert_eq!(pairs, [("one".to_owned(), Some(71)), ("one".to_owned(), Some(72))]);
        // Those that are there are not new.
        one.linked().add([one, two], &mut *tx).await?;
        assert_eq!(log.take(), format!("PreAdd {a}>[{a}], PostAdd {a}>[{a}]"));

        two.linked_from().add(three, &mut *tx).await?;
        assert_eq!(log.take(), format!("PreAdd {b}<[{c}], PostAdd {b}<[{c}]"));
        two.linked_from().set([one], &mut *tx).await?;
        assert_eq!(log.take(), format!("PreRemove {b}<[{c}], PostRemove {b}<[{c}]"));
        one.linked().remove([two, three], &mut *tx).await?;
        assert_eq!(log.take(), format!("PreRemove {a}>[{b}, {c}], PostRemove {a}>[{b}, {c}]"));
        one.linked_from().clear(&mut *tx).await?;
        assert_eq!(log.take(), format!("PreClear {a}<all, PostClear {a}<all"));
        assert_eq!(Coded::objects().count(&mut *tx).await?, 0);
        Ok(())
    });
}
