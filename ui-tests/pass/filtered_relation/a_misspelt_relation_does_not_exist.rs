//! A relation is a function of the model's module.

use queryset::demo::blog::blog;
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let _ = top.count();
}
