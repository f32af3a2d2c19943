//! Digits are text.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.replace("1", "2");
}
