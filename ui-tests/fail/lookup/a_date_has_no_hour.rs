//! `Entry.objects.filter(pub_date__hour=1)`: FieldError: Unsupported lookup 'hour' for DateField or join
//! on the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.hour().exact(1));
}
