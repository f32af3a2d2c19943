//! A condition speaks of the related row, and of the row that has the relation.

use queryset::demo::blog::blog;
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.headline.exact("x") & blog::name.exact("y"));
    let _ = top.count();
}
