//! A window is parted by columns, and by aggregates of groups.

use queryset::demo::blog::blog;
use queryset::prelude::*;

fn main() {
    let n = blog::entry().count();
    let _ = blog::id.count().over(window().partition_by(&n));
}
