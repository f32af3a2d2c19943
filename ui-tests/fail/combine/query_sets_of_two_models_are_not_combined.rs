//! `Entry.objects.filter(rating=5) | Blog.objects.all()`: TypeError: Cannot combine queries on two
//! different base models.

use queryset::demo::blog::{Blog, Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(5)) | Blog::objects();
}
