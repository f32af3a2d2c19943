//! `Entry.objects.dates("published_at", "hour")`: ValueError: 'kind' must be one of 'year', 'month', 'week', or
//! 'day'.

use queryset::demo::blog::{Entry, entry};
use queryset::TimeUnit;

fn main() {
    let _ = Entry::objects().dates(entry::published_at, TimeUnit::Hour);
}
