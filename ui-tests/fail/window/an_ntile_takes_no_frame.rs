//! `Window(Ntile(4), frame=RowRange(-1, 1))`: OperationalError: Window frame is not allowed with
//! 'ntile', on MariaDB.

use queryset::demo::blog::Entry;
use queryset::prelude::*;

fn main() {
    let _ = ntile(4).over(window::<Entry>().rows(-1..=1));
}
