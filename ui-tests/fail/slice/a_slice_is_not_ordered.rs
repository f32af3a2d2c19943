//! `Entry.objects.all()[2:5].order_by("rating")`: TypeError: Cannot reorder a query once a slice has
//! been taken.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().slice(2..5).order_by(entry::rating);
}
