//! `Blog.objects.update(entry=entry)`: FieldError: Cannot update model field <ManyToOneRel: blog.entry> (only
//! non-relations and foreign keys permitted).

use queryset::demo::blog::{Entry, blog};

fn query(entry: &Entry) {
    let _ = blog::entry().set(entry);
}

fn main() {
    let _ = query;
}
