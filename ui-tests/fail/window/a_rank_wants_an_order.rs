//! `Window(Rank())`: OperationalError: No order list in window specification for 'rank', on
//! MariaDB.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = rank().over(window().partition_by(entry::blog_id));
}
