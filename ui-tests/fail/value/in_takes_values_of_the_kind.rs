//! `Entry.objects.filter(rating__in=["four", "five"])`: ValueError: Field 'rating' expected a number
//! but got 'four'.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.in_(["four", "five"]));
}
