//! `Entry.objects.select_related("blog").select_for_update(of=("blog__theme",))`: FieldError: Invalid field name(s) given in select_for_update(of=(...))

use queryset::demo::blog::{Entry, entry};

fn main() {
    let joined = Entry::objects().select_related(entry::blog());
    let _ = joined.select_for_update().of(entry::blog()).of(entry::blog().theme());
}
