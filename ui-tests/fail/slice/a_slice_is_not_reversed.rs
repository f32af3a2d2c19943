//! `Entry.objects.order_by("rating")[:5].reverse()`: TypeError: Cannot reverse a query once a slice has
//! been taken.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::rating).limit(5).reverse();
}
