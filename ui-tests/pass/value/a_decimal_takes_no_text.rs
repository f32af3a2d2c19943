//! The text is made a decimal first.

use queryset::demo::blog::{Specimen, specimen};
use rust_decimal::Decimal;

fn main() {
    let _ = Specimen::objects().filter(specimen::dec.exact(Decimal::new(1, 1)));
}
