//! Text that means something elsewhere: quotes, wildcards, placeholders, comments. It stays data.

mod corpus;
mod functions;
mod lookups;
mod names;

use queryset::demo::everything::{Nullable, nullable};
use queryset::prelude::*;
use queryset::{Error, Q};
use serde_json::json;

use crate::support::{Database, in_transactions};

const TEXTS: &[&str] = &[
    "'",
    "''",
    "\"",
    "`",
    "\\",
    "\\\\",
    "\\'",
    "\\'; DROP TABLE blog_entry; --",
    "'; DROP TABLE blog_entry; --",
    "\" OR \"\" = \"",
    "' OR 1=1 --",
    "/* comment */",
    "-- comment",
    "# comment",
    "%",
    "_",
    "!",
    "!%",
    "!!_",
    "100%_!\\",
    "?",
    "??",
    "$1",
    "$1 $2 ? :name @var %s %(x)s {0}",
    "a\nb\r\nc\td",
    "\u{1}\u{7f}\u{80}",
    "ß ﬁ İ ı",
    "é vs e\u{301}",
    "日本語テキスト",
    "🦀👩‍👩‍👧🏳️‍🌈",
    "\u{10FFFE}1\u{10FFFE}",
    "\u{feff}bom\u{200b}",
    "  spaces  ",
    "null",
    "NULL",
    "true",
    "0",
    "{}",
    "') UNION SELECT * FROM everything_nullable; --",
    "1; SELECT pg_sleep(10)",
    "0x27",
    "\\x27",
    "\u{ff07}",
    "\u{2bc}",
    "CHAR(39)",
    "${IFS}",
];

async fn found(tx: &mut Transaction<'_, AnyBackend>, predicate: Q<Nullable>) -> Result<Vec<String>, Error> {
    let labels = Nullable::objects().filter(predicate).order_by(nullable::label);
    labels.values_list(nullable::label).flat().all(tx).await
}

#[test]
fn every_text_is_a_key_of_a_document() {
    in_transactions(async |tx, database| {
        for text in TEXTS {
            let document = json!({ *text: { *text: [*text, { *text: 5 }] }, "other": 1 });
            Nullable::create().label(format!("row-{}", at(text))).data(document).save(&mut *tx).await?;
        }
        for text in TEXTS {
            // A fault of MariaDB's, which Django has there, too.
            if database == Database::MySql && text.starts_with('-') {
                assert_eq!(found(tx, nullable::data.has_key(*text)).await?, [""; 0]);
                continue;
            }
            let label = [format!("row-{}", at(text))];
            let key = || nullable::data.key(*text);
            let inner = || key().key(*text);
            let predicates: [(&str, Q<Nullable>); 9] = [
                ("has_key", nullable::data.has_key(*text)),
                ("has_keys", nullable::data.has_keys([*text, "other"])),
                ("has_key below", key().has_key(*text)),
                ("isnull", key().isnull(false)),
                ("exact", inner().index(0).exact(*text)),
                ("in_", inner().index(0).in_([*text, "something else"])),
                ("iexact", inner().index(0).iexact(*text)),
                ("gte", inner().index(1).key(*text).gte(5)),
                ("a document", inner().exact(json!([*text, { *text: 5 }]))),
            ];
            for (name, predicate) in predicates {
                let found = found(tx, predicate).await?;
                assert_eq!(found, label, "{name} of {text:?} on {database:?}");
            }
            let row = Nullable::objects().filter(nullable::label.exact(&label[0]));
            let read = row.values_list((inner().index(0), inner().index(0).as_text())).get(&mut *tx).await?;
            assert_eq!(read, (Some(json!(text)), Some((*text).to_owned())), "on {database:?}");
        }
        Ok(())
    });
}

fn at(text: &str) -> usize {
    TEXTS.iter().position(|other| *other == text).expect("it is one of them")
}

