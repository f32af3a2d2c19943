//! Its text is cast to a number.

use queryset::demo::blog::{Specimen, specimen};
use queryset::kind;

fn main() {
    let _ = Specimen::objects().values_list(specimen::data.key("size").as_text().cast::<kind::Integer>() + 1);
}
