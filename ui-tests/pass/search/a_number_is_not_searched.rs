//! Text is searched.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.search("5"));
}
