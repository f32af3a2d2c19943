//! Functions of text.

use queryset::demo::shop::*;
use serde_json::json;

use super::prelude::*;

const TEXTS: [&str; 8] = ["zero", "one", "nulls", "mixed", "unicode", "wild", "quarter", "sunday"];
const NUMBERS: [&str; 7] = ["zero", "one", "neg", "nulls", "half", "unicode", "wild"];

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_specimens();
    cases.extend(rest());
    cases
}

fn of_specimens() -> Vec<Case> {
    vec![
        specimens_with!("fn_text-001", TEXTS, specimen::char.length()),
        specimens_with!("fn_text-002", TEXTS, specimen::char.lower()),
        specimens_with!("fn_text-003", TEXTS, specimen::char.upper()),
        specimens_with!("fn_text-004", TEXTS, specimen::char.concat("-").concat(specimen::text))
            .unlike("text is one kind, of any length", concatenated()),
        specimens_with!("fn_text-005", TEXTS, specimen::char.concat("-").concat(specimen::text)),
        specimens_with!(
            "fn_text-006",
            NUMBERS,
            specimen::char.concat("/").concat(specimen::num.cast::<kind::Text>())
        ),
        specimens_with!("fn_text-007", TEXTS, specimen::char.substr_len(2, 3)),
        specimens_with!("fn_text-008", TEXTS, specimen::char.substr(3)),
        specimens_with!("fn_text-009", TEXTS, specimen::text.substr(20)),
        specimens_with!("fn_text-010", TEXTS, specimen::char.left(3)),
        specimens_with!("fn_text-011", TEXTS, specimen::char.right(3)),
        specimens_with!("fn_text-012", TEXTS, specimen::char.right(50)),
        specimens_with!("fn_text-013", TEXTS, specimen::char.trim()),
        specimens_with!("fn_text-014", TEXTS, specimen::char.ltrim()),
        specimens_with!("fn_text-015", TEXTS, specimen::char.rtrim()),
        specimens_with!("fn_text-016", TEXTS, specimen::char.trim().length()),
        specimens_with!("fn_text-017", TEXTS, specimen::char.replace("e", "3")),
        specimens_with!("fn_text-018", TEXTS, specimen::text.replace("o", ""))
            .unlike("text is one kind, of any length", without_o()),
        specimens_with!("fn_text-019", TEXTS, specimen::char.replace("o", "")),
        specimens_with!("fn_text-020", ["one", "mixed"], specimen::char.replace("", "x")),
        specimens_with!("fn_text-021", TEXTS, specimen::char.reverse()),
        specimens_with!("fn_text-022", TEXTS, specimen::char.repeat(2)),
        specimens_with!("fn_text-023", NUMBERS, specimen::char.repeat(specimen::small)),
        specimens_with!("fn_text-024", TEXTS, specimen::char.str_index("e")),
        specimens_with!("fn_text-025", ["one", "zero"], specimen::char.str_index("")),
        specimens_with!("fn_text-026", TEXTS, specimen::text.str_index(specimen::char)),
        specimens_with!("fn_text-027", TEXTS, specimen::char.lpad(6, "*")),
        specimens_with!("fn_text-028", TEXTS, specimen::char.rpad(6, "ab")),
        specimens_with!("fn_text-029", TEXTS, specimen::char.lpad(2, " ")),
        specimens_with!("fn_text-030", ["one", "half"], (specimen::pos + 64).chr()),
        specimens_with!("fn_text-031", ["one", "mixed", "unicode"], specimen::char.ord()),
        specimens_with!("fn_text-032", ["zero", "one", "unicode", "nulls"], specimen::char.md5()),
        specimens_with!("fn_text-033", ["one", "nulls"], specimen::char.sha1()),
        specimens_with!("fn_text-034", ["one"], specimen::char.sha224()),
        specimens_with!("fn_text-035", ["one", "unicode"], specimen::char.sha256()),
        specimens_with!("fn_text-036", ["one"], specimen::char.sha384()),
        specimens_with!("fn_text-037", ["one"], specimen::char.sha512()),
    ]
}

fn concatenated() -> serde_json::Value {
    json!([
        ["zero", "-"],
        ["one", "one-One two"],
        ["nulls", "-"],
        ["mixed", "MiXeD CaSe-mixed case"],
        ["unicode", "Ünïcödé-ÀÉÎ çàé ß"],
        ["wild", "50%_off\\now-a_b%c\\d"],
        ["quarter", "  spaced -line1\nline2"],
        ["sunday", "it's \"q\"-'; DROP"],
    ])
}

fn without_o() -> serde_json::Value {
    json!([
        ["zero", ""],
        ["one", "One tw"],
        ["nulls", null],
        ["mixed", "mixed case"],
        ["unicode", "ÀÉÎ çàé ß"],
        ["wild", "a_b%c\\d"],
        ["quarter", "line1\nline2"],
        ["sunday", "'; DROP"],
    ])
}

fn rest() -> Vec<Case> {
    vec![
        rows(
            "fn_text-038",
            Specimen::objects()
                .filter(specimen::char.exact(specimen::char.lower()))
                .order_by(specimen::id)
                .values_list(specimen::label)
                .flat(),
        ),
        rows(
            "fn_text-039",
            Author::objects()
                .order_by(author::id)
                .values_list(author::name.upper().concat(" <").concat(author::email).concat(">"))
                .flat(),
        ),
        ported("fn_text-040", async |tx| {
            Entry::objects().filter(entry::headline.exact(entry::headline.trim())).count(tx).await
        }),
        rows(
            "fn_text-041",
            Product::objects()
                .order_by(product::id)
                .values_list((
                    product::name.upper(),
                    product::name.length(),
                    product::name.concat(" - ").concat(product::description),
                ))
                .limit(3),
        ),
        rows(
            "fn_text-042",
            Product::objects()
                .order_by(product::id)
                .values_list(product::name.concat(product::description))
                .flat()
                .limit(1),
        ),
        compile_error("fn_text-043", "function/concat_takes_another_text"),
        rows("fn_text-044", Author::objects().values_list(author::name.substr(0))),
        rows("fn_text-045", Author::objects().values_list(author::name.left(0))),
    ]
}
