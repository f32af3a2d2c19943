//! `Entry.objects.aggregate(Sum("headline"))`: PostgreSQL refuses it, SQLite and MySQL take the text for 0.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.sum();
}
