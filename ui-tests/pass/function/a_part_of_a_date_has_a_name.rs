//! Every database knows the year.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::day.year() / 100 + 1;
}
