//! `Entry.objects.filter(Q(headline="Help!") & Q(tagline="New"))`: FieldError: Cannot resolve keyword
//! 'tagline' into field.

use queryset::demo::blog::{Entry, blog, entry};

fn main() {
    let _ = Entry::objects().filter(entry::headline.exact("Help!") & blog::tagline.exact("New"));
}
