//! Fields of the related row are values, too.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values((entry::headline, entry::blog().name));
}
