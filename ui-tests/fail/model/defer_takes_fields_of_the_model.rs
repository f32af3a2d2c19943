//! `Entry.objects.defer("tagline")`: FieldDoesNotExist: Entry has no field named 'tagline'

use queryset::demo::blog::{Entry, blog, entry};

fn main() {
    let _ = Entry::objects().defer((entry::body_text, blog::tagline));
}
