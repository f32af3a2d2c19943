//! A moment is compared with a moment.

use queryset::demo::blog::{Entry, entry};
use queryset::now;

fn main() {
    let _ = Entry::objects().filter(entry::published_at.gt(now()));
}
