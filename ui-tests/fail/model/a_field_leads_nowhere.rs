//! `Entry.objects.filter(headline__name="Help!")`: FieldError: Unsupported lookup 'name' for CharField
//! or join on the field not permitted.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.name.exact("Help!"));
}
