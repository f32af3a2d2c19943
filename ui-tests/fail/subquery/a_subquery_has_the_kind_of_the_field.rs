//! `Entry.objects.filter(rating=Subquery(Blog.objects.values("name")[:1]))`: Django leaves it to the database;
//! PostgreSQL refuses it.

use queryset::demo::blog::{Blog, blog, entry};
use queryset::subquery;

fn main() {
    let _ = entry::rating.exact(subquery(Blog::objects().values_list(blog::name).limit(1)));
}
