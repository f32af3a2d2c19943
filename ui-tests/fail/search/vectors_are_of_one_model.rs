//! `Entry.objects.annotate(v=SearchVector("headline") + SearchVector("tagline"))`: FieldError: Cannot resolve
//! keyword 'tagline' into field.

use queryset::demo::blog::{blog, entry};

fn main() {
    let _ = entry::headline.search_vector() + blog::tagline.search_vector();
}
