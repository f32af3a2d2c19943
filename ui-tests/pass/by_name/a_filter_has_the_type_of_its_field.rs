//! A rating is an integer.

use queryset::demo::blog::EntryFilter;

fn main() {
    let _ = EntryFilter { rating__gte: Some(4), ..EntryFilter::default() };
}
