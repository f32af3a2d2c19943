//! `Sum("rating", order_by="pub_date")`: TypeError: got an unexpected keyword argument

use queryset::demo::blog::{Entry, entry};

fn main() {
    let _ = Entry::objects().values_list(entry::blog_id).annotate(entry::rating.sum().order_by(entry::id));
}
