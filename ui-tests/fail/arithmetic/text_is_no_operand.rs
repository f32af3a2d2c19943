//! `Entry.objects.annotate(n=F("rating") + "one")`: FieldError: Cannot infer type of '+' expression
//! involving these types: IntegerField, CharField. You must set output_field.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::rating + "one";
}
