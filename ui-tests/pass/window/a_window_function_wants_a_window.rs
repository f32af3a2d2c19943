//! A window function is computed over a window.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    let _ = Entry::objects().values_list(rank().over(window().order_by(entry::rating)));
}
