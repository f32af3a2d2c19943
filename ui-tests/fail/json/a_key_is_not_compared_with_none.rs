//! `Specimen.objects.filter(data__a=None)` asks for JSON's null, not for a missing key.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.key("a").exact(None));
}
