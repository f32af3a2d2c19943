//! `Entry.objects.values_list("headline") | Entry.objects.all()`: TypeError: Merging 'QuerySet' classes must
//! involve the same values in each case.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::headline) | Entry::objects();
}
