//! `Entry.objects.filter(rating__search="5")`: FieldError: Unsupported lookup 'search' for IntegerField or join on
//! the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating.search("5"));
}
