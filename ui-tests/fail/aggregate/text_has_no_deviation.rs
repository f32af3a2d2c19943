//! `Entry.objects.aggregate(StdDev("headline"))`: PostgreSQL refuses it, SQLite fails.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.stddev();
}
