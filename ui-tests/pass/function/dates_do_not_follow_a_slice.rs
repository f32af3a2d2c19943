//! The first years.

use queryset::DateUnit;
use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().dates(entry::pub_date, DateUnit::Year).limit(5);
}
