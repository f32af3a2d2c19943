//! `Case(When(rating=5, then=Value("x")), When(rating=4, then=F("pub_date")))`: FieldError: Expression contains
//! mixed types: CharField, DateField. You must set output_field.

use queryset::demo::blog::entry;
use queryset::case;

fn main() {
    let _ = case().when(entry::rating.exact(5), "x").when(entry::rating.exact(4), entry::pub_date);
}
