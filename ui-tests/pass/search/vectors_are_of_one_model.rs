//! A related model's text is searched, too.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.search_vector() + entry::blog().tagline.search_vector();
}
