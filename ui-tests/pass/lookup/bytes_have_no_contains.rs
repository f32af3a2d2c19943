//! Bytes are compared as a whole.

use queryset::demo::blog::{Specimen, specimen};

fn main() {
    let _ = Specimen::objects().filter(specimen::blob.exact(b"b".to_vec()));
}
