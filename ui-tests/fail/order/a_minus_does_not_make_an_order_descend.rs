//! `Entry.objects.order_by("-pub_date")` is right in Django; `-F("pub_date")` there is a FieldError.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(-entry::pub_date);
}
