//! `Entry.objects.all()[:5][:9]`: Django keeps the smaller one.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().limit(5).limit(9);
}
