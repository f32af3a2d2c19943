//! A key has text lookups.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.key("a").icontains("x"));
}
