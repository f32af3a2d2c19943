//! `Entry.objects.annotate(x=1)`: TypeError: QuerySet.annotate() received non-expression(s): 1.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().annotate(1);
}
