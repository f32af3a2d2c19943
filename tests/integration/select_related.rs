//! `select_related()`: related rows in the same query.

use expect_test::expect;
use queryset::demo::blog::{
    Blog, Book, Entry, EntryDetail, Event, Person, Theme, blog, book, entry, event, person, theme,
};
use queryset::demo::everything::{Coded, Named, coded};
use queryset::prelude::*;
use serde_json::json;

use crate::sql::check_sql;
use crate::support::{in_transactions, on_every_database};

#[test]
fn a_path_adds_its_last_row_alone() {
    check_sql(
        Person::objects().select_related(person::hometown().country()),
        expect![[r#"
        SELECT "blog_person"."id", "blog_person"."name", "blog_person"."hometown_id", "blog_country"."code", "blog_country"."name", "blog_country"."population" FROM "blog_person" LEFT JOIN "blog_city" ON "blog_person"."hometown_id" = "blog_city"."id" LEFT JOIN "blog_country" ON "blog_city"."country_id" = "blog_country"."code"
        SELECT "blog_person"."id", "blog_person"."name", "blog_person"."hometown_id", "blog_country"."code", "blog_country"."name", "blog_country"."population" FROM "blog_person" LEFT JOIN "blog_city" ON "blog_person"."hometown_id" = "blog_city"."id" LEFT JOIN "blog_country" ON "blog_city"."country_id" = "blog_country"."code"
        SELECT `blog_person`.`id`, `blog_person`.`name`, `blog_person`.`hometown_id`, `blog_country`.`code`, `blog_country`.`name`, `blog_country`.`population` FROM `blog_person` LEFT JOIN `blog_city` ON `blog_person`.`hometown_id` = `blog_city`.`id` LEFT JOIN `blog_country` ON `blog_city`.`country_id` = `blog_country`.`code`
    "#]],
    );
}

#[test]
fn a_join_is_the_one_of_a_filter_and_an_order() {
    check_sql(
        Blog::objects()
            .select_related(blog::theme())
            .filter(blog::theme().name.exact("Space"))
            .order_by(blog::theme().order),
        expect![[r#"
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id", "blog_theme"."id", "blog_theme"."name", "blog_theme"."order" FROM "blog_blog" INNER JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" WHERE "blog_theme"."name" = ? ORDER BY "blog_theme"."order" ASC
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id", "blog_theme"."id", "blog_theme"."name", "blog_theme"."order" FROM "blog_blog" INNER JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" WHERE "blog_theme"."name" = $1 ORDER BY "blog_theme"."order" ASC
            SELECT `blog_blog`.`id`, `blog_blog`.`name`, `blog_blog`.`tagline`, `blog_blog`.`theme_id`, `blog_theme`.`id`, `blog_theme`.`name`, `blog_theme`.`order` FROM `blog_blog` INNER JOIN `blog_theme` ON `blog_blog`.`theme_id` = `blog_theme`.`id` WHERE `blog_theme`.`name` = ? ORDER BY `blog_theme`.`order` ASC
        "#]],
    );
}

#[test]
fn even_the_key_alone_is_that_of_the_joined_row() {
    check_sql(
        Entry::objects().only(entry::headline).select_related(entry::blog().only(())),
        expect![[r#"
            SELECT "blog_entry"."id", "blog_entry"."headline", "blog_blog"."id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id"
            SELECT "blog_entry"."id", "blog_entry"."headline", "blog_blog"."id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id"
            SELECT `blog_entry`.`id`, `blog_entry`.`headline`, `blog_blog`.`id` FROM `blog_entry` INNER JOIN `blog_blog` ON `blog_entry`.`blog_id` = `blog_blog`.`id`
        "#]],
    );
}

#[test]
fn rows_that_are_counted_are_grouped_by_the_related_row_too() {
    let n = blog::entry().count();
    check_sql(
        Blog::objects().only(blog::name).annotate(&n).select_related(blog::theme().only(theme::name)),
        expect![[r#"
            SELECT "blog_blog"."id", "blog_blog"."name", COUNT("blog_entry"."id"), "blog_theme"."id", "blog_theme"."name" FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" GROUP BY "blog_blog"."id", "blog_blog"."name", "blog_theme"."id", "blog_theme"."name"
            SELECT "blog_blog"."id", "blog_blog"."name", COUNT("blog_entry"."id"), "blog_theme"."id", "blog_theme"."name" FROM "blog_blog" LEFT JOIN "blog_entry" ON "blog_blog"."id" = "blog_entry"."blog_id" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" GROUP BY "blog_blog"."id", "blog_theme"."id"
            SELECT `blog_blog`.`id`, `blog_blog`.`name`, COUNT(`blog_entry`.`id`), `blog_theme`.`id`, `blog_theme`.`name` FROM `blog_blog` LEFT JOIN `blog_entry` ON `blog_blog`.`id` = `blog_entry`.`blog_id` LEFT JOIN `blog_theme` ON `blog_blog`.`theme_id` = `blog_theme`.`id` GROUP BY `blog_blog`.`id`, `blog_theme`.`id`
        "#]],
    );
}

#[test]
fn elements_stand_in_the_order_of_the_calls() {
    on_every_database(async |db, database| {
        let n = blog::entry().count();
        let before = Blog::objects().annotate(&n).select_related(blog::theme()).filter(n.gt(3));
        let rows: Vec<(Blog, i64, Option<Theme>)> = before.order_by(blog::id).all(&db).await?;
        let shown: Vec<_> =
            rows.iter().map(|(blog, n, theme)| (blog.id, *n, theme.as_ref().map(|theme| theme.id))).collect();
        assert_eq!(shown, [(1, 4, Some(2)), (2, 4, Some(1)), (4, 4, Some(3))], "on {database:?}");

        let after = Blog::objects().select_related(blog::theme()).annotate(&n).order_by((n.desc(), blog::id));
        let rows: Vec<(Blog, Option<Theme>, i64)> = after.limit(1).all(&db).await?;
        assert_eq!((rows[0].0.id, rows[0].2), (1, 4), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_missing_row_is_none_and_so_is_what_it_leads_to() {
    on_every_database(async |db, database| {
        let details = (entry::entry_detail(), entry::entry_detail().reviewer());
        let rows =
            Entry::objects().select_related(details).filter(entry::id.in_([1, 2, 4])).order_by(entry::id);
        let rows: Vec<(Entry, Option<EntryDetail>, Option<queryset::demo::blog::Author>)> =
            rows.all(&db).await?;
        let found: Vec<_> =
            rows.iter().map(|(_, detail, reviewer)| (detail.is_some(), reviewer.is_some())).collect();
        assert_eq!(found, [(true, true), (false, false), (true, false)], "on {database:?}");
        Ok(())
    });
}

#[test]
fn every_way_to_run_a_query_gives_the_related_rows() {
    in_transactions(async |tx, database| {
        let entries = Entry::objects().select_related(entry::blog()).order_by(entry::id);
        let pair = |(entry, blog): (Entry, Blog)| (entry.id, blog.id);
        assert_eq!(entries.first(&mut *tx).await?.map(pair), Some((1, 1)), "on {database:?}");
        assert_eq!(entries.last(&mut *tx).await?.map(pair), Some((16, 4)), "on {database:?}");
        assert_eq!(pair(entries.nth(2, &mut *tx).await?), (3, 2), "on {database:?}");
        assert_eq!(pair(entries.latest(&mut *tx).await?), (8, 4), "on {database:?}");
        let by_key = entries.in_bulk([3, 12, 99], &mut *tx).await?;
        let by_key: Vec<_> = by_key.into_iter().map(|(key, row)| (key, pair(row))).collect();
        assert_eq!(by_key, [(3, (3, 2)), (12, (12, 3))], "on {database:?}");
        let streamed: Vec<(Entry, Blog)> =
            entries.clone().slice(1..3).iterator(&mut *tx).try_collect().await?;
        assert_eq!(streamed.into_iter().map(pair).collect::<Vec<_>>(), [(2, 1), (3, 2)], "on {database:?}");
        let distinct = entries.clone().distinct().filter(entry::authors().name.startswith("A"));
        assert!(distinct.exists(&mut *tx).await?, "on {database:?}");
        let locked = entries.filter(entry::id.exact(5)).select_for_update();
        assert_eq!(locked.get(&mut *tx).await.map(pair)?, (5, 2), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_key_that_is_not_the_primary_key_is_followed() {
    in_transactions(async |tx, database| {
        let named = Named::create().name("N").code("north").number(7).save(&mut *tx).await?;
        Coded::create().code(&named).save(&mut *tx).await?;
        let rows = Coded::objects().select_related((coded::code(), coded::number())).all(&mut *tx).await?;
        let [(_, code, None)] = &rows[..] else { panic!("on {database:?}: {} rows", rows.len()) };
        assert_eq!(code.id, named.id, "on {database:?}");
        Ok(())
    });
}

#[test]
fn related_rows_are_taken_back() {
    let n = blog::entry().count();
    let query = Blog::objects().select_related(blog::theme()).annotate(&n).prefetch_related(blog::entry());
    on_every_database(async |db, _| {
        let rows: Vec<(Blog, i64, Vec<Entry>)> = query.clone().clear_select_related().all(&db).await?;
        let rows_of_both: Vec<(Blog, i64)> =
            query.clone().clear_select_related().clear_prefetch_related().all(&db).await?;
        assert_eq!(rows.len(), rows_of_both.len());
        Ok(())
    });
    let cleared = Blog::objects().only(blog::name).select_related(blog::theme()).clear_select_related();
    check_sql(
        cleared,
        expect![[r#"
        SELECT "blog_blog"."id", "blog_blog"."name" FROM "blog_blog"
        SELECT "blog_blog"."id", "blog_blog"."name" FROM "blog_blog"
        SELECT `blog_blog`.`id`, `blog_blog`.`name` FROM `blog_blog`
    "#]],
    );
}

#[test]
fn a_nested_row_has_related_rows_where_their_paths_lead() {
    on_every_database(async |db, database| {
        let author = book::author();
        named!(pages: book::pages + 1);
        let books = Book::objects()
            .only(book::title)
            .select_related(author.hometown().country())
            .select_related((author.only(person::name), book::editor().only(person::name)))
            .annotate(&pages)
            .order_by(book::id)
            .nested();
        let (first, fourth) = (books.first(&db).await?, books.nth(3, &db).await?);
        assert_eq!(
            serde_json::to_value(&first).expect("it serializes"),
            json!({
                "id": 1,
                "title": "Alpha",
                "author": { "id": 1, "name": "Ann", "hometown__country": { "code": "FR", "name": "France", "population": 68000000 } },
                "editor": { "id": 2, "name": "Ben" },
                "pages": 101,
            }),
            "on {database:?}"
        );
        assert_eq!(
            serde_json::to_value(&fourth).expect("it serializes")["author"],
            json!(null),
            "on {database:?}"
        );
        assert_eq!(fourth.0.get(book::id), &4, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_self_relation_is_followed_again_and_again() {
    check_sql(
        Event::objects()
            .only(event::name)
            .select_related((event::parent().only(event::name), event::parent().parent().only(event::name))),
        expect![[r#"
            SELECT "blog_event"."id", "blog_event"."name", "T2"."id", "T2"."name", "T3"."id", "T3"."name" FROM "blog_event" LEFT JOIN "blog_event" AS "T2" ON "blog_event"."parent_id" = "T2"."id" LEFT JOIN "blog_event" AS "T3" ON "T2"."parent_id" = "T3"."id"
            SELECT "blog_event"."id", "blog_event"."name", "T2"."id", "T2"."name", "T3"."id", "T3"."name" FROM "blog_event" LEFT JOIN "blog_event" AS "T2" ON "blog_event"."parent_id" = "T2"."id" LEFT JOIN "blog_event" AS "T3" ON "T2"."parent_id" = "T3"."id"
            SELECT `blog_event`.`id`, `blog_event`.`name`, `T2`.`id`, `T2`.`name`, `T3`.`id`, `T3`.`name` FROM `blog_event` LEFT JOIN `blog_event` AS `T2` ON `blog_event`.`parent_id` = `T2`.`id` LEFT JOIN `blog_event` AS `T3` ON `T2`.`parent_id` = `T3`.`id`
        "#]],
    );
}

#[test]
fn fields_are_deferred_before_and_after() {
    check_sql(
        Entry::objects()
            .select_related(entry::blog().defer((blog::tagline, blog::theme_id)))
            .only((entry::headline, entry::rating))
            .defer(entry::rating),
        expect![[r#"
            SELECT "blog_entry"."id", "blog_entry"."headline", "blog_blog"."id", "blog_blog"."name" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id"
            SELECT "blog_entry"."id", "blog_entry"."headline", "blog_blog"."id", "blog_blog"."name" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id"
            SELECT `blog_entry`.`id`, `blog_entry`.`headline`, `blog_blog`.`id`, `blog_blog`.`name` FROM `blog_entry` INNER JOIN `blog_blog` ON `blog_entry`.`blog_id` = `blog_blog`.`id`
        "#]],
    );
}

#[test]
fn rows_with_related_rows_are_changed_and_deleted_alone() {
    in_transactions(async |tx, database| {
        let art = Entry::objects()
            .select_related(entry::blog().theme())
            .prefetch_related(entry::authors())
            .filter(entry::blog().theme().name.exact("art"));
        assert_eq!(art.update(entry::rating.set(1), &mut *tx).await?, 4, "on {database:?}");
        assert_eq!(art.delete(&mut *tx).await?.of::<Entry>(), 4, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_relation_leads_to_one_of_rows_with_related_rows() {
    on_every_database(async |db, database| {
        let blogs = Blog::objects().select_related(blog::theme()).filter(blog::theme().name.exact("art"));
        let entries = Entry::objects().filter(entry::blog().in_(blogs)).count(&db).await?;
        assert_eq!(entries, 4, "on {database:?}");
        Ok(())
    });
}

#[test]
fn annotations_of_a_nested_row_have_a_key_each() {
    in_transactions(async |tx, database| {
        let (n, best) = (blog::entry().count(), blog::entry().rating.max());
        named!(least: blog::entry().rating.min());
        let blogs = Blog::objects().only(blog::name).annotate((&n, &best, &least)).order_by(blog::id);
        let row = blogs.nested().first(&mut *tx).await?.expect("there is a blog");
        let json = serde_json::to_value(&row).expect("it serializes");
        let keys: Vec<_> = json.as_object().expect("it is a map").keys().cloned().collect();
        assert_eq!(keys, ["id", "name", "aggregate", "aggregate2", "least"], "on {database:?}");
        Ok(())
    });
}
