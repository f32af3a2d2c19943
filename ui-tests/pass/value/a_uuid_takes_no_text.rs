//! A UUID is compared with a UUID.

use queryset::demo::blog::{Specimen, specimen};
use uuid::Uuid;

fn main() {
    let _ = Specimen::objects().filter(specimen::uid.exact(Uuid::nil()));
}
