//! `StringAgg("headline", ",", default=Value([]))`: FieldError: Expression contains mixed types

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::blog_id).annotate(entry::headline.string_agg(",").or_empty());
}
