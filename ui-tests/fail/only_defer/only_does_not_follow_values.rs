//! `Entry.objects.values("headline").only("headline")`: TypeError: Cannot call only() after .values()
//! or .values_list()

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values(entry::headline).only(entry::headline);
}
