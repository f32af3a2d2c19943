//! Arrays, which PostgreSQL has: fields, lookups, items, subqueries. The rows are those of Django.

use expect_test::expect;
use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::demo::on_postgres::MODELS;
use queryset::demo::on_postgres::booking::{Booking, Room, booking, room};
use queryset::dynamic::{Argument, DynamicQuerySet};
use queryset::prelude::*;
use queryset::{Range, create_tables_sql};
use serde_json::json;

use crate::booking::{check_bookings, check_rooms, with_rooms};
use crate::sql::check_sql;
use crate::support::{Database, NOT_SUPPORTED, chain, check_rows, date, decimal, in_transactions, moment};

#[test]
fn arrays_are_compared_as_wholes_and_by_their_items() {
    with_rooms(async |tx| {
        let hostile = ["a \"b\"", "back\\slash", "{1,2}", "NULL", "é, x", ""];
        check_rooms! { tx:
            room::tags.exact(vec!["small"]) => [5];
            room::tags.contains(["quiet"]) => [1, 2];
            room::tags.contains([""; 0]) => [1, 2, 3, 4, 5];
            room::tags.contained_by(["quiet", "small", "x"]) => [1, 3, 5];
            room::tags.overlap(vec!["large", "small"]) => [1, 2, 5];
            room::tags.contains(hostile) => [4];
            room::tags.exact(hostile.map(str::to_owned).to_vec()) => [4];
            room::floors.contains([5]) => [1, 5];
            room::floors.exact(vec![Some(0), Some(1), None, Some(2)]) => [2];
            room::tags.gt(vec!["q".to_owned()]) => [1, 5];
            room::tags.in_([vec!["small".to_owned()], Vec::new()]) => [3, 5];
            room::tags.range(vec!["l".to_owned()], vec!["q".to_owned()]) => [2];
            room::floors.isnull(true) => [3];
            room::tags.contains(room::tags) => [1, 2, 3, 4, 5];
            room::booking().notes.contains(["a"]) => [2];
            !room::tags.contains(["quiet"]) => [3, 4, 5];
            !room::floors.contains([5]) => [2, 3, 4];
            !room::floors.overlap([5]) => [2, 3, 4];
        }
        check_bookings! { tx:
            booking::fees.contains([decimal("20")]) => [1];
            booking::visits.contains([moment("2025-03-02T10:00:00.25Z")]) => [1];
            booking::room().tags.overlap(["large"]) => [2, 3];
        }
        Ok(())
    });
}

#[test]
fn arrays_have_a_length_items_and_parts() {
    with_rooms(async |tx| {
        check_rooms! { tx:
            room::tags.len().exact(2) => [1];
            room::tags.len().exact(0) => [3];
            room::floors.len().exact(0) => [4];
            room::tags.len().exact(room::id) => [];
            room::tags.index(0).exact("quiet") => [1];
            room::tags.index(1).exact("quiet") => [2];
            room::tags.index(0).startswith("q") => [1];
            room::tags.slice(0..2).exact(vec!["large".to_owned(), "quiet".to_owned()]) => [2];
            room::tags.slice(1..9).len().exact(1) => [1];
            !room::tags.index(0).exact("quiet") => [2, 4, 5];
            !room::floors.index(0).exact(5) => [2, 3];
        }
        let items =
            Room::objects().values_list((room::tags.index(0), room::floors.index(1), room::tags.slice(1..2)));
        let first = |text: &str| Some(text.to_owned());
        assert_eq!(
            items.limit(3).all(&mut *tx).await?,
            [
                (first("quiet"), None, vec!["small".to_owned()]),
                (first("large"), Some(1), vec!["quiet".to_owned()]),
                (None, None, Vec::new()),
            ]
        );
        let order = Room::objects().order_by(room::tags).values_list(room::id).flat();
        assert_eq!(order.all(&mut *tx).await?, [3, 4, 2, 1, 5]);
        Ok(())
    });
}

