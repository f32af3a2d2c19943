//! `Entry.objects.order_by("?")` is right in Django.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().order_by("?");
}
