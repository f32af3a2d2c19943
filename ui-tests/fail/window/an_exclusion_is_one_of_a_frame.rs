//! `Window(Sum("rating"), exclusion=WindowFrameExclusion.TIES)`: TypeError: got an unexpected
//! keyword argument 'exclusion'.

use queryset::demo::blog::entry;
use queryset::WindowFrameExclusion;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.sum().over(window().order_by(entry::id).exclusion(WindowFrameExclusion::Ties));
}
