//! `Entry.objects.datetimes("pub_date", "year")`: ValueError: Cannot truncate DateField 'pub_date' to
//! DateTimeField.

use queryset::demo::blog::{Entry, entry};
use queryset::DateUnit;

fn main() {
    let _ = Entry::objects().datetimes(entry::pub_date, DateUnit::Year);
}
