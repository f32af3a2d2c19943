//! `EntryFilter({"headline__iexact": "x"})`: django-filter ignores it.

use queryset::demo::blog::EntryFilter;

fn main() {
    let _ = EntryFilter { headline__icontain: Some("x".to_owned()), ..EntryFilter::default() };
}
