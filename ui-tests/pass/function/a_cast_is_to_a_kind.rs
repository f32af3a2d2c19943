//! A number is cast to text.

use queryset::demo::blog::entry;
use queryset::kind;

fn main() {
    let _ = entry::rating.cast::<kind::Text>();
}
