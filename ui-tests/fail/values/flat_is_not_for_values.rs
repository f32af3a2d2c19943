//! `Entry.objects.values("headline").flat()`: AttributeError: 'QuerySet' object has no attribute 'flat'

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values(entry::headline).flat();
}
