//! `Entry.objects.filter(pub_date__gt=F("published_at"))`: Django leaves it to the database, and each
//! decides for itself.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.gt(entry::published_at));
}
