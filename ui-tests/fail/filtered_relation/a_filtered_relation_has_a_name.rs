//! `Blog.objects.annotate(FilteredRelation("entry"))`: TypeError: Complex annotations require an
//! alias.

use queryset::prelude::*;

fn main() {
    filtered_relation!(queryset::demo::blog::blog::entry(), |entry| entry.rating.exact(5));
}