#[test]
fn names_mean_the_same() {
    with_rooms(async |tx| {
        for (path, argument, expected) in [
            ("tags__contains", Argument::from("quiet"), &[1_i64, 2][..]),
            ("tags__contains", Argument::list(["quiet", "small"]), &[1]),
            ("tags__overlap", Argument::from(json!(["large", "small"])), &[1, 2, 5]),
            ("tags", Argument::from("quiet,small"), &[1]),
            ("tags__len", Argument::from("2"), &[1]),
            ("tags__0", Argument::from("quiet"), &[1]),
            ("tags__0__startswith", Argument::from("q"), &[1]),
            ("tags__0_2", Argument::from("large,quiet"), &[2]),
            ("tags__1_9__len", Argument::from(1), &[1]),
            ("floors__contains", Argument::from("5"), &[1, 5]),
            ("booking__notes__contains", Argument::from("a"), &[2]),
            ("seats__contains", Argument::from("3"), &[1]),
            ("seats__contains", Argument::from("[2,4)"), &[1]),
            ("seats__overlap", Argument::from(json!({ "lower": 4, "upper": 6 })), &[1, 4]),
            ("seats__isempty", Argument::from("true"), &[3]),
            ("seats__startswith__gte", Argument::from("5"), &[2, 4]),
            ("prices__upper_inc", Argument::from(true), &[1, 4]),
        ] {
            let rows = Room::objects().filter_by(path, argument)?.values_list(room::id).flat();
            assert_eq!(rows.all(&mut *tx).await?, expected, "{path}");
        }
        let refused =
            Room::objects().filter_by("tags__x", "1").map(|_| ()).expect_err("there is no such lookup");
        assert_eq!(
            refused.to_string(),
            "`tags__x`: the array field `Room.tags` has no lookup `x`; there are `exact`, `in`, `gt`, `gte`, `lt`, `lte`, `range`, `isnull`, `contains`, `contained_by`, `overlap`, `len`"
        );
        let rows = DynamicQuerySet::new(&room::META).values(["id", "tags", "seats"])?;
        let rows = serde_json::to_value(rows.all(&mut *tx).await?).expect("they are JSON");
        assert_eq!(
            rows[0],
            json!({ "id": 1, "tags": ["quiet", "small"], "seats": { "lower": 1, "upper": 5, "bounds": "[)" } })
        );
        Ok(())
    });
}

#[test]
fn what_is_written_is_read() {
    with_rooms(async |tx| {
        let made = Room::create()
            .name("Loft")
            .floors(vec![Some(1), None])
            .seats(Range::from(2..=9))
            .save(&mut *tx)
            .await?;
        assert_eq!(made.tags, [""; 0]);
        let mut loft = Room::objects().filter(room::id.exact(made.id)).get(&mut *tx).await?;
        assert_eq!(loft.seats, Some(Range::new(2, 10)), "in PostgreSQL's own form");
        assert_eq!(loft.floors, Some(vec![Some(1), None]));
        loft.tags = vec!["\"".to_owned(), "\\".to_owned()];
        loft.prices = Some(Range::from(..decimal("9.99")));
        loft.floors = None;
        loft.save(&mut *tx).await?;
        let again = Room::objects().filter(room::id.exact(made.id)).get(&mut *tx).await?;
        assert_eq!(again, loft);
        let named = || Room::objects().filter(room::name.exact("Loft"));
        let written = named().update(
            (room::tags.set(vec!["x"]), room::seats.set(Range::new(1, 3)), room::prices.set(None)),
            &mut *tx,
        );
        assert_eq!(written.await?, 1);
        let read = named().values_list((room::tags, room::seats, room::prices)).get(&mut *tx).await?;
        assert_eq!(read, (vec!["x".to_owned()], Some(Range::new(1, 3)), None));
        let many = Room::objects().filter(room::id.lte(2)).all(&mut *tx).await?;
        let mut changed = many.clone();
        changed[0].tags = vec!["p".to_owned()];
        changed[1].tags = Vec::new();
        Room::objects().bulk_update(&changed, (room::tags, room::seats), &mut *tx).await?;
        assert_eq!(Room::objects().filter(room::id.lte(2)).all(&mut *tx).await?, changed);
        let days = Range::new(date(2025, 1, 1), date(2025, 2, 1));
        let rows = [1, 2].map(|room| Booking::create().room_id(room).days(days.clone()));
        let rows = Booking::objects().bulk_create(rows, &mut *tx).await?;
        assert_eq!(rows[1].days, days);
        assert_eq!(rows[1].notes, ["new"]);
        Ok(())
    });
}

