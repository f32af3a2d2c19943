//! Two fields of one kind are compared.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.exact(entry::summary));
}
