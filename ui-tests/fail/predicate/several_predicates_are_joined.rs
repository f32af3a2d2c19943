//! `Entry.objects.filter(Q(rating__gt=3), Q(id__gt=1))` joins them with `AND`.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter((entry::rating.gt(3), entry::id.gt(1)));
}
