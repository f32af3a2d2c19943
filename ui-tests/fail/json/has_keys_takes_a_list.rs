//! `Specimen.objects.filter(data__has_keys="ab")` asks for the keys "a" and "b".

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.has_keys("ab"));
}
