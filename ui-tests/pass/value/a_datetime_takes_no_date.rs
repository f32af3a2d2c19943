//! A datetime is compared with a moment.

use jiff::Timestamp;
use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::published_at.gt(Timestamp::UNIX_EPOCH));
}
