//! Several keys are a list.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.has_keys(["a", "b"]));
}
