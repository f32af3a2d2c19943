//! It is text, and has a default that is text.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ =
        Entry::objects().values_list(entry::blog_id).annotate(entry::headline.string_agg(",").default(""));
}
