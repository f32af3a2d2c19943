//! `Concat("name")`: ValueError: Concat must take at least two expressions.

use queryset::demo::blog::author;

fn main() {
    let _ = author::name.concat();
}
