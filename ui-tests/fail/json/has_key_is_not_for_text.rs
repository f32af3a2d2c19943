//! `Entry.objects.filter(headline__has_key="x")`: FieldError: Unsupported lookup 'has_key' for CharField or join
//! on the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.has_key("x"));
}
