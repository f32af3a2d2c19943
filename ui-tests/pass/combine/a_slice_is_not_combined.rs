//! The keys of a slice can be asked for.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let slice = Entry::objects().order_by(entry::id).limit(3);
    let _ = Entry::objects().filter(entry::id.in_(slice.values_list(entry::id))) & Entry::objects();
}
