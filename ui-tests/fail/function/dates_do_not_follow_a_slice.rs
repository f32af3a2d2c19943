//! `Entry.objects.all()[:5].dates("pub_date", "year")`: TypeError: Cannot filter a query once a slice has been
//! taken.

use queryset::demo::blog::{Entry, entry};
use queryset::DateUnit;

fn main() {
    let _ = Entry::objects().limit(5).dates(entry::pub_date, DateUnit::Year);
}
