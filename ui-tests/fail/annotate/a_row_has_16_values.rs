//! Rows with more than 16 values are records: Django has no limit.

use queryset::demo::blog::{Entry, entry as e};

fn main() {
    let all = (e::id, e::id, e::id, e::id, e::id, e::id, e::id, e::id, e::id, e::id, e::id, e::id, e::id, e::id, e::id, e::id);
    let _ = Entry::objects().values_list(all).annotate(e::rating);
}
