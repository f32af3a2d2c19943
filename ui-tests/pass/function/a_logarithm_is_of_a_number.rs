//! A number has a logarithm.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::number_of_comments.log(2);
}
