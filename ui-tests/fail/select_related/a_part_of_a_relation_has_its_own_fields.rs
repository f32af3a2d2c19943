//! `only("blog__headline")`: FieldDoesNotExist: Blog has no field named 'headline'.

use queryset::demo::blog::{Entry, entry};


fn main() {
    let _ = Entry::objects().select_related(entry::blog().only(entry::headline));
}
