//! `Entry.objects.filter(rating__in=(4, 5))` is right in Django; in Rust a list of values is an array
//! or a `Vec`.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.in_((4, 5)));
}
