//! `Entry.objects.annotate(n=F("pub_date") + 1)`: FieldError: Cannot infer type of '+' expression
//! involving these types: DateField, IntegerField. You must set output_field.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::pub_date + 1;
}
