//! `defer()` names columns of the model itself.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().defer((entry::body_text, entry::summary));
}
