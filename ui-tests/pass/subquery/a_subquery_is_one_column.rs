//! One column.

use queryset::demo::blog::{Blog, Entry, entry};
use queryset::subquery;

fn main() {
    let _ = Blog::objects().annotate(subquery(Entry::objects().values_list(entry::headline).limit(1)));
}
