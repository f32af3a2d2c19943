//! `EntryFilter({"rating__gte": "x"})`: django-filter's form is not valid.

use queryset::demo::blog::EntryFilter;

fn main() {
    let _ = EntryFilter { rating__gte: Some("4"), ..EntryFilter::default() };
}
