//! Names are compared with names.

use queryset::demo::blog::{Author, Entry, author, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.in_(Author::objects().values_list(author::name)));
}
