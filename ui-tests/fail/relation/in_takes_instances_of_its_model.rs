//! `Entry.objects.filter(blog__in=[ringo])`: ValueError: Cannot query "Author object (1)": Must be
//! "Blog" instance.

use queryset::demo::blog::{Author, Entry, entry};

fn query(ringo: &Author) {
    let _ = Entry::objects().filter(entry::blog().in_([ringo]));
}

fn main() {
    let _ = query;
}
