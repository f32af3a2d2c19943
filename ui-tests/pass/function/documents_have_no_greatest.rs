//! Numbers have a greatest.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::num.greatest(specimen::num);
}
