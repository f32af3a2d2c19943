//! `Entry.objects.filter(headline=1984)`: Django compares with the text of the number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.exact(1984));
}
