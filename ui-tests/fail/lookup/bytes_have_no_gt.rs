//! `Specimen.objects.filter(blob__gt=b"abc")`: Django lets each database order the bytes in its own
//! way.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::blob.gt(b"abc".to_vec()));
}
