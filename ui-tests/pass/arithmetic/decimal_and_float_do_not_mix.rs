//! A decimal goes with decimals and integers.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::dec + specimen::num;
}
