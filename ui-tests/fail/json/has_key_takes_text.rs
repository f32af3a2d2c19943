//! `Specimen.objects.filter(data__has_key=5)` finds the key "5" or fails, each database in its own way.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::data.has_key(5));
}
