//! `Entry.objects.values_list("headline", "rating", flat=True)`: TypeError: 'flat' is not valid when
//! values_list is called with more than one field.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list((entry::headline, entry::rating)).flat();
}
