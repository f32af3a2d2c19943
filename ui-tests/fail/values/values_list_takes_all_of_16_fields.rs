//! `Specimen.objects.values_list()` is right in Django, for any number of fields.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().values_list(specimen::ALL);
}
