//! Fields are constants of the model's module.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.exact("Help!"));
}
