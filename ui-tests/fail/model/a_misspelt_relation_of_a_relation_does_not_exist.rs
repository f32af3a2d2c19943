//! `Entry.objects.filter(blog__them__name="Dark")`: FieldError: Unsupported lookup 'them__name' for
//! ForeignKey or join on the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().them().name.exact("Dark"));
}
