//! Numbers are added.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::small + specimen::num;
}
