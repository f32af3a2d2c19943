//! `Entry.objects.annotate(n=F("headline") + 1)`: FieldError: Cannot infer type of '+' expression
//! involving these types: CharField, IntegerField. You must set output_field.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline + 1;
}
