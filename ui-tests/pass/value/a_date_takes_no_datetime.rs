//! The date of a moment is taken in a zone that is named.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ =
        Entry::objects().filter(entry::pub_date.gte(Timestamp::UNIX_EPOCH.to_zoned(TimeZone::UTC).date()));
}
