//! A count of the rows for which it is true.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::flag.count().filter(specimen::flag);
}
