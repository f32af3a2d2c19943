//! Functions, choices and aggregates that are given such text.

use queryset::demo::everything::{Nullable, nullable};
use queryset::prelude::*;
use serde_json::json;

use super::TEXTS;
use crate::support::in_transactions;

#[test]
fn every_text_is_what_a_function_was_given() {
    in_transactions(async |tx, database| {
        let two = ["b", "a"].map(|char| Nullable::create().label(format!("row-{char}")).char(char).build());
        Nullable::objects().bulk_create(two, &mut *tx).await?;
        let rows = || Nullable::objects().filter(nullable::label.exact("row-a"));
        for text in TEXTS {
            let text = *text;
            let told = format!("{text:?} on {database:?}");
            let row = rows().values_list((
                value(text),
                nullable::char.concat(text),
                nullable::text.coalesce(text),
                nullable::char.replace("a", text),
                nullable::char.concat(text).str_index(text),
                case().when(nullable::char.exact("a"), text).otherwise("no"),
                nullable::char.null_if(text),
                value(text).left(text.chars().count() as i64),
                nullable::char.concat(text).rpad(1, text),
            ));
            let (same, concat, coalesced, replaced, at, chosen, other, left, cut) = row.get(&mut *tx).await?;
            assert_eq!([&*same, &*coalesced, &*chosen, &*left], [text; 4], "{told}");
            assert_eq!((concat, replaced), (format!("a{text}"), Some(text.to_owned())), "{told}");
            assert_eq!((at > 0, other.as_deref(), &*cut), (true, Some("a"), "a"), "{told}");

            let documents = rows().values_list((
                json_object().field("k", text).field("of", nullable::char.concat(text)),
                json_array().item(text).item(nullable::char),
            ));
            let (object, array) = documents.get(&mut *tx).await?;
            assert_eq!(object, json!({ "k": text, "of": format!("a{text}") }), "{told}");
            assert_eq!(array, json!([text, "a"]), "{told}");

            let both = Nullable::objects().filter(nullable::label.startswith("row-"));
            let joined =
                both.aggregate(nullable::char.string_agg(text).order_by(nullable::char), &mut *tx).await?;
            assert_eq!(joined, Some(format!("a{text}b")), "{told}");

            let latest = Nullable::objects().filter(nullable::label.exact("row-b"));
            let latest = subquery(latest.values_list(nullable::char.concat(text)));
            let found = rows().filter(nullable::char.concat(text).lt(latest)).count(&mut *tx).await?;
            assert_eq!(found, 1, "{told}");
        }
        Ok(())
    });
}
