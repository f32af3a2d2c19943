//! `Subquery(Entry.objects.values("pk", "headline")[:1])`: FieldError: Cannot resolve expression type, unknown
//! output_field

use queryset::demo::blog::{Blog, Entry, entry};
use queryset::subquery;

fn main() {
    let two = Entry::objects().values_list((entry::id, entry::headline)).limit(1);
    let _ = Blog::objects().annotate(subquery(two));
}
