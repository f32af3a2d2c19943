//! `Specimen.objects.filter(data__gt={"a": 1})`: Django lets each database order the documents in its
//! own way.

use queryset::demo::blog::{Specimen, specimen};
use serde_json::json;

fn main() {
    let _ = Specimen::objects().filter(specimen::data.gt(json!({"a": 1})));
}
