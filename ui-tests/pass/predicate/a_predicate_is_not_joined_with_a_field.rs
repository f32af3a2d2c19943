//! Both sides are predicates.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.exact("Help!") & entry::rating.isnull(false));
}
