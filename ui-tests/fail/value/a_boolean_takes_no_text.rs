//! `Specimen.objects.filter(flag="yes")`: ValidationError: “yes” value must be either True, False, or
//! None.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::flag.exact("yes"));
}
