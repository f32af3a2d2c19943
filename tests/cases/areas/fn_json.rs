//! Functions: documents of expressions.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    let authors = || Author::objects().order_by(author::id);
    let alice = || Author::objects().filter(author::id.exact(1));
    let about = json_object().field("n", author::name).field("a", author::age);
    let inner = json_object().field("x", 1).field("y", author::age + 1);
    let nested = json_object().field("n", author::name.lower()).field("k", inner);
    let entry =
        json_object().field("d", entry::pub_date).field("b", entry::blog().name).field("r", entry::rating);
    let items = json_array().item(author::name).item(author::age).item(null::<kind::Text, Author>());
    vec![
        rows("fn_json-001", authors().values_list(about).flat().limit(3)),
        rows("fn_json-002", authors().values_list(nested).flat().limit(2)),
        rows("fn_json-003", Entry::objects().filter(entry::id.exact(1)).values_list(entry).flat()),
        rows("fn_json-004", alice().values_list(items).flat()),
        rows("fn_json-005", alice().values_list(json_object()).flat()),
    ]
}
