//! Functions that compare and convert.

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
        specimens_with!("fn_compare-001", NUMBERS, specimen::num.coalesce(specimen::pos).coalesce(-1))
            .unlike("integers are one kind", coalesced()),
        specimens_with!("fn_compare-002", NUMBERS, specimen::pos.coalesce(specimen::num).coalesce(-1)),
        specimens_with!("fn_compare-003", TEXTS, specimen::char.coalesce("?")),
        specimens_with!("fn_compare-005", NUMBERS, specimen::num.coalesce(specimen::dec)),
        specimens_with!("fn_compare-006", NUMBERS, specimen::small.greatest(specimen::num)),
        specimens_with!(
            "fn_compare-008",
            NUMBERS,
            specimen::small.greatest(specimen::num).greatest(specimen::pos)
        ),
        specimens_with!("fn_compare-009", NUMBERS, specimen::small.least(specimen::num)),
        specimens_with!(
            "fn_compare-010",
            ["zero", "one", "nulls", "half"],
            specimen::day.greatest(date(2021, 1, 1))
        ),
        specimens_with!("fn_compare-011", TEXTS, specimen::char.least(specimen::text)),
        specimens_with!("fn_compare-012", NUMBERS, specimen::num.null_if(10)),
        specimens_with!("fn_compare-013", TEXTS, specimen::char.null_if("")),
        specimens_with!("fn_compare-014", NUMBERS, specimen::num.null_if(specimen::pos))
            .unlike("integers are one kind", different()),
        specimens_with!("fn_compare-015", NUMBERS, specimen::pos.null_if(specimen::num)),
        specimens_with!("fn_compare-016", NUMBERS, specimen::num.cast::<kind::Text>()),
        specimens_with!("fn_compare-017", NUMBERS, specimen::num.cast::<kind::Float>()),
        specimens_with!("fn_compare-018", NUMBERS, specimen::num.cast_decimal(6, 2)),
        specimens_with!(
            "fn_compare-019",
            ["half", "neg", "unicode", "mixed", "wild", "zero"],
            specimen::real.cast::<kind::Integer>()
        ),
        specimens_with!(
            "fn_compare-020",
            ["half", "neg", "unicode", "wild", "zero"],
            specimen::dec.cast::<kind::Integer>()
        ),
        specimens_with!("fn_compare-021", NUMBERS, specimen::dec.cast::<kind::Float>()),
        specimens_with!("fn_compare-022", ["unicode", "neg", "quarter"], specimen::dec.cast_decimal(8, 2)),
        specimens_with!("fn_compare-023", NUMBERS, specimen::pos.cast::<kind::Text>()),
        specimens_with!("fn_compare-024", ["one", "neg", "nulls"], specimen::moment.cast::<kind::Date>()),
        specimens_with!("fn_compare-025", ["one", "neg", "nulls"], specimen::moment.cast::<kind::Time>()),
        specimens_with!("fn_compare-026", ["one", "nulls"], specimen::day.cast::<kind::DateTime>()),
        specimens_with!("fn_compare-027", ["one", "nulls"], specimen::day.cast::<kind::Text>()),
        specimens_with!("fn_compare-028", NUMBERS, specimen::flag.cast::<kind::Integer>()),
        specimens_with!("fn_compare-029", ["one"], value("12").cast::<kind::Integer>()),
        specimens_with!(
            "fn_compare-030",
            ["zero", "one", "nulls", "mixed"],
            specimen::data.cast::<kind::Text>()
        ),
        specimens_with!("fn_compare-031", ["one"], specimen::char.collate("nocase")),
    ]
}

fn coalesced() -> serde_json::Value {
    json!([["zero", 0], ["one", 1], ["neg", -7], ["nulls", -1], ["half", 3], ["unicode", 10], ["wild", -10]])
}

fn different() -> serde_json::Value {
    json!([
        ["zero", null],
        ["one", null],
        ["neg", -7],
        ["nulls", null],
        ["half", 3],
        ["unicode", 10],
        ["wild", -10],
    ])
}

fn rest() -> Vec<Case> {
    let name = product::name.coalesce(product::description).coalesce(product::category().name);
    vec![
        rows(
            "fn_compare-004",
            Specimen::objects()
                .order_by(specimen::id)
                .values_list((specimen::label, specimen::num.coalesce(specimen::dec))),
        )
        .unlike(
            "integers go with decimals",
            json!([
                ["zero", "0"],
                ["one", "1"],
                ["neg", "-7"],
                ["max", "2147483647"],
                ["nulls", null],
                ["half", "3"],
                ["mixed", "10"],
                ["unicode", "10"],
                ["wild", "-10"],
                ["quarter", "3"],
                ["sunday", "7"],
                ["week53", "-2"],
            ]),
        ),
        no_counterpart("fn_compare-007", "integers are one kind: it is `fn_compare-008`"),
        rows(
            "fn_compare-032",
            Entry::objects().order_by(entry::id).values_list(entry::summary.coalesce(entry::headline)).flat(),
        ),
        rows(
            "fn_compare-033",
            Product::objects().order_by(product::id).values_list(name.clone()).flat().limit(2),
        )
        .unlike("text is one kind, of any length", json!(["MacBook Pro", "iPhone 15"])),
        rows("fn_compare-034", Product::objects().order_by(product::id).values_list(name).flat().limit(2)),
        compile_error("fn_compare-035", "function/greatest_takes_another_value"),
        ported("fn_compare-036", async |tx| {
            let newest = entry::pub_date.greatest(entry::mod_date);
            Entry::objects()
                .annotate(&newest)
                .filter(newest.year().exact(2025))
                .order_by(entry::id)
                .all(tx)
                .await
        }),
    ]
}
