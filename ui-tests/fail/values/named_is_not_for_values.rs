//! `Entry.objects.values("headline").named()`: AttributeError: 'QuerySet' object has no attribute
//! 'named'

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values(entry::headline).named();
}
