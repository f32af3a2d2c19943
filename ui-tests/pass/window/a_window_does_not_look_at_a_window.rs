//! A window looks at columns, and at aggregates of groups.

use queryset::demo::blog::blog;
use queryset::prelude::*;

fn main() {
    let n = blog::entry().count();
    let _ = n.lag().over(window().order_by(blog::id));
}
