//! `Entry.objects.all()[:-1]`: ValueError: Negative indexing is not supported.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().limit(-1);
}
