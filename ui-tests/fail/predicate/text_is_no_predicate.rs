//! `Entry.objects.filter("rating > 3")`: ValueError: too many values to unpack (expected 2)

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().filter("rating > 3");
}
