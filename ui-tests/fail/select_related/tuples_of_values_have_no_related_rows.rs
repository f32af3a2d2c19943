//! `Entry.objects.values_list("headline").select_related("blog")`: TypeError: Cannot call select_related()
//! after .values() or .values_list().

use queryset::demo::blog::{Entry, entry};


fn main() {
    let _ = Entry::objects().values_list(entry::headline).select_related(entry::blog());
}
