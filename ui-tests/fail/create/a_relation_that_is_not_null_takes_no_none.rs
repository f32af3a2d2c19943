//! `Entry.objects.create(blog=None, …)`: IntegrityError: NOT NULL constraint failed: blog_entry.blog_id

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::create().blog(None);
}
