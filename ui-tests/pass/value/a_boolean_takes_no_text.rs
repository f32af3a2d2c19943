//! Booleans are compared with booleans.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::flag.exact(true));
}
