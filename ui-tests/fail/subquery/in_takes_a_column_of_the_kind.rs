//! `Entry.objects.filter(blog_id__in=Author.objects.values("name"))`: Django leaves it to the database;
//! PostgreSQL refuses it.

use queryset::demo::blog::{Author, Entry, author, entry};

fn main() {
    let _ = Entry::objects().filter(entry::blog_id.in_(Author::objects().values_list(author::name)));
}
