//! `Entry.objects.filter(rating=True)`: Django compares with 1.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(true));
}
