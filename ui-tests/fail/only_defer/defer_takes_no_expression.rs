//! `Entry.objects.defer(F("rating") + 1)`: AttributeError: 'CombinedExpression' object has no attribute
//! 'split'

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().defer(entry::rating + 1);
}
