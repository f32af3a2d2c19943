//! `Entry.objects.filter(rating=None)`: Django takes it for `rating__isnull=True`.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(None));
}
