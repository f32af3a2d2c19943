//! Text in each branch.

use queryset::case;
use queryset::demo::blog::entry;

fn main() {
    let _ = case().when(entry::rating.exact(5), "x").otherwise("1");
}
