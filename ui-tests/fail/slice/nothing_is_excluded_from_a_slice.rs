//! `Entry.objects.all()[5:].exclude(rating=4)`: TypeError: Cannot filter a query once a slice has been
//! taken.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().offset(5).exclude(entry::rating.exact(4));
}
