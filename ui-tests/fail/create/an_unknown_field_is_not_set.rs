//! `Blog.objects.create(name="Beatles Blog", titel="…")`: TypeError: Blog() got unexpected keyword
//! arguments: 'titel'

use queryset::demo::blog::Blog;

fn main() {
    let _ = Blog::create().name("Beatles Blog").titel("All the latest");
}
