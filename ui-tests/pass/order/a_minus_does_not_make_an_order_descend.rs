//! A descending order is a method of the field.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().order_by(entry::pub_date.desc());
}
