//! `Entry.objects.values_list("headline", flat=True, named=True)`: TypeError: 'flat' and 'named' can't
//! be used together.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::headline).flat().named();
}
