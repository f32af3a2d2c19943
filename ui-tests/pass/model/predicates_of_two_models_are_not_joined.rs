//! Both predicates are about an entry.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.exact("Help!") & entry::blog().tagline.exact("New"));
}
