//! `Entry.objects.filter(rating__in=4)`: TypeError: 'int' object is not iterable

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.in_(4));
}
