//! `Entry.objects.filter(headline__year=2005)`: FieldError: Unsupported lookup 'year' for CharField or
//! join on the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.year().exact(2005));
}
