//! `Book.objects.annotate(x=Power("price", 0.5))`: a decimal in Django, a float in the database.

use queryset::demo::blog::book;

fn main() {
    let _ = book::price.power(0.5);
}
