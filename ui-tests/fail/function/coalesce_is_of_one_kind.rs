//! `Entry.objects.annotate(x=Coalesce("rating", Value("none")))`: FieldError: Expression contains mixed types:
//! IntegerField, CharField. You must set output_field.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::rating.coalesce("none"));
}
