//! Dates and datetimes have a month.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::published_at.month().exact(1));
}
