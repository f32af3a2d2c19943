//! `Entry.objects.annotate(half=F("rating") / 2)`: Django leaves it to the database: 7 / 2 is 3 on
//! SQLite and PostgreSQL, and 3.5 on MySQL.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating / 2;
}
