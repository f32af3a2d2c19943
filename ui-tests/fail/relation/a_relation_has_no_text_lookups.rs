//! `Entry.objects.filter(blog__icontains="beatles")`: FieldError: Unsupported lookup 'icontains' for
//! ForeignKey or join on the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().icontains("beatles"));
}
