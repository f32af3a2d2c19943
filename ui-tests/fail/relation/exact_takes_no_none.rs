//! `Blog.objects.filter(theme=None)`: Django takes it for `theme__isnull=True`.

use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().filter(blog::theme().exact(None));
}
