//! `Entry.objects.of("self")`: AttributeError: 'QuerySet' object has no attribute 'of'

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().of_self();
}
