//! A value is converted.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    let dates = Entry::objects().values_list(entry::pub_date.cast::<kind::Text>());
    let _ = Entry::objects().values_list(entry::headline).union(dates);
}
