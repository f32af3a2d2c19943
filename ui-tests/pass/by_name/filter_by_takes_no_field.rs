//! Beside a name on the left, the field on the right is named, too.

use queryset::demo::blog::Entry;
use queryset::dynamic::F;

fn main() {
    let _ = Entry::objects().filter_by("rating__gt", F("number_of_comments"));
}
