//! `Entry.objects.filter(blog__nam="Beatles Blog")`: FieldError: Unsupported lookup 'nam' for
//! ForeignKey or join on the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().nam.exact("Beatles Blog"));
}
