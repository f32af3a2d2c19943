//! `Entry.objects.values("headline").select_related("blog")`: TypeError: Cannot call select_related()
//! after .values() or .values_list().

use queryset::demo::blog::{Entry, entry};


fn main() {
    let _ = Entry::objects().values(entry::headline).select_related(entry::blog());
}
