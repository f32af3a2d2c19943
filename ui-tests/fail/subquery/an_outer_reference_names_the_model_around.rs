//! `Author.objects.filter(Exists(Entry.objects.filter(headline=OuterRef("tagline"))))`: FieldError:
//! Cannot resolve keyword 'tagline' into field.

use queryset::demo::blog::{Author, Entry, blog, entry};
use queryset::{exists, outer};

fn main() {
    let entries = Entry::objects().filter(entry::headline.exact(outer(blog::tagline)));
    let _ = Author::objects().filter(exists(entries));
}
