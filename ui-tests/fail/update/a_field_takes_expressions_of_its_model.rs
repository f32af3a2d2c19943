//! `Entry.objects.update(headline=F("tagline"))`: FieldError: Cannot resolve keyword 'tagline' into
//! field.

use queryset::demo::blog::{blog, entry};

fn main() {
    let _ = entry::headline.set(blog::tagline);
}
