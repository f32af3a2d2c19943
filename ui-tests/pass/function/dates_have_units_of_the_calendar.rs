//! Datetimes have hours.

use queryset::TimeUnit;
use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().datetimes(entry::published_at, TimeUnit::Hour);
}
