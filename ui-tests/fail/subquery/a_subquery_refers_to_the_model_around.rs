//! `Author.objects.annotate(x=Subquery(Entry.objects.filter(blog=OuterRef("tagline")).values("pk")[:1]))`:
//! FieldError: Cannot resolve keyword 'tagline' into field.

use queryset::demo::blog::{Author, Entry, blog, entry};
use queryset::{outer, subquery};

fn main() {
    let entries = Entry::objects().filter(entry::body_text.exact(outer(blog::tagline)));
    let _ = Author::objects().annotate(subquery(entries.values_list(entry::id).limit(1)));
}
