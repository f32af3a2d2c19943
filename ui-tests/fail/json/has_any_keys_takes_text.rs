//! `Specimen.objects.filter(data__has_any_keys=[1, 2])` asks for the keys "1" and "2".

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.has_any_keys([1, 2]));
}
