//! Every lookup and transform that a kind has, by name.

use queryset::demo::everything::{Nullable, nullable};
use queryset::dynamic::{Argument, DynamicQuerySet};
use queryset::prelude::*;
use queryset::{Error, Model, ValueType, meta};
use serde_json::json;

use super::TEXTS;
use crate::support::{Database, chain, in_transactions, ip, uuid};

/// In no text of [`TEXTS`], and none of them in it.
const CONTROL: &str = "kkkkkkkk";

/// The first column of each type, without those of its label and key.
fn columns() -> impl Iterator<Item = &'static meta::Column> {
    let columns = Nullable::META.columns.iter().filter(|column| column.null);
    ValueType::ALL.into_iter().map(move |kind| {
        let mut of_kind = columns.clone().filter(|column| column.field_type.value_type() == kind);
        of_kind.next().expect("there is a column of each type")
    })
}

/// The paths of a column with each of its transforms, and what they hold.
fn paths(column: &meta::Column) -> Vec<(String, ValueType)> {
    let kind = column.field_type.value_type();
    let transformed = kind.transforms().map(|(name, output)| (format!("{}__{name}", column.name), output));
    [(column.name.to_owned(), kind)].into_iter().chain(transformed).collect()
}

fn named(path: &str, argument: impl Into<Argument>) -> Result<DynamicQuerySet, Error> {
    DynamicQuerySet::new(Nullable::META).filter_by(path, argument.into())?.order_by("label")?.values("label")
}

async fn labels(tx: &mut Transaction<'_, AnyBackend>, query: &DynamicQuerySet) -> Result<Vec<String>, Error> {
    let rows = query.all(tx).await?;
    Ok(rows.iter().map(|row| row.values()[0].to_string().replace('"', "")).collect())
}

/// The labels of a query that may fail: in a savepoint, which is undone.
async fn tried(tx: &mut Transaction<'_, AnyBackend>, query: &DynamicQuerySet) -> Result<Vec<String>, Error> {
    let mut savepoint = tx.begin().await?;
    let outcome = labels(&mut savepoint, query).await;
    savepoint.rollback().await?;
    outcome
}

/// One row with a value in each column, and one with nothing.
async fn control(tx: &mut Transaction<'_, AnyBackend>, database: Database) -> Result<(), Error> {
    if database == Database::Postgres {
        tx.execute_script("CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE EXTENSION IF NOT EXISTS unaccent")
            .await?;
    }
    Nullable::create().label("nothing").save(&mut *tx).await?;
    let row = Nullable::create().label("control").char(CONTROL).text(CONTROL).small(5).number(5).real(5.5);
    let row = row.price(rust_decimal::Decimal::from(5)).flag(true).day(jiff::civil::date(2025, 3, 1));
    let row =
        row.moment(jiff::civil::datetime(2025, 3, 1, 14, 30, 0, 0)).clock(jiff::civil::time(14, 30, 0, 0));
    let row = row.span(jiff::SignedDuration::from_mins(90)).uid(uuid("6bc6bc6b-c6bc-46bc-86bc-6bc6bc6bc6bc"));
    let row = row.ip(ip("7.7.7.7")).data(json!({ "k": "k" })).blob(vec![7]);
    row.save(tx).await?;
    Ok(())
}

#[test]
fn what_is_no_value_of_a_kind_is_refused_and_what_is_one_finds_by_it() {
    in_transactions(async |tx, database| {
        control(tx, database).await?;
        for (path, kind) in columns().flat_map(paths) {
            for lookup in kind.lookups() {
                let path = format!("{path}__{lookup}");
                for text in TEXTS {
                    let query = match named(&path, *text) {
                        Ok(query) => query,
                        Err(Error::UnfitValue { .. }) => continue,
                        Err(error) => panic!("{path} of {text:?}: {error}"),
                    };
                    match tried(tx, &query).await {
                        Ok(labels) => check_control(&path, lookup, text, &labels, database),
                        // A regular expression may be none.
                        Err(Error::Database { .. }) if lookup.ends_with("regex") => {}
                        Err(Error::NotSupported { .. }) if lacks(database, &path) => {}
                        Err(error) => panic!("{path} of {text:?} on {database:?}: {}", chain(&error)),
                    }
                }
            }
        }
        assert_eq!(Nullable::objects().count(tx).await?, 2, "the rows are there on {database:?}");
        Ok(())
    });
}

/// Whether a database does not have what a path names.
fn lacks(database: Database, path: &str) -> bool {
    match database {
        Database::Postgres => false,
        Database::Sqlite => ["contain", "trigram", "unaccent"].iter().any(|name| path.contains(name)),
        Database::MySql => ["trigram", "unaccent"].iter().any(|name| path.contains(name)),
    }
}

/// None of the texts is equal to, or a part of, what the control row holds; which of two texts is the
/// greater, and what a regular expression finds, is the database's to say.
fn check_control(path: &str, lookup: &str, text: &str, labels: &[String], database: Database) {
    let sorts = ["gt", "gte", "lt", "lte", "isnull", "regex", "iregex"].contains(&lookup);
    let is_value = matches!(text, "true" | "0" | "null" | "{}") || path.contains("length");
    let expected: &[&[&str]] = if sorts || is_value { &[&[], &["control"], &["nothing"]] } else { &[&[]] };
    assert!(
        expected.contains(&labels.iter().map(String::as_str).collect::<Vec<_>>().as_slice()),
        "{path} of {text:?} found {labels:?} on {database:?}"
    );
}

