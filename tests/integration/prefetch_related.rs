//! `prefetch_related()`: related rows by one more query for each relation.

use std::cell::{Cell, RefCell};

use expect_test::{Expect, expect};
use queryset::demo::blog::{
    Author, Blog, City, Country, Entry, EntryDetail, Event, Person, Reading, Theme, author, blog, city,
    country, entry, event, person, reading, theme,
};
use queryset::demo::everything::{Coded, Named, coded, named as named_model};
use queryset::demo::pizza::{Pizza, Restaurant, Topping, pizza, restaurant};
use queryset::prelude::*;
use queryset::{AllowedIn, Closed, Context, InTransaction, Instances, Ordered, Rows, RunsOn, Stage, Stages};
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::recorder::record;
use crate::support::{Database, date, in_transactions, lines, on_every_database, open, run};

/// Checks the statements of a query, on SQLite, PostgreSQL and MariaDB, and its rows.
#[track_caller]
fn check<M, R, S, X>(query: QuerySet<M, R, S, X>, statements: Expect, rows: Expect)
where
    M: Model,
    R: Rows<M, Row: Serialize>,
    S: Stages<Lock: AllowedIn<InTransaction>>,
    X: Context<Parent: Closed, Backends: RunsOn<AnyBackend>>,
{
    let (all, given) = (RefCell::new(Vec::new()), RefCell::new(None));
    let databases = Cell::new(0);
    in_transactions(async |tx, database| {
        databases.set(databases.get() + 1);
        let (rows, sql) = record(query.all(&mut *tx)).await;
        all.borrow_mut().extend(sql);
        let rows = lines(&rows?.iter().map(short).collect::<Vec<_>>());
        let given = given.borrow_mut().get_or_insert(rows.clone()).clone();
        assert_eq!(given, rows, "on {database:?}");
        Ok(())
    });
    let all = all.into_inner();
    match databases.get() {
        3 => statements.assert_eq(&all.iter().map(|sql| format!("{sql}\n")).collect::<String>()),
        // Where servers are missing, the statements of the others come first.
        _ => {
            let wanted = statements.data().lines().map(str::trim).filter(|sql| !sql.is_empty());
            assert_eq!(wanted.take(all.len()).collect::<Vec<_>>(), all);
        }
    }
    rows.assert_eq(&given.into_inner().unwrap_or_default());
}

/// A row with instances by their keys.
fn short(row: &impl Serialize) -> Json {
    fn shorten(json: Json) -> Json {
        match json {
            Json::Array(items) => items.into_iter().map(shorten).collect(),
            Json::Object(fields) => fields.into_iter().next().map_or(Json::Null, |(_, key)| key),
            other => other,
        }
    }
    shorten(serde_json::to_value(row).expect("rows serialize"))
}

fn blogs() -> QuerySet<Blog, Instances, Stage<Ordered>> {
    Blog::objects().order_by(blog::id)
}

