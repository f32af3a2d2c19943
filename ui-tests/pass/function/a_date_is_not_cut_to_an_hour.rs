//! A datetime is cut to its hour.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::published_at.trunc_hour();
}
