//! `Entry.objects.select_related("theme")`: FieldError: Invalid field name(s) given in select_related.

use queryset::demo::blog::{Entry, blog};


fn main() {
    let _ = Entry::objects().select_related(blog::theme());
}
