//! `Entry.objects.filter(F("rating"))`: TypeError: Cannot filter against a non-conditional expression.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating);
}
