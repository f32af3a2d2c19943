//! `Entry.objects.all()[2:][1:]`: Django adds the two.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().offset(2).offset(1);
}
