//! `Entry.objects.filter(number_of_comments__startswith="1")`: Django compares by LIKE with the text of the
//! number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::number_of_comments.startswith("1"));
}
