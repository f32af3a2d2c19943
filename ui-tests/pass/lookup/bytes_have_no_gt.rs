//! Bytes are equal or not.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::blob.exact(b"abc".to_vec()));
}
