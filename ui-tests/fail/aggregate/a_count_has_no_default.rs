//! `Entry.objects.aggregate(n=Count("rating", default=1))`: TypeError: Count does not allow default.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.count().default(1);
}
