//! Every order of the list is one of entries.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(vec![entry::id.asc(), entry::blog().tagline.asc()]);
}
