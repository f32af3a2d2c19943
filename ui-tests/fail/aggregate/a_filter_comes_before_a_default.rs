//! `Coalesce(Sum("rating"), 0, filter=Q(id__gt=1))`: TypeError: got an unexpected keyword argument 'filter'

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating.sum().default(0).filter(entry::id.gt(1));
}
