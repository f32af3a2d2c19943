//! `Entry.objects.annotate(x=TruncHour("pub_date"))`: ValueError: Cannot truncate DateField 'pub_date' to
//! DateTimeField.

use queryset::demo::blog::entry;

fn main() {
    let _ = entry::pub_date.trunc_hour();
}
