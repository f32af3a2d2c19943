//! `Entry.objects.select_related("authors")`: FieldError: Invalid field name(s) given in select_related.

use queryset::demo::blog::{Entry, entry};


fn main() {
    let _ = Entry::objects().select_related(entry::authors());
}
