//! `FilteredRelation("entry", condition=Q(entry__tagline="x"))`: FieldError: Unsupported lookup
//! 'tagline'.

use queryset::demo::blog::blog;
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.tagline.exact("x"));
    let _ = top.count();
}
