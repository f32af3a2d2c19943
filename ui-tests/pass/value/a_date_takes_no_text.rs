//! A date is compared with a date.

use jiff::civil::date;
use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().filter(entry::pub_date.exact(date(2025, 1, 1)));
}
