//! `Specimen.objects.filter(data__icontains="x")` looks into the text of the document, with its quotes and braces.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.icontains("x"));
}
