//! A document is written with `json!`.

use queryset::demo::blog::{Specimen, specimen};
use serde_json::json;

fn main() {
    let _ = Specimen::objects().filter(specimen::data.exact(json!(1)));
}
