//! `Specimen.objects.filter(num__regex=r"^-?7$")`: Django matches the text of the number.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::num.regex("^-?7$"));
}
