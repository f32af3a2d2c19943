//! `Blog.objects.annotate(newest=Entry.objects.filter(blog=OuterRef("pk")))`: FieldError: Cannot resolve expression
//! type, unknown output_field

use queryset::demo::blog::{Blog, Entry, blog, entry};
use queryset::outer;

fn main() {
    let _ = Blog::objects().annotate(Entry::objects().filter(entry::blog_id.exact(outer(blog::id))));
}
