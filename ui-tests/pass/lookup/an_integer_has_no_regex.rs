//! A number is compared as a number.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::num.abs().exact(7));
}
