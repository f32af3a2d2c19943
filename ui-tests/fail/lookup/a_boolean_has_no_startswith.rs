//! `Specimen.objects.filter(flag__startswith="T")`: Django compares by LIKE, and finds no row on
//! SQLite, where true is 1.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::flag.startswith("T"));
}
