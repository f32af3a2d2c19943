//! A key is named by text.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.key("first").exact("x"));
}
