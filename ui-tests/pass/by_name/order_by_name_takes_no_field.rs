//! Names order by name, fields by `order_by`.

use queryset::demo::blog::Entry;

fn main() {
    let _ = Entry::objects().order_by_name("rating");
}
