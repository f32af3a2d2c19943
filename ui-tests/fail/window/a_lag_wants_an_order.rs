//! `Window(Lag("rating"))`: OperationalError: No order list in window specification for 'lag', on
//! MariaDB.

use queryset::demo::blog::entry;
use queryset::prelude::*;

fn main() {
    let _ = entry::rating.lag().over(window().order_by(()));
}
