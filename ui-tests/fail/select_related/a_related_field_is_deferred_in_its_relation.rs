//! `Entry.objects.select_related("blog").only("headline", "blog__name")`: the fields of the blog are named
//! with the blog here.

use queryset::demo::blog::{Entry, entry};


fn main() {
    let _ = Entry::objects().select_related(entry::blog()).only(entry::blog().name);
}
