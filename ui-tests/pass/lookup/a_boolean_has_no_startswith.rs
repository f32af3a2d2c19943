//! A boolean is compared with a boolean.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::flag.exact(true));
}
