//! `Entry.objects.filter(blog_id=OuterRef("pk"), headline=OuterRef("headline"))` inside a query on
//! Blog: FieldError: Cannot resolve keyword 'headline' into field.

use queryset::demo::blog::{Entry, author, blog, entry};
use queryset::outer;

fn main() {
    let _ = Entry::objects()
        .filter(entry::blog_id.exact(outer(blog::id)))
        .filter(entry::rating.exact(outer(author::age)));
}
