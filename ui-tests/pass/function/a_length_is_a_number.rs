//! A length is a number.

use queryset::demo::blog::{Author, author};

fn main() {
    let _ = Author::objects().values_list(author::name.lpad(10, "*"));
}
