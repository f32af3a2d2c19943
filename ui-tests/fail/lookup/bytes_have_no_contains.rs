//! `Specimen.objects.filter(blob__contains=b"b")`: Django searches for the text `b'b'`, and finds no
//! row.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::blob.contains(b"b".to_vec()));
}
