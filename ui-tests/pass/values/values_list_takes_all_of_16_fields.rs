//! A blog has four fields, and records have any number.

use queryset::demo::blog::{Blog, Specimen, blog, specimen};

fn main() {
    let _ = Blog::objects().values_list(blog::ALL);
    let _ = Specimen::objects().values(specimen::ALL);
}
