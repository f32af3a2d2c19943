//! `Entry.objects.order_by("-rating")` is right in Django; `-F("rating")` there is the number negated.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(-entry::rating);
}
