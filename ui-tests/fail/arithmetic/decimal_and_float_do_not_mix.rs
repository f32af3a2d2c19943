//! `Specimen.objects.annotate(n=F("dec") + F("real"))`: FieldError: Cannot infer type of '+' expression
//! involving these types: DecimalField, FloatField. You must set output_field.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::dec + specimen::real;
}
