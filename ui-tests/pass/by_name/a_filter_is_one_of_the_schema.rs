//! The filter is in the schema.

use queryset::demo::blog::EntryFilter;

fn main() {
    let _ = EntryFilter { headline__icontains: Some("x".to_owned()), ..EntryFilter::default() };
}
