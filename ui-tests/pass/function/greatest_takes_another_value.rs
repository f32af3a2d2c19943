//! The greater one of two.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::num.greatest(specimen::small);
}
