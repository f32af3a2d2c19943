//! `Entry.objects.annotate(top=FilteredRelation("entry"))`: FieldError: Cannot resolve keyword
//! 'entry' into field.

use queryset::demo::blog::{Entry, blog};
use queryset::prelude::*;

fn main() {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let _ = Entry::objects().filtered_relation(&top);
}
