//! A builder has a method for each field.

use queryset::demo::blog::Blog;

fn main() {
    let _ = Blog::create().name("Beatles Blog").tagline("All the latest");
}
