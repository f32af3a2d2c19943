//! `NULL` is asked for with `isnull`.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::char.isnull(true));
}
