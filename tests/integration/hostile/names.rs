//! Names that come from outside, names of tables and columns, and SQL of the user's own.

use queryset::Error;
use queryset::demo::blog::{Entry, EntryFilter, Person, entry};
use queryset::demo::everything::{Nullable, Quoted, nullable, quoted};
use queryset::dynamic::{Allowed, Argument, DynamicQ, DynamicQuerySet, F};
use queryset::prelude::*;
use queryset::{FilterOrdering, Model};

use super::TEXTS;
use crate::support::in_transactions;

/// Refused before there is a query: no database is asked.
#[track_caller]
fn check_refused<T>(outcome: Result<T, Error>, name: &str) {
    match outcome {
        Err(Error::UnknownName { .. } | Error::NotAllowed { .. } | Error::InvalidQuery { .. }) => {}
        Err(error) => panic!("{name:?}: {error}"),
        Ok(_) => panic!("{name:?} is taken for a name"),
    }
}

#[test]
fn no_text_is_taken_for_a_name() {
    let allowed =
        Allowed::<Entry>::new(["headline__*", "rating__gte"]).and_then(|allowed| allowed.ordering("id"));
    let allowed = allowed.expect("names that exist");
    let dynamic = || DynamicQuerySet::new(Entry::META);
    let mut names: Vec<String> = TEXTS.iter().map(|text| (*text).to_owned()).collect();
    for text in TEXTS {
        names.extend([format!("headline{text}"), format!("{text}headline"), format!("headline__{text}")]);
        names.extend([format!("blog__{text}__name"), format!("{text}__exact"), format!("rating__gte{text}")]);
    }
    // It looks the same.
    names.extend(
        ["rаting", "headline\0", "\0", "headline__exact\0", "head\u{200b}line", "HEADLINE", "headline "]
            .map(str::to_owned),
    );
    for name in &names {
        let ordered = name.trim_start_matches('-');
        check_refused(Entry::objects().filter_by(name, "x"), name);
        check_refused(Entry::objects().exclude_by(name, "x"), name);
        check_refused(Q::<Entry>::by_name(name, "x"), name);
        check_refused(DynamicQ::new(name, "x").on::<Entry>(), name);
        check_refused(Entry::objects().filter_by("headline", F(name)), name);
        check_refused(Entry::objects().filter_by_query([(name.as_str(), "x")], &allowed), name);
        check_refused(Entry::objects().filter_by_query([("ordering", name.as_str())], &allowed), name);
        check_refused(Allowed::<Entry>::new([name.as_str()]), name);
        check_refused(FilterOrdering::<EntryFilter>::new([name.as_str()]), name);
        check_refused(Entry::objects().values_by([name.as_str()]), name);
        check_refused(dynamic().distinct_on([name.as_str()]), name);
        if ordered != "?" {
            check_refused(Entry::objects().order_by_name([name.as_str()]).map(|_| ()), name);
        }
        let pair = [(name.as_str(), "x")];
        let pair = serde_urlencoded::to_string(pair).expect("pairs are a query string");
        assert!(serde_urlencoded::from_str::<EntryFilter>(&pair).is_err(), "{name:?}");
    }
}

#[test]
fn paths_without_an_end_take_no_memory_and_no_stack() {
    for depth in [30, 100, 10_000] {
        let friends = format!("{}name", "friends__".repeat(depth));
        let found = Person::objects().filter_by(&friends, "x");
        assert_eq!(found.is_ok(), depth < 32, "{depth} relations");
        let lower = format!("name{}", "__lower".repeat(depth));
        let found = Person::objects().filter_by(&lower, "x");
        assert_eq!(found.is_ok(), depth < 32, "{depth} transforms");
        if let Ok(found) = found {
            assert!(found.sql::<Sqlite>().is_ok());
        }
    }
}

#[test]
fn values_of_a_query_string_stay_values() {
    in_transactions(async |tx, database| {
        let all = Entry::objects().count(&mut *tx).await?;
        for text in TEXTS {
            for key in [
                "headline",
                "headline__icontains",
                "headline__startswith",
                "blog__name",
                "authors__name__istartswith",
            ] {
                let pair = serde_urlencoded::to_string([(key, text)]).expect("pairs are a query string");
                let filter: EntryFilter = serde_urlencoded::from_str(&pair).expect("it is text");
                let query =
                    Entry::objects().filter(entry::body_text.exact("there is none")).filter_set(&filter);
                assert_eq!(query.count(&mut *tx).await?, 0, "{key} of {text:?} on {database:?}");
            }
        }
        assert_eq!(Entry::objects().count(tx).await?, all);
        Ok(())
    });
}

