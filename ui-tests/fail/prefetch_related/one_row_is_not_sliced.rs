//! `Prefetch("theme", queryset=Theme.objects.all()[:1])`: TypeError: Cannot filter a query once a slice has
//! been taken.

use queryset::demo::blog::{Blog, Theme, blog};
use queryset::prefetch;


fn main() {
    let _ = Blog::objects().prefetch_related(prefetch(blog::theme(), Theme::objects().limit(1)));
}
