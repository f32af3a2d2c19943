//! A datetime has a year.

use queryset::DateUnit;
use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().datetimes(entry::published_at, DateUnit::Year);
}
