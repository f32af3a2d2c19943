//! `otherwise()` says what it is where no branch is true.

use queryset::case;
use queryset::demo::blog::entry;

fn main() {
    let _ = entry::headline.set(case().when(entry::rating.exact(5), "top").otherwise("low"));
}
