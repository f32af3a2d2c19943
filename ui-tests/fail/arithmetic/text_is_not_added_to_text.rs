//! `Specimen.objects.annotate(x=F("char") + F("text"))`: FieldError: Cannot infer type of '+' expression
//! involving these types: CharField, TextField. You must set output_field.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::char + specimen::text;
}
