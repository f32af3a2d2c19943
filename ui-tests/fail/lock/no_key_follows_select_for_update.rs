//! `Entry.objects.no_key()`: AttributeError: 'QuerySet' object has no attribute 'no_key'

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().no_key();
}
