//! `Entry.objects.dates("headline", "year")`: TypeError: 'headline' isn't a DateField, TimeField, or
//! DateTimeField.

use queryset::demo::blog::{Entry, entry};
use queryset::DateUnit;

fn main() {
    let _ = Entry::objects().dates(entry::headline, DateUnit::Year);
}
