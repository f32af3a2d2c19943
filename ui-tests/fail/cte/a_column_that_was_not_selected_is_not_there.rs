//! `cte.col.headline` of a CTE without it: FieldError: Cannot resolve keyword 'headline' into field.

use queryset::demo::blog::{Entry, entry};
use queryset::prelude::*;

fn main() {
    cte!(ids: Entry::objects().values((entry::id, entry::rating)));
    let _ = ids.rows().values_list(ids.col(entry::headline));
}
