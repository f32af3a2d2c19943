//! `Specimen.objects.filter(uid="42")`: ValidationError: “42” is not a valid UUID.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::uid.exact("42"));
}
