//! `Entry.objects.intersection(Blog.objects.all())`: the database refuses it: another number of columns.

use queryset::demo::blog::{Blog, Entry};

fn main() {
    let _ = Entry::objects().intersection(Blog::objects());
}
