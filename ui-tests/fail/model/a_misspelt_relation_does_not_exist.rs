//! `Blog.objects.filter(entrys__headline="Help!")`: FieldError: Cannot resolve keyword 'entrys' into
//! field.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().filter(blog::entrys().headline.exact("Help!"));
}
