//! `Entry.objects.filter(pub_date="soon")`: ValidationError: “soon” value has an invalid date format.
//! It must be in YYYY-MM-DD format.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.exact("soon"));
}
