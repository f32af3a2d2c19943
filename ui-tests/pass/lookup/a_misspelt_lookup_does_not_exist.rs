//! Lookups have Django's names.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.icontains("news"));
}
