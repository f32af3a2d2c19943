//! Lookups on numbers and booleans: ranges of columns, decimals, `NULL`.

use std::collections::HashSet;

use super::prelude::*;

pub(super) fn cases() -> Vec<Case> {
    use specimen::{big, dec, flag, num, pos, real, small};
    vec![
        specimens("lookup_number-001", num.exact(10)),
        compile_error("lookup_number-002", "value/an_integer_takes_no_text"),
        specimens("lookup_number-003", num.exact(2_147_483_648_i64)),
        specimens("lookup_number-004", num.gt(-3)),
        specimens("lookup_number-005", num.gte(2_147_483_648_i64)),
        specimens("lookup_number-006", num.lt(99_999_999_999_i64)),
        specimens("lookup_number-007", num.lte(0)),
        compile_error("lookup_number-008", "value/an_integer_takes_no_float"),
        compile_error("lookup_number-009", "value/an_integer_takes_no_float"),
        compile_error("lookup_number-010", "value/an_integer_takes_no_float"),
        compile_error("lookup_number-011", "value/an_integer_takes_no_float"),
        specimens("lookup_number-012", num.in_([3, 4, 2_147_483_648_i64])),
        specimens("lookup_number-013", num.in_([0; 0])),
        specimens("lookup_number-014", num.in_([1, 1, 1])),
        specimens("lookup_number-015", num.in_(HashSet::from([3]))),
        specimens("lookup_number-016", num.in_((3..=4).collect::<Vec<i32>>())),
        specimens("lookup_number-017", num.range(0, 7)),
        specimens("lookup_number-018", num.range(7, 0)),
        specimens("lookup_number-019", num.isnull(true)),
        specimens("lookup_number-020", num.abs().exact(7)),
        specimens("lookup_number-021", num.abs().gt(5)),
        compile_error("lookup_number-022", "lookup/an_integer_has_no_iexact"),
        specimens("lookup_number-023", small.gte(7)),
        specimens("lookup_number-024", big.exact(9_223_372_036_854_775_807_i64)),
        specimens("lookup_number-025", big.gt(2_147_483_647)),
        specimens("lookup_number-026", pos.exact(-1)),
        specimens("lookup_number-027", pos.gte(-1)),
        specimens("lookup_number-028", pos.in_([7, 8])),
        specimens("lookup_number-029", real.exact(0.1)),
        specimens("lookup_number-030", real.gt(1.0)),
        specimens("lookup_number-031", real.range(-1, 2.5)),
        specimens("lookup_number-032", real.in_([2.5, 0.1])),
        specimens("lookup_number-033", real.lt(0)),
        specimens("lookup_number-034", dec.exact(decimal("2.5"))),
        compile_error("lookup_number-035", "value/a_decimal_takes_no_text"),
        specimens("lookup_number-036", dec.exact(decimal("0.10000"))),
        specimens("lookup_number-037", dec.gt(decimal("1.5"))),
        compile_error("lookup_number-038", "value/a_decimal_takes_no_float"),
        specimens("lookup_number-039", dec.lt(0)),
        specimens("lookup_number-040", dec.in_([decimal("1"), decimal("0.001")])),
        specimens("lookup_number-041", dec.range(decimal("0.0005"), decimal("1"))),
        specimens("lookup_number-042", flag.exact(true)),
        specimens("lookup_number-043", flag.exact(false)),
        compile_error("lookup_number-044", "value/exact_takes_no_none"),
        compile_error("lookup_number-045", "value/a_boolean_takes_no_integer"),
        specimens("lookup_number-046", flag.in_([true, false])),
        specimens("lookup_number-047", flag.isnull(true)),
        ported("lookup_number-048", async |tx| {
            Specimen::objects().exclude(flag.exact(true)).order_by(specimen::id).all(tx).await
        }),
        ported("lookup_number-049", async |tx| {
            Specimen::objects().exclude(flag.exact(false)).order_by(specimen::id).all(tx).await
        }),
        compile_error("lookup_number-050", "value/a_boolean_takes_no_text"),
        ported("lookup_number-051", async |tx| {
            Specimen::objects().exclude(num.lt(99_999_999_999_i64)).order_by(specimen::id).all(tx).await
        }),
        specimens("lookup_number-052", num.gte(pos)),
        specimens("lookup_number-053", num.range(small, big)),
        specimens("lookup_number-054", num.in_((pos, small))),
    ]
}
