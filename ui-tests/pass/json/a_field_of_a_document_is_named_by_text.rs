//! The name of a field is text.

use queryset::demo::blog::{Author, author};
use queryset::json_object;

fn main() {
    let _ = Author::objects().values_list(json_object().field("5", author::name));
}
