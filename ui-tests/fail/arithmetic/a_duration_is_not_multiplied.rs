//! `Specimen.objects.annotate(d=F("span") * 2)`: FieldError: Cannot infer type of '*' expression involving
//! these types: DurationField, IntegerField. You must set output_field.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::span * 2;
}
