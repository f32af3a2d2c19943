//! `Entry.objects.filter(rating=4.5)`: Django compares with 4.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(4.5));
}
