//! A list has an order.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ =
        Entry::objects().values_list(entry::blog_id).annotate(entry::rating.json_agg().order_by(entry::id));
}
