//! A field that is declared `null` takes `None`.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::summary.set(None);
}
