//! The key is a column of its own.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list((entry::headline, entry::blog_id));
}
