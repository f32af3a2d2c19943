//! `a.values_list("headline").union(b.values_list("name")).values_list("rating")`: Django ignores the last call.

use queryset::demo::blog::{Blog, Entry, blog, entry};

fn main() {
    let names = Entry::objects().values_list(entry::headline).union(Blog::objects().values_list(blog::name));
    let _ = names.values_list(entry::rating);
}
