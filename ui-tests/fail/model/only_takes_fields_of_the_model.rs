//! `Entry.objects.only("name")`: FieldDoesNotExist: Entry has no field named 'name'

use queryset::demo::blog::{Entry, blog};

fn main() {
    let _ = Entry::objects().only(blog::name);
}
