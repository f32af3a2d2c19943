//! `Entry.objects.values(F("rating") + 1)`: TypeError: expected string or bytes-like object, got
//! 'CombinedExpression'

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values(entry::rating + 1);
}
