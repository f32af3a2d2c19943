//! Each query set is annotated before.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    let good = Entry::objects().filter(entry::rating.gte(4));
    let _ = good.annotate(value(1)).union(Entry::objects().annotate(value(2)));
}
