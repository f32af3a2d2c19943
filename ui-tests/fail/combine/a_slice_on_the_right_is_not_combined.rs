//! `Entry.objects.all() | Entry.objects.all()[3:]`: Django asks for the keys of the slice here, and
//! ignores the slice with `&`.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects() | Entry::objects().offset(3);
}
