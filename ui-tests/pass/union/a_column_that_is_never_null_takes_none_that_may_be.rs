//! The query set with the column that may be `NULL` comes first.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let counts = Entry::objects().values_list(entry::number_of_comments);
    let _ = Entry::objects().values_list(entry::rating).union(counts);
}
