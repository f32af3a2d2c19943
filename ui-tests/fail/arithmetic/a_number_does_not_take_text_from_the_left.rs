//! `Entry.objects.annotate(n=1 + F("headline"))`: FieldError: Cannot infer type of '+' expression
//! involving these types: IntegerField, CharField. You must set output_field.

use queryset::demo::blog::entry;

fn main() {
    let _ = 1 + entry::headline;
}
