//! A time of day is cut to its hour.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::clock.trunc_hour();
}
