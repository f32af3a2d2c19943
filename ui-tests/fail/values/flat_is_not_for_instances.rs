//! `Entry.objects.all().flat()`: AttributeError: 'QuerySet' object has no attribute 'flat'

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().flat();
}
