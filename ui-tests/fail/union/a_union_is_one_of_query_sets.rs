//! `Entry.objects.union(Entry)`: AttributeError: type object 'Entry' has no attribute 'query'

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().union(entry::id);
}
