//! `Entry.objects.values_list("headline").defer("headline")`: TypeError: Cannot call defer() after
//! .values() or .values_list()

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list((entry::headline, entry::rating)).defer(entry::headline);
}
