//! `Entry.objects.filter(rating__range=(3, 5))` is right in Django; here the bounds are two arguments.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.range((3, 5)));
}
