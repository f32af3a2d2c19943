//! The date as text.

use queryset::demo::blog::entry;
use queryset::{case, kind};

fn main() {
    let _ = case()
        .when(entry::rating.exact(5), "x")
        .when(entry::rating.exact(4), entry::pub_date.cast::<kind::Text>());
}
