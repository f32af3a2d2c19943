//! The cases, by area.

mod filter;

use crate::case::{Case, later};
use crate::data;

/// What the files of the areas use.
mod prelude {
    pub(super) use queryset::demo::blog::*;
    pub(super) use queryset::prelude::*;

    pub(super) use crate::case::{Case, compile_error, instances, later, ported};

    /// A day.
    pub(super) fn date(year: i16, month: i8, day: i8) -> jiff::civil::Date {
        jiff::civil::date(year, month, day)
    }
}

/// The areas that are ported.
const PORTED: &[fn() -> Vec<Case>] = &[filter::cases];

/// The areas that are still to come, and what they want.
const LATER: &[(&str, &str)] = &[
    ("aggregate", "aggregate"),
    ("alias", "annotate"),
    ("annotate", "annotate"),
    ("bulk_create", "writes"),
    ("bulk_update", "writes"),
    ("case_when", "annotate"),
    ("create", "writes"),
    ("dates", "annotate"),
    ("defer_only", "not ported yet"),
    ("delete", "writes"),
    ("distinct", "not ported yet"),
    ("exclude", "not ported yet"),
    ("exists_contains_count", "not ported yet"),
    ("f_expr", "not ported yet"),
    ("filtered_relation", "annotate"),
    ("first_last", "not ported yet"),
    ("fn_compare", "database functions"),
    ("fn_date", "database functions"),
    ("fn_json", "database functions"),
    ("fn_math", "database functions"),
    ("fn_text", "database functions"),
    ("get", "not ported yet"),
    ("get_or_create", "writes"),
    ("group_by", "annotate"),
    ("guide", "annotate"),
    ("in", "not ported yet"),
    ("in_bulk", "not ported yet"),
    ("isnull", "not ported yet"),
    ("iterator_misc", "not ported yet"),
    ("json", "lookups on JSON"),
    ("lookup_number", "not ported yet"),
    ("lookup_other", "not ported yet"),
    ("lookup_temporal", "not ported yet"),
    ("lookup_text", "not ported yet"),
    ("m2m_write", "writes"),
    ("multi_valued", "not ported yet"),
    ("none", "not ported yet"),
    ("order_by", "not ported yet"),
    ("prefetch_related", "prefetch_related"),
    ("q", "not ported yet"),
    ("regex", "not ported yet"),
    ("reverse", "not ported yet"),
    ("select_related", "select_related"),
    ("set_ops", "union"),
    ("slicing", "not ported yet"),
    ("subquery", "annotate"),
    ("update", "writes"),
    ("values", "not ported yet"),
    ("values_list", "not ported yet"),
    ("window", "window functions"),
];

/// Every case.
pub(crate) fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = PORTED.iter().flat_map(|area| area()).collect();
    for known in data::all() {
        let area = known.id.rsplit_once('-').map_or(known.id.as_str(), |(area, _)| area);
        if let Some((_, feature)) = LATER.iter().find(|(other, _)| *other == area) {
            cases.push(later(known.id.leak(), feature));
        }
    }
    cases
}
