//! `Entry.objects.aggregate(Avg("pub_date"))`: PostgreSQL refuses it, SQLite and MySQL take the text for a number.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::pub_date.avg();
}
