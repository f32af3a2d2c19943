//! `Entry.objects.annotate(good=Q(rating__gt=3))` is what `expr()` makes of a predicate.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let good = entry::rating.gt(3);
    let _ = Entry::objects().annotate(good);
}
