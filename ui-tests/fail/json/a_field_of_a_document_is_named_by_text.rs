//! `JSONObject(**{5: "name"})`: TypeError: keywords must be strings

use queryset::demo::blog::{Author, author};
use queryset::json_object;

fn main() {
    let _ = Author::objects().values_list(json_object().field(5, author::name));
}
