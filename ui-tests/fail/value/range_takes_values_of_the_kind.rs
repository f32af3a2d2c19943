//! `Entry.objects.filter(rating__range=(3, "five"))`: ValueError: Field 'rating' expected a number but
//! got 'five'.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.range(3, "five"));
}
