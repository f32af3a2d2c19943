//! `values_as()` and `map()`: rows of a type of the user's own.

use expect_test::expect;
use queryset::demo::blog::{Author, Blog, Entry, Specimen, author, blog, entry, specimen};
use queryset::prelude::*;
use serde::Serialize;

use crate::support::{lines, on_every_database};

#[derive(Debug, PartialEq, Serialize)]
struct EntryRow {
    headline: String,
    blog: String,
    theme: Option<String>,
    rating: Option<i32>,
}

#[test]
fn fields_of_a_struct_are_read_from_expressions() {
    let row = row!(EntryRow {
        headline: entry::headline,
        theme: entry::blog().theme().name,
        blog: entry::blog().name,
        rating: entry::rating,
    });
    let query = Entry::objects().filter(entry::id.lte(3)).order_by(entry::id).values_as(row);
    expect![[r#"SELECT "blog_entry"."headline", "blog_theme"."name", "blog_blog"."name", "blog_entry"."rating" FROM "blog_entry" INNER JOIN "blog_blog" ON "blog_entry"."blog_id" = "blog_blog"."id" LEFT JOIN "blog_theme" ON "blog_blog"."theme_id" = "blog_theme"."id" WHERE "blog_entry"."id" <= ? ORDER BY "blog_entry"."id" ASC"#]].assert_eq(&query.sql::<Sqlite>().expect("SQLite can run it"));
    on_every_database(async |db, _| {
        assert_eq!(
            lines(&query.all(&db).await?),
            "{\"headline\":\"Hello Lennon\",\"blog\":\"Beatles Blog\",\"theme\":\"art\",\"rating\":5}\n{\"headline\":\"Lennon Returns\",\"blog\":\"Beatles Blog\",\"theme\":\"art\",\"rating\":4}\n{\"headline\":\"Hello World\",\"blog\":\"Pop Music\",\"theme\":\"Space\",\"rating\":null}\n"
        );
        let last = query.last(&db).await?.expect("there is a row");
        assert_eq!((last.headline.as_str(), last.rating), ("Hello World", None));
        assert_eq!(query.count(&db).await?, 3);
        assert_eq!(query.nth(1, &db).await?.headline, "Lennon Returns");
        let mut streamed = Vec::new();
        let mut rows = query.iterator(&db);
        while let Some(row) = rows.next().await {
            streamed.push(row?);
        }
        assert_eq!(streamed, query.all(&db).await?);
        Ok(())
    });
}

#[test]
fn what_is_never_null_goes_into_an_option_and_an_integer_into_a_wider_one() {
    struct Row {
        id: Option<i64>,
        comments: i64,
        rating: Option<i64>,
    }
    let row = row!(Row { id: entry::id, comments: entry::number_of_comments, rating: entry::rating });
    let query = Entry::objects().order_by(entry::id).values_as(row);
    on_every_database(async |db, _| {
        let row = query.first(&db).await?.expect("there is a row");
        assert_eq!((row.id, row.comments, row.rating), (Some(1), 10, Some(5)));
        Ok(())
    });
}

#[test]
fn a_struct_has_more_fields_than_a_tuple() {
    #[derive(Debug)]
    struct Row {
        id: i64,
        label: String,
        flag: Option<bool>,
        small: Option<i16>,
        num: Option<i32>,
        big: Option<i64>,
        real: Option<f64>,
        dec: Option<rust_decimal::Decimal>,
        char: Option<String>,
        text: Option<String>,
        day: Option<jiff::civil::Date>,
        clock: Option<jiff::civil::Time>,
        span: Option<jiff::SignedDuration>,
        uid: Option<uuid::Uuid>,
        blob: Option<Vec<u8>>,
        url: Option<String>,
        ip: Option<std::net::IpAddr>,
        data: Option<serde_json::Value>,
        sum: Option<i32>,
    }
    let row = row!(Row {
        id: specimen::id,
        label: specimen::label,
        flag: specimen::flag,
        small: specimen::small,
        num: specimen::num,
        big: specimen::big,
        real: specimen::real,
        dec: specimen::dec,
        char: specimen::char,
        text: specimen::text,
        day: specimen::day,
        clock: specimen::clock,
        span: specimen::span,
        uid: specimen::uid,
        blob: specimen::blob,
        url: specimen::url,
        ip: specimen::ip,
        data: specimen::data,
        sum: specimen::num,
    });
    on_every_database(async |db, _| {
        let instances = Specimen::objects().order_by(specimen::id).all(&db).await?;
        let rows = Specimen::objects()
            .order_by(specimen::id)
            .values_as(row!(Id { id: specimen::id }))
            .all(&db)
            .await?;
        assert_eq!(
            instances.iter().map(|row| row.id).collect::<Vec<_>>(),
            rows.iter().map(|row| row.id).collect::<Vec<_>>()
        );
        Ok(())
    });
    let query = Specimen::objects().order_by(specimen::id).values_as(row);
    on_every_database(async |db, _| {
        let instances = Specimen::objects().order_by(specimen::id).all(&db).await?;
        for (row, instance) in query.all(&db).await?.into_iter().zip(instances) {
            let of_row = format!(
                "{:?}",
                (
                    (row.id, row.label, row.flag, row.small, row.num, row.big, row.real, row.dec, row.char),
                    (row.text, row.day, row.clock, row.span, row.uid, row.blob, row.url, row.ip, row.data),
                    row.sum,
                )
            );
            let i = instance;
            let of_instance = format!(
                "{:?}",
                (
                    (i.id, i.label, i.flag, i.small, i.num, i.big, i.real, i.dec, i.char),
                    (i.text, i.day, i.clock, i.span, i.uid, i.blob, i.url, i.ip, i.data),
                    i.num,
                )
            );
            assert_eq!(of_row, of_instance);
        }
        Ok(())
    });
}

struct Id {
    id: i64,
}

#[test]
fn groups_and_computed_values_go_into_a_struct() {
    #[derive(Serialize)]
    struct Activity {
        blog: String,
        entries: i64,
        #[serde(rename = "entry__rating__max")]
        best: Option<i32>,
        shout: String,
    }
    let (n, best) = (blog::entry().count(), blog::entry().rating.max());
    let row = row!(Activity { blog: blog::name, entries: &n, best: &best, shout: blog::name.upper() });
    let query = Blog::objects().annotate((&n, &best)).filter(n.gt(2)).order_by((n.desc(), blog::id));
    on_every_database(async |db, _| {
        assert_eq!(
            lines(
                &query
                    .clone()
                    .values_as(row!(Activity {
                        blog: blog::name,
                        entries: &n,
                        best: &best,
                        shout: blog::tagline
                    }))
                    .limit(1)
                    .all(&db)
                    .await?,
            ),
            "{\"blog\":\"Beatles Blog\",\"entries\":4,\"entry__rating__max\":5,\"shout\":\"All the latest Beatles news.\"}\n"
        );
        Ok(())
    });
    let query = query.values_as(row);
    on_every_database(async |db, _| {
        assert_eq!(query.all(&db).await?.len(), 4);
        Ok(())
    });
}

#[test]
fn rows_of_any_shape_are_mapped() {
    struct Counted {
        blog: Blog,
        entries: i64,
    }
    let n = blog::entry().count();
    let query =
        Blog::objects().annotate(&n).order_by(blog::id).map(|(blog, entries)| Counted { blog, entries });
    on_every_database(async |db, _| {
        let rows = query.clone().filter(n.gt(0)).all(&db).await?;
        assert_eq!(
            rows.iter().map(|row| (row.blog.id, row.entries)).collect::<Vec<_>>(),
            [(1, 4), (2, 4), (3, 1), (4, 4), (6, 3)]
        );
        Ok(())
    });
    let prefix = "by ".to_owned();
    let names = Author::objects()
        .order_by(author::id)
        .values_list(author::name)
        .flat()
        .map(move |name| format!("{prefix}{name}"));
    let record = Entry::objects()
        .order_by(entry::id)
        .values((entry::id, entry::blog().name))
        .map(|row| (*row.get(entry::id), row.get(entry::blog().name).len()));
    on_every_database(async |db, _| {
        assert_eq!(names.first(&db).await?.as_deref(), Some("by Alice"));
        assert_eq!(record.first(&db).await?, Some((1, 12)));
        Ok(())
    });
}

#[test]
fn values_of_two_models_become_one_struct() {
    #[derive(Serialize)]
    struct Named {
        kind: String,
        name: String,
    }
    let (a, b) = (value("author"), value("blog"));
    let authors = Author::objects().filter(author::id.exact(1)).values_list((&a, author::name));
    let blogs = Blog::objects().filter(blog::id.exact(1)).values_list((&b, blog::name));
    let query = authors.union(blogs).order_by(&a).map(|(kind, name)| Named { kind, name });
    on_every_database(async |db, _| {
        assert_eq!(
            lines(&query.all(&db).await?),
            "{\"kind\":\"author\",\"name\":\"Alice\"}\n{\"kind\":\"blog\",\"name\":\"Beatles Blog\"}\n"
        );
        Ok(())
    });
}
