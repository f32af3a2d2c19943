//! `Entry.objects.filter(rating__in=(4, "five"))`: ValueError: Field 'rating' expected a number but got
//! 'five'.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.in_((4, "five")));
}
