//! `Entry.objects.select_for_update(of=("headline",))`: FieldError: Invalid field name(s) given in select_for_update(of=(...))

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().select_related(entry::blog()).select_for_update().of(entry::headline);
}
