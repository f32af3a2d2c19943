//! A date has units of the calendar.

use queryset::DateUnit;
use queryset::demo::blog::entry;

fn main() {
    let _ = entry::pub_date.trunc(DateUnit::Month);
}
