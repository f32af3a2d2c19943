//! `prefetch_related_objects(Blog.objects.values("id"), "entry_set")`: AttributeError: 'dict' object has no
//! attribute '_prefetched_objects_cache'

use queryset::demo::blog::{Blog, blog};
use queryset::{Db, Error, Sqlite, prefetch_related_objects};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    let keys = Blog::objects().values_list((blog::id, blog::name)).all(db).await?;
    prefetch_related_objects(keys, blog::entry(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
