//! `Entry.objects.update(blog__theme=space)`: FieldDoesNotExist: Entry has no field named 'blog__theme'

use queryset::demo::blog::{Theme, entry};

fn query(space: &Theme) {
    let _ = entry::blog().theme().set(space);
}

fn main() {
    let _ = query;
}
