//! `Entry.objects.values("headline")` is right in Django; here fields are named by constants.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().values("headline");
}