#[test]
fn tables_and_columns_are_quoted() {
    in_transactions(async |tx, database| {
        let root = Quoted::create().text("'; --").number(1).save(&mut *tx).await?;
        let child = Quoted::create().text("child").number(2).parent(&root).save(&mut *tx).await?;
        let two = [3, 4].map(|number| Quoted::create().text("bulk").number(number).build());
        Quoted::objects().bulk_create(two, &mut *tx).await?;

        let by_parent = Quoted::objects().filter(quoted::parent().text.exact("'; --"));
        assert_eq!(by_parent.get(&mut *tx).await?, child, "on {database:?}");
        let leaves =
            Quoted::objects().exclude(quoted::children().number.gt(0)).order_by(quoted::number.desc());
        assert_eq!(leaves.values_list(quoted::number).flat().all(&mut *tx).await?, [4, 3, 2]);
        let named =
            Quoted::objects().filter_by("children__text__startswith", "ch")?.order_by_name("-text,parent")?;
        let rows = named.values_by("text,parent__number")?.all(&mut *tx).await?;
        assert_eq!(rows.len(), 1);

        let changed = Quoted::objects().filter(quoted::number.gte(3));
        let changed =
            changed.update((quoted::text.set("x"), quoted::number.set(quoted::number + 10)), &mut *tx);
        assert_eq!(changed.await?, 2);
        let distinct = Quoted::objects().values_list(quoted::text).distinct().order_by(quoted::text);
        assert_eq!(distinct.count(&mut *tx).await?, 3);
        assert_eq!(Quoted::objects().filter(quoted::text.exact("x")).delete(&mut *tx).await?.total(), 2);
        Ok(())
    });
}

#[test]
fn values_of_raw_sql_are_bound() {
    in_transactions(async |tx, database| {
        for text in TEXTS {
            let row = Nullable::create().label("raw").char(*text).save(&mut *tx).await?;
            let by_hand = match database {
                crate::support::Database::MySql => {
                    raw_sql_predicate::<Nullable>("`char` = ? AND '?' = '?' AND \"?\" <> ?")
                }
                _ => raw_sql_predicate::<Nullable>(r#""char" = ? AND '?' = '?' AND '"?' <> ?"#),
            };
            let query = Nullable::objects()
                .filter(by_hand.bind(*text).bind("").q())
                .filter(nullable::id.exact(row.id));
            assert_eq!(query.count(&mut *tx).await?, 1, "{text:?} on {database:?}");
            let given = raw_sql::<Nullable, kind::Text>("COALESCE(?, ?)").bind(*text).bind(*text).expr();
            let query =
                Nullable::objects().filter(nullable::id.exact(row.id)).filter(given.exact(nullable::char));
            assert_eq!(query.count(&mut *tx).await?, 1, "{text:?} on {database:?}");
            let raw = "SELECT * FROM everything_nullable WHERE id = ? AND COALESCE(?, 'x') <> ?";
            let rows = Nullable::raw(raw).bind(row.id).bind(*text).bind("no").all(&mut *tx).await?;
            assert_eq!(rows, std::slice::from_ref(&row), "{text:?} on {database:?}");
            Nullable::objects().filter(nullable::id.exact(row.id)).delete(&mut *tx).await?;
        }
        Ok(())
    });
}

#[test]
fn messages_cut_long_text_between_characters() {
    for text in ["é".repeat(1000), "🦀".repeat(1000), format!("{}日", "x".repeat(59)), "\u{301}".repeat(100)]
    {
        for outcome in [
            Entry::objects().filter_by(&text, "x").map(|_| ()),
            Entry::objects().filter_by("rating", &text).map(|_| ()),
            Entry::objects().filter_by("rating__in", Argument::from(format!("1,{text}"))).map(|_| ()),
            Entry::objects().order_by_name(&text).map(|_| ()),
        ] {
            let error = outcome.expect_err("it is refused").to_string();
            assert!(error.chars().count() < 500, "{error}");
        }
    }
}
