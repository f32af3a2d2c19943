//! `Entry.objects.filter(rating=OuterRef("name"))`: Django leaves it to the database; PostgreSQL
//! refuses it.

use queryset::demo::blog::{Entry, blog, entry};
use queryset::outer;

fn main() {
    let _ = Entry::objects().filter(entry::rating.exact(outer(blog::name)));
}
