//! `+ - * / %` between columns and numbers, computed by the database.

use queryset::demo::blog::{Entry, Specimen, entry, specimen};

use crate::support::{check_rows, decimal};

#[test]
fn integers_stay_integers() {
    let ids = [1, 2, 8, 14];
    let entries = || Entry::objects().filter(entry::id.in_(ids)).order_by(entry::id);
    check_rows(
        Entry::objects()
            .filter(entry::number_of_comments.lt(100))
            .order_by(entry::id)
            .values_list(entry::number_of_comments % 3)
            .flat(),
        "1 2 0 1 0 1 0 2 2 2 0 1 2 0 0",
    );
    check_rows(
        Entry::objects().order_by(entry::id).limit(3).values_list(10 - entry::rating).flat(),
        "5 6 null",
    );
    let difference = entry::number_of_comments - entry::number_of_pingbacks;
    check_rows(entries().filter(difference.gte(5)).order_by(difference.desc()), "1");
}

#[test]
fn an_integer_and_a_float_make_a_float() {
    let labels = ["half", "neg"];
    let specimens = || Specimen::objects().filter(specimen::label.in_(labels)).order_by(specimen::id);
    check_rows(specimens().values_list(specimen::real * 2).flat(), "-5.0 5.0");
    check_rows(specimens().values_list(specimen::num * 0.5).flat(), "-3.5 1.5");
    check_rows(specimens().values_list(specimen::num + 1.5).flat(), "-5.5 4.5");
    check_rows(specimens().values_list(specimen::num / 2.0).flat(), "-3.5 1.5");
}

#[test]
fn decimals_are_computed_as_decimals() {
    let labels = ["one", "half"];
    let specimens = || Specimen::objects().filter(specimen::label.in_(labels)).order_by(specimen::id);
    let is = |text: &str| specimen::dec.exact(decimal(text));
    check_rows(specimens().filter((specimen::dec * 2).exact(decimal("5"))), "6");
    check_rows(specimens().filter((specimen::dec * decimal("0.25")).exact(decimal("0.625"))), "6");
    check_rows(
        specimens().filter((specimen::dec + decimal("0.5")).in_([decimal("1.5"), decimal("3")])),
        "2 6",
    );
    check_rows(specimens().filter(is("2.5") & (specimen::dec - 1).lt(decimal("2"))), "6");
}
