//! The rows are those of the filter set's model.

use queryset::demo::blog::{Entry, EntryFilter};

fn main() {
    let _ = Entry::objects().filter_set(&EntryFilter::default());
}
