//! Both rows are joined.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let joined = Entry::objects().select_related((entry::blog(), entry::blog().theme()));
    let _ = joined.select_for_update().of(entry::blog()).of(entry::blog().theme());
}
