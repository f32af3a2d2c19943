//! `values_list()` of 17 fields is right in Django; here a tuple of rows has 16 elements at most.

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list((
        entry::id,
        entry::headline,
        entry::summary,
        entry::body_text,
        entry::pub_date,
        entry::mod_date,
        entry::published_at,
        entry::rating,
        entry::number_of_comments,
        entry::number_of_pingbacks,
        entry::blog_id,
        entry::blog().id,
        entry::blog().name,
        entry::blog().tagline,
        entry::blog().theme_id,
        entry::blog().theme().name,
        entry::blog().theme().order,
    ));
}
