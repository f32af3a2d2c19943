//! Rows are left out of a frame.

use queryset::WindowFrameExclusion;
use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ =
        entry::rating.sum().over(window().order_by(entry::id).rows(..).exclusion(WindowFrameExclusion::Ties));
}
