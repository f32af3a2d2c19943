//! `Specimen.objects.annotate(n=F("flag") + F("num"))`: FieldError: Cannot infer type of '+' expression
//! involving these types: BooleanField, IntegerField. You must set output_field.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::flag + specimen::num;
}
