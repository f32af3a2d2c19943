//! A part of a date is asked for by a transform.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.month().exact(12) & entry::pub_date.day().gte(30));
}
