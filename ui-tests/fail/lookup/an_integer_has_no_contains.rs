//! `Entry.objects.filter(number_of_comments__contains=1)`: Django looks for the digit in the text of the
//! number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::number_of_comments.contains(1));
}
