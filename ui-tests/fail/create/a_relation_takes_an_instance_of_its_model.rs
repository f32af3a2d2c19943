//! `Entry.objects.create(blog=ringo, …)`: ValueError: Cannot assign "<Author: Author object (1)>":
//! "Entry.blog" must be a "Blog" instance.

use queryset::demo::blog::{Author, Entry};

fn query(ringo: &Author) {
    let _ = Entry::create().blog(ringo);
}

fn main() {
    let _ = query;
}
