//! `FilteredRelation("entry", condition=Q(headline="x"))` of `Blog`: FieldError: Cannot resolve
//! keyword 'headline' into field.

use queryset::demo::blog::{blog, entry};
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |_entry| entry::headline.exact("x"));
    let _ = top.count();
}
