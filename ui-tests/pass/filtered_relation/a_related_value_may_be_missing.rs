//! It is an `Option`.

use queryset::demo::blog::{Blog, blog};
use queryset::prelude::*;

async fn best(db: &Db<Sqlite>) -> Result<Vec<Option<String>>, Error> {
    filtered_relation!(top: blog::entry(), |entry| entry.rating.exact(5));
    let blogs = Blog::objects().filtered_relation(&top);
    blogs.values_list(top.headline).flat().all(db).await
}

fn main() {}
