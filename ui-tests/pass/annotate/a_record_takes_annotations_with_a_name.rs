//! A count that is called `n`.

use queryset::demo::blog::{Entry, entry};
use queryset::named;

fn main() {
    named!(n: entry::id.count());
    let _ = Entry::objects().values(entry::blog()).annotate(&n);
}
