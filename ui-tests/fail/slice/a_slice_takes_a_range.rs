//! `Entry.objects.all()["a"]`: TypeError: QuerySet indices must be integers or slices, not str.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().slice("2:5");
}
