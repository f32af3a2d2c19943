//! `Entry.objects.filter(blog_id__icontains="1")`: FieldError: Unsupported lookup 'icontains' for
//! ForeignKey or join on the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog_id.icontains("news"));
}
