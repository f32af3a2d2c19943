//! A moment has hours.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::published_at.hour().exact(1));
}
