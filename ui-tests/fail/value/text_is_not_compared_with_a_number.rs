//! `Entry.objects.filter(headline=F("rating"))`: Django leaves it to the database; PostgreSQL refuses
//! it.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.exact(entry::rating));
}
