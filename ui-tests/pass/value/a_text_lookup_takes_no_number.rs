//! Text is searched for text.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.icontains("1984"));
}
