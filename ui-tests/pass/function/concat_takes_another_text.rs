//! Two texts are one.

use queryset::demo::blog::author;

fn main() {
    let _ = author::name.concat(author::email);
}
