//! `Entry.objects.update(rating=F("headline"))`: Django leaves it to the database; PostgreSQL refuses
//! it, SQLite stores the text.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.set(entry::headline);
}
