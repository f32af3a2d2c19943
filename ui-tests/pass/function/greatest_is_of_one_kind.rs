//! Two texts are compared.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::headline.greatest(entry::body_text));
}
