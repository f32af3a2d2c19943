//! `Entry.objects.filter(rating__gt=None)`: ValueError: Cannot use None as a query value

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.gt(None));
}
