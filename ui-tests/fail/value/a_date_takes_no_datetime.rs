//! `Entry.objects.filter(pub_date__gte=datetime(2024, 12, 30, 5, tzinfo=UTC))`: Django takes its date in
//! the current time zone.

use jiff::Timestamp;
use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.gte(Timestamp::UNIX_EPOCH));
}
