//! `Prefetch("entry_set", queryset=Author.objects.all())`: Django raises FieldError when it runs.

use queryset::demo::blog::{Author, Blog, blog};
use queryset::prefetch;


fn main() {
    let _ = Blog::objects().prefetch_related(prefetch(blog::entry(), Author::objects()));
}
