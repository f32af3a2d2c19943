//! The related row has the name that stands before the condition.

use queryset::demo::blog::blog;
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let _ = top.count();
}
