//! An item of an array is at an index.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.index(0).exact("x"));
}
