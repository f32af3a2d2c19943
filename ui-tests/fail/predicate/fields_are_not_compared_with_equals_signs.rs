//! `Entry.objects.filter(F("rating") == 3)`: TypeError: cannot unpack non-iterable bool object

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating == 3);
}
