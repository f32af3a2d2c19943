//! `Entry.objects.filter(headline__icontains=1984)`: Django looks for the text of the number.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.icontains(1984));
}