#[test]
fn the_row_that_holds_a_text_is_found_by_it_and_no_other() {
    in_transactions(async |tx, database| {
        control(tx, database).await?;
        for text in TEXTS {
            let row = Nullable::create().label("hostile").char(*text).text(format!("before{text}after"));
            let row =
                row.data(json!({ *text: [text] })).blob(text.as_bytes().to_vec()).save(&mut *tx).await?;
            let escaped = escaped(text);
            let whole = [
                ("exact", Argument::from(*text)),
                ("iexact", Argument::from(*text)),
                ("contains", Argument::from(*text)),
                ("icontains", Argument::from(*text)),
                ("startswith", Argument::from(*text)),
                ("istartswith", Argument::from(*text)),
                ("endswith", Argument::from(*text)),
                ("iendswith", Argument::from(*text)),
                ("in", Argument::list([*text, "other"])),
                ("range", Argument::list([*text, *text])),
                ("gte", Argument::from(*text)),
                ("lte", Argument::from(*text)),
                ("gt", Argument::from(*text)),
                ("lt", Argument::from(*text)),
                ("isnull", Argument::from(false)),
                ("regex", Argument::from(&escaped)),
                ("iregex", Argument::from(&escaped)),
            ];
            let lookups = ValueType::Text.lookups().filter(|lookup| !lookup.contains("trigram"));
            assert_eq!(whole.len(), lookups.count(), "every lookup of text that all databases have is here");
            for (lookup, argument) in whole {
                let found = labels(tx, &named(&format!("char__{lookup}"), argument)?).await?;
                let expected: &[&[&str]] = match lookup {
                    "gte" | "lte" => &[&["hostile"], &["control", "hostile"]],
                    "gt" | "lt" => &[&[], &["control"]],
                    "isnull" => &[&["control", "hostile"]],
                    _ => &[&["hostile"]],
                };
                let found: Vec<&str> = found.iter().map(String::as_str).collect();
                assert!(
                    expected.contains(&found.as_slice()),
                    "{lookup} of {text:?} found {found:?} on {database:?}"
                );
            }
            let inside = [("contains", *text), ("icontains", *text), ("regex", escaped.as_str())];
            for (lookup, argument) in inside {
                let found = labels(tx, &named(&format!("text__{lookup}"), argument)?).await?;
                assert_eq!(found, ["hostile"], "{lookup} of {text:?} on {database:?}");
            }
            let others = [
                ("data", Argument::from(json!({ *text: [text] }))),
                ("data__in", Argument::list([json!({ *text: [text] }), json!(text)])),
                ("blob", Argument::from(text.as_bytes().to_vec())),
                ("blob__in", Argument::list([text.as_bytes().to_vec()])),
            ];
            for (path, argument) in others {
                assert_eq!(
                    labels(tx, &named(path, argument)?).await?,
                    ["hostile"],
                    "{path} of {text:?} on {database:?}"
                );
            }
            Nullable::objects().filter(nullable::id.exact(row.id)).delete(&mut *tx).await?;
        }
        Ok(())
    });
}

/// A regular expression that finds `text`, in the syntax of every database.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        if "\\.+*?()|[]{}^$#-".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Text lookups look into the text of UUIDs and addresses.
#[test]
fn wildcards_stand_for_themselves_in_what_is_no_text() {
    in_transactions(async |tx, database| {
        control(tx, database).await?;
        let lookups =
            ["iexact", "contains", "icontains", "startswith", "istartswith", "endswith", "iendswith"];
        for column in ["uid", "ip"] {
            for lookup in lookups {
                for text in ["%", "_", "!", "!%", "%6%", "7_7", "7%7", "'", "\\"] {
                    let found = labels(tx, &named(&format!("{column}__{lookup}"), text)?).await?;
                    assert_eq!(found, [""; 0], "{column}__{lookup} of {text:?} on {database:?}");
                }
            }
            let known = if column == "uid" { "6bc6" } else { "7.7" };
            let found = labels(tx, &named(&format!("{column}__contains"), known)?).await?;
            assert_eq!(found, ["control"], "on {database:?}");
        }
        Ok(())
    });
}

#[test]
fn a_nul_character_is_refused_by_every_lookup() {
    in_transactions(async |tx, database| {
        control(tx, database).await?;
        for (path, kind) in columns().flat_map(paths) {
            for lookup in kind.lookups() {
                let path = format!("{path}__{lookup}");
                let refused = match named(&path, "a\0b") {
                    Ok(query) => query.all(&mut *tx).await.map(|_| ()),
                    Err(error) => Err(error),
                };
                match refused {
                    Err(Error::UnfitValue { .. } | Error::InvalidParameter { .. }) => {}
                    Err(Error::NotSupported { .. }) if lacks(database, &path) => {}
                    other => panic!("{path} on {database:?}: {other:?}"),
                }
            }
        }
        Ok(())
    });
}
