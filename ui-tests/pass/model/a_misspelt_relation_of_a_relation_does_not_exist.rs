//! A relation leads on to the relations of its model.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().theme().name.exact("Dark"));
}
