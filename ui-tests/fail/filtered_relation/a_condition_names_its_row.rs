//! `FilteredRelation("entry", condition=Q(entry__rating=5))` speaks of the related row.

use queryset::prelude::*;

fn main() {
    filtered_relation!(top: queryset::demo::blog::blog::entry(), queryset::demo::blog::blog::entry().rating.exact(5));
}
