//! `StringAgg("rating", ",")` on PostgreSQL: function string_agg(integer, unknown) does not exist

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::blog_id).annotate(entry::rating.string_agg(","));
}
