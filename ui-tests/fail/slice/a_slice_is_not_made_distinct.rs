//! `Entry.objects.all()[:5].distinct()`: TypeError: Cannot create distinct fields once a slice has been
//! taken.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::rating).limit(5).distinct();
}
