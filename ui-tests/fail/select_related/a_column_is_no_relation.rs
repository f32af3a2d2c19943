//! `Entry.objects.select_related("headline")`: FieldError: Non-relational field given in select_related.

use queryset::demo::blog::{Entry, entry};


fn main() {
    let _ = Entry::objects().select_related(entry::headline);
}
