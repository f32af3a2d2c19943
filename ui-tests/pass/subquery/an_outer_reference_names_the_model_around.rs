//! The query around is on the model of the reference.

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::{exists, outer};

fn main() {
    let entries = Entry::objects().filter(entry::headline.exact(outer(blog::tagline)));
    let _ = Blog::objects().filter(exists(entries));
}
