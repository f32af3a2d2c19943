//! `ALL` names the fields of its own model.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values(entry::ALL);
}
