//! Functions of numbers.

use serde_json::json;

use super::prelude::*;

const NUMBERS: [&str; 7] = ["zero", "one", "neg", "nulls", "half", "unicode", "wild"];

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_specimens();
    cases.extend(rest());
    cases
}

fn of_specimens() -> Vec<Case> {
    vec![
        specimens_with!("fn_math-001", NUMBERS, specimen::num.abs()),
        specimens_with!("fn_math-002", NUMBERS, specimen::dec.abs()),
        specimens_with!("fn_math-003", NUMBERS, specimen::real.ceil()),
        specimens_with!("fn_math-004", NUMBERS, specimen::real.floor()),
        specimens_with!("fn_math-005", NUMBERS, specimen::dec.floor()),
        specimens_with!("fn_math-006", NUMBERS, specimen::real.round(0)),
        specimens_with!("fn_math-007", ["one", "unicode", "wild", "mixed"], specimen::real.round(1)),
        specimens_with!("fn_math-008", ["unicode", "half"], specimen::real.round(2)),
        specimens_with!("fn_math-009", NUMBERS, specimen::dec.round(0)),
        specimens_with!("fn_math-010", ["unicode", "quarter", "neg"], specimen::dec.round(2)),
        specimens_with!("fn_math-011", ["sunday", "half"], specimen::real.round(-1)),
        specimens_with!("fn_math-012", NUMBERS, specimen::num.mod_(specimen::pos)),
        specimens_with!("fn_math-013", ["one", "half", "neg"], specimen::real.mod_(2)),
        specimens_with!("fn_math-014", ["one"], specimen::num.mod_(0)),
        specimens_with!("fn_math-015", ["one", "neg", "nulls", "half"], specimen::num.power(2)),
        specimens_with!("fn_math-016", ["one", "half", "zero"], specimen::real.power(0.5)),
        specimens_with!("fn_math-017", ["zero", "one", "half", "nulls"], specimen::pos.sqrt()),
        specimens_with!("fn_math-018", ["neg"], specimen::num.sqrt()),
        specimens_with!("fn_math-019", ["zero", "one", "half"], specimen::small.exp()),
        specimens_with!("fn_math-020", ["one", "half", "nulls"], specimen::pos.ln()),
        specimens_with!("fn_math-021", ["zero"], specimen::real.ln()),
        specimens_with!("fn_math-022", ["one", "half"], specimen::pos.log(2)),
        specimens_with!("fn_math-023", NUMBERS, specimen::num.sign()),
        specimens_with!("fn_math-024", NUMBERS, specimen::real.sign()),
        specimens_with!("fn_math-025", ["zero", "half"], specimen::real.sin()),
        specimens_with!("fn_math-026", ["zero", "half"], specimen::real.cos()),
        specimens_with!("fn_math-027", ["half"], specimen::real.tan()),
        specimens_with!("fn_math-028", ["one", "half"], specimen::real.atan2(specimen::pos)),
        specimens_with!("fn_math-029", ["half"], specimen::real.cot()),
        specimens_with!("fn_math-030", ["one", "half"], specimen::real.degrees()),
        specimens_with!("fn_math-031", ["sunday"], specimen::real.radians()),
        specimens_with!("fn_math-032", ["one"], pi())
            .unlike("MariaDB shows six digits, and sends them all", json!([["one", std::f64::consts::PI]])),
    ]
}

fn rest() -> Vec<Case> {
    vec![
        ported("fn_math-033", async |tx| Ok(Specimen::objects().values_list(random()).all(tx).await?.len())),
        rows(
            "fn_math-034",
            Book::objects().order_by(book::id).values_list((book::id, (book::price * 1).round(1))),
        ),
        ported("fn_math-035", async |tx| {
            let average = Book::objects().aggregate(book::price.avg().round(2), tx).await?;
            Ok(json!({ "r": average }))
        }),
    ]
}
