//! It orders the rows of its model.

use queryset::demo::blog::{Entry, EntryFilter};

fn main() {
    let _ = Entry::objects().order_by(EntryFilter::default().ordering);
}
