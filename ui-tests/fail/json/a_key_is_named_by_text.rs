//! `Specimen.objects.filter(data__0="x")` takes digits for the place of an item, never for a key.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.key(0).exact("x"));
}
