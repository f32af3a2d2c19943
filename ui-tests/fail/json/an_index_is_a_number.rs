//! `Specimen.objects.filter(data__first="x")` takes text for a key, never for the place of an item.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.index("first").exact("x"));
}
