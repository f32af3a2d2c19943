//! `Entry.objects.filter(rating=wanted)`, where `wanted` may be None: Django then takes it for
//! `rating__isnull=True`.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let wanted: Option<i32> = Some(4);
    let _ = Entry::objects().filter(entry::rating.exact(wanted));
}
