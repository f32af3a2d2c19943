//! `Entry.objects.create(blog=1, …)`: ValueError: Cannot assign "1": "Entry.blog" must be a "Blog"
//! instance.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::create().blog(1);
}
