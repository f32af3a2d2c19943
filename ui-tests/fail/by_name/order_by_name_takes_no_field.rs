//! `Entry.objects.order_by(Entry.rating)`: TypeError.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by_name(entry::rating);
}