#[test]
fn what_an_array_cannot_hold_is_refused() {
    with_rooms(async |tx| {
        let refused = [
            Room::create().name("x").tags(vec!["a".repeat(21)]).save(&mut *tx).await,
            Room::create().name("x").floors(vec![Some(1); 5]).save(&mut *tx).await,
            Room::create().name("x").tags(vec!["\0"]).save(&mut *tx).await,
        ]
        .map(|outcome| chain(&outcome.expect_err("it is refused")));
        assert_eq!(
            refused,
            [
                "`Room.tags` cannot hold [\"aaaaaaaaaaaaaaaaaaaaa\"]: it has 21 characters, and `max_length` is 20",
                "`Room.floors` cannot hold [1, 1, 1, 1, 1]: it has 5 items, and `size` is 4",
                "`Room.tags` cannot hold [\"\\0\"]: text cannot hold a NUL character",
            ]
        );
        Ok(())
    });
}

#[test]
fn the_rows_of_a_query_become_an_array() {
    with_rooms(async |tx| {
        let bookings = Booking::objects().filter(booking::room_id.exact(outer(room::id)));
        let ids = array_subquery(bookings.clone().order_by(booking::id.desc()).values_list(booking::id));
        let rows: Vec<(i64, Vec<i64>)> = Room::objects().values_list((room::id, &ids)).all(&mut *tx).await?;
        assert_eq!(rows, [(1, vec![1]), (2, vec![3, 2]), (3, vec![]), (4, vec![]), (5, vec![])]);
        // Of no rows it is empty, where Django has `NULL`.
        let none = array_subquery(bookings.clone().none().values_list(booking::id));
        let rows = Room::objects().values_list(none).flat().limit(1).all(&mut *tx).await?;
        assert_eq!(rows, [Vec::<i64>::new()]);
        check_rooms! { tx:
            ids.contains([2]) => [2];
            ids.len().exact(1) => [1];
            ids.exact(vec![3_i64, 2]) => [2];
        }
        let visits = array_subquery(bookings.order_by(booking::id).values_list(booking::tickets));
        let rows: Vec<Vec<Option<Range<i64>>>> =
            Room::objects().values_list(visits).flat().limit(2).all(&mut *tx).await?;
        assert_eq!(rows[1], [None, Some(Range::new(1, 2))]);
        Ok(())
    });
    let ratings = array_subquery(
        Entry::objects()
            .filter(entry::blog_id.exact(outer(blog::id)))
            .order_by(entry::id)
            .values_list(entry::rating),
    );
    check_sql(
        Blog::objects().values_list(&ratings),
        expect![[r#"
        SQLite does not support `array_subquery()`
        SELECT ARRAY (SELECT "U0"."rating" FROM "blog_entry" AS "U0" WHERE "U0"."blog_id" = "blog_blog"."id" ORDER BY "U0"."id" ASC) FROM "blog_blog"
        MariaDB does not support `array_subquery()`
    "#]],
    );
    check_rows(
        Blog::objects().order_by(blog::id).values_list(&ratings).flat().limit(2),
        [NOT_SUPPORTED, "[5,4,4,5] [null,3,1,-2]", NOT_SUPPORTED],
    );
}

#[test]
fn arrays_that_are_computed_are_compared() {
    let ratings = blog::entry().rating.array_agg().order_by(blog::entry().id);
    check_rows(
        Blog::objects()
            .alias(&ratings)
            .filter(ratings.contains([5, 4]))
            .order_by(blog::id)
            .values_list(blog::id),
        [NOT_SUPPORTED, "[1]\n[4]\n", NOT_SUPPORTED],
    );
}

#[test]
fn other_databases_are_told_before_anything_is_sent() {
    let expected = "`Room.tags` is of the type array, which SQLite does not have; keep its model in a schema of its own, whose tables are on PostgreSQL";
    assert_eq!(create_tables_sql::<Sqlite>(MODELS).unwrap_err().to_string(), expected);
    assert!(create_tables_sql::<MySql>(MODELS).is_err());
    in_transactions(async |tx, database| {
        if database == Database::Postgres {
            return Ok(());
        }
        let written = Room::create().name("x").save(&mut *tx).await.expect_err("there are no arrays");
        assert!(matches!(written, Error::UnsupportedField { field: "tags", .. }), "{written}");
        let read = Room::objects().filter(room::tags.contains(["x"])).all(&mut *tx).await;
        assert!(matches!(read, Err(Error::NotSupported { .. })), "on {database:?}");
        let length = Room::objects().filter(room::tags.len().gt(1)).all(&mut *tx).await;
        assert!(matches!(length, Err(Error::NotSupported { .. })), "on {database:?}");
        Ok(())
    });
}
