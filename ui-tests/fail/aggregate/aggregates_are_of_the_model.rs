//! `Blog.objects.aggregate(Sum("rating"))`: FieldError: Cannot resolve keyword 'rating' into field.

use queryset::demo::blog::{Blog, entry};
use queryset::{Db, Error, Sqlite};

async fn run(db: &Db<Sqlite>) -> Result<(), Error> {
    Blog::objects().aggregate(entry::rating.sum(), db).await?;
    Ok(())
}

fn main() {
    let _ = run;
}
