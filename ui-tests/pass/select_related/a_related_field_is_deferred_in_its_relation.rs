//! Each row with its own fields.

use queryset::demo::blog::{Entry, blog, entry};

fn main() {
    let _ = Entry::objects().select_related(entry::blog().only(blog::name)).only(entry::headline);
}
