//! A key is compared with what its own row has.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.key("a").exact(specimen::data.key("b")));
}