#[test]
fn every_text_comes_back_and_is_found_by_every_lookup() {
    in_transactions(async |tx, database| {
        let new = TEXTS.iter().enumerate().map(|(at, text)| {
            let long = format!("before{text}after");
            Nullable::create().label(format!("row-{at:03}")).char(*text).text(long).build()
        });
        Nullable::objects().bulk_create(new, &mut *tx).await?;
        for (at, text) in TEXTS.iter().enumerate() {
            let label = format!("row-{at:03}");
            let read = Nullable::objects().filter(nullable::label.exact(&label)).get(&mut *tx).await?;
            assert_eq!(read.char.as_deref(), Some(*text), "on {database:?}");
            let lookups: [(&str, Q<Nullable>); 11] = [
                ("exact", nullable::char.exact(*text)),
                ("iexact", nullable::char.iexact(*text)),
                ("in_", nullable::char.in_([*text])),
                ("range", nullable::char.range(*text, *text)),
                ("contains", nullable::text.contains(*text)),
                ("icontains", nullable::text.icontains(*text)),
                ("startswith", nullable::text.startswith(format!("before{text}"))),
                ("istartswith", nullable::text.istartswith(format!("BEFORE{text}"))),
                ("endswith", nullable::text.endswith(format!("{text}after"))),
                ("iendswith", nullable::text.iendswith(format!("{text}AFTER"))),
                ("contains a column", nullable::text.contains(nullable::char) & nullable::char.exact(*text)),
            ];
            for (name, lookup) in lookups {
                let labels = found(tx, lookup).await?;
                assert!(labels.contains(&label), "{name} of {text:?} on {database:?} found {labels:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn wildcards_stand_for_themselves() {
    in_transactions(async |tx, database| {
        let texts = ["a%b", "a_b", "a!b", "a\\b", "axb", "axxb"];
        let new =
            (0..).zip(texts).map(|(at, text)| Nullable::create().label(format!("w{at}")).char(text).build());
        Nullable::objects().bulk_create(new, &mut *tx).await?;
        for (at, text) in texts.iter().enumerate() {
            for lookup in [
                nullable::char.contains(*text),
                nullable::char.icontains(*text),
                nullable::char.startswith(*text),
                nullable::char.istartswith(*text),
                nullable::char.endswith(*text),
                nullable::char.iendswith(*text),
                nullable::char.iexact(*text),
                nullable::char.exact(*text),
            ] {
                assert_eq!(found(tx, lookup).await?, [format!("w{at}")], "{text:?} on {database:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn case_counts_only_where_it_is_asked_for() {
    in_transactions(async |tx, database| {
        Nullable::create().label("case").char("Straße ÄÖ").save(&mut *tx).await?;
        let exact = nullable::char.startswith("straße");
        let expected = match database {
            // SQLite's LIKE ignores the case of ASCII letters.
            Database::Sqlite => 1,
            Database::Postgres | Database::MySql => 0,
        };
        assert_eq!(found(tx, exact).await?.len(), expected, "on {database:?}");
        assert_eq!(found(tx, nullable::char.istartswith("STRAß")).await?.len(), 1, "on {database:?}");
        let folded = found(tx, nullable::char.iendswith("äö")).await?.len();
        let expected = match database {
            Database::Sqlite => 0,
            Database::Postgres | Database::MySql => 1,
        };
        assert_eq!(folded, expected, "on {database:?}");
        Ok(())
    });
}

#[test]
fn the_tables_are_still_there_afterwards() {
    in_transactions(async |tx, database| {
        let name = "'; DROP TABLE everything_nullable; --";
        Nullable::create().label("x").char(name).save(&mut *tx).await?;
        Nullable::objects()
            .filter(nullable::char.exact(name))
            .update(nullable::text.set("\\'; DELETE FROM everything_nullable; --"), &mut *tx)
            .await?;
        assert_eq!(Nullable::objects().filter(nullable::char.exact(name)).delete(&mut *tx).await?.total(), 1);
        assert_eq!(Nullable::objects().count(&mut *tx).await?, 0, "on {database:?}");
        Ok(())
    });
}
