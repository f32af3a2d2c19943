//! `Blog.objects.select_related("entry")`: FieldError: Invalid field name(s) given in select_related.

use queryset::demo::blog::{Blog, blog};


fn main() {
    let _ = Blog::objects().select_related((blog::theme(), blog::entry()));
}
