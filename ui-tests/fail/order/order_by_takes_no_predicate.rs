//! `Entry.objects.order_by(Q(rating=5))`: AttributeError: 'Q' object has no attribute 'asc'

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::rating.exact(5));
}
