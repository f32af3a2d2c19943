//! Common table expressions: queries by a name, recursive ones too.

use expect_test::{Expect, expect};
use queryset::demo::blog::{Blog, Entry, Event, Person, Specimen, blog, entry, event, person, specimen};
use queryset::prelude::*;
use queryset::{Context, Model, QuerySet, Rows, Stages};

use crate::support::{check_rows, check_write, on_every_database};

/// The SQL on SQLite, PostgreSQL and MariaDB.
#[track_caller]
fn check_sql<M: Model, R: Rows<M>, S: Stages, X: Context>(
    query: &QuerySet<M, R, S, X>,
    [sqlite, postgres, mysql]: [Expect; 3],
) {
    sqlite.assert_eq(&query.sql::<Sqlite>().expect("SQLite can run it"));
    postgres.assert_eq(&query.sql::<Postgres>().expect("PostgreSQL can run it"));
    mysql.assert_eq(&query.sql::<MySql>().expect("MariaDB can run it"));
}

#[track_caller]
fn check_refused<M: Model, R: Rows<M>, S: Stages, X: Context>(query: &QuerySet<M, R, S, X>, message: Expect) {
    message.assert_eq(&query.sql::<Sqlite>().expect_err("it is refused").to_string());
}

#[test]
fn a_tree_is_read_to_any_depth() {
    named!(depth: value(0_i64));
    let roots = Event::objects().filter(event::parent_id.isnull(true)).values((event::id, &depth));
    cte!(tree: roots, |tree| {
        let parent = tree.on(event::parent_id, event::id);
        Event::objects().values_list((event::id, parent.col(&depth) + 1))
    });
    let node = tree.on(event::id, event::id);
    let query = Event::objects()
        .order_by((node.col(&depth), event::name))
        .values_list((event::name, node.col(&depth)));
    check_sql(
        &query,
        [
            expect![[
                r#"WITH RECURSIVE "tree" ("id", "depth") AS (SELECT "blog_event"."id" AS "col1", ? AS "col2" FROM "blog_event" WHERE "blog_event"."parent_id" IS NULL UNION ALL SELECT "blog_event"."id" AS "col1", "tree"."depth" + ? AS "col2" FROM "blog_event" INNER JOIN "tree" ON "blog_event"."parent_id" = "tree"."id") SELECT "blog_event"."name", "tree"."depth" FROM "blog_event" INNER JOIN "tree" ON "blog_event"."id" = "tree"."id" ORDER BY "tree"."depth" ASC, "blog_event"."name" ASC"#
            ]],
            expect![[
                r#"WITH RECURSIVE "tree" ("id", "depth") AS (SELECT CAST("blog_event"."id" AS bigint) AS "col1", CAST($1 AS bigint) AS "col2" FROM "blog_event" WHERE "blog_event"."parent_id" IS NULL UNION ALL SELECT CAST("blog_event"."id" AS bigint) AS "col1", CAST(("tree"."depth" + $2) AS bigint) AS "col2" FROM "blog_event" INNER JOIN "tree" ON "blog_event"."parent_id" = "tree"."id") SELECT "blog_event"."name", "tree"."depth" FROM "blog_event" INNER JOIN "tree" ON "blog_event"."id" = "tree"."id" ORDER BY "tree"."depth" ASC, "blog_event"."name" ASC"#
            ]],
            expect![
                "WITH RECURSIVE `tree` (`id`, `depth`) AS (SELECT CAST(`blog_event`.`id` AS SIGNED) AS `col1`, CAST(? AS SIGNED) AS `col2` FROM `blog_event` WHERE `blog_event`.`parent_id` IS NULL UNION ALL SELECT CAST(`blog_event`.`id` AS SIGNED) AS `col1`, CAST((`tree`.`depth` + ?) AS SIGNED) AS `col2` FROM `blog_event` INNER JOIN `tree` ON `blog_event`.`parent_id` = `tree`.`id`) SELECT `blog_event`.`name`, `tree`.`depth` FROM `blog_event` INNER JOIN `tree` ON `blog_event`.`id` = `tree`.`id` ORDER BY `tree`.`depth` ASC, `blog_event`.`name` ASC"
            ],
        ],
    );
    check_rows(
        query.clone(),
        "[\"Conference\",0]\n[\"Meetup\",0]\n[\"Orphan\",0]\n[\"Afterparty\",1]\n[\"Day 1\",1]\n[\"Day 2\",1]\n[\"Talk A\",2]\n[\"Talk B\",2]\n[\"Workshop\",2]\n",
    );
    // The same, by hand.
    let by_hand = "WITH RECURSIVE tree (id, depth) AS (
            SELECT id, 0 FROM blog_event WHERE parent_id IS NULL
            UNION ALL SELECT blog_event.id, depth + 1 FROM blog_event JOIN tree ON tree.id = parent_id
        )
        SELECT blog_event.*, depth FROM blog_event JOIN tree ON tree.id = blog_event.id ORDER BY depth, name";
    on_every_database(async |db, database| {
        let expected: Vec<(Event, i64)> = Event::raw(by_hand).column::<i64>("depth").all(&db).await?;
        let rows: Vec<(Event, i64)> = (Event::objects().annotate(node.col(&depth)))
            .order_by((node.col(&depth), event::name))
            .all(&db)
            .await?;
        assert_eq!(rows, expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_subtree_goes_down_from_any_row() {
    let below = |id: i64| {
        cte!(tree: Event::objects().filter(event::id.exact(id)).values((event::id, event::name)), |tree| {
            let parent = tree.on(event::parent_id, event::id);
            Event::objects().values_list((event::id, parent.col(event::name)))
        });
        let node = tree.on(event::id, event::id);
        Event::objects().order_by(event::id).values_list((event::id, node.col(event::name)))
    };
    // The second time the text of the first is used with another value.
    check_rows(
        below(1),
        "[1,\"Conference\"]\n[2,\"Conference\"]\n[3,\"Conference\"]\n[4,\"Conference\"]\n[5,\"Conference\"]\n[8,\"Conference\"]\n",
    );
    check_rows(below(6), "[6,\"Meetup\"]\n[9,\"Meetup\"]\n");
    check_sql(
        &below(2),
        [
            expect![[
                r#"WITH RECURSIVE "tree" ("id", "name") AS (SELECT "blog_event"."id" AS "col1", "blog_event"."name" AS "col2" FROM "blog_event" WHERE "blog_event"."id" = ? UNION ALL SELECT "blog_event"."id" AS "col1", "tree"."name" AS "col2" FROM "blog_event" INNER JOIN "tree" ON "blog_event"."parent_id" = "tree"."id") SELECT "blog_event"."id", "tree"."name" FROM "blog_event" INNER JOIN "tree" ON "blog_event"."id" = "tree"."id" ORDER BY "blog_event"."id" ASC"#
            ]],
            expect![[
                r#"WITH RECURSIVE "tree" ("id", "name") AS (SELECT CAST("blog_event"."id" AS bigint) AS "col1", CAST("blog_event"."name" AS text) AS "col2" FROM "blog_event" WHERE "blog_event"."id" = $1 UNION ALL SELECT CAST("blog_event"."id" AS bigint) AS "col1", CAST("tree"."name" AS text) AS "col2" FROM "blog_event" INNER JOIN "tree" ON "blog_event"."parent_id" = "tree"."id") SELECT "blog_event"."id", "tree"."name" FROM "blog_event" INNER JOIN "tree" ON "blog_event"."id" = "tree"."id" ORDER BY "blog_event"."id" ASC"#
            ]],
            expect![
                "WITH RECURSIVE `tree` (`id`, `name`) AS (SELECT CAST(`blog_event`.`id` AS SIGNED) AS `col1`, CAST(`blog_event`.`name` AS CHAR(4000)) AS `col2` FROM `blog_event` WHERE `blog_event`.`id` = ? UNION ALL SELECT CAST(`blog_event`.`id` AS SIGNED) AS `col1`, CAST(`tree`.`name` AS CHAR(4000)) AS `col2` FROM `blog_event` INNER JOIN `tree` ON `blog_event`.`parent_id` = `tree`.`id`) SELECT `blog_event`.`id`, `tree`.`name` FROM `blog_event` INNER JOIN `tree` ON `blog_event`.`id` = `tree`.`id` ORDER BY `blog_event`.`id` ASC"
            ],
        ],
    );
}

#[test]
fn a_way_goes_up_to_the_root() {
    let start = Event::objects().filter(event::id.exact(8)).values((event::id, event::parent_id));
    cte!(way: start, |way| {
        let child = way.on(event::id, event::parent_id);
        Event::objects().join(&child).values_list((event::id, event::parent_id))
    });
    check_rows(way.rows().order_by(way.col(event::id)).values_list(way.col(event::id)).flat(), "1 3 8");
}

#[test]
fn rows_of_circles_are_found_once() {
    let start = Person::objects().filter(person::id.exact(1)).values(person::id);
    cte!(known: start, |known| {
        let from = known.on(person::id, person::id);
        let friend = person::friends().id;
        Person::objects().join(&from).filter(friend.isnull(false)).values_list(friend.coalesce(0))
    });
    let known = known.distinct();
    let reached = known.rows().order_by(known.col(person::id)).values_list(known.col(person::id)).flat();
    check_sql(
        &reached,
        [
            expect![[
                r#"WITH RECURSIVE "known" ("id") AS (SELECT "blog_person"."id" AS "col1" FROM "blog_person" WHERE "blog_person"."id" = ? UNION SELECT COALESCE("blog_person_friends"."to_person_id", ?) AS "col1" FROM "blog_person" INNER JOIN "known" ON "blog_person"."id" = "known"."id" INNER JOIN "blog_person_friends" ON "blog_person"."id" = "blog_person_friends"."from_person_id" WHERE "blog_person_friends"."to_person_id" IS NOT NULL) SELECT "known"."id" FROM "known" ORDER BY "known"."id" ASC"#
            ]],
            expect![[
                r#"WITH RECURSIVE "known" ("id") AS (SELECT CAST("blog_person"."id" AS bigint) AS "col1" FROM "blog_person" WHERE "blog_person"."id" = $1 UNION SELECT CAST(COALESCE("blog_person_friends"."to_person_id", $2) AS bigint) AS "col1" FROM "blog_person" INNER JOIN "known" ON "blog_person"."id" = "known"."id" INNER JOIN "blog_person_friends" ON "blog_person"."id" = "blog_person_friends"."from_person_id" WHERE "blog_person_friends"."to_person_id" IS NOT NULL) SELECT "known"."id" FROM "known" ORDER BY "known"."id" ASC"#
            ]],
            expect![
                "WITH RECURSIVE `known` (`id`) AS (SELECT CAST(`blog_person`.`id` AS SIGNED) AS `col1` FROM `blog_person` WHERE `blog_person`.`id` = ? UNION SELECT CAST(COALESCE(`blog_person_friends`.`to_person_id`, ?) AS SIGNED) AS `col1` FROM `blog_person` INNER JOIN `known` ON `blog_person`.`id` = `known`.`id` INNER JOIN `blog_person_friends` ON `blog_person`.`id` = `blog_person_friends`.`from_person_id` WHERE `blog_person_friends`.`to_person_id` IS NOT NULL) SELECT `known`.`id` FROM `known` ORDER BY `known`.`id` ASC"
            ],
        ],
    );
    on_every_database(async |db, database| {
        let mut reached_by_hand = vec![1];
        let mut at = 0;
        while let Some(id) = reached_by_hand.get(at).copied() {
            let friends = Person::objects().filter(person::friends().id.exact(id)).order_by(person::id);
            for friend in friends.values_list(person::id).flat().all(&db).await? {
                if !reached_by_hand.contains(&friend) {
                    reached_by_hand.push(friend);
                }
            }
            at += 1;
        }
        reached_by_hand.sort_unstable();
        assert!(reached_by_hand.len() > 1);
        assert_eq!(reached.all(&db).await?, reached_by_hand, "on {database:?}");
        Ok(())
    });
}

#[test]
fn a_row_that_it_has_no_row_for_is_left_out_or_stays() {
    named!(n: entry::id.count());
    cte!(busy: Entry::objects().filter(entry::rating.gte(4)).values(entry::blog_id).annotate(&n));
    let inner = busy.on(blog::id, entry::blog_id);
    let query = Blog::objects().order_by(blog::id).values_list((blog::id, inner.col(&n)));
    check_sql(
        &query,
        [
            expect![[
                r#"WITH "busy" ("blog_id", "n") AS (SELECT "blog_entry"."blog_id" AS "col1", COUNT("blog_entry"."id") AS "col2" FROM "blog_entry" WHERE "blog_entry"."rating" >= ? GROUP BY "blog_entry"."blog_id") SELECT "blog_blog"."id", "busy"."n" FROM "blog_blog" INNER JOIN "busy" ON "blog_blog"."id" = "busy"."blog_id" ORDER BY "blog_blog"."id" ASC"#
            ]],
            expect![[
                r#"WITH "busy" ("blog_id", "n") AS (SELECT "blog_entry"."blog_id" AS "col1", COUNT("blog_entry"."id") AS "col2" FROM "blog_entry" WHERE "blog_entry"."rating" >= $1 GROUP BY "blog_entry"."blog_id") SELECT "blog_blog"."id", "busy"."n" FROM "blog_blog" INNER JOIN "busy" ON "blog_blog"."id" = "busy"."blog_id" ORDER BY "blog_blog"."id" ASC"#
            ]],
            expect![
                "WITH `busy` (`blog_id`, `n`) AS (SELECT `blog_entry`.`blog_id` AS `col1`, COUNT(`blog_entry`.`id`) AS `col2` FROM `blog_entry` WHERE `blog_entry`.`rating` >= ? GROUP BY `blog_entry`.`blog_id`) SELECT `blog_blog`.`id`, `busy`.`n` FROM `blog_blog` INNER JOIN `busy` ON `blog_blog`.`id` = `busy`.`blog_id` ORDER BY `blog_blog`.`id` ASC"
            ],
        ],
    );
    check_rows(query, "[1,4]\n[4,2]\n[6,1]\n");
    let outer = busy.left_on(blog::id, entry::blog_id);
    let query = Blog::objects().order_by(blog::id).values_list((blog::id, outer.col(&n)));
    check_rows(query, "[1,4]\n[2,null]\n[3,null]\n[4,2]\n[5,null]\n[6,1]\n");
    check_rows(Blog::objects().filter(outer.col(&n).gt(1)).order_by(blog::id), "1 4");
    check_rows(Blog::objects().exclude(outer.col(&n).gt(1)).order_by(blog::id), "2 3 5 6");
    check_rows(Blog::objects().join(&inner).order_by(blog::id), "1 4 6");
    check_rows(
        (Blog::objects().alias(outer.col(&n)))
            .values_list(outer.col(&n))
            .annotate(blog::id.count())
            .order_by(outer.col(&n).asc().nulls_first()),
        "[null,3]\n[1,1]\n[2,1]\n[4,1]\n",
    );
}

#[test]
fn its_rows_are_a_query_set() {
    named!(n: entry::id.count(), best: entry::rating.max());
    // MariaDB takes `beatles blog` for `Beatles Blog`.
    let entries = Entry::objects().exclude(entry::blog_id.exact(3));
    cte!(activity: entries.values(entry::blog().name).annotate((&n, &best)));
    let (name, count) = (activity.col(entry::blog().name), activity.col(&n));
    check_rows(
        activity.rows().order_by(&name).filter(count.gte(3)),
        "{\"blog__name\":\"Beatles Blog\",\"n\":4,\"best\":5}\n{\"blog__name\":\"Cheddar Talk\",\"n\":3,\"best\":5}\n{\"blog__name\":\"Pop Music\",\"n\":4,\"best\":3}\n{\"blog__name\":\"Ünïcode Café\",\"n\":4,\"best\":5}\n",
    );
    on_every_database(async |db, _| {
        assert_eq!(activity.rows().count(&db).await?, 4);
        assert!(activity.rows().filter(count.gt(3)).exists(&db).await?);
        let (most, average) = activity.rows().aggregate((count.max(), count.avg()), &db).await?;
        assert_eq!((most, average), (Some(4), Some(3.75)));
        let first = activity.rows().values_list(&name).flat().first(&db).await?;
        assert_eq!(first.as_deref(), Some("Beatles Blog"));
        let doubled = activity.rows().values_list((&name, &count * 2)).order_by(&name).all(&db).await?;
        assert_eq!((doubled[0].0.as_str(), doubled[0].1), ("Beatles Blog", 8_i64));
        Ok(())
    });
}

#[test]
fn it_stands_in_subqueries() {
    named!(n: entry::id.count());
    cte!(busy: Entry::objects().values(entry::blog_id).annotate(&n));
    let ids = busy.rows().filter(busy.col(&n).gte(4)).values_list(busy.col(entry::blog_id));
    let query = Blog::objects().filter(blog::id.in_(ids)).order_by(blog::id).values_list(blog::id).flat();
    check_sql(
        &query,
        [
            expect![[
                r#"WITH "busy" ("blog_id", "n") AS (SELECT "blog_entry"."blog_id" AS "col1", COUNT("blog_entry"."id") AS "col2" FROM "blog_entry" GROUP BY "blog_entry"."blog_id") SELECT "blog_blog"."id" FROM "blog_blog" WHERE "blog_blog"."id" IN (SELECT "U0"."blog_id" FROM "busy" AS "U0" WHERE "U0"."n" >= ?) ORDER BY "blog_blog"."id" ASC"#
            ]],
            expect![[
                r#"WITH "busy" ("blog_id", "n") AS (SELECT "blog_entry"."blog_id" AS "col1", COUNT("blog_entry"."id") AS "col2" FROM "blog_entry" GROUP BY "blog_entry"."blog_id") SELECT "blog_blog"."id" FROM "blog_blog" WHERE "blog_blog"."id" IN (SELECT "U0"."blog_id" FROM "busy" AS "U0" WHERE "U0"."n" >= $1) ORDER BY "blog_blog"."id" ASC"#
            ]],
            expect![
                "WITH `busy` (`blog_id`, `n`) AS (SELECT `blog_entry`.`blog_id` AS `col1`, COUNT(`blog_entry`.`id`) AS `col2` FROM `blog_entry` GROUP BY `blog_entry`.`blog_id`) SELECT `blog_blog`.`id` FROM `blog_blog` WHERE `blog_blog`.`id` IN (SELECT `U0`.`blog_id` FROM `busy` AS `U0` WHERE `U0`.`n` >= ?) ORDER BY `blog_blog`.`id` ASC"
            ],
        ],
    );
    check_rows(query, "1 2 4");
    let of_blog = busy.rows().filter(busy.col(entry::blog_id).exact(outer(blog::id)));
    check_rows(Blog::objects().filter(!exists(of_blog)).order_by(blog::id), "5");
    let of_blog = busy.rows().filter(busy.col(entry::blog_id).exact(outer(blog::id)));
    let count = subquery(of_blog.values_list(busy.col(&n)));
    check_rows(Blog::objects().order_by(blog::id).limit(2).values_list((blog::id, &count)), "[1,4]\n[2,4]\n");
}

#[test]
fn one_reads_another() {
    named!(n: entry::id.count());
    cte!(busy: Entry::objects().values(entry::blog_id).annotate(&n));
    cte!(busiest: busy.rows().filter(busy.col(&n).gte(4)).values(busy.col(entry::blog_id)));
    let most = busiest.on(blog::id, busy.col(entry::blog_id));
    let query = Blog::objects().join(&most).order_by(blog::id).values_list(blog::id).flat();
    check_sql(
        &query,
        [
            expect![[
                r#"WITH "busy" ("blog_id", "n") AS (SELECT "blog_entry"."blog_id" AS "col1", COUNT("blog_entry"."id") AS "col2" FROM "blog_entry" GROUP BY "blog_entry"."blog_id"), "busiest" ("blog_id") AS (SELECT "busy"."blog_id" AS "col1" FROM "busy" WHERE "busy"."n" >= ?) SELECT "blog_blog"."id" FROM "blog_blog" INNER JOIN "busiest" ON "blog_blog"."id" = "busiest"."blog_id" ORDER BY "blog_blog"."id" ASC"#
            ]],
            expect![[
                r#"WITH "busy" ("blog_id", "n") AS (SELECT "blog_entry"."blog_id" AS "col1", COUNT("blog_entry"."id") AS "col2" FROM "blog_entry" GROUP BY "blog_entry"."blog_id"), "busiest" ("blog_id") AS (SELECT "busy"."blog_id" AS "col1" FROM "busy" WHERE "busy"."n" >= $1) SELECT "blog_blog"."id" FROM "blog_blog" INNER JOIN "busiest" ON "blog_blog"."id" = "busiest"."blog_id" ORDER BY "blog_blog"."id" ASC"#
            ]],
            expect![
                "WITH `busy` (`blog_id`, `n`) AS (SELECT `blog_entry`.`blog_id` AS `col1`, COUNT(`blog_entry`.`id`) AS `col2` FROM `blog_entry` GROUP BY `blog_entry`.`blog_id`), `busiest` (`blog_id`) AS (SELECT `busy`.`blog_id` AS `col1` FROM `busy` WHERE `busy`.`n` >= ?) SELECT `blog_blog`.`id` FROM `blog_blog` INNER JOIN `busiest` ON `blog_blog`.`id` = `busiest`.`blog_id` ORDER BY `blog_blog`.`id` ASC"
            ],
        ],
    );
    check_rows(query, "1 2 4");
    // Both in one query.
    let all = busy.on(blog::id, entry::blog_id);
    check_rows(
        Blog::objects().join(&most).order_by(blog::id).values_list((blog::id, all.col(&n))),
        "[1,4]\n[2,4]\n[4,4]\n",
    );
}

#[test]
fn it_may_be_put_together_sliced_and_empty() {
    let ids = |rating: i32| Entry::objects().filter(entry::rating.exact(rating)).values(entry::id);
    cte!(good: ids(5).union(ids(4)));
    let of = good.on(entry::id, entry::id);
    check_rows(Entry::objects().join(&of).order_by(entry::id), "1 2 6 8 9 10 15");
    cte!(last: Entry::objects().order_by(entry::id.desc()).limit(3).values(entry::id));
    check_rows(Entry::objects().join(&last.on(entry::id, entry::id)).order_by(entry::id), "14 15 16");
    cte!(none: Entry::objects().none().values((entry::id, entry::headline, entry::pub_date)));
    check_rows(Entry::objects().join(&none.on(entry::id, entry::id)), "");
    let nothing = none.left_on(entry::id, entry::id);
    check_rows(
        Entry::objects().order_by(entry::id).limit(1).values_list((entry::id, nothing.col(entry::headline))),
        "[1,null]\n",
    );
    cte!(empty: Event::objects().none().values(event::id), |empty| {
        let parent = empty.on(event::parent_id, event::id);
        Event::objects().join(&parent).values_list(event::id)
    });
    check_rows(empty.rows(), "");
}

#[test]
fn a_hint_says_whether_it_is_kept() {
    cte!(ids: Entry::objects().values(entry::id));
    let kept = ids.materialized();
    check_sql(
        &kept.rows(),
        [
            expect![[
                r#"WITH "ids" ("id") AS MATERIALIZED (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry") SELECT "ids"."id" FROM "ids""#
            ]],
            expect![[
                r#"WITH "ids" ("id") AS MATERIALIZED (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry") SELECT "ids"."id" FROM "ids""#
            ]],
            expect![
                "WITH `ids` (`id`) AS (SELECT `blog_entry`.`id` AS `col1` FROM `blog_entry`) SELECT `ids`.`id` FROM `ids`"
            ],
        ],
    );
    let put_in = ids.not_materialized();
    expect![[r#"WITH "ids" ("id") AS NOT MATERIALIZED (SELECT "blog_entry"."id" AS "col1" FROM "blog_entry") SELECT "ids"."id" FROM "ids""#]].assert_eq(&put_in.rows().sql::<Postgres>().expect("PostgreSQL can run it"));
    check_rows(kept.rows().filter(kept.col(entry::id).lt(3)).values_list(kept.col(entry::id)).flat(), "1 2");
}

#[test]
fn rows_are_changed_by_it() {
    let subtree = || {
        cte!(tree: Event::objects().filter(event::id.exact(2)).values(event::id), |tree| {
            let parent = tree.on(event::parent_id, event::id);
            Event::objects().join(&parent).values_list(event::id)
        });
        Event::objects().filter(event::id.in_(tree.rows().values_list(tree.col(event::id))))
    };
    check_write(
        |tx| subtree().update(event::name.set("below"), tx),
        3,
        Event::objects().filter(event::name.exact("below")).order_by(event::id),
        "2 4 5",
    );
    on_every_database(async |db, _| {
        let mut tx = db.begin().await?;
        assert_eq!(subtree().delete(&mut tx).await?.total(), 3);
        tx.rollback().await
    });
}

#[test]
fn what_no_database_takes_is_refused() {
    let (one, two) = {
        let named_so = |id: i64| {
            cte!(twin: Entry::objects().filter(entry::id.exact(id)).values(entry::id));
            twin
        };
        (named_so(1).on(entry::id, entry::id), named_so(2).on(entry::id, entry::id))
    };
    check_refused(
        &Entry::objects().join(&one).join(&two),
        expect!["two common table expressions are named `twin`; give one another name"],
    );

    let outer = {
        let one = {
            cte!(twin: Entry::objects().values(entry::id));
            twin
        };
        cte!(twin: Entry::objects().join(&one.on(entry::id, entry::id)).values(entry::blog_id));
        twin
    };
    check_refused(
        &outer.rows(),
        expect!["two common table expressions are named `twin`; give one another name"],
    );

    cte!(blog_entry: Entry::objects().values(entry::id));
    check_refused(
        &blog_entry.rows(),
        expect![
            "the common table expression `blog_entry` is named like a table that the query reads; give it another name"
        ],
    );
    cte!(blog_entry_authors: Entry::objects().values(entry::id));
    check_refused(
        &Entry::objects()
            .join(&blog_entry_authors.on(entry::id, entry::id))
            .filter(entry::authors().name.exact("Ann")),
        expect![
            "the common table expression `blog_entry_authors` is named like a table that the query reads; give it another name"
        ],
    );
    cte!(blog_event: Event::objects().values(event::id), |tree| {
        let parent = tree.on(event::parent_id, event::id);
        Event::objects().join(&parent).values_list(event::id)
    });
    check_refused(
        &blog_event.rows(),
        expect![
            "the common table expression `blog_event` is named like a table that the query reads; give it another name"
        ],
    );
    cte!(blog_blog: Event::objects().values(event::id));
    check_rows(
        blog_blog
            .rows()
            .filter(blog_blog.col(event::id).exact(4))
            .values_list(blog_blog.col(event::id))
            .flat(),
        "4",
    );
    let named_so =
        Blog::objects().filter(blog::id.in_(blog_blog.rows().values_list(blog_blog.col(event::id))));
    check_refused(
        &named_so,
        expect![
            "the common table expression `blog_blog` is named like a table that the query reads; give it another name"
        ],
    );

    let mut leaked = None;
    cte!(tree: Event::objects().values(event::id), |tree| {
        leaked = Some(tree.clone());
        let parent = tree.on(event::parent_id, event::id);
        Event::objects().join(&parent).values_list(event::id)
    });
    check_rows(Event::objects().join(&tree.on(event::id, event::id)).filter(event::id.exact(4)), "4 4 4");
    check_refused(
        &leaked.expect("it was leaked").rows(),
        expect!["the rows of `tree` so far are read inside of its own definition only"],
    );

    cte!(sliced: Event::objects().values(event::id), |sliced| {
        let parent = sliced.on(event::parent_id, event::id);
        Event::objects().join(&parent).values_list(event::id).limit(3)
    });
    check_refused(
        &sliced.rows(),
        expect![
            "the part of a recursive common table expression that reads itself has no aggregate, no slice, no `distinct()` and no `union()`: ask for them of the outcome"
        ],
    );

    named!(n: entry::id.count());
    cte!(busy: Entry::objects().values(entry::blog_id).annotate(&n));
    let change = specimen::big
        .set(subquery::<Specimen, _, _, _, _, _>(busy.rows().values_list(busy.col(&n)).limit(1)));
    on_every_database(async |db, _| {
        let error = Specimen::objects().update(change.clone(), &db).await;
        assert_eq!(
            error.expect_err("it is refused").to_string(),
            "`busy` is read in what is written; filter by it instead"
        );
        Ok(())
    });
}

#[test]
fn its_columns_keep_their_names() {
    cte!(ids: Entry::objects().values(entry::id));
    let named = ids.rows().order_by(ids.col(entry::id)).values_list(ids.col(entry::id)).named();
    on_every_database(async |db, _| {
        let row = named.first(&db).await?.expect("there is a row");
        assert_eq!(serde_json::to_value(&row).expect("it serializes"), serde_json::json!({ "id": 1 }));
        Ok(())
    });
}
