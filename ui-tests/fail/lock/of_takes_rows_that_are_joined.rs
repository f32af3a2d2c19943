//! `Entry.objects.select_for_update(of=("blog",))`: FieldError: Invalid field name(s) given in select_for_update(of=(...))

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().select_for_update().of(entry::blog());
}
