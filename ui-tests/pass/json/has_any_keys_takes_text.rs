//! Keys are text.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.has_any_keys(["1", "2"]));
}
