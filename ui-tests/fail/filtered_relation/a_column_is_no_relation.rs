//! `FilteredRelation("name", condition=Q(pk=1))`: a join by a column that is no key.

use queryset::demo::blog::blog;
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::name, |name| name.exact("x"));
    let _ = top.count();
}
