//! `Entry.objects.select_related("blog")`: relations are no text here.

use queryset::demo::blog::{Entry};


fn main() {
    let _ = Entry::objects().select_related("blog");
}
