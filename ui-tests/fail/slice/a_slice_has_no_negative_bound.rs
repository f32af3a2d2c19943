//! `Entry.objects.all()[-3:]`: ValueError: Negative indexing is not supported.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::rating).slice(-3..);
}
