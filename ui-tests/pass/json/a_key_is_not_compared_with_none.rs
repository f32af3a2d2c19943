//! JSON's null is a value; a missing key is asked for with `isnull`.

use queryset::demo::blog::{Specimen, specimen};
use serde_json::Value;

fn main() {
    let _ = Specimen::objects()
        .filter(specimen::data.key("a").exact(Value::Null) | specimen::data.key("a").isnull(true));
}
