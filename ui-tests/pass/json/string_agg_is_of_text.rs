//! A number is cast to text.

use queryset::demo::blog::{Entry, entry};
use queryset::kind;

fn main() {
    let _ = Entry::objects()
        .values_list(entry::blog_id)
        .annotate(entry::rating.cast::<kind::Text>().string_agg(","));
}
