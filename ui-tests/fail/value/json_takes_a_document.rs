//! `Specimen.objects.filter(data=1)` is right in Django, which makes a document of the number.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.exact(1));
}
