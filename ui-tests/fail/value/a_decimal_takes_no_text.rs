//! `Specimen.objects.filter(dec="0.1")` is right in Django, which makes a decimal of the text.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::dec.exact("0.1"));
}
