//! `Entry.objects.filter(headline__a="x")`: FieldError: Unsupported lookup 'a' for CharField or join on the
//! field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.key("a").exact("x"));
}
