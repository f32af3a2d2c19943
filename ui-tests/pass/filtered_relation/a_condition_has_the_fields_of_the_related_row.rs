//! A condition has the fields of the related row.

use queryset::demo::blog::blog;
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.headline.exact("x"));
    let _ = top.count();
}
