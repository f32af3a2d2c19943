//! `FilteredRelation("", condition=Q(pk=1))`: ValueError: relation_name cannot be empty.

use queryset::demo::blog::Blog;
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: Blog, |entry| entry.rating.exact(5));
    let _ = top.count();
}
