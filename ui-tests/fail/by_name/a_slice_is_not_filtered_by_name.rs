//! `Entry.objects.all()[:5].filter(**{"rating": 4})`: TypeError: Cannot filter a query once a slice has
//! been taken.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().limit(5).filter_by("rating", 4);
}
