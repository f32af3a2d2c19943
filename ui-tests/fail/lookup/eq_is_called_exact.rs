//! `Entry.objects.filter(rating__eq=4)`: FieldError: Unsupported lookup 'eq' for IntegerField or join
//! on the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.eq(4));
}
