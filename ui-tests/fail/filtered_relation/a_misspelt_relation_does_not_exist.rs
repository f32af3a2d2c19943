//! `FilteredRelation("nope", condition=Q(pk=1))`: FieldError: Cannot resolve keyword 'nope' into
//! field.

use queryset::demo::blog::blog;
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::nope(), |entry| entry.rating.exact(5));
    let _ = top.count();
}
