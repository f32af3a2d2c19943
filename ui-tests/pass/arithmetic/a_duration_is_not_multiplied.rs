//! A sum of two.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::span + specimen::span;
}
