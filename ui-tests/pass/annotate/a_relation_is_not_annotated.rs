use queryset::demo::blog::{Blog, blog};

fn main() {
    let _ = Blog::objects().annotate(blog::entry().count());
}
