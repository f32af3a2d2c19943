//! Several fields are a tuple.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by((entry::blog_id, entry::pub_date.desc()));
}
