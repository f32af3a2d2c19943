//! `Entry.objects.all() & Q(rating=5)`: AttributeError: 'Q' object has no attribute '_known_related_objects'

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects() & entry::rating.exact(5);
}
