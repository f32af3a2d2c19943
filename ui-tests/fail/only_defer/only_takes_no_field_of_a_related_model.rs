//! `Entry.objects.only("blog__name")`: Django loads the keys alone, and runs a query for each blog
//! whose name is read.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().only(entry::blog().name);
}
