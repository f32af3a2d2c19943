//! `Entry.objects.values("blog").annotate(F("rating") + 1)`: TypeError: Complex annotations require an alias

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values(entry::blog()).annotate(entry::id.count());
}
