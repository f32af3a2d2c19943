//! Both operands are fields of the entry.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.gt(entry::number_of_comments + entry::number_of_pingbacks));
}
