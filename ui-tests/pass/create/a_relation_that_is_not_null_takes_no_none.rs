//! A relation that is declared `null` takes `None`.

use queryset::demo::blog::Blog;

fn main() {
    let _ = Blog::create().theme(None);
}
