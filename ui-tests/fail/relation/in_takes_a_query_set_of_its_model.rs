//! `Entry.objects.filter(blog__in=Author.objects.all())`: ValueError: Cannot use QuerySet for "Author":
//! Use a QuerySet for "Blog".

use queryset::demo::blog::{Author, Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().in_(Author::objects()));
}
