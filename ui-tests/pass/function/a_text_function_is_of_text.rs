//! Text has a second character.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::headline.substr(2));
}
