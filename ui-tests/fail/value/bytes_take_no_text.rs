//! `Specimen.objects.filter(blob="abc")`: TypeError: memoryview: a bytes-like object is required, not
//! 'str'.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::blob.exact("abc"));
}
