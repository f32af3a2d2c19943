//! A relation has the fields of the model that it leads to.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog().name.exact("Beatles Blog"));
}
