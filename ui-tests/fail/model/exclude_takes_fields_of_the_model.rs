//! `Blog.objects.exclude(headline="Help!")`: FieldError: Cannot resolve keyword 'headline' into field.

use queryset::demo::blog::{Blog, entry};

fn main() {
    let _ = Blog::objects().exclude(entry::headline.exact("Help!"));
}
