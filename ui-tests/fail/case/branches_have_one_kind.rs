//! `Case(When(rating=5, then=Value("x")), default=Value(1))`: FieldError: Expression contains mixed types:
//! CharField, IntegerField. You must set output_field.

use queryset::demo::blog::entry;
use queryset::case;

fn main() {
    let _ = case().when(entry::rating.exact(5), "x").otherwise(1);
}
