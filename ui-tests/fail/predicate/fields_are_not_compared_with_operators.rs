//! `Entry.objects.filter(F("rating") > 3)`: TypeError: '>' not supported between instances of 'F' and
//! 'int'

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::rating > 3);
}
