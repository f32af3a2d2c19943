//! `Entry.objects.filter(published_at__gt=date(2025, 1, 1))`: Django takes midnight in the current time
//! zone, and warns that DateTimeField received a naive datetime.

use jiff::civil::date;
use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::published_at.gt(date(2025, 1, 1)));
}
