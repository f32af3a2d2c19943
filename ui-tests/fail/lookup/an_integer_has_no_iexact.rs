//! `Entry.objects.filter(rating__iexact=5)`: Django compares by LIKE with the text of the number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.iexact(5));
}
