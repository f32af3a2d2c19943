//! `Entry.objects.update(blog=None)`: IntegrityError: NOT NULL constraint failed: blog_entry.blog_id

use queryset::demo::blog::{Blog, entry};

fn main() {
    let _ = entry::blog().set(None::<&Blog>);
}