#[test]
fn rows_with_a_key_of_their_own_are_asked_for_by_it() {
    check(
        blogs().prefetch_related(prefetch(
            blog::entry(),
            Entry::objects().only(entry::headline).order_by(entry::id),
        )),
        expect![[r#"
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "blog_entry"."id", "blog_entry"."headline", "blog_entry"."blog_id" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN (?, ?, ?, ?, ?, ?) ORDER BY "blog_entry"."id" ASC
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "blog_entry"."id", "blog_entry"."headline", "blog_entry"."blog_id" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN ($1, $2, $3, $4, $5, $6) ORDER BY "blog_entry"."id" ASC
            SELECT `blog_blog`.`id`, `blog_blog`.`name`, `blog_blog`.`tagline`, `blog_blog`.`theme_id` FROM `blog_blog` ORDER BY `blog_blog`.`id` ASC
            SELECT `blog_entry`.`id`, `blog_entry`.`headline`, `blog_entry`.`blog_id` FROM `blog_entry` WHERE `blog_entry`.`blog_id` IN (?, ?, ?, ?, ?, ?) ORDER BY `blog_entry`.`id` ASC
        "#]],
        expect![[r#"
            [1,[1,2,9,15]]
            [2,[3,4,5,13]]
            [3,[12]]
            [4,[6,7,8,16]]
            [5,[]]
            [6,[10,11,14]]
        "#]],
    );
}

#[test]
fn pairs_are_joined_and_read_beside_the_rows() {
    let entries = Entry::objects().only(entry::headline).filter(entry::id.lte(4)).order_by(entry::id);
    check(
        entries.prefetch_related(prefetch(
            entry::authors(),
            Author::objects().only(author::name).order_by(author::id),
        )),
        expect![[r#"
            SELECT "blog_entry"."id", "blog_entry"."headline" FROM "blog_entry" WHERE "blog_entry"."id" <= ? ORDER BY "blog_entry"."id" ASC
            SELECT "blog_author"."id", "blog_author"."name", "blog_entry_authors"."entry_id" FROM "blog_author" INNER JOIN "blog_entry_authors" ON "blog_author"."id" = "blog_entry_authors"."author_id" WHERE "blog_entry_authors"."entry_id" IN (?, ?, ?, ?) ORDER BY "blog_author"."id" ASC
            SELECT "blog_entry"."id", "blog_entry"."headline" FROM "blog_entry" WHERE "blog_entry"."id" <= $1 ORDER BY "blog_entry"."id" ASC
            SELECT "blog_author"."id", "blog_author"."name", "blog_entry_authors"."entry_id" FROM "blog_author" INNER JOIN "blog_entry_authors" ON "blog_author"."id" = "blog_entry_authors"."author_id" WHERE "blog_entry_authors"."entry_id" IN ($1, $2, $3, $4) ORDER BY "blog_author"."id" ASC
            SELECT `blog_entry`.`id`, `blog_entry`.`headline` FROM `blog_entry` WHERE `blog_entry`.`id` <= ? ORDER BY `blog_entry`.`id` ASC
            SELECT `blog_author`.`id`, `blog_author`.`name`, `blog_entry_authors`.`entry_id` FROM `blog_author` INNER JOIN `blog_entry_authors` ON `blog_author`.`id` = `blog_entry_authors`.`author_id` WHERE `blog_entry_authors`.`entry_id` IN (?, ?, ?, ?) ORDER BY `blog_author`.`id` ASC
        "#]],
        expect![[r#"
            [1,[1,2]]
            [2,[1]]
            [3,[]]
            [4,[2,3]]
        "#]],
    );
}

#[test]
fn a_row_to_one_is_asked_for_once_and_without_an_order() {
    check(
        Person::objects().only(person::name).prefetch_related(person::hometown()).order_by(person::id),
        expect![[r#"
            SELECT "blog_person"."id", "blog_person"."name", "blog_person"."hometown_id" FROM "blog_person" ORDER BY "blog_person"."id" ASC
            SELECT "blog_city"."id", "blog_city"."name", "blog_city"."country_id" FROM "blog_city" WHERE "blog_city"."id" IN (?, ?, ?, ?)
            SELECT "blog_person"."id", "blog_person"."name", "blog_person"."hometown_id" FROM "blog_person" ORDER BY "blog_person"."id" ASC
            SELECT "blog_city"."id", "blog_city"."name", "blog_city"."country_id" FROM "blog_city" WHERE "blog_city"."id" IN ($1, $2, $3, $4)
            SELECT `blog_person`.`id`, `blog_person`.`name`, `blog_person`.`hometown_id` FROM `blog_person` ORDER BY `blog_person`.`id` ASC
            SELECT `blog_city`.`id`, `blog_city`.`name`, `blog_city`.`country_id` FROM `blog_city` WHERE `blog_city`.`id` IN (?, ?, ?, ?)
        "#]],
        expect![[r#"
            [1,1]
            [2,2]
            [3,null]
            [4,4]
            [5,5]
            [6,1]
            [7,null]
        "#]],
    );
}

#[test]
fn a_slice_is_one_for_each_owner() {
    let newest = Entry::objects().only(entry::headline).order_by((entry::pub_date.desc(), entry::id));
    check(
        blogs().prefetch_related(prefetch(blog::entry(), newest.slice(1..3))),
        expect![[r#"
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "col1", "col2", "col3" FROM (SELECT "blog_entry"."id" AS "col1", "blog_entry"."headline" AS "col2", "blog_entry"."blog_id" AS "col3", ROW_NUMBER() OVER ( PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."pub_date" DESC, "blog_entry"."id" ASC ) AS "place" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN (?, ?, ?, ?, ?, ?)) AS "numbered" WHERE "place" > ? AND "place" - ? <= ? ORDER BY "place" ASC
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "col1", "col2", "col3" FROM (SELECT "blog_entry"."id" AS "col1", "blog_entry"."headline" AS "col2", "blog_entry"."blog_id" AS "col3", ROW_NUMBER() OVER ( PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."pub_date" DESC, "blog_entry"."id" ASC ) AS "place" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN ($1, $2, $3, $4, $5, $6)) AS "numbered" WHERE "place" > $7 AND "place" - $7 <= $8 ORDER BY "place" ASC
            SELECT `blog_blog`.`id`, `blog_blog`.`name`, `blog_blog`.`tagline`, `blog_blog`.`theme_id` FROM `blog_blog` ORDER BY `blog_blog`.`id` ASC
            SELECT `col1`, `col2`, `col3` FROM (SELECT `blog_entry`.`id` AS `col1`, `blog_entry`.`headline` AS `col2`, `blog_entry`.`blog_id` AS `col3`, ROW_NUMBER() OVER ( PARTITION BY `blog_entry`.`blog_id` ORDER BY `blog_entry`.`pub_date` DESC, `blog_entry`.`id` ASC ) AS `place` FROM `blog_entry` WHERE `blog_entry`.`blog_id` IN (?, ?, ?, ?, ?, ?)) AS `numbered` WHERE `place` > ? AND `place` - ? <= ? ORDER BY `place` ASC
        "#]],
        expect![[r#"
            [1,[2,1]]
            [2,[5,4]]
            [3,[]]
            [4,[16,7]]
            [5,[]]
            [6,[11,14]]
        "#]],
    );
}

#[test]
fn distinct_rows_are_sliced_when_they_are_distinct() {
    let written = Entry::objects().only(entry::headline).filter(entry::authors().id.gte(1)).distinct();
    check(
        blogs().prefetch_related(prefetch(blog::entry(), written.order_by(entry::id).limit(2))),
        expect![[r#"
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "col1", "col2", "col3" FROM (SELECT "subquery"."col1", "subquery"."col2", "subquery"."col3", ROW_NUMBER() OVER ( PARTITION BY "subquery"."col3" ORDER BY "subquery"."col1" ASC ) AS "place" FROM (SELECT DISTINCT "blog_entry"."id" AS "col1", "blog_entry"."headline" AS "col2", "blog_entry"."blog_id" AS "col3" FROM "blog_entry" INNER JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" WHERE "blog_entry_authors"."author_id" >= ? AND "blog_entry"."blog_id" IN (?, ?, ?, ?, ?, ?)) AS "subquery") AS "numbered" WHERE "place" <= ? ORDER BY "place" ASC
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "col1", "col2", "col3" FROM (SELECT "subquery"."col1", "subquery"."col2", "subquery"."col3", ROW_NUMBER() OVER ( PARTITION BY "subquery"."col3" ORDER BY "subquery"."col1" ASC ) AS "place" FROM (SELECT DISTINCT "blog_entry"."id" AS "col1", "blog_entry"."headline" AS "col2", "blog_entry"."blog_id" AS "col3" FROM "blog_entry" INNER JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" WHERE "blog_entry_authors"."author_id" >= $1 AND "blog_entry"."blog_id" IN ($2, $3, $4, $5, $6, $7)) AS "subquery") AS "numbered" WHERE "place" <= $8 ORDER BY "place" ASC
            SELECT `blog_blog`.`id`, `blog_blog`.`name`, `blog_blog`.`tagline`, `blog_blog`.`theme_id` FROM `blog_blog` ORDER BY `blog_blog`.`id` ASC
            SELECT `col1`, `col2`, `col3` FROM (SELECT `subquery`.`col1`, `subquery`.`col2`, `subquery`.`col3`, ROW_NUMBER() OVER ( PARTITION BY `subquery`.`col3` ORDER BY `subquery`.`col1` ASC ) AS `place` FROM (SELECT DISTINCT `blog_entry`.`id` AS `col1`, `blog_entry`.`headline` AS `col2`, `blog_entry`.`blog_id` AS `col3` FROM `blog_entry` INNER JOIN `blog_entry_authors` ON `blog_entry`.`id` = `blog_entry_authors`.`entry_id` WHERE `blog_entry_authors`.`author_id` >= ? AND `blog_entry`.`blog_id` IN (?, ?, ?, ?, ?, ?)) AS `subquery`) AS `numbered` WHERE `place` <= ? ORDER BY `place` ASC
        "#]],
        expect![[r#"
            [1,[1,2]]
            [2,[4,5]]
            [3,[12]]
            [4,[6,7]]
            [5,[]]
            [6,[10,11]]
        "#]],
    );
}

#[test]
fn counted_rows_are_sliced_by_their_numbers() {
    let n = entry::authors().count();
    let entries =
        Entry::objects().only(entry::headline).annotate(&n).order_by((n.desc(), entry::id)).limit(1);
    check(
        blogs().prefetch_related(prefetch(blog::entry(), entries)),
        expect![[r#"
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "col1", "col2", "col3", "col4" FROM (SELECT "subquery"."col1", "subquery"."col2", "subquery"."col3", "subquery"."col4", ROW_NUMBER() OVER ( PARTITION BY "subquery"."col4" ORDER BY "subquery"."col3" DESC, "subquery"."col1" ASC ) AS "place" FROM (SELECT "blog_entry"."id" AS "col1", "blog_entry"."headline" AS "col2", COUNT("blog_entry_authors"."author_id") AS "col3", "blog_entry"."blog_id" AS "col4" FROM "blog_entry" LEFT JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" WHERE "blog_entry"."blog_id" IN (?, ?, ?, ?, ?, ?) GROUP BY "blog_entry"."id", "blog_entry"."headline", "blog_entry"."blog_id") AS "subquery") AS "numbered" WHERE "place" <= ? ORDER BY "place" ASC
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "col1", "col2", "col3", "col4" FROM (SELECT "subquery"."col1", "subquery"."col2", "subquery"."col3", "subquery"."col4", ROW_NUMBER() OVER ( PARTITION BY "subquery"."col4" ORDER BY "subquery"."col3" DESC, "subquery"."col1" ASC ) AS "place" FROM (SELECT "blog_entry"."id" AS "col1", "blog_entry"."headline" AS "col2", COUNT("blog_entry_authors"."author_id") AS "col3", "blog_entry"."blog_id" AS "col4" FROM "blog_entry" LEFT JOIN "blog_entry_authors" ON "blog_entry"."id" = "blog_entry_authors"."entry_id" WHERE "blog_entry"."blog_id" IN ($1, $2, $3, $4, $5, $6) GROUP BY "blog_entry"."id") AS "subquery") AS "numbered" WHERE "place" <= $7 ORDER BY "place" ASC
            SELECT `blog_blog`.`id`, `blog_blog`.`name`, `blog_blog`.`tagline`, `blog_blog`.`theme_id` FROM `blog_blog` ORDER BY `blog_blog`.`id` ASC
            SELECT `col1`, `col2`, `col3`, `col4` FROM (SELECT `subquery`.`col1`, `subquery`.`col2`, `subquery`.`col3`, `subquery`.`col4`, ROW_NUMBER() OVER ( PARTITION BY `subquery`.`col4` ORDER BY `subquery`.`col3` DESC, `subquery`.`col1` ASC ) AS `place` FROM (SELECT `blog_entry`.`id` AS `col1`, `blog_entry`.`headline` AS `col2`, COUNT(`blog_entry_authors`.`author_id`) AS `col3`, `blog_entry`.`blog_id` AS `col4` FROM `blog_entry` LEFT JOIN `blog_entry_authors` ON `blog_entry`.`id` = `blog_entry_authors`.`entry_id` WHERE `blog_entry`.`blog_id` IN (?, ?, ?, ?, ?, ?) GROUP BY `blog_entry`.`id`) AS `subquery`) AS `numbered` WHERE `place` <= ? ORDER BY `place` ASC
        "#]],
        expect![[r#"
        [1,[[1,2]]]
        [2,[[4,2]]]
        [3,[[12,1]]]
        [4,[[6,2]]]
        [5,[]]
        [6,[[10,3]]]
    "#]],
    );
}

#[test]
fn values_belong_to_their_owner_and_are_grouped_by_it() {
    let ratings = Entry::objects()
        .values_list(entry::rating)
        .annotate(entry::id.count())
        .order_by(entry::rating.asc().nulls_last());
    check(
        blogs().prefetch_related(prefetch(blog::entry(), ratings)),
        expect![[r#"
        SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
        SELECT "blog_entry"."rating", COUNT("blog_entry"."id"), "blog_entry"."blog_id" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN (?, ?, ?, ?, ?, ?) GROUP BY "blog_entry"."rating", "blog_entry"."blog_id" ORDER BY "blog_entry"."rating" ASC NULLS LAST
        SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
        SELECT "blog_entry"."rating", COUNT("blog_entry"."id"), "blog_entry"."blog_id" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN ($1, $2, $3, $4, $5, $6) GROUP BY "blog_entry"."rating", "blog_entry"."blog_id" ORDER BY "blog_entry"."rating" ASC NULLS LAST
        SELECT `blog_blog`.`id`, `blog_blog`.`name`, `blog_blog`.`tagline`, `blog_blog`.`theme_id` FROM `blog_blog` ORDER BY `blog_blog`.`id` ASC
        SELECT `blog_entry`.`rating`, COUNT(`blog_entry`.`id`), `blog_entry`.`blog_id` FROM `blog_entry` WHERE `blog_entry`.`blog_id` IN (?, ?, ?, ?, ?, ?) GROUP BY `blog_entry`.`rating`, `blog_entry`.`blog_id` ORDER BY `blog_entry`.`rating` IS NULL ASC, `blog_entry`.`rating` ASC
    "#]],
        expect![[r#"
        [1,[[4,2],[5,2]]]
        [2,[[-2,1],[1,1],[3,1],[null,1]]]
        [3,[[0,1]]]
        [4,[[2,1],[3,1],[4,1],[5,1]]]
        [5,[]]
        [6,[[3,1],[5,1],[null,1]]]
    "#]],
    );
}

#[test]
fn a_pair_is_that_of_the_owner_and_not_of_a_filter() {
    // Anyone who has written a good entry, for each entry: Django goes by the pair of the filter.
    let good = Author::objects().filter(author::entry().rating.exact(5)).distinct().order_by(author::id);
    on_every_database(async |db, database| {
        let entries = Entry::objects().filter(entry::id.in_([1, 2, 4, 5])).order_by(entry::id);
        let rows = entries.prefetch_related(prefetch(entry::authors(), good.clone())).all(&db).await?;
        for (entry, authors) in rows {
            let own = Author::objects()
                .filter(author::entry().id.exact(entry.id))
                .filter(author::entry().rating.exact(5));
            let own = own.distinct().order_by(author::id).values_list(author::id).flat().all(&db).await?;
            let loaded: Vec<_> = authors.iter().map(|author| author.id).collect();
            assert_eq!(loaded, own, "entry {} on {database:?}", entry.id);
        }
        // And all entries of an author are counted, not that of the pair alone.
        let n = author::entry().count();
        let counted = Author::objects().annotate(&n).order_by(author::id);
        let rows = Entry::objects().order_by(entry::id).limit(1);
        let rows = rows.prefetch_related(prefetch(entry::authors(), counted)).all(&db).await?;
        let counts: Vec<_> = rows[0].1.iter().map(|(author, n)| (author.id, *n)).collect();
        assert_eq!(counts, [(1, 5), (2, 4)], "on {database:?}");
        Ok(())
    });
}

#[test]
fn levels_are_loaded_one_after_the_other() {
    let pizzas = Pizza::objects().order_by(pizza::id).prefetch_related(pizza::toppings());
    on_every_database(async |db, database| {
        let restaurants = Restaurant::objects().order_by(restaurant::id);
        let query = restaurants
            .prefetch_related((prefetch(restaurant::pizzas(), pizzas.clone()), restaurant::best_pizza()));
        let (rows, statements) = record(query.all(&db)).await;
        let rows: Vec<(Restaurant, Vec<(Pizza, Vec<Topping>)>, Option<Pizza>)> = rows?;
        assert_eq!((rows.len(), statements.len()), (5, 4), "on {database:?}");
        assert_eq!(rows[0].1[2].1.len(), 3, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_path_may_lead_over_rows_to_one() {
    check(
        Restaurant::objects()
            .only(restaurant::name)
            .order_by(restaurant::id)
            .prefetch_related(restaurant::best_pizza().toppings()),
        expect![[r#"
            SELECT "pizza_restaurant"."id", "pizza_restaurant"."name", "pizza_restaurant"."best_pizza_id" FROM "pizza_restaurant" ORDER BY "pizza_restaurant"."id" ASC
            SELECT "pizza_topping"."id", "pizza_topping"."name", "pizza_pizza_toppings"."pizza_id" FROM "pizza_topping" INNER JOIN "pizza_pizza_toppings" ON "pizza_topping"."id" = "pizza_pizza_toppings"."topping_id" WHERE "pizza_pizza_toppings"."pizza_id" IN (?, ?, ?)
            SELECT "pizza_restaurant"."id", "pizza_restaurant"."name", "pizza_restaurant"."best_pizza_id" FROM "pizza_restaurant" ORDER BY "pizza_restaurant"."id" ASC
            SELECT "pizza_topping"."id", "pizza_topping"."name", "pizza_pizza_toppings"."pizza_id" FROM "pizza_topping" INNER JOIN "pizza_pizza_toppings" ON "pizza_topping"."id" = "pizza_pizza_toppings"."topping_id" WHERE "pizza_pizza_toppings"."pizza_id" IN ($1, $2, $3)
            SELECT `pizza_restaurant`.`id`, `pizza_restaurant`.`name`, `pizza_restaurant`.`best_pizza_id` FROM `pizza_restaurant` ORDER BY `pizza_restaurant`.`id` ASC
            SELECT `pizza_topping`.`id`, `pizza_topping`.`name`, `pizza_pizza_toppings`.`pizza_id` FROM `pizza_topping` INNER JOIN `pizza_pizza_toppings` ON `pizza_topping`.`id` = `pizza_pizza_toppings`.`topping_id` WHERE `pizza_pizza_toppings`.`pizza_id` IN (?, ?, ?)
        "#]],
        expect![[r#"
            [1,[2,5,6]]
            [2,[1,3]]
            [3,[]]
            [4,[2]]
            [5,[]]
        "#]],
    );
    check(
        Entry::objects()
            .only(entry::headline)
            .order_by(entry::id)
            .limit(2)
            .prefetch_related(entry::blog().theme()),
        expect![[r#"
            SELECT "blog_entry"."id", "blog_entry"."headline", "blog_blog"."theme_id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" ORDER BY "blog_entry"."id" ASC LIMIT 2
            SELECT "blog_theme"."id", "blog_theme"."name", "blog_theme"."order" FROM "blog_theme" WHERE "blog_theme"."id" IN (?)
            SELECT "blog_entry"."id", "blog_entry"."headline", "blog_blog"."theme_id" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" ORDER BY "blog_entry"."id" ASC LIMIT 2
            SELECT "blog_theme"."id", "blog_theme"."name", "blog_theme"."order" FROM "blog_theme" WHERE "blog_theme"."id" IN ($1)
            SELECT `blog_entry`.`id`, `blog_entry`.`headline`, `blog_blog`.`theme_id` FROM `blog_entry` INNER JOIN `blog_blog` ON `blog_entry`.`blog_id` = `blog_blog`.`id` ORDER BY `blog_entry`.`id` ASC LIMIT 2
            SELECT `blog_theme`.`id`, `blog_theme`.`name`, `blog_theme`.`order` FROM `blog_theme` WHERE `blog_theme`.`id` IN (?)
        "#]],
        expect![[r#"
            [1,2]
            [2,2]
        "#]],
    );
}

#[test]
fn owners_that_come_twice_have_the_same_rows_each_time() {
    on_every_database(async |db, database| {
        let twice = Blog::objects().filter(blog::entry().rating.gte(4)).order_by(blog::id);
        let (rows, statements) =
            record(twice.prefetch_related((blog::entry(), blog::theme())).all(&db)).await;
        let rows = rows?;
        let shown: Vec<_> =
            rows.iter().map(|(blog, entries, theme)| (blog.id, entries.len(), theme.is_some())).collect();
        assert_eq!(statements.len(), 3, "on {database:?}");
        assert!(shown.iter().filter(|row| **row == (1, 4, true)).count() > 1, "on {database:?}: {shown:?}");
        Ok(())
    });
}

#[test]
fn nothing_is_asked_for_when_there_is_nothing_to_ask_for() {
    on_every_database(async |db, database| {
        let none =
            Blog::objects().filter(blog::id.exact(99)).prefetch_related((blog::entry(), blog::theme()));
        let (rows, statements) = record(none.all(&db)).await;
        assert_eq!((rows?.len(), statements.len()), (0, 1), "on {database:?}");
        let plain = Blog::objects().filter(blog::theme().isnull(true)).prefetch_related(blog::theme());
        let (rows, statements) = record(plain.all(&db)).await;
        assert_eq!((rows?.len(), statements.len()), (2, 1), "on {database:?}");
        let (rows, statements) =
            record(prefetch_related_objects(Vec::<Blog>::new(), blog::entry(), &db)).await;
        assert_eq!((rows?.len(), statements.len()), (0, 0), "on {database:?}");
        Ok(())
    });
}

#[test]
fn the_key_is_read_where_the_rows_do_without_it() {
    check(
        Entry::objects()
            .only(entry::headline)
            .order_by(entry::id)
            .limit(1)
            .prefetch_related(prefetch(entry::blog(), Blog::objects().only(blog::name))),
        expect![[r#"
            SELECT "blog_entry"."id", "blog_entry"."headline", "blog_entry"."blog_id" FROM "blog_entry" ORDER BY "blog_entry"."id" ASC LIMIT 1
            SELECT "blog_blog"."id", "blog_blog"."name" FROM "blog_blog" WHERE "blog_blog"."id" IN (?)
            SELECT "blog_entry"."id", "blog_entry"."headline", "blog_entry"."blog_id" FROM "blog_entry" ORDER BY "blog_entry"."id" ASC LIMIT 1
            SELECT "blog_blog"."id", "blog_blog"."name" FROM "blog_blog" WHERE "blog_blog"."id" IN ($1)
            SELECT `blog_entry`.`id`, `blog_entry`.`headline`, `blog_entry`.`blog_id` FROM `blog_entry` ORDER BY `blog_entry`.`id` ASC LIMIT 1
            SELECT `blog_blog`.`id`, `blog_blog`.`name` FROM `blog_blog` WHERE `blog_blog`.`id` IN (?)
        "#]],
        expect![[r#"
            [1,1]
        "#]],
    );
}

#[test]
fn keys_of_any_kind_lead_to_their_rows() {
    in_transactions(async |tx, database| {
        let countries = Country::objects().order_by(country::code).prefetch_related(prefetch(
            country::cities(),
            City::objects().order_by(city::id).values_list(city::name).flat(),
        ));
        let rows = countries.all(&mut *tx).await?;
        let towns: usize = rows.iter().map(|(_, towns)| towns.len()).sum();
        assert_eq!(
            towns as u64,
            City::objects().filter(city::country().isnull(false)).count(&mut *tx).await?
        );

        let named = Named::create().name("N").code("north").number(7).save(&mut *tx).await?;
        let coded_row = Coded::create().code(&named).save(&mut *tx).await?;
        let rows = Named::objects().prefetch_related(named_model::coded_by_code()).all(&mut *tx).await?;
        assert_eq!(
            rows[0].1.iter().map(|coded| coded.id).collect::<Vec<_>>(),
            [coded_row.id],
            "on {database:?}"
        );
        let rows = Coded::objects().prefetch_related((coded::code(), coded::number())).all(&mut *tx).await?;
        assert_eq!((rows[0].1.id, rows[0].2.is_some()), (named.id, false), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_relation_to_itself_is_loaded_both_ways() {
    let friends = Person::objects().order_by(person::id).prefetch_related(prefetch(
        person::friends(),
        Person::objects().order_by(person::id).values_list(person::name).flat(),
    ));
    let children =
        Event::objects().filter(event::parent().isnull(true)).order_by(event::id).prefetch_related(prefetch(
            event::children(),
            Event::objects().order_by(event::id).prefetch_related((event::parent(), event::children())),
        ));
    on_every_database(async |db, database| {
        let rows = friends.clone().all(&db).await?;
        assert_eq!(rows[0].1.len(), 2, "on {database:?}");
        for (event, children) in children.clone().all(&db).await? {
            for (_, parent, _) in children {
                assert_eq!(parent.map(|parent| parent.id), Some(event.id), "on {database:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn one_relation_is_loaded_in_several_ways() {
    let best = || Entry::objects().filter(entry::rating.exact(5)).order_by(entry::id);
    check(
        blogs().prefetch_related((
            prefetch(blog::entry(), best().values_list(entry::id).flat()),
            prefetch(
                blog::entry(),
                Entry::objects().values_list(entry::id).flat().order_by(entry::id.desc()).limit(1),
            ),
        )),
        expect![[r#"
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "blog_entry"."id", "blog_entry"."blog_id" FROM "blog_entry" WHERE "blog_entry"."rating" = ? AND "blog_entry"."blog_id" IN (?, ?, ?, ?, ?, ?) ORDER BY "blog_entry"."id" ASC
            SELECT "col1", "col2" FROM (SELECT "blog_entry"."id" AS "col1", "blog_entry"."blog_id" AS "col2", ROW_NUMBER() OVER ( PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."id" DESC ) AS "place" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN (?, ?, ?, ?, ?, ?)) AS "numbered" WHERE "place" <= ? ORDER BY "place" ASC
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "blog_entry"."id", "blog_entry"."blog_id" FROM "blog_entry" WHERE "blog_entry"."rating" = $1 AND "blog_entry"."blog_id" IN ($2, $3, $4, $5, $6, $7) ORDER BY "blog_entry"."id" ASC
            SELECT "col1", "col2" FROM (SELECT "blog_entry"."id" AS "col1", "blog_entry"."blog_id" AS "col2", ROW_NUMBER() OVER ( PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."id" DESC ) AS "place" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN ($1, $2, $3, $4, $5, $6)) AS "numbered" WHERE "place" <= $7 ORDER BY "place" ASC
            SELECT `blog_blog`.`id`, `blog_blog`.`name`, `blog_blog`.`tagline`, `blog_blog`.`theme_id` FROM `blog_blog` ORDER BY `blog_blog`.`id` ASC
            SELECT `blog_entry`.`id`, `blog_entry`.`blog_id` FROM `blog_entry` WHERE `blog_entry`.`rating` = ? AND `blog_entry`.`blog_id` IN (?, ?, ?, ?, ?, ?) ORDER BY `blog_entry`.`id` ASC
            SELECT `col1`, `col2` FROM (SELECT `blog_entry`.`id` AS `col1`, `blog_entry`.`blog_id` AS `col2`, ROW_NUMBER() OVER ( PARTITION BY `blog_entry`.`blog_id` ORDER BY `blog_entry`.`id` DESC ) AS `place` FROM `blog_entry` WHERE `blog_entry`.`blog_id` IN (?, ?, ?, ?, ?, ?)) AS `numbered` WHERE `place` <= ? ORDER BY `place` ASC
        "#]],
        expect![[r#"
            [1,[1,15],[15]]
            [2,[],[13]]
            [3,[],[12]]
            [4,[6],[16]]
            [5,[],[]]
            [6,[10],[14]]
        "#]],
    );
}

#[test]
fn a_thousand_owners_of_ten_rows_take_two_statements() {
    in_transactions(async |tx, database| {
        let blogs = (0..1000).map(|n| Blog::create().name(format!("{n}")).tagline("many"));
        let blogs = Blog::objects().bulk_create(blogs, &mut *tx).await?;
        let entry_of = |(n, blog): (usize, &Blog)| {
            Entry::create()
                .blog(blog)
                .headline(format!("{n}"))
                .body_text("")
                .pub_date(date(2025, 1, 1))
                .build()
        };
        let entries = (0..10).flat_map(|_| blogs.iter().enumerate().map(entry_of)).collect::<Vec<_>>();
        Entry::objects().bulk_create(entries, &mut *tx).await?;

        let query = Blog::objects().filter(blog::tagline.exact("many")).order_by(blog::id.desc());
        let query =
            query.prefetch_related(prefetch(blog::entry(), Entry::objects().order_by(entry::id.desc())));
        let (rows, statements) = record(query.all(&mut *tx)).await;
        let rows = rows?;
        assert_eq!((rows.len(), statements.len()), (1000, 2), "on {database:?}");
        for (at, (blog, entries)) in rows.iter().enumerate() {
            assert_eq!(blog.id, blogs[999 - at].id, "on {database:?}");
            assert_eq!(entries.len(), 10, "on {database:?}");
            assert!(entries.iter().all(|entry| entry.blog_id == blog.id && entry.headline == blog.name));
            assert!(entries.is_sorted_by_key(|entry| std::cmp::Reverse(entry.id)), "on {database:?}");
        }

        let chunks = query.iterator_chunked(300, &mut *tx).try_collect::<Vec<_>>();
        let (streamed, statements) = record(chunks).await;
        assert_eq!((streamed?.len(), statements.len()), (1000, 5), "on {database:?}");
        Ok(())
    });
}

#[test]
fn owners_may_be_more_than_a_statement_can_bind() {
    in_transactions(async |tx, database| {
        let themes = (0..70_000).map(|n| Theme::create().name("many").order(n));
        let themes = Theme::objects().bulk_create(themes, &mut *tx).await?;
        let last = themes.last().expect("there are many");
        Blog::create().name("last").tagline("").theme(last).save(&mut *tx).await?;
        let query = Theme::objects().filter(theme::name.exact("many")).order_by(theme::id);
        let (rows, statements) = record(query.prefetch_related(theme::blogs()).all(&mut *tx)).await;
        let rows = rows?;
        assert_eq!((rows.len(), statements.len()), (70_000, 2), "on {database:?}");
        let with_blogs: Vec<_> = rows.iter().filter(|(_, blogs)| !blogs.is_empty()).collect();
        assert_eq!(with_blogs.len(), 1, "on {database:?}");
        assert_eq!((with_blogs[0].0.id, &*with_blogs[0].1[0].name), (last.id, "last"), "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_transaction_sees_its_own_related_rows() {
    in_transactions(async |tx, database| {
        let blog = Blog::create().name("new").tagline("").save(&mut *tx).await?;
        Entry::create()
            .blog(&blog)
            .headline("new")
            .body_text("")
            .pub_date(date(2025, 1, 1))
            .save(&mut *tx)
            .await?;
        let blogs = prefetch_related_objects(vec![blog], (blog::entry(), blog::theme()), &mut *tx).await?;
        assert_eq!((blogs[0].1.len(), blogs[0].2.is_none()), (1, true), "on {database:?}");
        Ok(())
    });
}

#[test]
fn rows_of_every_shape_get_related_rows_later() {
    on_every_database(async |db, database| {
        let first = || Entry::objects().order_by(entry::id).limit(3);
        // Instances with what stands beside them.
        let query = first().select_related(entry::blog()).annotate(entry::authors().count());
        let expected =
            query.clone().prefetch_related((entry::authors(), entry::entry_detail())).all(&db).await?;
        let rows = query.all(&db).await?;
        let relations = (entry::authors(), entry::entry_detail());
        let (rows, statements) = record(prefetch_related_objects(rows, relations, &db)).await;
        let rows: Vec<(Entry, Blog, i64, Vec<Author>, Option<EntryDetail>)> = rows?;
        assert!(rows == expected && statements.len() == 2, "on {database:?}: {rows:?}");
        assert!(rows.iter().any(|row| row.4.is_some()) && rows.iter().any(|row| !row.3.is_empty()));

        // In part: the primary key is always there.
        let parts = first().only(entry::headline).all(&db).await?;
        let parts = prefetch_related_objects(parts, entry::authors(), &db).await?;
        let authors: Vec<usize> = parts.iter().map(|(_, authors)| authors.len()).collect();
        assert_eq!(authors, rows.iter().map(|row| row.3.len()).collect::<Vec<_>>(), "on {database:?}");
        assert_eq!(parts[0].0.get(entry::headline), &rows[0].0.headline);
        // A foreign key that was not loaded is read for all of them.
        let parts = first().only(entry::headline).all(&db).await?;
        let (parts, statements) =
            record(prefetch_related_objects(parts, (entry::blog(), entry::authors()), &db)).await;
        let blogs: Vec<i64> = parts?.iter().map(|(_, blog, _)| blog.id).collect();
        assert_eq!(blogs, rows.iter().map(|row| row.0.blog_id).collect::<Vec<_>>(), "on {database:?}");
        assert_eq!(statements.len(), 3, "on {database:?}: {statements:?}");
        // And once more for what there is now.
        let parts =
            first().only(entry::blog_id).select_related(entry::blog().only(blog::name)).all(&db).await?;
        let parts = prefetch_related_objects(parts, entry::blog(), &db).await?;
        let parts =
            prefetch_related_objects(parts, prefetch(entry::authors(), Author::objects()), &db).await?;
        for (part, named, blog, authors) in &parts {
            assert_eq!((part.get(entry::blog_id), named.get(blog::name)), (&blog.id, &blog.name));
            assert!(authors.len() < 5, "on {database:?}");
        }
        Ok(())
    });
}

#[test]
fn every_way_to_run_a_query_loads_the_related_rows() {
    let query =
        Reading::objects().prefetch_related((reading::book(), reading::reader())).order_by(reading::id);
    on_every_database(async |db, database| {
        let first = query.first(&db).await?.expect("there is one");
        let (reading, book, reader) = &first;
        assert_eq!((reading.book_id, reading.reader_id), (book.id, reader.id), "on {database:?}");
        let by_key = query.in_bulk([reading.id], &db).await?;
        assert_eq!(by_key[&reading.id].1.id, book.id, "on {database:?}");
        assert_eq!(query.nth(0, &db).await?.2.id, reader.id, "on {database:?}");
        assert_eq!(query.count(&db).await?, Reading::objects().count(&db).await?, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_mistake_in_an_inner_query_is_told() {
    let broken = Entry::objects().filter(raw_sql_predicate("? = ?").bind(1).q());
    let Some(db) = open(Database::Sqlite) else { return };
    let error = run(Blog::objects().prefetch_related(prefetch(blog::entry(), broken)).all(&db)).err();
    let error = error.expect("it has too few values").to_string();
    assert_eq!(error, "`? = ?` has 2 `?`, but 1 values are bound");
}

#[test]
fn rows_become_trees() {
    on_every_database(async |db, database| {
        let authors = Author::objects().only(author::name).order_by(author::id);
        let entries = Entry::objects().only(entry::headline).order_by(entry::id).limit(2);
        let entries = entries.prefetch_related(prefetch(entry::authors(), authors)).nested();
        let query = Blog::objects()
            .only(blog::name)
            .filter(blog::id.lte(2))
            .order_by(blog::id)
            .select_related(blog::theme().only(theme::name))
            .prefetch_related(prefetch(blog::entry(), entries).to_attr("first_entries"))
            .nested();
        let rows = query.all(&db).await?;
        assert_eq!(
            serde_json::to_value(&rows[0]).expect("it serializes"),
            json!({
                "id": 1,
                "name": "Beatles Blog",
                "theme": { "id": 2, "name": "art" },
                "first_entries": [
                    { "id": 1, "headline": "Hello Lennon", "authors": [{ "id": 1, "name": "Alice" }, { "id": 2, "name": "bob" }] },
                    { "id": 2, "headline": "Lennon Returns", "authors": [{ "id": 1, "name": "Alice" }] },
                ],
            }),
            "on {database:?}"
        );
        Ok(())
    });
}

#[test]
fn rows_that_a_window_decides_about_are_sliced_when_they_are_decided() {
    // The second best of each blog.
    let by_rating =
        window().partition_by(entry::blog_id).order_by((entry::rating.desc().nulls_last(), entry::id));
    let place = row_number().over(by_rating);
    let second = Entry::objects().only(entry::headline).annotate(&place).filter(place.gt(1)).order_by(&place);
    check(
        blogs().prefetch_related(prefetch(blog::entry(), second.limit(1))),
        expect![[r#"
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "col1", "col2", "col3", "col4" FROM (SELECT "subquery"."col1", "subquery"."col2", "subquery"."col3", "subquery"."col4", ROW_NUMBER() OVER ( PARTITION BY "subquery"."col4" ORDER BY "subquery"."col3" ASC ) AS "place" FROM (SELECT "blog_entry"."id" AS "col1", "blog_entry"."headline" AS "col2", ROW_NUMBER() OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."rating" DESC NULLS LAST, "blog_entry"."id") AS "col3", "blog_entry"."blog_id" AS "col4" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN (?, ?, ?, ?, ?, ?)) AS "subquery" WHERE "subquery"."col3" > ?) AS "numbered" WHERE "place" <= ? ORDER BY "place" ASC
            SELECT "blog_blog"."id", "blog_blog"."name", "blog_blog"."tagline", "blog_blog"."theme_id" FROM "blog_blog" ORDER BY "blog_blog"."id" ASC
            SELECT "col1", "col2", "col3", "col4" FROM (SELECT "subquery"."col1", "subquery"."col2", "subquery"."col3", "subquery"."col4", ROW_NUMBER() OVER ( PARTITION BY "subquery"."col4" ORDER BY "subquery"."col3" ASC ) AS "place" FROM (SELECT "blog_entry"."id" AS "col1", "blog_entry"."headline" AS "col2", ROW_NUMBER() OVER (PARTITION BY "blog_entry"."blog_id" ORDER BY "blog_entry"."rating" DESC NULLS LAST, "blog_entry"."id") AS "col3", "blog_entry"."blog_id" AS "col4" FROM "blog_entry" WHERE "blog_entry"."blog_id" IN ($1, $2, $3, $4, $5, $6)) AS "subquery" WHERE "subquery"."col3" > $7) AS "numbered" WHERE "place" <= $8 ORDER BY "place" ASC
            SELECT `blog_blog`.`id`, `blog_blog`.`name`, `blog_blog`.`tagline`, `blog_blog`.`theme_id` FROM `blog_blog` ORDER BY `blog_blog`.`id` ASC
            SELECT `col1`, `col2`, `col3`, `col4` FROM (SELECT `subquery`.`col1`, `subquery`.`col2`, `subquery`.`col3`, `subquery`.`col4`, ROW_NUMBER() OVER ( PARTITION BY `subquery`.`col4` ORDER BY `subquery`.`col3` ASC ) AS `place` FROM (SELECT `blog_entry`.`id` AS `col1`, `blog_entry`.`headline` AS `col2`, ROW_NUMBER() OVER (PARTITION BY `blog_entry`.`blog_id` ORDER BY `blog_entry`.`rating` IS NULL, `blog_entry`.`rating` DESC, `blog_entry`.`id`) AS `col3`, `blog_entry`.`blog_id` AS `col4` FROM `blog_entry` WHERE `blog_entry`.`blog_id` IN (?, ?, ?, ?, ?, ?)) AS `subquery` WHERE `subquery`.`col3` > ?) AS `numbered` WHERE `place` <= ? ORDER BY `place` ASC
        "#]],
        expect![[r#"
            [1,[[15,2]]]
            [2,[[5,2]]]
            [3,[]]
            [4,[[8,2]]]
            [5,[]]
            [6,[[14,2]]]
        "#]],
    );
}
