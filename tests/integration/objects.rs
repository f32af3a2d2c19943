//! Models whose `objects()` leave rows out, by `objects = { … }` in the schema.

use queryset::demo::archive::{
    Comment, Folder, Keyword, Note, Offer, OfferState, comment, folder, keyword, note, offer,
};
use queryset::dynamic::DynamicQuerySet;
use queryset::prelude::*;

use crate::support::{date, decimal, in_transactions, moment};

/// A folder with the notes "kept" and "archived", with a comment and a keyword for each.
async fn filled(tx: &mut Transaction<'static, AnyBackend>) -> Result<Folder, Error> {
    let folder = Folder::create().name("Garden").save(&mut *tx).await?;
    let keyword = Keyword::create().word("green").save(&mut *tx).await?;
    let archived_at = moment("2025-03-01T12:00:00Z");
    for (title, archived_at) in [("kept", None), ("archived", Some(archived_at))] {
        let note = Note::create().folder(&folder).title(title).archived_at(archived_at);
        let note = note.save(&mut *tx).await?;
        Comment::create().note(&note).text(title).save(&mut *tx).await?;
        keyword.notes().add(&note, &mut *tx).await?;
    }
    Ok(folder)
}

fn titles(notes: &[Note]) -> Vec<&str> {
    notes.iter().map(|note| note.title.as_str()).collect()
}

#[test]
fn objects_are_the_rows_that_the_schema_says_and_all_objects_are_all() {
    in_transactions(async |tx, database| {
        filled(tx).await?;
        assert_eq!(titles(&Note::objects().all(&mut *tx).await?), ["kept"], "on {database:?}");
        assert_eq!(Note::all_objects().count(&mut *tx).await?, 2, "on {database:?}");
        let archived = Note::all_objects().filter(note::archived_at.isnull(false));
        assert_eq!(titles(&archived.all(&mut *tx).await?), ["archived"], "on {database:?}");
        let searched = Note::objects().filter(note::title.startswith("arch"));
        assert!(!searched.exists(&mut *tx).await?, "on {database:?}");
        let by_name = DynamicQuerySet::new(Note::META);
        assert_eq!(by_name.count(&mut *tx).await?, 1, "on {database:?}");
        // The schema's condition is asked first, and once.
        let sql = Note::objects().filter(note::title.exact("x")).values_list(note::id).sql::<Sqlite>()?;
        assert_eq!(
            sql,
            r#"SELECT "archive_note"."id" FROM "archive_note" WHERE "archive_note"."archived_at" IS NULL AND "archive_note"."title" = ? ORDER BY "archive_note"."id" ASC"#
        );
        Ok(())
    });
}

#[test]
fn what_objects_leave_out_is_neither_changed_nor_deleted_by_them() {
    in_transactions(async |tx, database| {
        filled(tx).await?;
        assert_eq!(Note::objects().update(note::title.set("changed"), &mut *tx).await?, 1);
        assert_eq!(titles(&Note::all_objects().all(&mut *tx).await?), ["changed", "archived"]);
        let deleted = Note::objects().delete(&mut *tx).await?;
        assert_eq!((deleted.of::<Note>(), deleted.of::<Comment>()), (1, 1), "on {database:?}");
        assert_eq!(titles(&Note::all_objects().all(&mut *tx).await?), ["archived"], "on {database:?}");
        Ok(())
    });
}

#[test]
fn relations_to_several_rows_lead_to_objects() {
    in_transactions(async |tx, database| {
        let folder = filled(tx).await?;
        assert_eq!(titles(&folder.notes().all(&mut *tx).await?), ["kept"], "on {database:?}");
        let keyword = Keyword::objects().get(&mut *tx).await?;
        assert_eq!(titles(&keyword.notes().all(&mut *tx).await?), ["kept"], "on {database:?}");
        let green = keyword.notes().filter(note::keywords().word.exact("green"));
        assert_eq!(green.count(&mut *tx).await?, 1, "on {database:?}");

        let folders = Folder::objects().prefetch_related(folder::notes()).all(&mut *tx).await?;
        assert_eq!(titles(&folders[0].1), ["kept"], "on {database:?}");
        let keywords = Keyword::objects().prefetch_related(keyword::notes()).all(&mut *tx).await?;
        assert_eq!(titles(&keywords[0].1), ["kept"], "on {database:?}");
        let all = prefetch(folder::notes(), Note::all_objects());
        let folders = Folder::objects().prefetch_related(all).all(&mut *tx).await?;
        assert_eq!(titles(&folders[0].1), ["kept", "archived"], "on {database:?}");
        Ok(())
    });
}

#[test]
fn relations_to_one_row_and_joins_lead_to_every_row() {
    in_transactions(async |tx, database| {
        filled(tx).await?;
        let remark = Comment::objects().filter(comment::text.exact("archived")).get(&mut *tx).await?;
        let note = remark.note(&mut *tx).await?;
        assert_eq!(note.title, "archived", "on {database:?}");
        let comments = Comment::objects().order_by(comment::id);
        let joined = comments.clone().select_related(comment::note()).all(&mut *tx).await?;
        assert_eq!(joined[1].1.title, "archived", "on {database:?}");
        let fetched = comments.prefetch_related(comment::note()).all(&mut *tx).await?;
        assert_eq!(fetched[1].1.title, "archived", "on {database:?}");
        let folders = Folder::objects().filter(folder::notes().title.exact("archived"));
        assert_eq!(folders.count(&mut *tx).await?, 1, "on {database:?}");
        let counted = Folder::objects().annotate(folder::notes().count()).get(&mut *tx).await?;
        assert_eq!(counted.1, 2, "on {database:?}");
        Ok(())
    });
}

#[test]
fn an_instance_that_objects_leave_out_is_saved_read_again_and_deleted_with_what_it_points_at() {
    in_transactions(async |tx, database| {
        let folder = filled(tx).await?;
        let mut note = Note::all_objects().filter(note::title.exact("archived")).get(&mut *tx).await?;
        note.title = "changed".to_owned();
        note.save(&mut *tx).await?;
        note.refresh(&mut *tx).await?;
        assert_eq!(note.title, "changed", "on {database:?}");
        let deleted = folder.delete(&mut *tx).await?;
        assert_eq!((deleted.of::<Note>(), deleted.of::<Comment>()), (2, 2), "on {database:?}");
        Ok(())
    });
}

#[test]
fn every_condition_of_a_schema_is_asked() {
    in_transactions(async |tx, database| {
        let offer = |state, price, day, left| {
            Offer::create().state(state).price(decimal(price)).from_day(day).left(left).wanted(5)
        };
        let (day, early, left_out) = (date(2025, 3, 1), date(2024, 12, 31), date(2025, 2, 1));
        let rows = [
            offer(OfferState::Open, "1.00", day, 6),
            offer(OfferState::Last, "0.51", day, 89),
            offer(OfferState::Over, "1.00", day, 6),
            offer(OfferState::Open, "0.50", day, 6),
            offer(OfferState::Open, "1.00", early, 6),
            offer(OfferState::Open, "1.00", day, 5),
            offer(OfferState::Open, "1.00", left_out, 6),
            offer(OfferState::Open, "1.00", day, 90),
        ];
        Offer::objects().bulk_create(rows, &mut *tx).await?;
        assert_eq!(Offer::all_objects().count(&mut *tx).await?, 8, "on {database:?}");
        let objects = Offer::objects().order_by(offer::left).values_list(offer::left).flat();
        assert_eq!(objects.all(&mut *tx).await?, [6, 89], "on {database:?}");
        Ok(())
    });
}
