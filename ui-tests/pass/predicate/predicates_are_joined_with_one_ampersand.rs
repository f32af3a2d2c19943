//! `&` is AND, `|` is OR, `!` is NOT.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(4) & entry::headline.exact("Help!"));
}
