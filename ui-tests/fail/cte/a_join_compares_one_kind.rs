//! `cte.join(Entry, headline=cte.col.blog_id)`: the database compares text with a number, or refuses it.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    cte!(ids: Entry::objects().values(entry::blog_id));
    let _ = ids.on(entry::headline, entry::blog_id);
}
