//! The entries of the blog with that rating.

use queryset::demo::blog::blog;

fn main() {
    let _ = blog::entry().count().filter(blog::entry().rating.exact(5));
}
