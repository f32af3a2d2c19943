//! The cases, by area.

mod aggregate;
mod alias;
mod annotate;
mod bulk_create;
mod bulk_update;
mod case_when;
mod create;
mod dates;
mod defer_only;
mod delete;
mod distinct;
mod exclude;
mod exists_contains_count;
mod f_expr;
mod filter;
mod filtered_relation;
mod first_last;
mod fn_compare;
mod fn_date;
mod fn_json;
mod fn_math;
mod fn_text;
mod get;
mod get_or_create;
mod group_by;
mod guide;
mod in_;
mod in_bulk;
mod isnull;
mod iterator_misc;
mod json;
mod lookup_number;
mod lookup_other;
mod lookup_temporal;
mod lookup_text;
mod m2m_write;
mod multi_valued;
mod none;
mod order_by;
mod prefetch_related;
mod q;
mod regex;
mod reverse;
mod select_related;
mod set_ops;
mod slicing;
mod subquery;
mod tables;
mod update;
mod values;
mod values_list;
mod window;

use crate::case::Case;

/// What the files of the areas use.
mod prelude {
    pub(super) use queryset::Model;
    pub(super) use queryset::demo::blog::*;
    pub(super) use queryset::prelude::*;
    use queryset::{AllowedIn, AnyBackend, Closed, Context, InTransaction, QuerySet, Rows, RunsOn, Stages};
    use serde::Serialize;

    pub(super) use crate::case::{Case, compile_error, instances, no_counterpart, ported};

    /// The label of some specimens, and what is computed of each.
    macro_rules! specimens_with {
        ($id:literal, $labels:expr, $x:expr) => {
            rows(
                $id,
                Specimen::objects()
                    .filter(specimen::label.in_($labels))
                    .order_by(specimen::id)
                    .values_list((specimen::label, $x)),
            )
        };
    }
    pub(super) use specimens_with;

    /// A day.
    pub(super) fn date(year: i16, month: i8, day: i8) -> jiff::civil::Date {
        jiff::civil::date(year, month, day)
    }

    /// The lookup `ne`, which the models in Python make known.
    pub(super) struct NotEqual;

    impl<K: kind::Kind> queryset::Lookup<K> for NotEqual {
        type Right = K;
        const SQL: &'static str = "{left} <> {right}";
    }

    /// An exact number.
    pub(super) fn decimal(text: &str) -> rust_decimal::Decimal {
        text.parse().expect("a decimal")
    }

    /// The rows of a query set.
    pub(super) fn rows<M, R, S, X>(id: &'static str, query: QuerySet<M, R, S, X>) -> Case
    where
        M: Model,
        R: Rows<M, Row: Serialize> + Clone,
        S: Stages<Lock: AllowedIn<InTransaction>>,
        X: Context<Parent: Closed, Backends: RunsOn<AnyBackend>>,
    {
        ported(id, async move |tx| query.all(tx).await)
    }

    /// The specimens for which a predicate is true, by their key.
    pub(super) fn specimens(id: &'static str, q: Q<Specimen>) -> Case {
        ported(id, async move |tx| Specimen::objects().filter(q.clone()).order_by(specimen::id).all(tx).await)
    }

    /// The entries for which a predicate is true, by their key.
    pub(super) fn entries(id: &'static str, q: Q<Entry>) -> Case {
        ported(id, async move |tx| Entry::objects().filter(q.clone()).order_by(entry::id).all(tx).await)
    }
}

/// The areas that are ported.
const PORTED: &[fn() -> Vec<Case>] = &[
    aggregate::cases,
    alias::cases,
    annotate::cases,
    bulk_create::cases,
    bulk_update::cases,
    case_when::cases,
    create::cases,
    dates::cases,
    defer_only::cases,
    delete::cases,
    distinct::cases,
    exclude::cases,
    exists_contains_count::cases,
    f_expr::cases,
    filter::cases,
    filtered_relation::cases,
    first_last::cases,
    fn_compare::cases,
    fn_date::cases,
    fn_json::cases,
    fn_math::cases,
    fn_text::cases,
    get::cases,
    get_or_create::cases,
    group_by::cases,
    guide::cases,
    in_::cases,
    in_bulk::cases,
    isnull::cases,
    iterator_misc::cases,
    json::cases,
    lookup_number::cases,
    lookup_other::cases,
    lookup_temporal::cases,
    lookup_text::cases,
    m2m_write::cases,
    multi_valued::cases,
    none::cases,
    order_by::cases,
    prefetch_related::cases,
    q::cases,
    regex::cases,
    reverse::cases,
    select_related::cases,
    set_ops::cases,
    slicing::cases,
    subquery::cases,
    update::cases,
    values::cases,
    values_list::cases,
    window::cases,
];

/// Every case.
pub(crate) fn cases() -> Vec<Case> {
    PORTED.iter().flat_map(|area| area()).collect()
}
