//! `Entry.objects.all().skip_locked()`: AttributeError: 'QuerySet' object has no attribute
//! 'skip_locked'

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().skip_locked();
}
