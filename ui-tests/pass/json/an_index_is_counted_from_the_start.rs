//! An index begins at 0.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.index(1).exact("x"));
}
