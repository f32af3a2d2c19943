//! `Entry.objects.filter(rating__month=1)`: FieldError: Unsupported lookup 'month' for IntegerField or
//! join on the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.month().exact(1));
}
