//! `Entry.objects.annotate(x=Trunc("pub_date", "hour"))`: ValueError: Cannot truncate DateField 'pub_date' to
//! DateTimeField.

use queryset::demo::blog::entry;
use queryset::TimeUnit;

fn main() {
    let _ = entry::pub_date.trunc(TimeUnit::Hour);
}
