//! `Entry.objects.all().nowait()`: AttributeError: 'QuerySet' object has no attribute 'nowait'

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().nowait();
}
