//! `Product.objects.annotate(n=F("price") * 1.19)`: FieldError: Cannot infer type of '*' expression
//! involving these types: DecimalField, FloatField. You must set output_field.

use queryset::demo::shop::product;

fn main() {
    let _ = product::price * 1.19;
}
