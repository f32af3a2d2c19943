//! Regular expressions.

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    use specimen::{char, text};
    vec![
        specimens("regex-001", char.regex("^one$")),
        specimens("regex-002", char.regex("[A-Z]")),
        specimens("regex-003", char.regex(r"\\")),
        specimens("regex-004", char.regex(r"^\s")),
        specimens("regex-005", char.regex("(one|half)")),
        specimens("regex-006", char.regex("^.{3}$")),
        specimens("regex-007", text.regex("^$")),
        specimens("regex-008", char.iregex("^M")),
        specimens("regex-009", char.iregex("ONE|HALF")),
        specimens("regex-010", char.iregex("É")),
        specimens("regex-011", text.regex("line1.line2")),
        compile_error("regex-012", "lookup/an_integer_has_no_regex"),
        specimens("regex-013", char.regex(r"\d+")),
        entries("regex-014", entry::headline.regex("^(An?|The|Hello) +")),
        ported("regex-015", async |tx| {
            Entry::objects().exclude(entry::summary.regex("[a-z]")).order_by(entry::id).all(tx).await
        }),
        entries("regex-016", entry::headline.iregex("^hello")),
    ]
}
