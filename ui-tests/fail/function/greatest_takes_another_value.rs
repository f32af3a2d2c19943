//! `Greatest("num")`: ValueError: Greatest must take at least two expressions.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::num.greatest();
}
