//! One, or the other where it is `NULL`.

use queryset::demo::blog::specimen;

fn main() {
    let _ = specimen::char.coalesce(specimen::text);
}
