//! `Entry.objects.filter(rating__gt="four")`: ValueError: Field 'rating' expected a number but got
//! 'four'.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.gt("four"));
}
