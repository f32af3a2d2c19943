//! `FilteredRelation("entry", condition="rating")`: ValueError: condition argument must be a Q()
//! instance.

use queryset::demo::blog::blog;
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating);
    let _ = top.count();
}
