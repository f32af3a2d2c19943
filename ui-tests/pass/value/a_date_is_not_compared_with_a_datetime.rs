//! Two dates are compared.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.gt(entry::mod_date));
}
